//! The description of each table agrees with the live schema of both databases.

use std::collections::{BTreeMap, BTreeSet};

use decapolis::modules;
use decapolis_register::table::{Holds, Kind, RECORDS, Table, stored};
use sea_orm::{ConnectionTrait, Statement};

use crate::support::{Register, both};

async fn rows(register: &Register, sql: &str, columns: usize) -> Vec<Vec<String>> {
    let rows = register
        .db
        .reader()
        .query_all_raw(Statement::from_string(register.db.backend(), sql))
        .await
        .expect(sql);
    rows.iter()
        .map(|row| {
            (0..columns)
                .map(|n| row.try_get_by_index::<Option<String>>(n).expect(sql).unwrap_or_default())
                .collect()
        })
        .collect()
}

/// Name, type and nullability of the columns of a live table.
async fn live(register: &Register, table: &str) -> BTreeMap<String, (String, bool)> {
    let sql = if register.on_postgres {
        format!(
            "SELECT column_name::text, data_type::text, is_nullable::text FROM information_schema.columns WHERE table_name = '{table}'"
        )
    } else {
        format!(
            "SELECT name, lower(type), CASE \"notnull\" WHEN 1 THEN 'NO' ELSE 'YES' END FROM pragma_table_info('{table}')"
        )
    };
    rows(register, &sql, 3).await.into_iter().map(|r| (r[0].clone(), (r[1].clone(), r[2] == "YES"))).collect()
}

fn described(table: &Table, history: bool, on_postgres: bool) -> BTreeMap<String, (String, bool)> {
    let whole = if on_postgres { "bigint" } else { "integer" };
    let mut all: BTreeMap<String, (String, bool)> = [("id", whole), ("recorded", whole)]
        .map(|(name, kind)| (name.to_string(), (kind.to_string(), false)))
        .into();
    all.insert("seal".into(), (whole.into(), true));
    if !table.personal.is_empty() {
        all.extend(["salt", "veil"].map(|name| (name.to_string(), ("text".to_string(), true))));
    }
    if history {
        all.insert("superseded".into(), (whole.into(), false));
        all.insert("revision".into(), ("text".into(), false));
    }
    for (name, kind, null) in stored(table) {
        let kind = match kind {
            Kind::Text | Kind::Texts | Kind::Choice(_) => "text",
            Kind::Bool => "boolean",
            Kind::Number => {
                if on_postgres {
                    "double precision"
                } else {
                    "double"
                }
            }
            Kind::Ref(_) | Kind::Int | Kind::Money(_) | Kind::Day | Kind::Bound | Kind::Instant => whole,
        };
        all.insert(name, (kind.into(), null));
    }
    all
}

/// The columns of a live table that refer to records.
async fn references(register: &Register, table: &str) -> BTreeSet<String> {
    let sql = if register.on_postgres {
        format!(
            "SELECT a.attname::text FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) WHERE c.contype = 'f' AND c.conrelid = '{table}'::regclass AND c.confrelid = 'records'::regclass"
        )
    } else {
        format!("SELECT \"from\" FROM pragma_foreign_key_list('{table}') WHERE \"table\" = 'records'")
    };
    rows(register, &sql, 1).await.into_iter().map(|r| r[0].clone()).collect()
}

/// The columns of the unique indexes of a live table, without the primary key.
async fn unique(register: &Register, table: &str) -> Vec<String> {
    let sql = if register.on_postgres {
        format!(
            "SELECT string_agg(a.attname::text, ',' ORDER BY array_position(i.indkey::int2[], a.attnum)) FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) WHERE i.indisunique AND NOT i.indisprimary AND i.indrelid = '{table}'::regclass GROUP BY i.indexrelid"
        )
    } else {
        format!(
            "SELECT (SELECT group_concat(name) FROM (SELECT name FROM pragma_index_info(l.name) ORDER BY seqno)) FROM pragma_index_list('{table}') l WHERE l.\"unique\" = 1 AND l.origin <> 'pk'"
        )
    };
    rows(register, &sql, 1).await.into_iter().map(|r| r[0].clone()).collect()
}

