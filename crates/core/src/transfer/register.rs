//! What the register holds of the rows of a chunk: a few statements for each chunk, whatever its size, each by an index.
//!
//! A list goes in as one JSON parameter, so that the text of a statement is always the same.

use std::collections::{BTreeMap, HashMap};

use sea_orm::{ConnectionTrait, DbBackend, QueryResult, Statement, Value};
use serde_json::json;

use crate::errors::Result;
use crate::journal::{Cell, RowId, Values};
use crate::schema::stored;
use crate::table::{Kind, RECORDS, Table};

async fn ask(db: &impl ConnectionTrait, sql: String, values: Vec<Value>) -> Result<Vec<QueryResult>> {
    Ok(db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?)
}

/// The statement's text for each database.
fn either(db: &impl ConnectionTrait, sqlite: &str, postgres: &str) -> String {
    if db.get_database_backend() == DbBackend::Sqlite { sqlite } else { postgres }.to_string()
}

/// Stored columns of a row of this table.
pub(super) fn values(table: &Table, row: &QueryResult) -> Result<Values> {
    stored(table).iter().map(|(name, kind, _)| Ok((name.clone(), Cell::read(row, name, *kind)?))).collect()
}

/// The records with these codes: id and kind, by code.
pub(super) async fn codes(db: &impl ConnectionTrait, codes: &[&str]) -> Result<HashMap<String, (RowId, String)>> {
    by_code(db, RECORDS.name, codes).await
}

/// The records that once had these codes and were removed: the last of each code.
pub(super) async fn former_codes(db: &impl ConnectionTrait, codes: &[&str]) -> Result<HashMap<String, (RowId, String)>> {
    by_code(db, RECORDS.history, codes).await
}

async fn by_code(db: &impl ConnectionTrait, from: &str, codes: &[&str]) -> Result<HashMap<String, (RowId, String)>> {
    if codes.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = either(
        db,
        "SELECT code, id, kind FROM {from} WHERE code IN (SELECT value FROM json_each(?)) ORDER BY id",
        "SELECT code, id, kind FROM {from} WHERE code = ANY(ARRAY(SELECT json_array_elements_text($1::json))) ORDER BY id",
    );
    let found = ask(db, sql.replace("{from}", from), vec![json!(codes).to_string().into()]).await?;
    found.iter().map(|row| Ok((row.try_get_by_index(0)?, (row.try_get_by_index(1)?, row.try_get_by_index(2)?)))).collect()
}

/// The rows of a table with these ids.
pub(super) async fn by_ids(db: &impl ConnectionTrait, table: &Table, ids: &[RowId]) -> Result<HashMap<RowId, Values>> {
    by_list(db, table, "id", ids).await?.iter().map(|row| Ok((row.try_get("", "id")?, values(table, row)?))).collect()
}

async fn by_list(db: &impl ConnectionTrait, table: &Table, column: &str, list: &[i64]) -> Result<Vec<QueryResult>> {
    if list.is_empty() {
        return Ok(vec![]);
    }
    let sql = either(
        db,
        "SELECT * FROM {table} WHERE \"{column}\" IN (SELECT value FROM json_each(?))",
        "SELECT * FROM {table} WHERE \"{column}\" = ANY(ARRAY(SELECT (json_array_elements_text($1::json))::bigint))",
    );
    let sql = sql.replace("{table}", table.name).replace("{column}", column);
    ask(db, sql, vec![json!(list).to_string().into()]).await
}

/// The rows of facts whose first column of the owner is one of these records, by id.
pub(super) async fn of_owners(db: &impl ConnectionTrait, table: &Table, column: &str, owners: &[i64]) -> Result<BTreeMap<RowId, Values>> {
    by_list(db, table, column, owners).await?.iter().map(|row| Ok((row.try_get("", "id")?, values(table, row)?))).collect()
}

/// The rows of facts with these natural keys. The values of a key stand in the order of the table's key.
///
/// An empty cell of a key equals another empty one, for which no index has an equality: keys are asked in groups that are empty in
/// the same places, of which there are a handful.
pub(super) async fn by_keys(db: &impl ConnectionTrait, table: &Table, keys: &[Vec<Cell>]) -> Result<Vec<(RowId, Values)>> {
    let mut groups: BTreeMap<Vec<bool>, Vec<&Vec<Cell>>> = BTreeMap::new();
    for key in keys {
        groups.entry(key.iter().map(|c| *c == Cell::Null).collect()).or_default().push(key);
    }
    let columns = stored(table);
    let mut found = vec![];
    for (empty, keys) in groups {
        let sqlite = db.get_database_backend() == DbBackend::Sqlite;
        let holds = table.key.iter().enumerate().map(|(n, name)| {
            let whole = columns.iter().find(|c| c.0 == *name).is_some_and(|c| !matches!(c.1, Kind::Text | Kind::Texts | Kind::Choice(_)));
            match (empty[n], sqlite, whole) {
                (true, ..) => format!("t.\"{name}\" IS NULL"),
                (false, true, _) => format!("t.\"{name}\" = k.value->>{n}"),
                (false, false, true) => format!("t.\"{name}\" = (k.value->>{n})::bigint"),
                (false, false, false) => format!("t.\"{name}\" = k.value->>{n}"),
            }
        });
        let holds = holds.collect::<Vec<_>>().join(" AND ");
        let list = if sqlite { "json_each(?) k CROSS JOIN" } else { "json_array_elements($1::json) k(value) JOIN" };
        let sql = format!("SELECT t.* FROM {list} {} t ON {holds}", table.name);
        let keys: Vec<Vec<serde_json::Value>> = keys.iter().map(|key| key.iter().map(json_of).collect()).collect();
        for row in ask(db, sql, vec![json!(keys).to_string().into()]).await? {
            found.push((row.try_get("", "id")?, values(table, &row)?));
        }
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
