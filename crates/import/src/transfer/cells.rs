//! Reads the cells of a row as stored values.

use decapolis_base::Texts;
use decapolis_register::records;
use decapolis_register::table::{Kind, Table};
use decapolis_register::value::{Cell, Values};
use decapolis_words::message::Message;

use super::fields;
use super::names::References;
use super::row::{Row, label_of, texts_over};

/// What is wrong with a row: for each fault the column and the message.
pub(super) type WrongCells = Vec<(String, Message)>;

/// How a row of a file revises an existing one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Revision {
    Change,
    Correction,
    Removal,
}

pub(super) fn revision(row: &Row, wrong: &mut WrongCells) -> Revision {
    match row.cell("revision").unwrap_or_default() {
        "" | "change" => Revision::Change,
        "correction" => Revision::Correction,
        "removal" => Revision::Removal,
        other => {
            let args = [("text", other.into()), ("choices", "change, correction, removal".into())];
            wrong.push(("revision".into(), Message::with("error-not-a-choice", args)));
            Revision::Change
        }
    }
}

/// Reads the values of the columns that the file has.
pub(super) fn values(
    table: &'static Table,
    row: &Row,
    references: &References,
    wrong: &mut WrongCells,
) -> Values {
    let mut values = Values::new();
    for column in table.all_columns() {
        if column.kind == Kind::Texts {
            if let Some(texts) = texts_over(row, column.name, &Texts::new()) {
                values.insert(column.name.to_string(), texts);
            }
            continue;
        }
        if column.name == "illustrative" && table.kind().is_none() {
            if let Some(nature) = nature(row, wrong) {
                values.insert("illustrative".into(), nature);
            }
            continue;
        }
        let Some(text) = row.cell(column.name) else { continue };
        let read = match column.kind {
            Kind::Ref(_) if text.is_empty() => Ok(vec![(column.name.to_string(), Cell::Null)]),
            Kind::Ref(kind) => {
                references.find(kind, text).map(|id| vec![(column.name.to_string(), Cell::Int(id))])
            }
            Kind::Money(currency) => fields::read(column, text, row.cell(currency).unwrap_or_default()),
            _ => fields::read(column, text, ""),
        };
        match read {
            Ok(cells) => values.extend(cells),
            Err(message) => {
                let message = match column.unknown {
                    Some(key) if message.key == "error-unknown-code" => Message { key, ..message },
                    _ => message,
                };
                wrong.push((column.name.into(), message));
            }
        }
    }
    values
}

fn nature(row: &Row, wrong: &mut WrongCells) -> Option<Cell> {
    match row.cell("nature")? {
        "real" | "" => Some(Cell::Bool(false)),
        "illustrative" => Some(Cell::Bool(true)),
        other => {
            let args = [("text", other.into()), ("choices", "real, illustrative".into())];
            wrong.push(("nature".into(), Message::with("error-not-a-choice", args)));
            None
        }
    }
}

/// The row of `records`: the existing one, with what the file says.
pub(super) fn record(
    table: &'static Table,
    row: &Row,
    old: Option<&Values>,
    wrong: &mut WrongCells,
) -> Values {
    let mut record = old.cloned().unwrap_or_default();
    let kind = table.kind().expect("a table of records");
    let label = label_of(
        row,
        &old.map(|o| Texts::from_json(o["label"].text().unwrap_or_default())).unwrap_or_default(),
    );
    record.insert("kind".into(), Cell::Text(kind.into()));
    record.insert("code".into(), Cell::Text(row.cell("code").unwrap_or_default().into()));
    if old.is_none_or(|old| old["label"].text() != Some(label.to_json().as_str())) {
        records::rename(&mut record, &label);
    }
    match row.cell("public") {
        Some("no") => drop(record.insert("public".into(), Cell::Bool(false))),
        Some("yes") => drop(record.insert("public".into(), Cell::Bool(true))),
        Some("") => drop(record.insert("public".into(), Cell::Bool(table.public_unless_said))),
        other => {
            if let Some(other) = other {
                wrong.push(("public".into(), Message::with("error-not-yes-or-no", [("text", other.into())])));
            }
            record.entry("public".into()).or_insert(Cell::Bool(table.public_unless_said));
        }
    }
    // a draft is not public, whatever is said: to publish it one says both
    if table
        .public_only_as
        .is_some_and(|(column, values)| row.cell(column).is_some_and(|value| !values.contains(&value)))
    {
        record.insert("public".into(), Cell::Bool(false));
    }
    if let Some(source) = row.cell("source") {
        record
            .insert("source".into(), if source.is_empty() { Cell::Null } else { Cell::Text(source.into()) });
    }
    if let Some(nature) = nature(row, wrong) {
        record.insert("illustrative".into(), nature);
    }
    record.entry("illustrative".into()).or_insert(Cell::Bool(false));
    record.entry("source".into()).or_insert(Cell::Null);
    record
}
