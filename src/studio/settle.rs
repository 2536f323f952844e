//! Turns a draft into a figure, or lists what is wrong with it by field.

use decapolis_figures::{
    About, Catalog, Figure, Listing, ListingColumn, Measure, On, Opens, Part, Scalar, Shape, Shown, Test,
    Time, When,
};
use decapolis_register::table::{ANY, Kind};
use decapolis_words::message::Message;

use super::draft::{Condition, Draft, DraftPart, MOST_CONDITIONS, sum_of, sum_text, when_text};

/// A problem at one field. The field has the name it has in the URL.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftError {
    pub field: String,
    pub message: Message,
}

impl DraftError {
    pub fn at(field: impl Into<String>, message: Message) -> DraftError {
        DraftError { field: field.into(), message }
    }
}

/// The list of a new draft.
const FIRST_LISTING: &str = "members";

/// Key and code of a figure that is not saved yet; no file may use them.
const UNNAMED: (&str, &str) = ("unnamed", "ZZZZ");

/// Fills in what follows from other choices: the time condition and the unit. Conditions and breakdowns that do not fit
/// the list are removed.
pub fn complete(draft: &mut Draft, catalog: &Catalog) {
    if draft.counted.is_empty() {
        let listing = catalog.listing(FIRST_LISTING).or(catalog.listings().first().copied());
        draft.counted.push(DraftPart {
            listing: listing.map(|l| l.about.key.to_string()).unwrap_or_default(),
            ..DraftPart::default()
        });
    }
    if draft.share && draft.base.listing.is_empty() {
        // a share starts with the same list as count and base; then the count is narrowed
        draft.base = draft.counted[0].clone();
    }
    let mut unit: Option<String> = None;
    let row_by_row = adds_row_by_row(draft);
    for (_, part) in draft.parts_mut() {
        let Some(about) = catalog.listing(&part.listing).map(|l| &l.about) else { continue };
        let whens = whens(about);
        if !whens.contains(&part.when) {
            part.when = whens[0].clone();
        }
        if row_by_row {
            part.on = "row".into();
        }
        let fits =
            |on: &str| unit_of(about, on).is_some_and(|u| unit.as_ref().is_none_or(|wanted| *wanted == u));
        if !fits(&part.on) {
            let first = units(about).into_iter().find(|on| fits(on));
            part.on = first.unwrap_or_else(|| part.on.clone());
        }
        unit = unit.or_else(|| unit_of(about, &part.on));
        part.conditions.retain(|c| about.column(&c.column).is_some_and(|column| can_be_tested(column.kind)));
    }
    add_each_once(draft, catalog);
    let main = main_abouts(draft, catalog);
    draft.by.retain(|by| main.iter().all(|about| breakdowns(about).contains(&by.as_str())));
}

/// Chooses what keeps a sum from adding anything twice: once for which records, and the conditions that the column needs.
fn add_each_once(draft: &mut Draft, catalog: &Catalog) {
    let column_of = |part: &DraftPart, name: &str| catalog.listing(&part.listing)?.about.column(name);
    let (name, once) = sum_of(&draft.sum);
    let (name, once) = (name.to_string(), once.map(str::to_string));
    let first = if draft.share { Some(&draft.base) } else { draft.counted.first() };
    if let Some(usual) = first.and_then(|part| column_of(part, &name)?.once_per.first())
        && once.is_none()
    {
        draft.sum = sum_text(&name, Some(usual));
    }
    let main = if draft.share { std::slice::from_mut(&mut draft.base) } else { &mut draft.counted[..] };
    for part in main {
        for (column, is) in column_of(part, &name).map_or(&[][..], |c| c.summed_with) {
            if part.conditions.len() < MOST_CONDITIONS && !part.conditions.iter().any(|c| c.column == *column)
            {
                part.conditions.push(Condition {
                    column: column.to_string(),
                    leaves_out: true,
                    values: vec![if *is { "yes" } else { "no" }.to_string()],
                    typed: String::new(),
                });
            }
        }
    }
}

/// Whether the share of a sum tests each row by itself. Tested by event, the men of an event with one woman would count too.
pub fn adds_row_by_row(draft: &Draft) -> bool {
    draft.share && !draft.sum.is_empty()
}

