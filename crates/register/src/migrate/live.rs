//! Reads the tables of a database as it describes them itself.

use std::collections::BTreeMap;

use decapolis_words::errors::Result;
use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::db::Transaction;
use crate::shape::{IndexShape, Stores};

#[derive(Debug, Default)]
pub struct Live {
    pub tables: BTreeMap<String, LiveTable>,
}

#[derive(Debug, Default)]
pub struct LiveTable {
    pub columns: BTreeMap<String, LiveColumn>,
    /// Without those of primary keys.
    pub indexes: BTreeMap<String, IndexShape>,
}

#[derive(Debug)]
pub struct LiveColumn {
    /// As the database calls it.
    pub named: String,
    pub stores: Option<Stores>,
    pub null: bool,
    /// The table it refers to.
    pub refers: Option<String>,
}

const SQLITE: [&str; 3] = [
    "SELECT m.name, c.name, lower(c.type), CASE c.\"notnull\" WHEN 1 THEN 'no' ELSE 'yes' END FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'",
    "SELECT m.name, l.name, i.name, CASE l.\"unique\" WHEN 1 THEN 'yes' ELSE 'no' END FROM sqlite_master m JOIN pragma_index_list(m.name) l JOIN pragma_index_info(l.name) i WHERE m.type = 'table' AND l.origin = 'c' ORDER BY l.name, i.seqno",
    "SELECT m.name, f.\"from\", f.\"table\", '' FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'",
];
const POSTGRES: [&str; 3] = [
    "SELECT c.table_name::text, c.column_name::text, c.data_type::text, lower(c.is_nullable::text) FROM information_schema.columns c JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'",
    "SELECT t.relname::text, n.relname::text, a.attname::text, CASE WHEN i.indisunique THEN 'yes' ELSE 'no' END FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_class n ON n.oid = i.indexrelid JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (i.indkey) WHERE NOT i.indisprimary AND t.relnamespace = current_schema()::regnamespace ORDER BY n.relname, array_position(i.indkey::int2[], a.attnum)",
    "SELECT t.relname::text, a.attname::text, r.relname::text, '' FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class r ON r.oid = c.confrelid JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) WHERE c.contype = 'f' AND t.relnamespace = current_schema()::regnamespace",
];

impl Live {
    pub async fn read(tx: &Transaction) -> Result<Live> {
        let backend = tx.get_database_backend();
        let rows = async |sql: &str| -> Result<Vec<[String; 4]>> {
            let rows = tx.query_all_raw(Statement::from_string(backend, sql)).await?;
            let text = |row: &sea_orm::QueryResult, n: usize| {
                row.try_get_by_index::<Option<String>>(n).map(Option::unwrap_or_default)
            };
            rows.iter().map(|row| Ok([text(row, 0)?, text(row, 1)?, text(row, 2)?, text(row, 3)?])).collect()
        };
        let [columns, indexes, references] = if backend == DbBackend::Sqlite { SQLITE } else { POSTGRES };
        let mut live = Live::default();
        for [table, name, named, null] in rows(columns).await? {
            let column =
                LiveColumn { stores: Stores::named(&named), named, null: null == "yes", refers: None };
            live.tables.entry(table).or_default().columns.insert(name, column);
        }
        for [table, name, column, unique] in rows(indexes).await? {
            let table = live.tables.entry(table).or_default();
            let new = IndexShape { name: name.clone(), columns: vec![], unique: unique == "yes" };
            table.indexes.entry(name).or_insert(new).columns.push(column);
        }
        for [table, column, to, _] in rows(references).await? {
            if let Some(column) = live.tables.get_mut(&table).and_then(|t| t.columns.get_mut(&column)) {
                column.refers = Some(to);
            }
        }
        Ok(live)
    }
}
