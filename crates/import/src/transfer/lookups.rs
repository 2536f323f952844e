//! The statements by which an import finds existing rows in the register. A list is one JSON parameter, so
//! that the text of a statement is always the same.
//!
//! Each statement goes through its list and finds the rows of each value by an index, whatever statistics the
//! database has. Left to choose, PostgreSQL reads a table that grew since its last analysis from end to end,
//! for every chunk of an import.

use sea_orm::{DbBackend, Statement, Value};
use serde_json::json;

use decapolis_register::duplicates;
use decapolis_register::rules::owner_columns;
use decapolis_register::schema::Tables;
use decapolis_register::table::{Kind, RECORDS, Table, stored};

/// A statement, and what it is asked for.
pub struct Lookup {
    pub what: String,
    pub statement: Statement,
}

/// Every sort of statement that an import asks of these tables and of the spellings, with a list of one value: for looking at how a
/// database goes about it.
pub fn lookups(tables: Tables, backend: DbBackend) -> Vec<Lookup> {
    let mut all = vec![];
    let mut add = |what: String, sql: String, list: serde_json::Value| {
        let values: [Value; 1] = [list.to_string().into()];
        all.push(Lookup { what, statement: Statement::from_sql_and_values(backend, sql, values) });
    };
    for from in [RECORDS.name, RECORDS.history] {
        add(format!("{from} by code"), by_code(backend, from), json!(["a"]));
    }
    // what is kept out of files is never imported
    for table in tables.all().filter(|table| table.in_files) {
        add(format!("{} by id", table.name), by_number(backend, table, "id"), json!([1]));
        if let Some(owner) = owner_columns(table) {
            add(format!("{} by {}", table.name, owner[0]), by_number(backend, table, owner[0]), json!([1]));
        }
        if !table.is_of_records() {
            let key: Vec<serde_json::Value> = table
                .key
                .iter()
                .map(|name| if is_text(table, name) { json!("a") } else { json!(1) })
                .collect();
            let full = vec![false; key.len()];
            let may_be_empty =
                |n: &usize| stored(table).iter().any(|(name, _, null)| name == table.key[*n] && *null);
            let with_one_empty =
                (0..key.len()).filter(may_be_empty).map(|n| (0..key.len()).map(|at| at == n).collect());
            for empty in std::iter::once(full).chain(with_one_empty) {
                let emptied = table
                    .key
                    .iter()
                    .zip(&empty)
                    .filter(|(_, empty)| **empty)
                    .map(|(name, _)| format!(" without {name}"));
                add(
                    format!("{} by key{}", table.name, emptied.collect::<String>()),
                    by_key(backend, table, &empty),
                    json!([key]),
                );
            }
        }
    }
    let spelled = duplicates::index::of_spellings(backend, &[1, 2], 50);
    all.push(Lookup { what: "spellings".into(), statement: Statement::from_string(backend, spelled) });
    all
}

/// Code, id and kind of the records with these codes, the newest of each last.
pub(super) fn by_code(backend: DbBackend, from: &str) -> String {
    let holds = format!("t.code = {}", said(backend, None, false));
    format!("{} ORDER BY t.id", each(backend, "t.code, t.id, t.kind", from, &holds))
}

/// The rows that have one of these numbers in this column: the id, and what is stored, in that order.
pub(super) fn by_number(backend: DbBackend, table: &Table, column: &str) -> String {
    each(
        backend,
        &id_and_stored(table),
        table.name,
        &format!("t.\"{column}\" = {}", said(backend, None, true)),
    )
}

/// The facts with these natural keys, of which the cells marked in `empty` are empty. Two empty cells are equal here, which needs
/// `IS NULL`: an index has no equality for them.
pub(super) fn by_key(backend: DbBackend, table: &Table, empty: &[bool]) -> String {
    let holds = table.key.iter().zip(empty).enumerate().map(|(n, (name, empty))| match empty {
        true => format!("t.\"{name}\" IS NULL"),
        false => format!("t.\"{name}\" = {}", said(backend, Some(n), !is_text(table, name))),
    });
    each(backend, &id_and_stored(table), table.name, &holds.collect::<Vec<_>>().join(" AND "))
}

fn id_and_stored(table: &Table) -> String {
    let stored: String = stored(table).iter().map(|(name, ..)| format!(", t.\"{name}\"")).collect();
    format!("t.id{stored}")
}

fn is_text(table: &Table, name: &str) -> bool {
    stored(table)
        .iter()
        .any(|(of, kind, _)| of == name && matches!(kind, Kind::Text | Kind::Texts | Kind::Choice(_)))
}

/// What a value of the list says, or the cell at this place of it.
fn said(backend: DbBackend, place: Option<usize>, whole: bool) -> String {
    match (backend, place) {
        (DbBackend::Sqlite, None) => "k.value".into(),
        (DbBackend::Sqlite, Some(n)) => format!("k.value->>{n}"),
        (_, place) => {
            let text = place.map_or("k.value #>> '{}'".into(), |n| format!("k.value->>{n}"));
            format!("({text}){}", if whole { "::bigint" } else { "" })
        }
    }
}

/// Selects columns of the rows that meet the condition, for each value `k` of the list. OFFSET 0 keeps the condition in its place.
fn each(backend: DbBackend, columns: &str, table: &str, holds: &str) -> String {
    match backend {
        DbBackend::Sqlite => {
            format!("SELECT {columns} FROM json_each(?) k CROSS JOIN \"{table}\" t ON {holds}")
        }
        _ => format!(
            "SELECT {columns} FROM json_array_elements($1::json) k(value) CROSS JOIN LATERAL (SELECT * FROM \"{table}\" t WHERE {holds} OFFSET 0) t"
        ),
    }
}
