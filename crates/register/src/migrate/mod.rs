//! Upgrades a register that an older version made, completely or not at all.
//!
//! What is missing follows from the descriptions of tables: a table, a column that may be empty, or an index.
//! It is added; nothing that holds data is removed or changed. If rows need more than that, a named step does
//! it once. A register that a newer version made, or whose tables differ in another way, is refused, and the
//! refusal says what differs.

mod compare;
mod copy;
mod live;
mod seal_and_chain;

use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::LazyLock;

use decapolis_words::errors::{Error, Result};
use sea_orm::{ConnectionTrait, DbBackend, Statement};

use self::compare::compare;
use self::live::Live;
use crate::db::{Db, Transaction};
use crate::duplicates;
use crate::name_order;
use crate::schema::{self, FIRST_STEPS, STEP_NAMES, Standing, Tables, shapes, standing};
use crate::search;

/// Brings older rows to what this version keeps. It is run once, after the tables are as they should be.
pub struct Step {
    pub name: &'static str,
    pub run: for<'a> fn(&'a Transaction, Tables) -> Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>,
}

/// Every step there ever was, in the order of [`STEP_NAMES`]. A step is never taken out: a register may still need it.
pub static STEPS: LazyLock<Vec<Step>> = LazyLock::new(|| {
    let first = [
        Step { name: FIRST_STEPS[0], run: |tx, tables| Box::pin(seal_and_chain::run(tx, tables)) },
        Step { name: FIRST_STEPS[1], run: |tx, tables| Box::pin(duplicates::index::spell_all(tx, tables)) },
        Step { name: FIRST_STEPS[2], run: |tx, _| Box::pin(search::index_all(tx)) },
        Step { name: FIRST_STEPS[3], run: |tx, _| Box::pin(name_order::index_all(tx)) },
        Step { name: FIRST_STEPS[4], run: |tx, _| Box::pin(search::index_for_every_sqlite(tx)) },
    ];
    let of_languages = STEP_NAMES[FIRST_STEPS.len()..].iter();
    first
        .into_iter()
        .chain(of_languages.map(|name| Step { name, run: |tx, _| Box::pin(name_order::index_all(tx)) }))
        .collect()
});

/// The key of the words of a step. The steps of languages share theirs.
pub fn words_of_step(name: &str) -> String {
    let shared = if FIRST_STEPS.contains(&name) { name } else { FIRST_STEPS[3] };
    format!("upgrade-step-{shared}")
}

/// What an upgrade did to a register.
#[derive(Debug, Default, PartialEq)]
pub struct Migrated {
    /// The stamp before the upgrade.
    pub from: String,
    /// The copy of the register as it was; only for a register in a file.
    pub copy: Option<PathBuf>,
    /// The number of statements that changed its tables.
    pub changes: usize,
    pub steps: Vec<&'static str>,
}

/// Whether an upgrade leaves a copy of the register as it was.
#[derive(Clone, Copy, PartialEq)]
pub enum Keep {
    /// For a register in a file; of one on PostgreSQL the operator keeps backups.
    Copy,
    Nothing,
}

/// Makes this version's register of an older one; `None` where it is one already, also when another process was quicker.
///
/// Refused when a newer version made it (`error-register-newer`), or when its tables differ in more than what is missing
/// (`error-register-differs`). In every case of an error the register is as it was. Open it anew afterwards: connections may know the
/// tables as they were.
pub async fn migrate(db: &Db, tables: Tables, keep: Keep) -> Result<Option<Migrated>> {
    migrate_by(db, tables, keep, &STEPS).await
}

/// Like [`migrate`], with the caller's steps: tests interrupt one.
pub async fn migrate_by(db: &Db, tables: Tables, keep: Keep, steps: &[Step]) -> Result<Option<Migrated>> {
    let tx = db.changing_schema().await?;
    match within(db, &tx, tables, keep, steps).await {
        Ok(Some(migrated)) => {
            tx.commit().await?;
            Ok(Some(migrated))
        }
        Ok(None) => {
            tx.rollback().await?;
            Ok(None)
        }
        Err(error) => {
            let _ = tx.rollback().await;
            Err(error)
        }
    }
}

async fn within(
    db: &Db,
    tx: &Transaction,
    tables: Tables,
    keep: Keep,
    steps: &[Step],
) -> Result<Option<Migrated>> {
    let Standing::Other(from) = standing(tx, tables).await? else { return Ok(None) };
    let live = Live::read(tx).await?;
    let done = steps_done(tx, &live).await?;
    if let Some(newer) = newer(&live, &done, tables, steps) {
        return Err(Error::refused_with("error-register-newer", [("what", newer.into())].into()));
    }
    let plan = compare(tx, &shapes(tables), &live, tables).await?;
    if !plan.differs.is_empty() {
        return Err(Error::refused_with(
            "error-register-differs",
            [("what", plan.differs.join("; ").into())].into(),
        ));
    }
    let copy = match (keep, db.backend()) {
        (Keep::Copy, DbBackend::Sqlite) => Some(copy::before(db, &from).await?),
        _ => None,
    };
    for sql in &plan.statements {
        tx.execute_unprepared(sql).await?;
    }
    let wanting: Vec<&Step> = steps.iter().filter(|s| !done.names.iter().any(|d| d == s.name)).collect();
    for step in &wanting {
        (step.run)(tx, tables).await?;
    }
    schema::mark(tx, tables).await?;
    Ok(Some(Migrated {
        from,
        copy,
        changes: plan.statements.len(),
        steps: wanting.iter().map(|s| s.name).collect(),
    }))
}

/// What the register says of the program that stamped it; nothing before it said so.
#[derive(Default)]
struct Done {
    version: Option<String>,
    names: Vec<String>,
}

async fn steps_done(tx: &Transaction, live: &Live) -> Result<Done> {
    if !live.tables.get("schema_stamp").is_some_and(|t| t.columns.contains_key("steps")) {
        return Ok(Done::default());
    }
    let ask = Statement::from_string(tx.get_database_backend(), "SELECT version, steps FROM schema_stamp");
    let Some(row) = tx.query_one_raw(ask).await? else { return Ok(Done::default()) };
    let (version, steps): (Option<String>, Option<String>) =
        (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
    Ok(Done { version, names: steps.unwrap_or_default().split_whitespace().map(str::to_string).collect() })
}

/// What shows that a newer version made the register: its number, a step or a table that this one does not know.
fn newer(live: &Live, done: &Done, tables: Tables, steps: &[Step]) -> Option<String> {
    let parts = |version: &str| -> Vec<u64> {
        version.split(['.', '-', '+']).map_while(|p| p.parse().ok()).collect()
    };
    if let Some(version) = done.version.as_deref().filter(|v| parts(v) > parts(env!("CARGO_PKG_VERSION"))) {
        return Some(version.to_string());
    }
    if let Some(step) = done.names.iter().find(|name| !steps.iter().any(|s| s.name == name.as_str())) {
        return Some(step.clone());
    }
    let known: Vec<&str> = tables.all().map(|t| t.history).collect();
    // a table with a history is one of the register's; others may be somebody's beside it
    live.tables
        .keys()
        .filter(|name| name.strip_suffix("_history").is_some_and(|present| live.tables.contains_key(present)))
        .find(|name| !known.contains(&name.as_str()))
        .map(|name| name.trim_end_matches("_history").to_string())
}
