//! Reads the register's version of the rows of a chunk: a few statements for each chunk, each by an index.

use std::collections::{BTreeMap, HashMap};

use decapolis_register::journal::RowId;
use decapolis_register::table::{RECORDS, Table, stored};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::Result;
use sea_orm::{ConnectionTrait, QueryResult, Statement, Value};
use serde_json::json;

use super::lookups;

async fn ask(db: &impl ConnectionTrait, sql: String, values: Vec<Value>) -> Result<Vec<QueryResult>> {
    Ok(db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?)
}

/// The rows of a table that a lookup gives: the id, and what is stored.
async fn rows(
    db: &impl ConnectionTrait,
    table: &Table,
    sql: String,
    list: String,
) -> Result<Vec<(RowId, Values)>> {
    let columns = stored(table);
    let found = ask(db, sql, vec![list.into()]).await?;
    let one = |row: &QueryResult| {
        let values = columns
            .iter()
            .enumerate()
            .map(|(n, (name, kind, _))| Ok((name.clone(), Cell::read_at(row, 1 + n, *kind)?)));
        Ok((row.try_get_by_index(0)?, values.collect::<Result<_>>()?))
    };
    found.iter().map(one).collect()
}

/// The records with these codes: id and kind, by code.
pub(super) async fn codes(
    db: &impl ConnectionTrait,
    codes: &[&str],
) -> Result<HashMap<String, (RowId, String)>> {
    by_code(db, RECORDS.name, codes).await
}

/// The records that once had these codes and were removed: the last of each code.
pub(super) async fn former_codes(
    db: &impl ConnectionTrait,
    codes: &[&str],
) -> Result<HashMap<String, (RowId, String)>> {
    by_code(db, RECORDS.history, codes).await
}

async fn by_code(
    db: &impl ConnectionTrait,
    from: &str,
    codes: &[&str],
) -> Result<HashMap<String, (RowId, String)>> {
    if codes.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = lookups::by_code(db.get_database_backend(), from);
    let found = ask(db, sql, vec![json!(codes).to_string().into()]).await?;
    found
        .iter()
        .map(|row| Ok((row.try_get_by_index(0)?, (row.try_get_by_index(1)?, row.try_get_by_index(2)?))))
        .collect()
}

/// The rows of a table with these ids.
pub(super) async fn by_ids(
    db: &impl ConnectionTrait,
    table: &Table,
    ids: &[RowId],
) -> Result<HashMap<RowId, Values>> {
    Ok(by_list(db, table, "id", ids).await?.into_iter().collect())
}

async fn by_list(
    db: &impl ConnectionTrait,
    table: &Table,
    column: &str,
    list: &[i64],
) -> Result<Vec<(RowId, Values)>> {
    if list.is_empty() {
        return Ok(vec![]);
    }
    let sql = lookups::by_number(db.get_database_backend(), table, column);
    rows(db, table, sql, json!(list).to_string()).await
}

/// The rows of facts whose first column of the owner is one of these records, by id.
pub(super) async fn of_owners(
    db: &impl ConnectionTrait,
    table: &Table,
    column: &str,
    owners: &[i64],
) -> Result<BTreeMap<RowId, Values>> {
    Ok(by_list(db, table, column, owners).await?.into_iter().collect())
}

/// The rows of facts with these natural keys. The values of a key stand in the order of the table's key.
///
/// Keys are asked in groups that are empty in the same places, of which there are a handful.
pub(super) async fn by_keys(
    db: &impl ConnectionTrait,
    table: &Table,
    keys: &[Vec<Cell>],
) -> Result<Vec<(RowId, Values)>> {
    let mut groups: BTreeMap<Vec<bool>, Vec<&Vec<Cell>>> = BTreeMap::new();
    for key in keys {
        groups.entry(key.iter().map(|c| *c == Cell::Null).collect()).or_default().push(key);
    }
    let mut found = vec![];
    for (empty, keys) in groups {
        let sql = lookups::by_key(db.get_database_backend(), table, &empty);
        let keys: Vec<Vec<serde_json::Value>> =
            keys.iter().map(|key| key.iter().map(json_of).collect()).collect();
        found.extend(rows(db, table, sql, json!(keys).to_string()).await?);
    }
    Ok(found)
}

fn json_of(cell: &Cell) -> serde_json::Value {
    match cell {
        Cell::Null => serde_json::Value::Null,
        Cell::Int(n) => json!(n),
        Cell::Number(n) => json!(n),
        Cell::Text(t) => json!(t),
        Cell::Bool(b) => json!(b),
    }
}
