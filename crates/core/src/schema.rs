//! The schema of a register, made from its tables' descriptions.

use sea_orm::sea_query::{
    Alias, ColumnDef, ForeignKey, Index, IndexCreateStatement, PostgresQueryBuilder, SqliteQueryBuilder, Table as Sql, TableCreateStatement,
};
use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::db::Db;
use crate::errors::{Error, Result};
use crate::table::{FACT_COLUMNS, Holds, Kind, RECORDS, Table};

/// The tables a program keeps: `records` first, then those of its modules, each after the tables it refers to.
#[derive(Clone, Copy)]
pub struct Tables(pub &'static [&'static Table]);

impl Tables {
    pub fn all(self) -> impl Iterator<Item = &'static Table> {
        std::iter::once(&RECORDS).chain(self.0.iter().copied())
    }
    pub fn named(self, name: &str) -> Option<&'static Table> {
        self.0.iter().copied().find(|t| t.name == name)
    }
    /// The table that holds what records of this kind have besides.
    pub fn of_kind(self, kind: &str) -> Option<&'static Table> {
        self.0.iter().copied().find(|t| t.kind() == Some(kind))
    }
}

/// The columns of a row that are stored, without `id` and `recorded`: a day is two, and facts have their source and nature.
pub fn stored(table: &Table) -> Vec<(String, Kind, bool)> {
    let facts: &[_] = if table.holds == Holds::Facts && table.name != RECORDS.name { FACT_COLUMNS } else { &[] };
    let extra = (table.name == RECORDS.name)
        .then(|| ["sorting", "finding"].map(|name| (name.to_string(), Kind::Text, false)))
        .into_iter()
        .flatten();
    table
        .columns
        .iter()
        .chain(facts)
        .flat_map(|c| c.physical().into_iter().map(move |name| (name, c.kind, !c.required)))
        .chain(extra)
        .collect()
}

fn column(name: &str, kind: Kind, null: bool, backend: DbBackend) -> ColumnDef {
    let mut def = ColumnDef::new(Alias::new(name));
    match kind {
        Kind::Text | Kind::Texts | Kind::Choice(_) => def.text(),
        Kind::Bool => def.boolean(),
        Kind::Number => def.double(),
        Kind::Ref(_) | Kind::Int | Kind::Money(_) | Kind::Day | Kind::Bound => whole(&mut def, backend),
    };
    if !null {
        def.not_null();
    }
    def
}

/// Every whole number is an i64. On SQLite a rowid must be called `integer`.
fn whole(def: &mut ColumnDef, backend: DbBackend) -> &mut ColumnDef {
    if backend == DbBackend::Sqlite { def.integer() } else { def.big_integer() }
}

fn number(name: &str, backend: DbBackend) -> ColumnDef {
    let mut def = ColumnDef::new(Alias::new(name));
    whole(&mut def, backend).not_null();
    def
}

/// The present table (`history` false) or its history: the same columns, without foreign and unique keys.
pub fn create(table: &Table, history: bool, backend: DbBackend) -> (TableCreateStatement, Vec<IndexCreateStatement>) {
    let name = if history { table.history } else { table.name };
    let mut sql = Sql::create();
    sql.table(Alias::new(name));
    let mut id = number("id", backend);
    if !history {
        id.primary_key();
        if matches!(table.holds, Holds::Records(_)) {
            sql.foreign_key(ForeignKey::create().from(Alias::new(name), "id").to(RECORDS.name, "id"));
        }
    }
    sql.col(id);
    for (column_name, kind, null) in stored(table) {
        sql.col(column(&column_name, kind, null, backend));
        if let (Kind::Ref(_), false) = (kind, history) {
            sql.foreign_key(ForeignKey::create().from(Alias::new(name), Alias::new(&column_name)).to(RECORDS.name, "id"));
        }
    }
    sql.col(number("recorded", backend));
    if history {
        sql.col(number("superseded", backend));
        sql.col(ColumnDef::new("revision").text().not_null());
    }
    (sql, indexes(table, history, name))
}