#[test]
fn every_table_stands_in_both_databases_as_it_is_described() {
    both(async |register| {
        for table in modules::tables().all() {
            for (name, history) in [(table.name, false), (table.history, true)] {
                assert_eq!(
                    live(register, name).await,
                    described(table, history, register.on_postgres),
                    "{name}"
                );
            }
            assert_eq!(table.history, format!("{}_history", table.name));
        }
    });
}

#[test]
fn the_present_has_keys_and_the_history_has_none() {
    both(async |register| {
        for table in modules::tables().all() {
            let mut wanted: BTreeSet<String> =
                stored(table).into_iter().filter(|c| matches!(c.1, Kind::Ref(_))).map(|c| c.0).collect();
            if matches!(table.holds, Holds::Records(_)) {
                wanted.insert("id".into());
            }
            assert_eq!(references(register, table.name).await, wanted, "{}", table.name);
            let key = if matches!(table.holds, Holds::Facts) { vec![table.key.join(",")] } else { vec![] };
            assert_eq!(unique(register, table.name).await, key, "{}", table.name);
            assert_eq!(references(register, table.history).await, BTreeSet::new(), "{}", table.history);
            assert_eq!(unique(register, table.history).await, [""; 0], "{}", table.history);
        }
    });
}

#[test]
fn no_table_stands_there_that_nobody_describes() {
    both(async |register| {
        let sql = if register.on_postgres {
            "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public'"
        } else {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        };
        let found: BTreeSet<String> =
            rows(register, sql, 1).await.into_iter().map(|r| r[0].clone()).collect();
        let mut wanted: BTreeSet<String> =
            modules::tables().all().flat_map(|t| [t.name, t.history]).map(str::to_string).collect();
        wanted.extend(modules::tables().1.iter().map(|table| table.name.to_string()));
        wanted.extend(
            [
                "counter",
                "journal",
                "touched",
                "heads",
                "schema_stamp",
                "spellings",
                "name_words",
                "name_order",
            ]
            .map(str::to_string),
        );
        if !register.on_postgres {
            // FTS5 keeps its index in its own tables
            wanted.extend(["data", "idx", "content", "config"].map(|part| format!("name_words_{part}")));
        }
        assert_eq!(found, wanted);
    });
}

#[test]
fn a_description_is_whole_in_itself() {
    let tables = modules::tables();
    let kinds: BTreeSet<&str> = tables.0.iter().filter_map(|t| t.kind()).collect();
    assert_eq!(kinds.len(), tables.0.iter().filter(|t| t.kind().is_some()).count(), "a kind has one table");
    for table in tables.0 {
        let names: Vec<String> = stored(table).into_iter().map(|c| c.0).collect();
        let known =
            |name: &str| names.iter().any(|n| n == name) || (name == "code" && table.kind().is_some());
        for name in table
            .key
            .iter()
            .chain(table.indexes.iter().copied().flatten())
            .chain(table.span.iter().flat_map(|(from, until)| [from, until]))
            .chain(table.no_overlap.iter().flat_map(|rule| rule.per))
            .chain(table.personal)
        {
            assert!(known(name), "{}.{name}", table.name);
        }
        for column in table.columns {
            match column.kind {
                Kind::Ref(kind) => assert!(
                    kind.is_empty() || kinds.contains(kind),
                    "{}.{} refers to {kind}",
                    table.name,
                    column.name
                ),
                Kind::Money(currency) => {
                    assert_eq!(
                        table.column(currency).map(|c| c.kind),
                        Some(Kind::Text),
                        "{}.{}",
                        table.name,
                        column.name
                    )
                }
                Kind::Choice(values) => {
                    assert_eq!(
                        values.iter().collect::<BTreeSet<_>>().len(),
                        values.len(),
                        "{}.{}",
                        table.name,
                        column.name
                    )
                }
                _ => {}
            }
        }
        assert!(table.name != RECORDS.name);
    }
}
