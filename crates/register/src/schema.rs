//! The schema of a register, made from its tables' descriptions.

use std::sync::LazyLock;

use decapolis_words::errors::{Error, Result};
use decapolis_words::languages;
use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::db::Db;
use crate::derived::{self, Derived};
use crate::duplicates::spellings;
use crate::name_order;
use crate::search;
use crate::shape::{ColumnShape, IndexShape, Shape, Stores};
use crate::table::{RECORDS, Table};
use crate::unversioned::Unversioned;

/// The tables a program keeps: `records` first, then those of its modules, each after the tables it refers to; and the tables without
/// versions.
#[derive(Clone, Copy)]
pub struct Tables(pub &'static [&'static Table], pub &'static [&'static Unversioned]);

impl Tables {
    /// The tables that a program keeps, and the indexes that its journal keeps beside them. The program calls it once at start.
    pub fn hand_in(
        tables: &'static [&'static Table],
        unversioned: &'static [&'static Unversioned],
        derived: &'static [&'static dyn Derived],
    ) -> Tables {
        derived::hand_in(derived);
        Tables(tables, unversioned)
    }
    /// `records` and all others, each after those it refers to.
    pub fn all(self) -> impl Iterator<Item = &'static Table> {
        std::iter::once(&RECORDS).chain(self.0.iter().copied())
    }
    /// The table of this name; `records` is not among them.
    pub fn named(self, name: &str) -> Option<&'static Table> {
        self.0.iter().copied().find(|t| t.name == name)
    }
    /// The table that holds what records of this kind have besides.
    pub fn of_kind(self, kind: &str) -> Option<&'static Table> {
        self.0.iter().copied().find(|t| t.kind() == Some(kind))
    }
}

/// Tables that are not versioned: the counter whose lock orders the writers, the journal, what each entry touched, the last entry that
/// touched each table, and the mark of the schema itself.
fn bookkeeping() -> Vec<Shape> {
    let table = |name: &str,
                 key: &[&'static str],
                 columns: &[(&str, Stores, bool)],
                 indexes: &[(&str, &[&str])]| Shape {
        name: name.into(),
        columns: columns.iter().map(|(name, stores, null)| ColumnShape::new(name, *stores, *null)).collect(),
        key: key.to_vec(),
        indexes: indexes
            .iter()
            .map(|(name, columns)| IndexShape {
                name: name.to_string(),
                columns: columns.iter().map(|c| c.to_string()).collect(),
                unique: false,
            })
            .collect(),
    };
    use Stores::{Text, Whole};
    vec![
        table(
            "counter",
            &["id"],
            &[("id", Whole, false), ("journal", Whole, false), ("row", Whole, false), ("clock", Whole, true)],
            &[],
        ),
        table(
            "journal",
            &["number"],
            &[
                ("number", Whole, false),
                ("instant", Whole, false),
                ("day", Whole, false),
                ("actor", Text, false),
                ("action", Text, false),
                ("batch", Text, true),
                ("reason", Text, true),
                ("undoes", Text, true),
                ("chain", Text, true),
            ],
            &[("journal_day", &["day", "number"]), ("journal_batch", &["batch"])],
        ),
        table(
            "touched",
            &["name", "number"],
            &[
                ("number", Whole, false),
                ("name", Text, false),
                ("rows", Text, false),
                ("ended", Text, false),
                ("digest", Text, false),
            ],
            &[("touched_number", &["number"])],
        ),
        table("heads", &["name"], &[("name", Text, false), ("number", Whole, false)], &[]),
        table(
            "schema_stamp",
            &[],
            &[("stamp", Text, false), ("version", Text, true), ("steps", Text, true)],
            &[],
        ),
    ]
}

/// Every table of a register, each after those it refers to.
pub fn shapes(tables: Tables) -> Vec<Shape> {
    let versioned = tables.all().flat_map(|table| [Shape::of(table, false), Shape::of(table, true)]);
    let unversioned = tables.1.iter().map(|table| table.shape());
    bookkeeping().into_iter().chain([spellings::shape()]).chain(versioned).chain(unversioned).collect()
}

/// The names of the steps that bring older rows to what this version keeps, the oldest first; [`crate::migrate::STEPS`] says what each
/// does. A name is never taken out: a register may still need its step.
pub static STEP_NAMES: LazyLock<Vec<&str>> =
    LazyLock::new(|| FIRST_STEPS.into_iter().chain(languages().filter_map(order_names_in)).collect());

/// The steps that do not belong to one language.
pub(crate) const FIRST_STEPS: [&str; 5] = [
    "seal-rows-and-chain-the-journal",
    "spell-records",
    "index-words-of-names",
    "order-names-by-language",
    "index-words-for-every-sqlite",
];

/// The step of a language that came after the last of [`FIRST_STEPS`], which ordered the names in these three.
fn order_names_in(language: &str) -> Option<&'static str> {
    (!["en", "es", "fr"].contains(&language)).then(|| &*format!("order-names-in-{language}").leak())
}

