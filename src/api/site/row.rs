//! A row of the register as data: values as the register's files write them, records by kind, code and name.

use std::collections::BTreeMap;

use decapolis_base::{Texts, money};
use decapolis_register::journal::RowId;
use decapolis_register::records::Record;
use decapolis_register::table::{Column, Kind};
use decapolis_register::value::{self, Cell, Values};
use decapolis_words::errors::Result;
use serde_json::{Map, Value, json};

use crate::office::site::desk::Desk;

/// The values of these columns, by name; null where there is none.
pub fn object(
    desk: &Desk<'_>,
    columns: &[&'static Column],
    values: &Values,
    named: &BTreeMap<RowId, Record>,
) -> Map<String, Value> {
    columns.iter().map(|column| (column.name.to_string(), value_of(desk, column, values, named))).collect()
}

/// The records that the values of these columns refer to, as this person sees them.
pub async fn named(
    desk: &Desk<'_>,
    columns: &[&'static Column],
    rows: impl Iterator<Item = &Values>,
) -> Result<BTreeMap<RowId, Record>> {
    let references: Vec<&str> =
        columns.iter().filter(|c| matches!(c.kind, Kind::Ref(_))).map(|c| c.name).collect();
    let ids = rows.flat_map(|row| references.iter().filter_map(|name| row.get(*name)?.int()));
    desk.records(ids.collect::<Vec<_>>()).await
}

fn value_of(desk: &Desk<'_>, column: &Column, values: &Values, named: &BTreeMap<RowId, Record>) -> Value {
    let name = column.name;
    match (column.kind, values.get(name).unwrap_or(&Cell::Null)) {
        (_, Cell::Null) => Value::Null,
        (Kind::Ref(_), cell) => {
            cell.int().and_then(|id| named.get(&id)).map_or(Value::Null, |r| of_record(desk, r))
        }
        (Kind::Day | Kind::Bound, _) => value::day(values, name).map(|day| day.to_string()).into(),
        (Kind::Instant, _) => value::instant(values, name).map(|at| at.to_string()).into(),
        (Kind::Texts, Cell::Text(text)) => texts(text),
        (Kind::Money(beside), Cell::Int(minor)) => {
            money::write(*minor, values.get(beside).and_then(Cell::text).unwrap_or_default()).into()
        }
        (_, Cell::Text(text)) => text.as_str().into(),
        (_, Cell::Int(n)) => (*n).into(),
        (_, Cell::Number(n)) => (*n).into(),
        (_, Cell::Bool(is)) => (*is).into(),
    }
}

/// A record that is referred to: kind, code and name. One that this person may not see has no code.
pub fn of_record(desk: &Desk<'_>, record: &Record) -> Value {
    let label = record.name(desk.reader.audience, desk.reader.lang());
    let code = Some(record.code.as_str()).filter(|code| !code.is_empty() && label.is_some());
    json!({ "kind": record.kind, "code": code, "label": label })
}

/// Words by language.
pub fn texts(stored: &str) -> Value {
    let texts = Texts::from_json(stored);
    Value::Object(texts.iter().map(|(language, words)| (language.to_string(), words.into())).collect())
}
