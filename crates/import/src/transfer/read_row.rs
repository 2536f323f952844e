//! Reads one row that was typed into a form.

use std::sync::Arc;

use decapolis_register::rules::{self, Fault, Kinds};
use decapolis_register::table::{FACT_COLUMNS, Kind, Table};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;

use super::cells::{self, WrongCells};
use super::fields::FOR_RECORDS;
use super::lines::kept;
use super::names::{self, References};
use super::row::{FileRow, Header, Row, language_column, original_column};
use super::versions::{merged, with_every_column};

/// The register's version of a row that is being corrected or changed.
#[derive(Clone, Copy, Debug)]
pub struct Before<'a> {
    /// The stored columns of the table.
    pub values: &'a Values,
    /// Those of `records`, where the table holds records.
    pub record: Option<&'a Values>,
}

/// A row as it was typed into a form, read.
#[derive(Clone, Debug, Default)]
pub struct ReadRow {
    /// All stored columns of the table, as they will be.
    pub values: Values,
    /// All stored columns of `records`, where the table holds records.
    pub record: Option<Values>,
    /// The kinds of the records that the row refers to, for [`rules::of_row`].
    pub kinds: Kinds,
    /// What cannot be read. The rules of rows are asked afterwards.
    pub faults: Vec<Fault>,
}

/// What was typed of one row, and the register's version of it.
#[derive(Clone, Copy, Debug)]
pub struct TypedFields<'a> {
    /// Fields by the names that the columns have in files.
    pub fields: &'a [(&'a str, &'a str)],
    pub before: Option<Before<'a>>,
}

/// Reads what was typed into a form: fields by the names that the columns have in files (`from`, `summary_es`, `label`), texts as a file
/// says them. References are codes or names. A column that is not among the fields stays as it was before; of a new row it is empty.
///
/// `Broken` where the table has no such column: a form is made from the table.
pub async fn read_row(
    db: &impl ConnectionTrait,
    table: &'static Table,
    fields: &[(&str, &str)],
    before: Option<Before<'_>>,
) -> Result<ReadRow> {
    let mut read = read_rows(db, table, &[TypedFields { fields, before }]).await?;
    read.pop().ok_or_else(|| Error::Broken("a row was typed and not read".into()))
}

/// Reads what was typed of several rows of a table, as [`read_row`] does: as many statements as for one.
pub async fn read_rows(
    db: &impl ConnectionTrait,
    table: &'static Table,
    typed: &[TypedFields<'_>],
) -> Result<Vec<ReadRow>> {
    let mut rows: Vec<(Row, WrongCells)> = vec![];
    for TypedFields { fields, before } in typed {
        for (name, _) in *fields {
            let text = |column: &&str| {
                language_column(table, column).is_some() || original_column(table, column).is_some()
            };
            if named(table, name).is_none() && !text(&name) {
                return Err(Error::Broken(format!("{} has no column {name}", table.name)));
            }
        }
        let mut wrong: WrongCells = vec![];
        let row = row(table, fields, *before, &mut wrong);
        rows.push((row, wrong));
    }
    let all: Vec<&Row> = rows.iter().map(|(row, _)| row).collect();
    let references = names::references(db, None, table, &all).await?;
    let read = rows.into_iter().zip(typed);
    Ok(read.map(|((row, wrong), typed)| read_one(table, &row, wrong, typed.before, &references)).collect())
}

/// Reads one row with the records that it refers to.
fn read_one(
    table: &'static Table,
    row: &Row,
    mut wrong: WrongCells,
    before: Option<Before<'_>>,
    references: &References,
) -> ReadRow {
    let given = cells::values(table, row, references, &mut wrong);
    let mut kinds = references.kinds.clone();
    let values = match before {
        Some(before) => {
            for column in table.columns {
                if let (Kind::Ref(kind), Some(Cell::Int(id))) = (column.kind, before.values.get(column.name))
                {
                    kinds.trust(*id, kind);
                }
            }
            merged(table, row, before.values, &given)
        }
        None => with_every_column(table, given),
    };
    let record = table.kind().map(|_| cells::record(table, row, before.and_then(|b| b.record), &mut wrong));
    let fault = |(column, message): (String, _)| {
        let texts = language_column(table, &column).map_or(column.as_str(), |(texts, _)| texts);
        Some(Fault { row: 0, column: named(table, texts)?, message })
    };
    ReadRow { values, record, kinds, faults: wrong.into_iter().filter_map(fault).collect() }
}

/// The fields as a row of a file. A text that no column may hold is left out and noted.
fn row(
    table: &'static Table,
    fields: &[(&str, &str)],
    before: Option<Before<'_>>,
    wrong: &mut WrongCells,
) -> Row {
    let (mut header, mut cells) = (vec![], vec![]);
    for (name, text) in fields {
        match rules::control_character(text) {
            Some(character) => wrong.push((name.to_string(), rules::has_control_character(character))),
            None => {
                header.push(name.to_string());
                cells.push(kept(text.to_string()));
            }
        }
    }
    // an amount is read in the currency of its row
    for column in table.columns {
        if let Kind::Money(currency) = column.kind
            && !header.iter().any(|name| name == currency)
            && let Some(text) = before.and_then(|before| before.values.get(currency)?.text())
        {
            header.push(currency.to_string());
            cells.push(text.to_string());
        }
    }
    Row { header: Arc::new(Header::of(table, &header, None)), place: FileRow { file: 0, row: 0 }, cells }
}

/// The column of this name, also where it is one that all records or facts have.
fn named(table: &'static Table, name: &str) -> Option<&'static str> {
    let own = table.columns.iter().chain(FACT_COLUMNS).map(|column| column.name);
    own.chain(FOR_RECORDS.iter().copied()).find(|column| *column == name)
}