/// A short mark of what a program keeps: the schema's text, and the steps that bring older rows to it. Two programs with the same mark
/// keep the same. (FNV-1a, 64 bits.)
pub fn stamp(tables: Tables) -> String {
    let schema = shapes(tables).iter().flat_map(|s| s.create(DbBackend::Sqlite)).collect::<Vec<_>>().concat();
    let hash = schema
        .bytes()
        .chain(STEP_NAMES.iter().flat_map(|name| name.bytes()))
        .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

/// What a database holds.
#[derive(Debug, PartialEq)]
pub enum Standing {
    Empty,
    Ours,
    /// Made by another version, with this stamp.
    Other(String),
}

/// Finds out what a database holds; inside a transaction with the writers' lock the answer stays true.
pub async fn standing(db: &impl ConnectionTrait, tables: Tables) -> Result<Standing> {
    let backend = db.get_database_backend();
    let there = match backend {
        DbBackend::Sqlite => {
            "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_stamp'"
        }
        _ => {
            "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'schema_stamp'"
        }
    };
    let ask = async |sql: &str| db.query_one_raw(Statement::from_string(backend, sql)).await;
    let count: i64 = ask(there)
        .await?
        .ok_or_else(|| Error::Broken("the schema does not answer".into()))?
        .try_get_by_index(0)?;
    if count == 0 {
        return Ok(Standing::Empty);
    }
    let found: String = match ask("SELECT stamp FROM schema_stamp").await? {
        Some(row) => row.try_get_by_index(0)?,
        None => return Ok(Standing::Other(String::new())),
    };
    Ok(if found == stamp(tables) { Standing::Ours } else { Standing::Other(found) })
}

/// Makes the tables of an empty database, all or none. Where another process has just made them, they are its.
pub async fn make(db: &Db, tables: Tables) -> Result<()> {
    let tx = db.changing_schema().await?;
    if standing(&tx, tables).await? != Standing::Empty {
        tx.rollback().await?;
        return Ok(());
    }
    for sql in shapes(tables).iter().flat_map(|s| s.create(db.backend())) {
        tx.execute_unprepared(&sql).await?;
    }
    for sql in search::create(db.backend()).iter().copied().chain(name_order::create(db.backend())) {
        tx.execute_unprepared(sql).await?;
    }
    tx.execute_unprepared("INSERT INTO counter (id, journal, row) VALUES (1, 0, 0)").await?;
    mark(&tx, tables).await?;
    tx.commit().await?;
    Ok(())
}

/// Writes whose schema this is now: the stamp, the program's version, and every step as done.
pub(crate) async fn mark(db: &impl ConnectionTrait, tables: Tables) -> Result<()> {
    db.execute_unprepared("DELETE FROM schema_stamp").await?;
    db.execute_unprepared(&format!(
        "INSERT INTO schema_stamp (stamp, version, steps) VALUES ('{}', '{}', '{}')",
        stamp(tables),
        env!("CARGO_PKG_VERSION"),
        STEP_NAMES.join(" ")
    ))
    .await?;
    Ok(())
}