/// The figure of a complete draft. It has no key and no code of its own yet.
pub fn settle(draft: &Draft, catalog: &Catalog) -> Result<Figure, Vec<DraftError>> {
    let mut faults = vec![];
    let wrong = |key| Message::new(key);
    let counted: Vec<Option<(Part, String)>> = draft
        .counted
        .iter()
        .enumerate()
        .map(|(n, p)| settled(&format!("c{}", n + 1), p, catalog, &mut faults))
        .collect();
    let base = draft.share.then(|| settled("b", &draft.base, catalog, &mut faults)).flatten();
    let unit = counted.first().and_then(|c| c.as_ref()).map(|(_, unit)| unit.clone()).unwrap_or_default();
    for (name, part) in
        counted.iter().enumerate().map(|(n, p)| (format!("c{}", n + 1), p)).chain([("b".to_string(), &base)])
    {
        if part.as_ref().is_some_and(|(_, other)| *other != unit && !unit.is_empty()) {
            faults.push(DraftError::at(format!("{name}.on"), wrong("studio-wrong-unit")));
        }
    }
    if !draft.sum.is_empty()
        && main_abouts(draft, catalog).iter().any(|about| !sums(about).contains(&draft.sum))
    {
        faults.push(DraftError::at("measure", wrong("studio-wrong-sum")));
    }
    let shown = shown(draft, &mut faults);
    if !faults.is_empty() {
        return Err(faults);
    }
    let (column, once) = sum_of(&draft.sum);
    let measure = if column.is_empty() { Measure::Units } else { Measure::Sum(column.to_string()) };
    let mut figure = Figure {
        key: UNNAMED.0.into(),
        code: UNNAMED.1.into(),
        version: 1,
        shape: if draft.share { Shape::Share } else { Shape::Total },
        measure,
        once: once.map(str::to_string),
        unit,
        counted: counted.into_iter().flatten().map(|(part, _)| part).collect(),
        base: base.map(|(part, _)| part),
        breakdowns: draft.by.clone(),
        shown,
        opens: Opens::default(),
        provisional: None,
        group: None,
        public: None,
        stated: None,
        whole: None,
    };
    take_over(&mut figure, catalog.figure(&draft.from), catalog);
    // the catalogue also refuses what the form cannot produce
    catalog.check(&figure).map_err(|_| vec![DraftError::at("c1", wrong("studio-wrong-rule"))])?;
    Ok(figure)
}

/// Takes over what the form does not ask from the figure that this one started from, as far as it still fits.
fn take_over(figure: &mut Figure, from: Option<&Figure>, catalog: &Catalog) {
    // it stays provisional by the same rule, while that column is still read
    let has =
        |test: &Test| figure.main().iter().all(|part| catalog.of(part).about.column(&test.column).is_some());
    figure.provisional = from.and_then(|from| from.provisional.clone()).filter(has);
    // what it is printed beside stays too, while it counts the same
    if let Some(from) = from.filter(|from| figure.counts_as(from)) {
        (figure.stated, figure.whole) = (from.stated.clone(), from.whole.clone());
    }
    figure.opens = opens(figure, from);
}

/// How the number is shown: from which number on, and with how many decimals.
fn shown(draft: &Draft, faults: &mut Vec<DraftError>) -> Shown {
    let mut whole = |field: &str, text: &str, most: i64, wrong: &'static str| {
        let number =
            if text.is_empty() { Some(0) } else { text.parse().ok().filter(|n| (0..=most).contains(n)) };
        number.unwrap_or_else(|| {
            faults.push(DraftError::at(field, Message::new(wrong)));
            0
        })
    };
    let floor = whole("floor", &draft.floor, 1_000_000_000, "studio-wrong-floor");
    let decimals = whole("decimals", &draft.decimals, 3, "studio-wrong-decimals");
    Shown { floor: (floor > 0).then_some(floor), decimals: decimals as u8 }
}

/// A checked part with its kind of unit.
fn settled(
    name: &str,
    part: &DraftPart,
    catalog: &Catalog,
    faults: &mut Vec<DraftError>,
) -> Option<(Part, String)> {
    let Some(listing) = catalog.listing(&part.listing) else {
        faults.push(DraftError::at(name, Message::new("studio-wrong-listing")));
        return None;
    };
    let Some(unit) = unit_of(&listing.about, &part.on) else {
        faults.push(DraftError::at(format!("{name}.on"), Message::new("studio-wrong-unit")));
        return None;
    };
    let (mut of, mut keep) = (vec![], vec![]);
    for condition in &part.conditions {
        match test(listing, part, condition, catalog) {
            Ok(test) if condition.leaves_out => keep.push(test),
            Ok(test) => of.push(test),
            Err(key) => {
                faults.push(DraftError::at(format!("{name}.is.{}", condition.column), Message::new(key)))
            }
        }
    }
    let when = match part.when.as_str() {
        "at-end" => When::AtEnd,
        "within" => When::Within,
        "overlapping" => When::Overlapping,
        other => When::Last(other.strip_prefix("last:").unwrap_or_default().to_string()),
    };
    let on = if part.on == "row" { On::Row } else { On::Column(part.on.clone()) };
    Some((Part { listing: part.listing.clone(), when, on, of, keep }, unit))
}

