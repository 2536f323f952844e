//! The rows of a figure as text: labels and links for the rows of one page. Names that the reader may not see are withheld.

use std::collections::BTreeMap;

use decapolis_base::{Day, PartialDay};
use decapolis_figures::{Asked, EvidenceRow, ListingColumn, Part, fields};
use decapolis_register::permissions::Audience;
use decapolis_register::records::{self, Record};
use decapolis_register::table::Kind;
use decapolis_register::value::{Cell, Values};
use decapolis_words::Locale;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;

use crate::app::App;

/// One field of a row as text.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The column of the listing.
    pub column: String,
    pub text: String,
    /// Kind and code of the record it refers to, if the reader may open that record.
    pub record: Option<(String, String)>,
    pub illustrative: bool,
}

/// One row as text.
#[derive(Clone, Debug)]
pub struct Line {
    pub row: i64,
    /// The code of the unit, if the reader may see it.
    pub unit: Option<String>,
    pub amount: i64,
    pub reason: Option<String>,
    pub fields: Vec<Field>,
}

/// Values of rows of a listing that an audience may see, with the records they refer to.
pub struct Loaded {
    /// In the order of the rows. Columns that the audience may not read are absent.
    pub values: Vec<Values>,
    pub labels: BTreeMap<i64, Record>,
}

impl Loaded {
    pub async fn of(
        app: &App,
        db: &impl ConnectionTrait,
        part: &Part,
        asked: &Asked,
        rows: &[EvidenceRow],
        audience: Audience,
    ) -> Result<Loaded> {
        let about = &app.figures.catalog.of(part).about;
        let ids: Vec<i64> = rows.iter().map(|r| r.row).collect();
        let values = fields(db, part, asked, &app.figures.catalog, &ids, audience).await?;
        let references = about.shown_to(audience).filter(|c| matches!(c.kind, Kind::Ref(_)));
        let named: Vec<i64> = references
            .flat_map(|c| values.iter().filter_map(|v| v.get(c.name).and_then(Cell::int)))
            .chain(rows.iter().filter_map(|r| r.unit))
            .collect();
        Ok(Loaded { labels: records::by_ids(db, named).await?, values })
    }
}

/// The text of these rows for this reader.
pub async fn lines(
    app: &App,
    db: &impl ConnectionTrait,
    part: &Part,
    asked: &Asked,
    rows: &[EvidenceRow],
    audience: Audience,
    locale: &Locale<'_>,
) -> Result<Vec<Line>> {
    let about = &app.figures.catalog.of(part).about;
    let Loaded { values, labels } = Loaded::of(app, db, part, asked, rows, audience).await?;
    Ok(rows
        .iter()
        .zip(&values)
        .map(|(row, values)| {
            let mut fields: Vec<Field> = about.shown_to(audience).map(|c| field(c, values, &labels, audience, locale)).collect();
            fields.extend(about.days().iter().map(|day| Field {
                column: day.to_string(),
                text: day_text(values, day, locale),
                record: None,
                illustrative: false,
            }));
            let unit =
                row.unit.and_then(|id| labels.get(&id)).filter(|r| r.name(audience, locale.language).is_some()).map(|r| r.code.clone());
            let reason = row.reason.as_ref().map(|r| reason(r, locale));
            Line { row: row.row, unit, amount: row.amount, reason, fields }
        })
        .collect())
}

/// The text of the reason why a row is left out.
pub fn reason(key: &str, locale: &Locale<'_>) -> String {
    let by_column = || {
        let column = locale.maybe(&format!("column-{}", key.strip_prefix("not-")?.replace('_', "-")))?;
        Some(locale.with("reason-not-column", &[("column", column.into())].into()))
    };
    locale.maybe(&format!("reason-{key}")).or_else(by_column).unwrap_or_else(|| locale.say("reason-other"))
}

fn field(column: &ListingColumn, values: &Values, labels: &BTreeMap<i64, Record>, audience: Audience, locale: &Locale<'_>) -> Field {
    let (name, kind) = (column.name, column.kind);
    let cell = values.get(name).unwrap_or(&Cell::Null);
    let plain = |text: String| Field { column: name.to_string(), text, record: None, illustrative: false };
    match (kind, cell) {
        (_, Cell::Null) => plain(String::new()),
        (Kind::Ref(_), Cell::Int(id)) => match labels.get(id) {
            // the name is shown, but without a link to the record
            Some(record) if column.open_because.is_some() && record.name(audience, "").is_none() => {
                Field { illustrative: record.illustrative, ..plain(record.label.words(locale.language).to_string()) }
            }
            Some(record) => reference(name, record, audience, locale),
            None => plain(String::new()),
        },
        (_, cell) => plain(value(kind, cell, locale)),
    }
}

/// The text in place of the name of a record that is not public: a person, an organisation, or another record.
pub fn not_public(kind: &str, locale: &Locale<'_>) -> String {
    match kind {
        "person" => locale.say("person-not-public"),
        "organisation" => locale.say("organisation-not-public"),
        _ => locale.say("record-not-public"),
    }
}

/// The name of a record with its link, or the text for a record that this reader may not see.
pub fn reference(column: &str, record: &Record, audience: Audience, locale: &Locale<'_>) -> Field {
    let name = record.name(audience, locale.language);
    Field {
        column: column.to_string(),
        text: name.map_or_else(|| not_public(&record.kind, locale), str::to_string),
        record: name.map(|_| (record.kind.clone(), record.code.clone())),
        illustrative: record.illustrative,
    }
}

/// The text of a value that is not a reference.
pub fn value(kind: Kind, cell: &Cell, locale: &Locale<'_>) -> String {
    match (kind, cell) {
        (Kind::Choice(_), Cell::Text(t)) => locale.maybe(&format!("choice-{t}")).unwrap_or_else(|| t.clone()),
        (Kind::Texts, Cell::Text(t)) => decapolis_base::Texts::from_json(t).words(locale.language).to_string(),
        (_, Cell::Text(t)) => t.clone(),
        (_, Cell::Int(n)) => locale.number(*n),
        (_, Cell::Number(n)) => locale.numerals.rounded(*n, 6),
        (_, Cell::Bool(b)) => locale.say(if *b { "choice-yes" } else { "choice-no" }),
        (_, Cell::Null) => String::new(),
    }
}

/// The text of a column's day, as precisely as it is known.
pub fn day_text(values: &Values, column: &str, locale: &Locale<'_>) -> String {
    let day = |name: &str| values.get(name).and_then(Cell::int).and_then(Day::from_number);
    match (day(column), day(&format!("{column}_last"))) {
        (Some(first), Some(last)) => locale.numerals.partial(PartialDay { first, last }),
        _ => String::new(),
    }
}
