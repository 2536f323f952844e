//! Taking a batch back.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, tz::TimeZone};
use sea_orm::sea_query::{Asterisk, Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, QueryResult};

use super::{About, Cell, Entry, JournalNo, RowId, Values, Write};
use crate::db::Db;
use crate::errors::{Error, Result};
use crate::schema::{Tables, stored};
use crate::table::Table;

/// Takes back everything a batch wrote, as an entry of its own.
///
/// Refused when the batch is not there (`error-batch-unknown`), or when something recorded later stands on it
/// (`error-batch-stands-on`, naming the table). Gives the number of the entry and how many rows are as before.
pub async fn undo(db: &Db, tables: Tables, batch: &str, about: &About<'_>, at: Timestamp, zone: &TimeZone) -> Result<(JournalNo, usize)> {
    let mut entry = Entry::open(db, about, at, zone).await?;
    match undo_in(&mut entry, tables, batch).await {
        Ok(rows) => Ok((entry.commit().await?, rows)),
        Err(error) => {
            entry.give_up().await?;
            Err(error)
        }
    }
}

async fn undo_in(entry: &mut Entry, tables: Tables, batch: &str) -> Result<usize> {
    let ask = Query::select()
        .column("number")
        .from("journal")
        .and_where(Expr::col("batch").eq(batch))
        .order_by("number", sea_orm::sea_query::Order::Desc)
        .to_owned();
    let numbers: Vec<JournalNo> =
        entry.tx.query_all(&ask).await?.iter().map(|r| r.try_get_by_index(0)).collect::<std::result::Result<_, _>>()?;
    let undone = Query::select()
        .column("number")
        .from("journal")
        .and_where(Expr::col("undoes").eq(batch))
        .and_where(Expr::col("number").ne(entry.number))
        .to_owned();
    if numbers.is_empty() || entry.tx.query_one(&undone).await?.is_some() {
        return Err(Error::refused_with("error-batch-unknown", [("batch", batch.into())].into()));
    }
    let mut rows = 0;
    for number in numbers {
        rows += take_back(entry, tables, number, batch).await?;
    }
    Ok(rows)
}

async fn take_back(entry: &mut Entry, tables: Tables, number: JournalNo, batch: &str) -> Result<usize> {
    let (mut removals, mut restored) = (vec![], vec![]);
    for table in tables.all() {
        let columns = stored(table);
        let read = |row: &QueryResult| -> Result<Values> {
            columns.iter().map(|(name, kind, _)| Ok((name.clone(), Cell::read(row, name, *kind)?))).collect()
        };
        let now = Query::select().column("id").from(table.name).and_where(Expr::col("recorded").eq(number)).to_owned();
        let mut written: BTreeSet<RowId> =
            entry.tx.query_all(&now).await?.iter().map(|r| r.try_get_by_index(0)).collect::<std::result::Result<_, _>>()?;
        let then = Query::select().column(Asterisk).from(table.history).and_where(Expr::col("superseded").eq(number)).to_owned();
        let mut before: BTreeMap<RowId, Values> = BTreeMap::new();
        for row in entry.tx.query_all(&then).await? {
            before.insert(row.try_get("", "id")?, read(&row)?);
        }
        let later = Query::select()
            .column(Asterisk)
            .from(table.history)
            .and_where(Expr::col("recorded").eq(number))
            .and_where(Expr::col("superseded").ne(entry.number))
            .to_owned();
        for version in entry.tx.query_all(&later).await? {
            let id: RowId = version.try_get("", "id")?;
            // what was revised since, and taken back, stands as this entry wrote it
            let undone = Query::select().column("number").from("journal").and_where(Expr::col("undoes").is_not_null()).to_owned();
            let present = Query::select()
                .column(Asterisk)
                .from(table.name)
                .and_where(Expr::col("id").eq(id))
                .and_where(Expr::col("recorded").in_subquery(undone))
                .to_owned();
            match entry.tx.query_one(&present).await? {
                Some(present) if read(&present)? == read(&version)? => drop(written.insert(id)),
                _ => return Err(stands_on(batch, table)),
            }
        }
        removals.push((table, written.iter().filter(|id| !before.contains_key(id)).map(|id| Write::Remove(*id)).collect::<Vec<_>>()));
        restored.push((
            table,
            before
                .into_iter()
                .map(|(id, values)| if written.contains(&id) { Write::Correct(id, values) } else { Write::Insert(Some(id), values) })
                .collect::<Vec<_>>(),
        ));
    }
    // records come back before anything refers to them, and go after everything that referred to them
    let (records_back, others_back) = (restored.remove(0), restored);
    let (records_gone, others_gone) = (removals.remove(0), removals);
    let mut rows = 0;
    for (table, writes) in std::iter::once(records_back).chain(others_gone).chain(others_back).chain([records_gone]) {
        rows += writes.len();
        entry.revise(table, writes).await.map_err(|error| match error {
            // a row recorded later refers to one of these, says the same fact again, or took away what these refer to
            Error::Broken(text) if ["foreign key", "unique"].iter().any(|rule| text.to_lowercase().contains(rule)) => {
                stands_on(batch, table)
            }
            other => other,
        })?;
    }
    Ok(rows)
}

fn stands_on(batch: &str, table: &Table) -> Error {
    Error::refused_with("error-batch-stands-on", [("batch", batch.into()), ("table", table.name.into())].into())
}
