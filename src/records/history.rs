//! What was done to a record: the entries that wrote it or a fact that refers to it.

use decapolis_register::journal::{JournalNo, Past, RowId, past_of};
use decapolis_register::panels::Panel;
use decapolis_register::table::{RECORDS, Table};
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query, SelectStatement, UnionType};

/// The latest entries that wrote the record with this id, or a row of its panels, the newest first.
pub async fn of_record(
    db: &impl ConnectionTrait,
    table: &'static Table,
    panels: impl Iterator<Item = &'static Panel>,
    id: RowId,
    most: u64,
) -> Result<Vec<Past>> {
    let mut of: Vec<Rows> = vec![(&RECORDS, "id", None), (table, "id", None)];
    for panel in panels {
        if !of.iter().any(|(table, by, _)| table.name == panel.table.name && *by == panel.by) {
            of.push((panel.table, panel.by, panel.through));
        }
    }
    entries(db, &of, id, most).await
}

/// The latest entries that wrote one row, the newest first.
pub async fn of_row(
    db: &impl ConnectionTrait,
    table: &'static Table,
    id: RowId,
    most: u64,
) -> Result<Vec<Past>> {
    entries(db, &[(table, "id", None)], id, most).await
}

/// The latest entries that wrote facts of one table about a record, the newest first.
pub async fn of_facts(
    db: &impl ConnectionTrait,
    (table, by): (&'static Table, &'static str),
    record: RowId,
    most: u64,
) -> Result<Vec<Past>> {
    entries(db, &[(table, by, None)], record, most).await
}

/// Rows of a table by a column that refers to the record, or to a record of another table that refers to it.
type Rows = (&'static Table, &'static str, Option<(&'static Table, &'static str)>);

async fn entries(db: &impl ConnectionTrait, of: &[Rows], id: RowId, most: u64) -> Result<Vec<Past>> {
    let mut all: Option<SelectStatement> = None;
    for (table, by, through) in of {
        // a version is written by one entry and superseded by another
        for (rows, entry) in
            [(table.name, "recorded"), (table.history, "recorded"), (table.history, "superseded")]
        {
            let numbers = Query::select()
                .expr_as(Expr::col(entry), "number")
                .from(rows)
                .and_where(match through {
                    None => Expr::col(*by).eq(id),
                    Some((owners, column)) => Expr::col(*by).in_subquery(
                        Query::select()
                            .column("id")
                            .from(owners.name)
                            .and_where(Expr::col(*column).eq(id))
                            .to_owned(),
                    ),
                })
                .to_owned();
            match &mut all {
                Some(all) => drop(all.union(UnionType::Distinct, numbers)),
                None => all = Some(numbers),
            }
        }
    }
    let Some(all) = all else { return Ok(vec![]) };
    let ask = Query::select()
        .column("number")
        .from_subquery(all, "e")
        .order_by("number", Order::Desc)
        .limit(most)
        .to_owned();
    let mut numbers: Vec<JournalNo> = vec![];
    for row in db.query_all(&ask).await? {
        numbers.push(row.try_get_by_index(0)?);
    }
    past_of(db, &numbers).await
}
