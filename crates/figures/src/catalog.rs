//! The catalogue: every listing and figure of a register, checked against each other.

use decapolis_base::Currency;
use decapolis_register::table::Kind;

use super::figure::{Figure, Measure, On, Part, Scalar, Shape, Test, When};
use super::kept_texts::Texts;
use super::listing::{About, Listing, ListingColumn, Time};

/// Every listing and figure of a register, checked against each other.
#[derive(Clone)]
pub struct Catalog {
    listings: &'static [&'static Listing],
    figures: Vec<Figure>,
    texts: Texts,
    /// The currency that the network counts in.
    currency: Currency,
    /// Above this many percent of unknowns a share is printed as a range.
    most_unknown: i64,
}

/// A share with more unknowns than this, in percent of its base, is printed as a range, unless the network says otherwise.
pub const MOST_UNKNOWN: i64 = 10;

impl Catalog {
    /// Reads figure files, `(name of the file, its text)`. A later figure replaces an earlier one with the same key.
    ///
    /// Errors: one sentence with the file, the figure's key, and what to write instead.
    pub fn read(
        listings: &'static [&'static Listing],
        files: &[(String, String)],
    ) -> Result<Catalog, String> {
        let mut catalog = Catalog {
            listings,
            figures: vec![],
            texts: Texts::default(),
            currency: Currency::NONE,
            most_unknown: MOST_UNKNOWN,
        };
        for (file, text) in files {
            let figure: Figure =
                toml::from_str(text).map_err(|e| format!("{file}: {}", e.to_string().trim_end()))?;
            catalog.check(&figure).map_err(|e| format!("{file}: figure “{}”: {e}", figure.key))?;
            catalog.place(figure);
        }
        for figure in &catalog.figures {
            catalog.code_is_its_own(figure)?;
            catalog.stated_is_fit(figure).map_err(|e| format!("figure “{}”: {e}", figure.key))?;
        }
        Ok(catalog)
    }

    /// The currency that the network counts in.
    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// The same for a network that counts in this currency.
    pub fn counting_in(self, currency: Currency) -> Catalog {
        Catalog { currency, ..self }
    }

    /// The same for a network that prints a share as a range above this many percent of unknowns.
    pub fn with_ranges_above(self, most_unknown: i64) -> Catalog {
        Catalog { most_unknown, ..self }
    }

    pub(super) fn most_unknown(&self) -> i64 {
        self.most_unknown
    }

    /// Puts a figure over the one with the same key, or beside the others.
    ///
    /// Errors: as [`Catalog::read`]; the catalogue stays as it was.
    pub fn add(&mut self, figure: Figure) -> Result<(), String> {
        self.check(&figure)
            .and_then(|()| self.code_is_its_own(&figure))
            .and_then(|()| self.stated_is_fit(&figure))
            .map_err(|e| format!("figure “{}”: {e}", figure.key))?;
        self.place(figure);
        Ok(())
    }

    fn place(&mut self, figure: Figure) {
        self.texts = Texts::default();
        match self.figures.iter().position(|f| f.key == figure.key) {
            Some(at) => self.figures[at] = figure,
            None => self.figures.push(figure),
        }
    }

    pub(super) fn texts(&self) -> &Texts {
        &self.texts
    }

    fn code_is_its_own(&self, figure: &Figure) -> Result<(), String> {
        match self.figures.iter().find(|f| f.code == figure.code && f.key != figure.key) {
            Some(other) => Err(format!(
                "the figures “{}” and “{}” have the same code {}: give one of them another",
                other.key, figure.key, figure.code
            )),
            None => Ok(()),
        }
    }

    /// Whether no two rows of the number have the same unit.
    pub fn one_row_each(&self, figure: &Figure) -> bool {
        match figure.main()[..] {
            [part] => match &part.on {
                On::Row => true,
                On::Column(name) => self.of(part).about.column(name).is_some_and(|c| c.one_row_each),
            },
            _ => false,
        }
    }

    /// Whether a unit of this part is a word of a column, not a record or a row.
    pub fn counts_words(&self, part: &Part) -> bool {
        match &part.on {
            On::Row => false,
            On::Column(name) => {
                !self.of(part).about.column(name).is_some_and(|c| matches!(c.kind, Kind::Ref(_)))
            }
        }
    }

    pub fn listing(&self, key: &str) -> Option<&'static Listing> {
        self.listings.iter().copied().find(|l| l.about.key == key)
    }

    /// The listing of a part that has been checked.
    pub fn of(&self, part: &Part) -> &'static Listing {
        self.listing(&part.listing).expect("parts are checked when they are read")
    }

    pub fn listings(&self) -> &'static [&'static Listing] {
        self.listings
    }

    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    pub fn figure(&self, key: &str) -> Option<&Figure> {
        self.figures.iter().find(|f| f.key == key)
    }

    pub fn by_code(&self, code: &str) -> Option<&Figure> {
        self.figures.iter().find(|f| f.code.eq_ignore_ascii_case(code))
    }

    /// Whether a figure can be counted from these listings; or one sentence with what to write instead.
    pub fn check(&self, figure: &Figure) -> Result<(), String> {
        if figure.code.len() != 4
            || !figure.code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
            || figure.code.contains(['0', 'O', '1', 'I'])
        {
            return Err(format!(
                "code “{}”: write four capital letters or digits without 0, O, 1 and I",
                figure.code
            ));
        }
        match (figure.shape, &figure.base) {
            (Shape::Share, None) => return Err("a share needs a [base]".into()),
            (Shape::Total, Some(_)) => {
                return Err("a total has no [base]: take it out, or write shape = \"share\"".into());
            }
            _ => {}
        }
        if let Some(floor) = figure.shown.floor.filter(|floor| *floor < 1) {
            return Err(format!(
                "shown = {{ floor = {floor} }}: write a whole number above 0, or leave it out"
            ));
        }
        if figure.counted.is_empty() {
            return Err("nothing is counted: write at least one [[counted]]".into());
        }
        for part in figure.counted.iter().chain(&figure.base) {
            self.check_part(figure, part)?;
            if self.counts_words(part) != self.counts_words(&figure.counted[0]) {
                return Err(format!(
                    "some parts count words of a column and others records of the kind “{}”: let all count the same",
                    figure.unit
                ));
            }
        }
        check_parts_of_a_sum(figure)?;
        super::money::of(self, figure, self.currency)?;
        if figure.shape == Shape::Total && (figure.stated.is_some() || figure.whole.is_some()) {
            return Err("stated and whole are of shares: take them out, or write shape = \"share\"".into());
        }
        for (test, part) in
            figure.provisional.iter().flat_map(|test| figure.main().into_iter().map(move |part| (test, part)))
        {
            self.check_test(part, test).map_err(|e| format!("provisional: {e}"))?;
        }
        for by in &figure.breakdowns {
            for part in figure.main() {
                let about = &self.of(part).about;
                if about.column(by).is_none() {
                    return Err(format!(
                        "breakdown “{by}”: the listing “{}” has the columns {}",
                        about.key,
                        names(about.columns.iter().map(|c| c.name))
                    ));
                }
            }
        }
        Ok(())
    }

    /// The currency of what a figure sums; `None` if it sums no money.
    pub fn money(&self, figure: &Figure) -> Option<Currency> {
        super::money::of(self, figure, self.currency).ok().flatten()
    }

    fn check_part(&self, figure: &Figure, part: &Part) -> Result<(), String> {
        let listing = self.listing(&part.listing).ok_or_else(|| {
            format!(
                "listing “{}” does not exist: write one of {}",
                part.listing,
                names(self.listings.iter().map(|l| l.about.key))
            )
        })?;
        let about = &listing.about;
        check_time(about, &part.when)?;
        check_unit(about, figure, &part.on)?;
        if let Measure::Sum(name) = &figure.measure {
            check_sum(figure, part, about, column_of(about, name)?)?;
        }
        part.of.iter().chain(&part.keep).try_for_each(|test| self.check_test(part, test))
    }

    fn check_test(&self, part: &Part, test: &Test) -> Result<(), String> {
        let about = &self.of(part).about;
        let kind = column_of(about, &test.column)?.kind;
        if let Some(value) = test.is.iter().find(|value| !value.fits(kind)) {
            let instead = match kind {
                Kind::Choice(values) => names(values.iter().copied()),
                Kind::Bool => "true or false".into(),
                Kind::Int => "a whole number".into(),
                Kind::Text => "words in quotes".into(),
                Kind::Ref(kind) => format!("the code of a record ({kind}) in quotes"),
                _ => return Err(format!("column “{}” cannot be tested", test.column)),
            };
            return Err(format!("column “{}” cannot be {value:?}: write {instead}", test.column));
        }
        if test.is.is_empty() {
            return Err(format!("column “{}”: is = [] keeps nothing: write at least one value", test.column));
        }
        Ok(())
    }
}

