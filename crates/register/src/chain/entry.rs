//! The chain of an entry: what it says of itself, what it did to each table, and the chain of the entry before.

use std::collections::BTreeMap;

use decapolis_words::errors::{Error, Result};
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query};
use sea_orm::{ConnectionTrait, QueryResult};

use super::contents::{Contents, Event, Walk, Which};
use super::digest::{Digest, hex};
use crate::db::Transaction;
use crate::journal::JournalNo;
use crate::table::Table;

/// A row of the journal.
#[derive(Clone, Debug)]
pub struct JournalEntry {
    pub number: JournalNo,
    pub instant: i64,
    pub day: i64,
    pub actor: String,
    pub action: String,
    pub batch: Option<String>,
    pub reason: Option<String>,
    pub undoes: Option<String>,
    pub chain: Option<String>,
}

impl JournalEntry {
    pub const COLUMNS: [&str; 9] =
        ["number", "instant", "day", "actor", "action", "batch", "reason", "undoes", "chain"];

    /// Reads a row of the journal. A column with a value of the wrong type reads as empty: the chain shows that it was altered.
    pub fn read(row: &QueryResult) -> Result<JournalEntry> {
        let number = |name: &str| row.try_get("", name).unwrap_or_default();
        let text = |name: &str| row.try_get::<Option<String>>("", name).ok().flatten();
        Ok(JournalEntry {
            number: row.try_get("", "number")?,
            instant: number("instant"),
            day: number("day"),
            actor: text("actor").unwrap_or_default(),
            action: text("action").unwrap_or_default(),
            batch: text("batch"),
            reason: text("reason"),
            undoes: text("undoes"),
            chain: text("chain"),
        })
    }
}

/// The entries after this number, in order, at most `most`.
pub async fn entries_after(
    db: &impl ConnectionTrait,
    number: JournalNo,
    most: u64,
) -> Result<Vec<JournalEntry>> {
    let ask = Query::select()
        .columns(JournalEntry::COLUMNS)
        .from("journal")
        .and_where(Expr::col("number").gt(number))
        .order_by("number", Order::Asc)
        .limit(most)
        .to_owned();
    db.query_all(&ask).await?.iter().map(JournalEntry::read).collect()
}

/// What an entry did to a table, as the register keeps it. Text on purpose: what was altered is compared, not understood.
#[derive(Clone, Debug, PartialEq)]
pub struct TableChange {
    pub name: String,
    pub rows: String,
    pub ended: String,
    pub digest: String,
}

impl TableChange {
    pub fn new(table: &Table, contents: &Contents) -> TableChange {
        TableChange {
            name: table.name.into(),
            rows: contents.rows.to_string(),
            ended: contents.ended.to_string(),
            digest: contents.digest.clone(),
        }
    }

    pub fn read(row: &QueryResult) -> Result<TableChange> {
        let text = |name: &str| row.try_get("", name).unwrap_or_default();
        Ok(TableChange {
            name: row.try_get("", "name")?,
            rows: text("rows"),
            ended: text("ended"),
            digest: text("digest"),
        })
    }

    /// Writes it down for an entry.
    pub async fn write(&self, db: &impl ConnectionTrait, entry: JournalNo) -> Result<()> {
        let insert = Query::insert()
            .into_table("touched")
            .columns(["number", "name", "rows", "ended", "digest"])
            .values_panic([
                entry.into(),
                self.name.as_str().into(),
                self.rows.as_str().into(),
                self.ended.as_str().into(),
                self.digest.as_str().into(),
            ])
            .to_owned();
        db.execute(&insert).await?;
        Ok(())
    }
}

/// What these entries touched, in any order of tables.
pub async fn table_changes(
    db: &impl ConnectionTrait,
    first: JournalNo,
    last: JournalNo,
) -> Result<BTreeMap<JournalNo, Vec<TableChange>>> {
    let ask = Query::select()
        .columns(["number", "name", "rows", "ended", "digest"])
        .from("touched")
        .and_where(Expr::col("number").between(first, last))
        .to_owned();
    let mut all: BTreeMap<JournalNo, Vec<TableChange>> = BTreeMap::new();
    for row in db.query_all(&ask).await? {
        all.entry(row.try_get("", "number")?).or_default().push(TableChange::read(&row)?);
    }
    Ok(all)
}

/// The chain of an entry after one whose chain is `before`; the first has an empty one before it.
pub fn chain_of(before: &str, entry: &JournalEntry, changes: &[TableChange]) -> String {
    let mut digest = Digest::of("entry 1");
    digest.text(before);
    digest.whole(entry.number);
    digest.whole(entry.instant);
    digest.whole(entry.day);
    digest.text(&entry.actor);
    digest.text(&entry.action);
    digest.perhaps(entry.batch.as_deref());
    digest.perhaps(entry.reason.as_deref());
    digest.perhaps(entry.undoes.as_deref());
    // by bytes, whatever the collation of the database is
    let mut changes: Vec<&TableChange> = changes.iter().collect();
    changes.sort_by(|a, b| a.name.cmp(&b.name));
    for table in changes {
        for text in [&table.name, &table.rows, &table.ended, &table.digest] {
            digest.text(text);
        }
    }
    hex(&digest.end())
}

/// An entry that was chained: its chain, and the tables in which it left something.
pub struct Closed {
    pub chain: String,
    pub touched: Vec<&'static Table>,
}

/// Ends an entry that is being written: reads back what the database holds of it, and chains it to the one before.
///
/// `Broken` when a row came back other than it was sealed: it must not be committed.
pub async fn close(
    tx: &Transaction,
    number: JournalNo,
    tables: impl Iterator<Item = &'static Table>,
) -> Result<Closed> {
    let (mut changes, mut touched) = (vec![], vec![]);
    for table in tables {
        let mut contents = None;
        let mut walk = Walk::through(tx, table, Which::Last(number)).await?;
        while let Some(event) = walk.next().await? {
            match event {
                Event::Version(version) if version.intact => {}
                Event::Version(version) => {
                    return Err(Error::Broken(format!(
                        "row {} of {} did not come back from the database as it was written",
                        version.id, table.name
                    )));
                }
                Event::Contents(all) => contents = Some(all),
            }
        }
        drop(walk);
        // what an entry wrote and took away again in one leaves nothing
        if let Some(contents) = contents {
            changes.push(TableChange::new(table, &contents));
            touched.push(table);
        }
    }
    for table in &changes {
        table.write(tx, number).await?;
    }
    let ask = Query::select()
        .columns(JournalEntry::COLUMNS)
        .from("journal")
        .and_where(Expr::col("number").is_in([number - 1, number]))
        .order_by("number", Order::Desc)
        .to_owned();
    let rows = tx.query_all(&ask).await?;
    let mut entries = rows.iter().map(JournalEntry::read);
    let entry =
        entries.next().ok_or_else(|| Error::Broken(format!("entry {number} is not in the journal")))??;
    let before = entries.next().transpose()?.and_then(|e| e.chain).unwrap_or_default();
    let chain = chain_of(&before, &entry, &changes);
    write_chain(tx, number, &chain).await?;
    Ok(Closed { chain, touched })
}

pub(crate) async fn write_chain(tx: &Transaction, number: JournalNo, chain: &str) -> Result<()> {
    let update = Query::update()
        .table("journal")
        .value("chain", chain)
        .and_where(Expr::col("number").eq(number))
        .to_owned();
    tx.execute(&update).await?;
    Ok(())
}
