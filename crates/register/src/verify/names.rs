//! Finds out how to name rows that differ: the code of their record, and the day and batch of their entry.

use decapolis_base::Day;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query};

use super::difference::Difference;
use crate::db::Transaction;
use crate::journal::RowId;
use crate::schema::Tables;
use crate::table::{Kind, RECORDS, Table};

/// Adds what the register still knows of each; a few statements for each, and they are few.
pub async fn add(db: &Transaction, tables: Tables, differences: &mut [Difference]) -> Result<()> {
    for difference in differences {
        let entry = Query::select()
            .columns(["day", "batch"])
            .from("journal")
            .and_where(Expr::col("number").eq(difference.entry))
            .to_owned();
        if let Some(row) = db.query_one(&entry).await? {
            difference.day = row.try_get::<i64>("", "day").ok().and_then(Day::from_number);
            difference.batch = row.try_get::<Option<String>>("", "batch").ok().flatten();
        }
        if let (Some(name), Some(id)) = (difference.table, difference.row)
            && let Some(table) = tables.all().find(|t| t.name == name)
        {
            difference.code = code_of(db, table, id).await?;
        }
    }
    Ok(())
}

/// The code of the record that a row is, or of the first one that its key refers to.
async fn code_of(db: &Transaction, table: &Table, id: RowId) -> Result<Option<String>> {
    let record = if table.is_of_records() {
        Some(id)
    } else {
        let hangs_on =
            table.key.iter().find(|name| matches!(table.column(name).map(|c| c.kind), Some(Kind::Ref(_))));
        match hangs_on {
            Some(column) => one::<i64>(db, table, id, column).await?,
            None => None,
        }
    };
    match record {
        Some(record) => one::<String>(db, &RECORDS, record, "code").await,
        None => Ok(None),
    }
}

/// One column of a row, as it says now or said last.
async fn one<T: sea_orm::TryGetable>(
    db: &Transaction,
    table: &Table,
    id: RowId,
    column: &str,
) -> Result<Option<T>> {
    for from in [table.name, table.history] {
        let ask = Query::select()
            .column(Alias::new(column))
            .from(from)
            .and_where(Expr::col("id").eq(id))
            .limit(1)
            .to_owned();
        if let Some(row) = db.query_one(&ask).await? {
            // what was altered may be of another type
            return Ok(row.try_get_by_index::<Option<T>>(0).ok().flatten());
        }
    }
    Ok(None)
}
