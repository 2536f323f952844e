//! What was typed for an action, read by the names of its fields.

use std::collections::BTreeMap;

use decapolis_actions::{Deed, Field, Given, Offer, OnRow};
use decapolis_import::transfer::{self, Before, FieldFault, ReadRow, TypedFields, read_fields};
use decapolis_register::journal::RowId;
use decapolis_register::table::Kind;
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};
use decapolis_words::message::Message;
use sea_orm::ConnectionTrait;

use super::row_actions::of_row;

/// Reads what was typed for an action, by the names of its fields; `row` is the row that it is about, for an action that every table has.
/// What was not typed stays as it is.
///
/// Gives what could be read, and what is wrong with the rest. Refused: the row is gone (`error-row-moved`).
pub async fn read(
    db: &impl ConnectionTrait,
    offer: &Offer,
    typed: &[(&str, &str)],
    files: BTreeMap<String, Vec<u8>>,
    row: Option<RowId>,
) -> Result<(Given, Vec<FieldFault>)> {
    let Some(OnRow { table, deed }) = offer.on_row else {
        return read_fields(db, offer.about, typed, files).await;
    };
    let before = match row {
        Some(row) => Some(of_row(db, table, row).await?.ok_or_else(|| Error::refused("error-row-moved"))?),
        None => None,
    };
    let one = RowTyped { row, typed: typed.to_vec(), before: before.as_ref() };
    let mut read = read_rows(db, offer.about.fields, OnRow { table, deed }, &[one]).await?;
    let (given, faults) = read.pop().ok_or_else(|| Error::Broken("a row was typed and not read".into()))?;
    Ok((Given { files, ..given }, faults))
}

/// What was typed of one row.
pub struct RowTyped<'a> {
    /// `None` for a new one.
    pub row: Option<RowId>,
    pub typed: Vec<(&'a str, &'a str)>,
    /// The row as it is, with what `records` has of it.
    pub before: Option<&'a (Values, Option<Values>)>,
}

/// Reads what was typed of several rows for an action that every table has, as [`read`] does: as many statements as for one.
pub async fn read_rows(
    db: &impl ConnectionTrait,
    fields: &'static [Field],
    OnRow { table, deed }: OnRow,
    rows: &[RowTyped<'_>],
) -> Result<Vec<(Given, Vec<FieldFault>)>> {
    let named: Vec<Vec<(&str, &str)>> = rows
        .iter()
        .map(|row| row.typed.iter().map(|(name, text)| as_in_files(name, text)).collect())
        .collect();
    let typed: Vec<TypedFields<'_>> = rows
        .iter()
        .zip(&named)
        .map(|(row, fields)| TypedFields {
            fields,
            before: row.before.map(|(values, record)| Before { values, record: record.as_ref() }),
        })
        .collect();
    let read = transfer::read_rows(db, table, &typed).await?;
    let read = read.into_iter().zip(rows);
    Ok(read.map(|(read, row)| given(fields, OnRow { table, deed }, read, row)).collect())
}

/// A row that was read, as the values of an action.
fn given(
    fields: &'static [Field],
    OnRow { table, deed }: OnRow,
    mut read: ReadRow,
    row: &RowTyped<'_>,
) -> (Given, Vec<FieldFault>) {
    // a draft is not public, whichever of the two was typed
    if let (Some((column, values)), Some(record)) = (table.public_only_as, &mut read.record)
        && !read.values.get(column).and_then(Cell::text).is_some_and(|value| values.contains(&value))
    {
        record.insert("public".into(), Cell::Bool(false));
    }
    let field = |name: &str| fields.iter().map(|field| field.name).find(|field| *field == name);
    let mut faults: Vec<FieldFault> = vec![];
    for fault in read.faults {
        let name = if fault.column == "nature" { "illustrative" } else { fault.column };
        faults.extend(field(name).map(|field| FieldFault { field, message: fault.message }));
    }
    for field in fields.iter().filter(|field| field.required) {
        let mut texts =
            row.typed.iter().filter(|(name, _)| is_of(field, name)).map(|(_, text)| text.trim()).peekable();
        let missing = texts.peek().is_none() && deed == Deed::Create;
        if missing || (texts.peek().is_some() && texts.all(str::is_empty)) {
            faults.push(FieldFault { field: field.name, message: Message::new("error-field-required") });
        }
    }
    (Given { values: read.values, record: read.record, row: row.row, ..Given::default() }, faults)
}

/// Whether a name that was typed is this field's: its own, or of texts one with a language (`summary_es`).
pub fn is_of(field: &Field, name: &str) -> bool {
    let language = |rest: &str| {
        let plain = rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        (2..=8).contains(&rest.len()) && plain && rest != "original"
    };
    let is_texts = field.column().is_some_and(|column| column.kind == Kind::Texts);
    match name.strip_prefix(field.name) {
        Some("") => !is_texts,
        Some(rest) => is_texts && rest.strip_prefix('_').is_some_and(language),
        None => false,
    }
}

/// Whether a record is invented has a word of its own in files.
fn as_in_files<'a>(name: &'a str, text: &'a str) -> (&'a str, &'a str) {
    match (name, text) {
        ("illustrative", "yes") => ("nature", "illustrative"),
        ("illustrative", "no") => ("nature", "real"),
        ("illustrative", text) => ("nature", text),
        other => other,
    }
}
