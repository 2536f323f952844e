//! The rows of a figure as text: labels and links for the rows of one page. Names that the reader may not see are withheld.

use std::collections::BTreeMap;

use decapolis_figures::{Asked, EvidenceRow, ListingColumn, Part, fields};
use decapolis_register::permissions::Audience;
use decapolis_register::records::{self, Record};
use decapolis_register::table::Kind;
use decapolis_register::value::{self, Cell, Values};
use decapolis_words::Locale;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;

use crate::app::App;
use crate::records::worded::{WordedField, day_text, reference, value};

/// One row as text.
#[derive(Clone, Debug)]
pub struct WordedRow {
    pub row: i64,
    /// The code of the unit, if the reader may see it.
    pub unit: Option<String>,
    pub amount: i64,
    pub reason: Option<String>,
    /// The reason as the figure names it.
    pub reason_key: Option<String>,
    pub fields: Vec<WordedField>,
    /// The same fields as stored: codes, ISO days and numbers, by column.
    pub values: BTreeMap<&'static str, serde_json::Value>,
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
        let values = values(app, db, part, asked, rows, audience).await?;
        let named = refers_to(app, part, rows, &values, audience);
        Ok(Loaded { labels: records::by_ids(db, named).await?, values })
    }
}

/// The values of these rows that an audience may see.
pub async fn values(
    app: &App,
    db: &impl ConnectionTrait,
    part: &Part,
    asked: &Asked,
    rows: &[EvidenceRow],
    audience: Audience,
) -> Result<Vec<Values>> {
    let ids: Vec<i64> = rows.iter().map(|r| r.row).collect();
    Ok(fields(db, part, asked, &app.figures.catalog, &ids, audience).await?.named())
}

/// The records that the values of these rows refer to, and the units of the rows.
pub fn refers_to(
    app: &App,
    part: &Part,
    rows: &[EvidenceRow],
    values: &[Values],
    audience: Audience,
) -> Vec<i64> {
    let references =
        app.figures.catalog.of(part).about.shown_to(audience).filter(|c| matches!(c.kind, Kind::Ref(_)));
    references
        .flat_map(|c| values.iter().filter_map(|v| v.get(c.name).and_then(Cell::int)))
        .chain(rows.iter().filter_map(|r| r.unit))
        .collect()
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
) -> Result<Vec<WordedRow>> {
    let Loaded { values, labels } = Loaded::of(app, db, part, asked, rows, audience).await?;
    Ok(worded_rows(app, part, rows, (&values, &labels), audience, locale))
}

/// The text of rows whose values and records are read.
pub fn worded_rows(
    app: &App,
    part: &Part,
    rows: &[EvidenceRow],
    (values, labels): (&[Values], &BTreeMap<i64, Record>),
    audience: Audience,
    locale: &Locale<'_>,
) -> Vec<WordedRow> {
    let about = &app.figures.catalog.of(part).about;
    rows.iter()
        .zip(values)
        .map(|(row, values)| {
            let mut fields: Vec<WordedField> =
                about.shown_to(audience).map(|c| field(c, values, labels, audience, locale)).collect();
            fields.extend(about.days().iter().map(|day| WordedField {
                column: day.to_string(),
                text: day_text(values, day, locale),
                record: None,
                illustrative: false,
            }));
            let unit = row
                .unit
                .and_then(|id| labels.get(&id))
                .filter(|r| r.name(audience, locale.language).is_some())
                .map(|r| r.code.clone());
            let reason = row.reason.as_ref().map(|r| reason(r, locale));
            let mut stored: BTreeMap<&'static str, serde_json::Value> = about
                .shown_to(audience)
                .filter_map(|c| Some((c.name, stored_value(c, values, labels, audience)?)))
                .collect();
            stored.extend(about.days().iter().filter_map(|day| Some((*day, iso_day(values, day)?))));
            WordedRow {
                row: row.row,
                unit,
                amount: row.amount,
                reason,
                reason_key: row.reason.clone(),
                fields,
                values: stored,
            }
        })
        .collect()
}

/// A value as data: the code of a record that the reader may open, a choice as it is stored, a number, yes or no. `None` if there is none.
fn stored_value(
    column: &ListingColumn,
    values: &Values,
    labels: &BTreeMap<i64, Record>,
    audience: Audience,
) -> Option<serde_json::Value> {
    match (column.kind, values.get(column.name)?) {
        (Kind::Day | Kind::Bound, _) => iso_day(values, column.name),
        (Kind::Ref(_), cell) => {
            let record = labels.get(&cell.int()?).filter(|r| r.name(audience, "").is_some())?;
            Some(record.code.as_str().into())
        }
        (Kind::Texts, _) | (_, Cell::Null) => None,
        (Kind::Money(beside), Cell::Int(minor)) => {
            let code = values.get(beside).and_then(Cell::text).unwrap_or_default();
            Some(decapolis_base::money::write(*minor, code).into())
        }
        (_, Cell::Text(text)) => Some(text.as_str().into()),
        (_, Cell::Int(n)) => Some((*n).into()),
        (_, Cell::Number(n)) => Some((*n).into()),
        (_, Cell::Bool(yes)) => Some((*yes).into()),
    }
}

/// A day as the register's files write it: 2020-12-31, or as precisely as it is known.
fn iso_day(values: &Values, column: &str) -> Option<serde_json::Value> {
    Some(value::day(values, column)?.to_string().into())
}

/// The text of the reason why a row is left out.
pub fn reason(key: &str, locale: &Locale<'_>) -> String {
    let by_column = || {
        let column = locale.maybe(&format!("column-{}", key.strip_prefix("not-")?.replace('_', "-")))?;
        Some(locale.with("reason-not-column", &[("column", column.into())].into()))
    };
    locale.maybe(&format!("reason-{key}")).or_else(by_column).unwrap_or_else(|| locale.say("reason-other"))
}

fn field(
    column: &ListingColumn,
    values: &Values,
    labels: &BTreeMap<i64, Record>,
    audience: Audience,
    locale: &Locale<'_>,
) -> WordedField {
    let (name, kind) = (column.name, column.kind);
    let cell = values.get(name).unwrap_or(&Cell::Null);
    let plain =
        |text: String| WordedField { column: name.to_string(), text, record: None, illustrative: false };
    match (kind, cell) {
        (_, Cell::Null) => plain(String::new()),
        (Kind::Ref(_), Cell::Int(id)) => match labels.get(id) {
            // the name is shown, but without a link to the record
            Some(record) if column.open_because.is_some() && record.name(audience, "").is_none() => {
                WordedField {
                    illustrative: record.illustrative,
                    ..plain(record.label.words(locale.language).to_string())
                }
            }
            Some(record) => reference(name, record, audience, locale),
            None => plain(String::new()),
        },
        (_, cell) => plain(value(kind, cell, values, locale)),
    }
}
