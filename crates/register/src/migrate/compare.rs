//! Compares the tables of a database with those it should have.

use decapolis_words::errors::Result;
use sea_orm::{ConnectionTrait, Statement};

use super::live::{Live, LiveTable};
use crate::db::Transaction;
use crate::schema::Tables;
use crate::shape::{ColumnShape, Shape};

#[derive(Debug, Default)]
pub struct Plan {
    /// In the order they are run.
    pub statements: Vec<String>,
    /// What cannot be mended by adding, in words for the operator: names of tables and columns.
    pub differs: Vec<String>,
}

/// Compares what should be there with what is.
pub async fn compare(tx: &Transaction, wanted: &[Shape], live: &Live, tables: Tables) -> Result<Plan> {
    let backend = tx.get_database_backend();
    let mut plan = Plan::default();
    for shape in wanted {
        let Some(there) = live.tables.get(&shape.name) else {
            plan.statements.extend(shape.create(backend));
            continue;
        };
        let differs = differences(shape, there);
        if differs.is_empty() {
            plan.statements.extend(additions(shape, there, backend));
        } else if never_held_a_row(tx, shape, live, tables).await? {
            plan.statements.push(format!("DROP TABLE \"{}\"", shape.name));
            plan.statements.extend(shape.create(backend));
        } else {
            plan.differs.extend(differs);
        }
    }
    Ok(plan)
}

/// Columns that differ from what they should be, or should not be there.
fn differences(shape: &Shape, there: &LiveTable) -> Vec<String> {
    let mut all = vec![];
    for column in &shape.columns {
        let name = format!("{}.{}", shape.name, column.name);
        match there.columns.get(&column.name) {
            None if column.null => {}
            None => all.push(format!("{name}: missing, and it must not be empty")),
            Some(live) => {
                if live.stores != Some(column.stores) {
                    all.push(format!("{name}: {}", live.named));
                }
                // a primary key is never empty, whatever SQLite says of it
                if live.null != column.null && !shape.key.contains(&column.name.as_str()) {
                    all.push(format!(
                        "{name}: {}",
                        if live.null { "may be empty" } else { "must not be empty" }
                    ));
                }
                if live.refers.is_some() != column.refers {
                    all.push(format!(
                        "{name}: {}",
                        if column.refers { "refers to nothing" } else { "refers to another table" }
                    ));
                }
            }
        }
    }
    let unknown = there.columns.keys().filter(|name| !shape.columns.iter().any(|c| c.name == **name));
    all.extend(unknown.map(|name| format!("{}.{name}: unknown to this version", shape.name)));
    all
}

/// Adds missing columns and indexes. An index that differs is made again: it holds no data of its own.
fn additions(shape: &Shape, there: &LiveTable, backend: sea_orm::DbBackend) -> Vec<String> {
    let missing = |column: &&ColumnShape| !there.columns.contains_key(&column.name);
    let mut all: Vec<String> =
        shape.columns.iter().filter(missing).map(|column| shape.add_column(column, backend)).collect();
    for index in &shape.indexes {
        match there.indexes.get(&index.name) {
            Some(live) if live == index => continue,
            Some(_) => all.push(format!("DROP INDEX \"{}\"", index.name)),
            None => {}
        }
        all.push(shape.create_index(index, backend));
    }
    all
}

/// Whether a table never held a row: then it can be dropped and made again. This is never so for `records`, to which all others refer.
async fn never_held_a_row(tx: &Transaction, shape: &Shape, live: &Live, tables: Tables) -> Result<bool> {
    let Some(table) = tables.0.iter().find(|t| [t.name, t.history].contains(&shape.name.as_str())) else {
        return Ok(false);
    };
    for name in [table.name, table.history].into_iter().filter(|name| live.tables.contains_key(*name)) {
        let ask = Statement::from_string(
            tx.get_database_backend(),
            format!("SELECT CAST(1 AS bigint) FROM \"{name}\" LIMIT 1"),
        );
        if tx.query_one_raw(ask).await?.is_some() {
            return Ok(false);
        }
    }
    Ok(true)
}