fn indexes(table: &Table, history: bool, name: &str) -> Vec<IndexCreateStatement> {
    let mut all = vec![];
    let mut index = |suffix: String, columns: Vec<&str>, unique: bool| {
        let mut index = Index::create();
        index.name(format!("{name}_{suffix}")).table(Alias::new(name));
        if unique {
            index.unique();
        }
        for c in columns {
            index.col(Alias::new(c));
        }
        all.push(index);
    };
    let key_is_here = matches!(table.holds, Holds::Facts);
    if !history && key_is_here {
        index("key".into(), table.key.to_vec(), true);
    }
    for (n, columns) in table.indexes.iter().enumerate() {
        let mut columns = columns.to_vec();
        columns.extend(["id", "recorded"]);
        if history {
            columns.push("superseded");
        }
        index(n.to_string(), columns, false);
    }
    if history {
        index("id".into(), vec!["id", "recorded"], false);
        index("superseded".into(), vec!["superseded"], false);
    } else {
        // what stands on a record is found without reading the table
        for c in table.columns.iter().filter(|c| matches!(c.kind, Kind::Ref(_))) {
            let covered = table.indexes.iter().any(|i| i[0] == c.name) || (key_is_here && table.key[0] == c.name);
            if !covered {
                index(format!("ref_{}", c.name), vec![c.name], false);
            }
        }
        index("recorded".into(), vec!["recorded"], false);
    }
    all
}

/// Tables that are not versioned: the counter whose lock orders the writers, the journal itself, and the last entry that touched each table.
const BOOKKEEPING: &[&str] = &[
    "CREATE TABLE counter (id bigint PRIMARY KEY, journal bigint NOT NULL, row bigint NOT NULL)",
    "INSERT INTO counter VALUES (1, 0, 0)",
    "CREATE TABLE journal (number bigint PRIMARY KEY, instant bigint NOT NULL, day bigint NOT NULL, actor text NOT NULL, action text NOT NULL, batch text, reason text, undoes text)",
    "CREATE INDEX journal_day ON journal (day, number)",
    "CREATE INDEX journal_batch ON journal (batch)",
    "CREATE TABLE heads (name text PRIMARY KEY, number bigint NOT NULL)",
];

fn statements(tables: Tables, backend: DbBackend) -> Vec<String> {
    let mut all: Vec<String> = BOOKKEEPING.iter().map(|s| s.to_string()).collect();
    for table in tables.all() {
        for history in [false, true] {
            let (create, indexes) = create(table, history, backend);
            match backend {
                DbBackend::Sqlite => {
                    all.push(create.to_string(SqliteQueryBuilder));
                    all.extend(indexes.iter().map(|i| i.to_string(SqliteQueryBuilder)));
                }
                _ => {
                    all.push(create.to_string(PostgresQueryBuilder));
                    all.extend(indexes.iter().map(|i| i.to_string(PostgresQueryBuilder)));
                }
            }
        }
    }
    all
}

/// A short mark of the schema's text: two programs with the same mark keep the same tables. (FNV-1a, 64 bits.)
pub fn stamp(tables: Tables) -> String {
    let hash = statements(tables, DbBackend::Sqlite)
        .concat()
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

/// What stands in the database.
#[derive(Debug, PartialEq)]
pub enum Standing {
    Empty,
    Ours,
    /// Made by another version, with this stamp.
    Other(String),
}

pub async fn standing(db: &Db, tables: Tables) -> Result<Standing> {
    let there = match db.backend() {
        DbBackend::Sqlite => "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_stamp'",
        _ => "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'schema_stamp'",
    };
    let ask = async |sql: &str| db.reader().query_one_raw(Statement::from_string(db.backend(), sql)).await;
    let count: i64 = ask(there).await?.ok_or_else(|| Error::Broken("the schema does not answer".into()))?.try_get_by_index(0)?;
    if count == 0 {
        return Ok(Standing::Empty);
    }
    let found: String = match ask("SELECT stamp FROM schema_stamp").await? {
        Some(row) => row.try_get_by_index(0)?,
        None => return Ok(Standing::Other(String::new())),
    };
    Ok(if found == stamp(tables) { Standing::Ours } else { Standing::Other(found) })
}

/// Makes the tables of an empty database, all or none.
pub async fn make(db: &Db, tables: Tables) -> Result<()> {
    let tx = db.writing().await?;
    for sql in statements(tables, db.backend()) {
        tx.execute_unprepared(&sql).await?;
    }
    // the stamp comes last: a schema that was cut short has none
    tx.execute_unprepared("CREATE TABLE schema_stamp (stamp text NOT NULL)").await?;
    tx.execute_unprepared(&format!("INSERT INTO schema_stamp VALUES ('{}')", stamp(tables))).await?;
    tx.commit().await?;
    Ok(())
}
