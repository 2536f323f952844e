//! Values as typed cells of a file, in the reader's language. The name of a record is followed by its code.

use std::collections::BTreeMap;

use decapolis_base::{Day, PartialDay, Texts, money};
use decapolis_register::journal::RowId;
use decapolis_register::records::Record;
use decapolis_register::table::Kind;
use decapolis_register::value::{self, Cell as Stored, Values};
use decapolis_spreadsheets::write::{ColumnKind, SheetCell, SheetColumn};

use super::worded::not_public;
use crate::web::context::Reader;

/// The columns of a file for one column of the register. A reference becomes two: name and code.
pub fn columns(reader: &Reader<'_>, words: String, kind: Kind) -> Vec<SheetColumn> {
    let holds = match kind {
        Kind::Ref(_) => {
            let code = reader.locale.with("export-code-of", &[("column", words.as_str().into())].into());
            return vec![
                SheetColumn::new(words, ColumnKind::Words),
                SheetColumn::new(code, ColumnKind::Code),
            ];
        }
        Kind::Text | Kind::Choice(_) | Kind::Instant => ColumnKind::Words,
        Kind::Texts => ColumnKind::Prose,
        Kind::Int | Kind::Number | Kind::Money(_) => ColumnKind::Number,
        Kind::Bool => ColumnKind::YesNo,
        Kind::Day | Kind::Bound => ColumnKind::Day,
    };
    vec![SheetColumn::new(words, holds)]
}

/// The cells of a column for a row with these values, as many as [`columns`] returns.
pub fn cells(
    reader: &Reader<'_>,
    name: &str,
    kind: Kind,
    values: &Values,
    records: &BTreeMap<RowId, Record>,
) -> Vec<SheetCell> {
    let stored = values.get(name).unwrap_or(&Stored::Null);
    let locale = &reader.locale;
    vec![match (kind, stored) {
        (Kind::Ref(_), stored) => return record(reader, stored.int().and_then(|id| records.get(&id))),
        (Kind::Day | Kind::Bound, _) => day(values, name),
        (_, Stored::Null) => SheetCell::Empty,
        (Kind::Instant, _) => value::instant(values, name)
            .map_or(SheetCell::Empty, |instant| SheetCell::text(instant.to_string())),
        (Kind::Choice(_), Stored::Text(value)) => {
            SheetCell::text(locale.maybe(&format!("choice-{value}")).unwrap_or_else(|| value.clone()))
        }
        (Kind::Texts, Stored::Text(texts)) => SheetCell::text(Texts::from_json(texts).words(reader.lang())),
        (_, Stored::Text(text)) => SheetCell::text(text.clone()),
        (Kind::Money(beside), Stored::Int(units)) => {
            let currency = values.get(beside).and_then(Stored::text).unwrap_or_default();
            SheetCell::Decimal { units: *units, digits: money::minor_digits(currency) }
        }
        (_, Stored::Int(n)) => SheetCell::Whole(*n),
        (_, Stored::Number(n)) => SheetCell::Number(*n),
        (_, Stored::Bool(yes)) => SheetCell::text(locale.say(if *yes { "choice-yes" } else { "choice-no" })),
    }]
}

/// A record's name and code, or the text for a record that this reader may not see.
pub fn record(reader: &Reader<'_>, record: Option<&Record>) -> Vec<SheetCell> {
    match record {
        None => vec![SheetCell::Empty, SheetCell::Empty],
        Some(record) => match record.name(reader.audience, reader.lang()) {
            Some(name) => vec![SheetCell::text(name), SheetCell::text(record.code.clone())],
            None => vec![SheetCell::text(not_public(&record.kind, &reader.locale)), SheetCell::Empty],
        },
    }
}

/// A day as a date cell. A partly known day is text as in the register's files: 2020-12, 2018/2020, ../2018.
fn day(values: &Values, name: &str) -> SheetCell {
    let day = |name: &str| values.get(name).and_then(Stored::int).and_then(Day::from_number);
    match (day(name), day(&format!("{name}_last"))) {
        (Some(first), Some(last)) if first == last => SheetCell::Day(first.date()),
        (Some(first), Some(last)) => SheetCell::text(PartialDay { first, last }.to_string()),
        _ => SheetCell::Empty,
    }
}

/// The word for illustrative or real in files.
pub fn nature(illustrative: bool) -> SheetCell {
    SheetCell::text(if illustrative { "illustrative" } else { "real" })
}

/// The filters in use, in words.
pub fn filters(reader: &Reader<'_>, region: Option<String>, words: Option<&str>) -> Vec<(String, String)> {
    let said = |key: &str, value: String| (reader.locale.say(key), value);
    region
        .map(|r| said("list-region", r))
        .into_iter()
        .chain(words.map(|q| said("list-search", q.to_string())))
        .collect()
}
