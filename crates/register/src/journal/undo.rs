//! Takes a batch back, a page of its rows at a time.

use std::collections::BTreeMap;

use decapolis_words::errors::{Error, Result};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, QueryResult, Statement};

use super::{Entry, JournalNo, RowId, Write, pages};
use crate::chain::Layout;
use crate::db::Transaction;
use crate::schema::Tables;
use crate::table::{RECORDS, Table};

/// Writes back, into an open entry, everything that a batch wrote. Gives how many rows are as before.
///
/// Refused when the batch is not there (`error-batch-unknown`), or when something recorded later stands on it
/// (`error-batch-stands-on`, naming the table).
pub async fn take_back(entry: &mut Entry, tables: Tables, batch: &str) -> Result<usize> {
    let ask = Query::select()
        .column("number")
        .from("journal")
        .and_where(Expr::col("batch").eq(batch))
        .order_by("number", sea_orm::sea_query::Order::Desc)
        .to_owned();
    let numbers: Vec<JournalNo> = entry
        .tx
        .query_all(&ask)
        .await?
        .iter()
        .map(|r| r.try_get_by_index(0))
        .collect::<std::result::Result<_, _>>()?;
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
        rows += take_back_entry(entry, tables, number, batch).await?;
    }
    Ok(rows)
}

/// What an entry wrote, on its way back.
struct Taking<'a> {
    number: JournalNo,
    batch: &'a str,
    /// The entry that takes it back.
    by: JournalNo,
}

async fn take_back_entry(entry: &mut Entry, tables: Tables, number: JournalNo, batch: &str) -> Result<usize> {
    let taking = Taking { number, batch, by: entry.number };
    for table in tables.all() {
        taking.refuse_what_was_revised(entry, table).await?;
    }
    // records come back before anything refers to them, and go after everything that referred to them
    let others = || tables.all().skip(1);
    let mut rows = taking.bring_back(entry, &RECORDS).await?;
    for table in others() {
        rows += taking.take_away(entry, table).await?;
    }
    for table in others() {
        rows += taking.bring_back(entry, table).await?;
    }
    rows += taking.take_away(entry, &RECORDS).await?;
    Ok(rows)
}

impl Taking<'_> {
    /// Versions it wrote that were superseded before it is taken back. A later entry superseded them, for which there is an index.
    fn later(&self) -> String {
        format!("recorded = {0} AND superseded > {0} AND superseded <> {1}", self.number, self.by)
    }

    /// Refuses the undo if a later entry revised one of these rows, unless that was taken back too.
    async fn refuse_what_was_revised(&self, entry: &Entry, table: &'static Table) -> Result<()> {
        let (layout, later) = (Layout::of(table), self.later());
        let columns: String = layout.names().map(|name| format!(", \"{name}\"")).collect();
        for (first, last) in pages(&entry.tx, table.history, &later).await? {
            let within = format!("id BETWEEN {first} AND {last}");
            let sql = format!(
                "SELECT id{columns} FROM \"{}\" WHERE {within} AND recorded IN (SELECT number FROM journal WHERE undoes IS NOT NULL)",
                table.name
            );
            let mut undone = BTreeMap::new();
            for row in ask(&entry.tx, sql).await? {
                undone.insert(row.try_get_by_index::<RowId>(0)?, layout.read(&row, 1)?);
            }
            let sql = format!("SELECT id{columns} FROM \"{}\" WHERE {within} AND {later}", table.history);
            for row in ask(&entry.tx, sql).await? {
                if undone.get(&row.try_get_by_index(0)?) != Some(&layout.read(&row, 1)?) {
                    return Err(stands_on(self.batch, table));
                }
            }
        }
        Ok(())
    }

    /// Removes the rows that were not there before it.
    async fn take_away(&self, entry: &mut Entry, table: &'static Table) -> Result<usize> {
        let mut rows = 0;
        for (from, written) in
            [(table.name, format!("recorded = {}", self.number)), (table.history, self.later())]
        {
            for (first, last) in pages(&entry.tx, from, &written).await? {
                let sql = format!(
                    "SELECT id FROM \"{from}\" w WHERE id BETWEEN {first} AND {last} AND {written} \
                     AND NOT EXISTS (SELECT 1 FROM \"{}\" h WHERE h.id = w.id AND h.superseded = {}) ORDER BY id",
                    table.history, self.number
                );
                let ids = ask(&entry.tx, sql).await?;
                let gone = ids
                    .iter()
                    .map(|row| Ok(Write::Remove(row.try_get_by_index(0)?)))
                    .collect::<Result<_>>()?;
                rows += self.revise(entry, table, gone).await?;
            }
        }
        Ok(rows)
    }

    /// Writes again what the entry superseded: first the rows that differ now, then those that are gone.
    async fn bring_back(&self, entry: &mut Entry, table: &'static Table) -> Result<usize> {
        let layout = Layout::of(table);
        let columns: String = layout.names().map(|name| format!(", \"{name}\"")).collect();
        let superseded = format!("superseded = {}", self.number);
        // what is corrected first is recorded by the entry that takes it back
        let wrote_it = format!(
            "(EXISTS (SELECT 1 FROM \"{}\" t WHERE t.id = w.id AND t.recorded IN ({}, {})) OR EXISTS (SELECT 1 FROM \"{}\" h WHERE h.id = w.id AND {}))",
            table.name,
            self.number,
            self.by,
            table.history,
            self.later()
        );
        let (mut rows, pages) = (0, pages(&entry.tx, table.history, &superseded).await?);
        for stands in [true, false] {
            for (first, last) in &pages {
                let sql = format!(
                    "SELECT id{columns} FROM \"{}\" w WHERE id BETWEEN {first} AND {last} AND {superseded} AND {} {wrote_it} ORDER BY id",
                    table.history,
                    if stands { "" } else { "NOT" }
                );
                let mut back = vec![];
                for row in ask(&entry.tx, sql).await? {
                    let id: RowId = row.try_get_by_index(0)?;
                    let values = layout.names().map(str::to_string).zip(layout.read(&row, 1)?).collect();
                    back.push(if stands {
                        Write::Correct(id, values)
                    } else {
                        Write::Insert(Some(id), values)
                    });
                }
                rows += self.revise(entry, table, back).await?;
            }
        }
        Ok(rows)
    }

    async fn revise(&self, entry: &mut Entry, table: &'static Table, writes: Vec<Write>) -> Result<usize> {
        let rows = writes.len();
        entry.revise(table, writes).await.map_err(|error| match error {
            // a row recorded later refers to one of these, says the same fact again, or took away what these refer to
            Error::Broken(text)
                if ["foreign key", "unique"].iter().any(|rule| text.to_lowercase().contains(rule)) =>
            {
                stands_on(self.batch, table)
            }
            other => other,
        })?;
        Ok(rows)
    }
}

async fn ask(tx: &Transaction, sql: String) -> Result<Vec<QueryResult>> {
    Ok(tx.query_all_raw(Statement::from_string(tx.get_database_backend(), sql)).await?)
}

fn stands_on(batch: &str, table: &Table) -> Error {
    Error::refused_with(
        "error-batch-stands-on",
        [("batch", batch.into()), ("table", table.name.into())].into(),
    )
}
