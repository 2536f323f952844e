//! Compares the heads of the tables with what the entries say they changed. A wrong head would keep numbers from being counted again.

use std::collections::BTreeMap;

use decapolis_words::errors::Result;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, Statement};

use super::difference::{Difference, Report, What};
use crate::db::Transaction;
use crate::journal::JournalNo;
use crate::schema::Tables;

/// Reports every table whose head is not the last entry that changed it.
pub async fn check(db: &Transaction, head: JournalNo, tables: Tables, report: &mut Report) -> Result<()> {
    let ask = Query::select()
        .column("name")
        .expr(Expr::col("number").max())
        .from("touched")
        .and_where(Expr::col("number").lte(head))
        .group_by_col("name")
        .to_owned();
    let mut wanted: BTreeMap<String, JournalNo> = BTreeMap::new();
    for row in db.query_all(&ask).await? {
        wanted.insert(row.try_get_by_index(0)?, row.try_get_by_index(1)?);
    }
    let mut found: BTreeMap<String, JournalNo> = BTreeMap::new();
    let ask = Statement::from_string(db.get_database_backend(), "SELECT name, number FROM heads");
    for row in db.query_all_raw(ask).await? {
        found.insert(row.try_get_by_index(0)?, row.try_get_by_index(1)?);
    }
    let names: std::collections::BTreeSet<&String> = wanted.keys().chain(found.keys()).collect();
    for name in names {
        if wanted.get(name) == found.get(name) {
            continue;
        }
        let entry = wanted.get(name).or(found.get(name)).copied().unwrap_or_default();
        let table = tables.all().find(|table| table.name == *name).map(|table| table.name);
        report.tell(Difference { table, ..What::HeadDiffers.of_entry(entry) });
    }
    Ok(())
}