fn names<'a>(list: impl Iterator<Item = &'a str>) -> String {
    list.collect::<Vec<_>>().join(", ")
}

fn column_of(about: &About, name: &str) -> Result<&'static ListingColumn, String> {
    about.column(name).ok_or_else(|| {
        format!(
            "the listing “{}” has no column “{name}”: write one of {}",
            about.key,
            names(about.columns.iter().map(|c| c.name))
        )
    })
}

/// Checks that a part's time condition fits the rows of its listing.
fn check_time(about: &About, when: &When) -> Result<(), String> {
    let key = &about.key;
    match (when, about.time) {
        (When::AtEnd | When::Overlapping, Time::Stock) | (When::Within, Time::Flow) => Ok(()),
        (When::Last(per), Time::Reading) => column_of(about, per).map(drop),
        (_, Time::Stock) => {
            Err(format!("the rows of “{key}” last: write when = \"at-end\" or \"overlapping\""))
        }
        (_, Time::Flow) => Err(format!("the rows of “{key}” happen on a day: write when = \"within\"")),
        (_, Time::Reading) => Err(format!(
            "the rows of “{key}” are readings: write when = {{ last = \"…\" }} with the column that is read"
        )),
    }
}

/// Checks that what a part counts is the figure's unit.
fn check_unit(about: &About, figure: &Figure, on: &On) -> Result<(), String> {
    let name = match on {
        On::Row if figure.unit != "row" && figure.measure == Measure::Units => {
            return Err(format!(
                "on = \"row\" counts rows, but the unit is “{}”: write unit = \"row\"",
                figure.unit
            ));
        }
        On::Row => return Ok(()),
        On::Column(name) => name,
    };
    match column_of(about, name)?.kind {
        Kind::Ref(kind) if kind == figure.unit => Ok(()),
        Kind::Ref("") if figure.unit == "record" => Ok(()),
        Kind::Ref(kind) => Err(format!("on = \"{name}\" is a {kind}, but the unit is “{}”", figure.unit)),
        Kind::Text | Kind::Choice(_) if *name == figure.unit => Ok(()),
        _ => Err(format!(
            "on = \"{name}\" is no reference to a record: write one of {}",
            names(about.columns.iter().filter(|c| matches!(c.kind, Kind::Ref(_))).map(|c| c.name))
        )),
    }
}