fn test(
    listing: &Listing,
    part: &DraftPart,
    condition: &Condition,
    catalog: &Catalog,
) -> Result<Test, &'static str> {
    let kind = listing.about.column(&condition.column).ok_or("studio-wrong-value")?.kind;
    let value = |text: &String| match kind {
        Kind::Bool if text == "yes" || text == "no" => Some(Scalar::Bool(text == "yes")),
        Kind::Choice(values) if values.contains(&text.as_str()) => Some(Scalar::Text(text.clone())),
        Kind::Int => text.parse().ok().map(Scalar::Int),
        Kind::Text | Kind::Ref(_) => Some(Scalar::Text(text.clone())),
        _ => None,
    };
    let is: Vec<Scalar> =
        condition.values.iter().map(value).collect::<Option<_>>().ok_or("studio-wrong-value")?;
    if is.is_empty() {
        return Err(if matches!(kind, Kind::Ref(_)) {
            "studio-wrong-no-record"
        } else {
            "studio-wrong-no-value"
        });
    }
    let mut test = Test { column: condition.column.clone(), is, reason: None };
    if condition.leaves_out {
        test.reason = reason_of(&test, &part.listing, catalog);
    }
    Ok(test)
}

/// The reason that another figure gives for leaving out the same rows.
fn reason_of(test: &Test, listing: &str, catalog: &Catalog) -> Option<String> {
    let parts = catalog
        .figures()
        .iter()
        .flat_map(|f| f.counted.iter().chain(&f.base))
        .filter(|p| p.listing == listing);
    parts
        .flat_map(|p| &p.keep)
        .find(|t| t.column == test.column && t.is == test.is)
        .and_then(|t| t.reason.clone())
}

/// A changed rule opens the same rows as before. A new figure opens neither people nor amounts.
fn opens(figure: &Figure, from: Option<&Figure>) -> Opens {
    let listings =
        |f: &Figure| f.counted.iter().chain(&f.base).map(|p| p.listing.clone()).collect::<Vec<_>>();
    let from = from.filter(|from| from.unit == figure.unit && from.measure == figure.measure);
    from.filter(|from| listings(figure).iter().all(|l| listings(from).contains(l)))
        .map_or_else(Opens::default, |from| from.opens)
}

/// The lists of the main part: those counted, or the base.
fn main_abouts(draft: &Draft, catalog: &Catalog) -> Vec<&'static About> {
    let parts: Vec<&DraftPart> = if draft.share { vec![&draft.base] } else { draft.counted.iter().collect() };
    parts.iter().filter_map(|p| catalog.listing(&p.listing)).map(|l| &l.about).collect()
}

/// The time conditions that a list allows, as in a URL; the usual one first.
pub fn whens(about: &About) -> Vec<String> {
    match about.time {
        Time::Stock => vec![when_text(&When::AtEnd), when_text(&When::Overlapping)],
        Time::Flow => vec![when_text(&When::Within)],
        Time::Reading => {
            let read = about.columns.iter().filter(|c| matches!(c.kind, Kind::Ref(_)));
            read.map(|c| when_text(&When::Last(c.name.to_string()))).collect()
        }
    }
}

/// The possible units: a column that refers to a record, a column of words, or each row.
pub fn units(about: &About) -> Vec<String> {
    let named = |wanted: fn(Kind) -> bool| {
        let columns = about.columns.iter().filter(move |c| wanted(c.kind) && !about.tells_of_another(c.name));
        columns.map(|c| c.name.to_string())
    };
    named(|k| matches!(k, Kind::Ref(_)))
        .chain(named(|k| k == Kind::Text))
        .chain(["row".to_string()])
        .collect()
}

/// The kind of unit of a column: a kind of record, `record`, the column itself, or `row`.
pub fn unit_of(about: &About, on: &str) -> Option<String> {
    match about.column(on).map(|c| c.kind) {
        Some(Kind::Ref(ANY)) => Some("record".into()),
        Some(Kind::Ref(kind)) => Some(kind.to_string()),
        Some(Kind::Text) => Some(on.to_string()),
        None if on == "row" => Some("row".into()),
        _ => None,
    }
}

/// What can be summed: a column, once for each of its records where it belongs to them.
pub fn sums(about: &About) -> Vec<String> {
    let can_be = |c: &&ListingColumn| c.kind == Kind::Int || about.is_in_one_currency(c);
    let summed = about.columns.iter().filter(|c| can_be(c) && !about.tells_of_another(c.name));
    summed
        .flat_map(|c| match c.once_per {
            [] => vec![c.name.to_string()],
            records => records.iter().map(|once| sum_text(c.name, Some(once))).collect(),
        })
        .collect()
}

/// The columns that the figure can be broken down by. Never by person.
pub fn breakdowns(about: &About) -> Vec<&'static str> {
    let wanted = |kind| {
        matches!(kind, Kind::Choice(_) | Kind::Bool | Kind::Text | Kind::Ref(_))
            && kind != Kind::Ref("person")
    };
    about
        .columns
        .iter()
        .filter(|c| wanted(c.kind) && !about.tells_of_another(c.name))
        .map(|c| c.name)
        .collect()
}

pub fn can_be_tested(kind: Kind) -> bool {
    matches!(kind, Kind::Choice(_) | Kind::Bool | Kind::Text | Kind::Ref(_) | Kind::Int)
}
