//! Finds the journal entry that changed a row after a given entry, and reads what the entry says.

use std::collections::BTreeMap;

use decapolis_base::{Day, isolated};
use decapolis_register::at_once::is_one_of;
use decapolis_register::journal::{JournalNo, RowId};
use decapolis_register::table::{Kind, Table};
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query};

/// A journal entry as the reader of a correction sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Cause {
    pub number: JournalNo,
    pub day: Day,
    /// The role of whoever wrote it.
    pub actor: String,
    pub reason: Option<String>,
    /// The batch it was written as.
    pub batch: Option<String>,
    /// The batch that it undoes.
    pub undoes: Option<String>,
}

/// The most ids in one statement.
const IDS: usize = 5_000;

/// For each of these rows, the last entry after `known` that changed the row itself.
pub async fn rows(
    db: &impl ConnectionTrait,
    tables: &[&'static Table],
    ids: &[RowId],
    known: JournalNo,
) -> Result<BTreeMap<RowId, JournalNo>> {
    let mut last = BTreeMap::new();
    for table in tables {
        latest(db, table, "id", ids, known, &mut last).await?;
    }
    Ok(last)
}

/// For each of these rows, the last entry after `known` that changed a record the row names, such as the person of a
/// mandate. The rows are in `tables`; only the tables `written` since are searched.
pub async fn named(
    db: &impl ConnectionTrait,
    (tables, written): (&[&'static Table], &[&'static Table]),
    ids: &[RowId],
    known: JournalNo,
) -> Result<BTreeMap<RowId, JournalNo>> {
    let mut names: BTreeMap<RowId, Vec<RowId>> = BTreeMap::new();
    for table in tables {
        let columns: Vec<&str> =
            table.columns.iter().filter(|c| matches!(c.kind, Kind::Ref(_))).map(|c| c.name).collect();
        for chunk in ids.chunks(IDS).filter(|_| !columns.is_empty()) {
            let mut ask = Query::select();
            ask.column("id").from(Alias::new(table.name)).and_where(is_one_of(
                db.get_database_backend(),
                Expr::col("id"),
                chunk.iter().copied(),
            ));
            for column in &columns {
                ask.column(Alias::new(*column));
            }
            for row in db.query_all(&ask).await? {
                let named = names.entry(row.try_get("", "id")?).or_default();
                for column in &columns {
                    named.extend(row.try_get::<Option<RowId>>("", column)?);
                }
            }
        }
    }
    let all: Vec<RowId> = names.values().flatten().copied().collect();
    let changed = rows(db, written, &all, known).await?;
    let last = |named: &Vec<RowId>| {
        named
            .iter()
            .filter_map(|id| changed.get(id))
            .copied()
            .fold(None, |a, b| std::cmp::Ord::max(a, Some(b)))
    };
    Ok(names.iter().filter_map(|(row, named)| Some((*row, last(named)?))).collect())
}

/// For each of these records, the last entry after `known` that changed a row referring to it.
pub async fn referring(
    db: &impl ConnectionTrait,
    tables: &[&'static Table],
    ids: &[RowId],
    known: JournalNo,
) -> Result<BTreeMap<RowId, JournalNo>> {
    let mut last = BTreeMap::new();
    for table in tables {
        for column in table.columns.iter().filter(|c| matches!(c.kind, Kind::Ref(_))) {
            latest(db, table, column.name, ids, known, &mut last).await?;
        }
    }
    Ok(last)
}

async fn latest(
    db: &impl ConnectionTrait,
    table: &'static Table,
    column: &'static str,
    ids: &[RowId],
    known: JournalNo,
    last: &mut BTreeMap<RowId, JournalNo>,
) -> Result<()> {
    for chunk in ids.chunks(IDS) {
        for (name, entry) in [(table.name, "recorded"), (table.history, "superseded")] {
            let ask = Query::select()
                .column(Alias::new(column))
                .expr(Expr::col(entry).max())
                .from(Alias::new(name))
                .and_where(Expr::col(entry).gt(known))
                .and_where(is_one_of(
                    db.get_database_backend(),
                    Expr::col(Alias::new(column)),
                    chunk.iter().copied(),
                ))
                .group_by_col(Alias::new(column))
                .to_owned();
            for row in db.query_all(&ask).await? {
                let (id, number): (RowId, JournalNo) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
                let before = last.entry(id).or_insert(number);
                *before = std::cmp::Ord::max(*before, number);
            }
        }
    }
    Ok(())
}

/// The journal's text of these entries.
pub async fn of(
    db: &impl ConnectionTrait,
    numbers: impl IntoIterator<Item = JournalNo>,
) -> Result<BTreeMap<JournalNo, Cause>> {
    let numbers: std::collections::BTreeSet<JournalNo> = numbers.into_iter().collect();
    let numbers: Vec<JournalNo> = numbers.into_iter().collect();
    let mut all = BTreeMap::new();
    for chunk in numbers.chunks(IDS) {
        let ask = Query::select()
            .columns(["number", "day", "actor", "batch", "reason", "undoes"])
            .from("journal")
            .and_where(is_one_of(db.get_database_backend(), Expr::col("number"), chunk.iter().copied()))
            .to_owned();
        for row in db.query_all(&ask).await? {
            let number = row.try_get("", "number")?;
            all.insert(
                number,
                Cause {
                    number,
                    day: Day::from_number(row.try_get("", "day")?).unwrap_or(Day::FIRST),
                    actor: row.try_get("", "actor")?,
                    reason: row
                        .try_get::<Option<String>>("", "reason")?
                        .map(|reason| isolated(&reason).into_owned()),
                    batch: row.try_get("", "batch")?,
                    undoes: row.try_get("", "undoes")?,
                },
            );
        }
    }
    Ok(all)
}