/// Checks that a sum adds nothing twice within a part.
fn check_sum(figure: &Figure, part: &Part, about: &About, column: &ListingColumn) -> Result<(), String> {
    let name = column.name;
    if !matches!(column.kind, Kind::Int | Kind::Money(_)) {
        return Err(format!("measure = {{ sum = \"{name}\" }}: that column cannot be summed"));
    }
    let choices =
        || column.once_per.iter().map(|c| format!("once = \"{c}\"")).collect::<Vec<_>>().join(" or ");
    match (figure.once.as_deref(), column.once_per) {
        (None, []) => {}
        (Some(once), []) => {
            return Err(format!(
                "once = \"{once}\": each row of “{}” has a “{name}” of its own: take `once` out",
                about.key
            ));
        }
        (None, [first, ..]) => {
            return Err(format!(
                "measure = {{ sum = \"{name}\" }}: several rows of “{}” can have the same {first}, and its “{name}” \
                 would be added each time: write {}",
                about.key,
                choices()
            ));
        }
        (Some(once), allowed) if !allowed.contains(&once) => {
            return Err(format!("once = \"{once}\": “{name}” does not belong to it: write {}", choices()));
        }
        (Some(_), _) => {}
    }
    let is_main = figure.main().into_iter().any(|main| std::ptr::eq(main, part));
    let tested = |(column, is): (&str, bool)| {
        part.of.iter().chain(&part.keep).any(|t| t.column == column && t.is == [Scalar::Bool(is)])
    };
    if let Some((missing, is)) = column.summed_with.iter().find(|test| is_main && !tested(**test)) {
        return Err(format!(
            "measure = {{ sum = \"{name}\" }}: several rows of “{}” can be about the same: \
             keep = [{{ column = \"{missing}\", is = [{is}] }}]",
            about.key
        ));
    }
    Ok(())
}

/// Checks that no row can be added by two parts of a sum.
fn check_parts_of_a_sum(figure: &Figure) -> Result<(), String> {
    if figure.measure == Measure::Units {
        return if figure.once.is_some() {
            Err("measure = \"units\" counts each unit once: take `once` out".into())
        } else {
            Ok(())
        };
    }
    let main = figure.main();
    let twice = main.iter().enumerate().find(|(n, part)| {
        main[..*n].iter().any(|other| other.listing == part.listing || figure.once.is_some())
    });
    match twice {
        Some((_, part)) => Err(format!(
            "two parts of a sum can add the same row of “{}” twice: write one [[counted]] with all conditions",
            part.listing
        )),
        None => Ok(()),
    }
}
