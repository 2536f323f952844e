//! What was recorded: the entries of the journal as a person looks for them.

use std::collections::BTreeMap;

use decapolis_base::Day;
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Order, Query, SelectStatement};

use super::JournalNo;
use crate::at_once::{all_at_once, is_one_of};
use crate::kind::Kind;
use crate::value::Cell;

/// An entry of the journal with what it wrote.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    pub number: JournalNo,
    pub day: Option<Day>,
    pub actor: String,
    /// The key of the action: `register.import`.
    pub action: String,
    pub batch: Option<String>,
    pub reason: Option<String>,
    /// The batch that it undid.
    pub undoes: Option<String>,
    /// The batch of the entry that undid it.
    pub undone_by: Option<String>,
    /// The tables it changed, in order of their names.
    pub tables: Vec<String>,
}

/// What stands between the two words of an entry that one person proposed and another accepted: the accepter first.
pub const BY_TWO: char = '+';

/// Whether an entry is this actor's, alone or as one of two.
pub fn is_of(actor: &str) -> Condition {
    let of = || Expr::col("actor");
    Condition::any()
        .add(of().eq(actor))
        .add(of().like(format!("{actor}{BY_TWO}%")))
        .add(of().like(format!("%{BY_TWO}{actor}")))
}

/// The latest entries, the newest first. `action` keeps only entries of that action, and those that undid one; `actor` only those of one.
pub async fn past(
    db: &impl ConnectionTrait,
    action: Option<&str>,
    actor: Option<&str>,
    limit: u64,
) -> Result<Vec<Past>> {
    let mut ask = columns();
    if let Some(actor) = actor {
        ask.cond_where(is_of(actor));
    }
    if let Some(action) = action {
        ask.and_where(Expr::col("action").eq(action).or(Expr::col("undoes").is_not_null()));
    }
    ask.order_by("number", Order::Desc).limit(limit);
    let mut entries = read(db, &ask).await?;
    let Some(oldest) = entries.last().map(|entry| entry.number) else { return Ok(entries) };
    let mut tables = tables_of(db, Expr::col("number").gte(oldest)).await?;
    let undone = undone_since(db, oldest).await?;
    for entry in &mut entries {
        entry.tables = tables.remove(&entry.number).unwrap_or_default();
        entry.undone_by = entry.batch.as_ref().and_then(|batch| undone.get(batch).cloned());
    }
    Ok(entries)
}

/// The entries with these numbers, the newest first. What undid one of them is said where it is one of them too: an undo of a row's change
/// is itself an entry that wrote the row.
pub async fn past_of(db: &impl ConnectionTrait, numbers: &[JournalNo]) -> Result<Vec<Past>> {
    let is_one = || is_one_of(db.get_database_backend(), Expr::col("number"), numbers.iter().copied());
    let ask = columns().and_where(is_one()).order_by("number", Order::Desc).to_owned();
    let mut entries = read(db, &ask).await?;
    let mut tables = tables_of(db, is_one()).await?;
    let undone: BTreeMap<String, String> = entries
        .iter()
        .filter_map(|entry| {
            Some((entry.undoes.clone()?, entry.batch.clone().unwrap_or_else(|| entry.number.to_string())))
        })
        .collect();
    for entry in &mut entries {
        entry.tables = tables.remove(&entry.number).unwrap_or_default();
        entry.undone_by = entry.batch.as_ref().and_then(|batch| undone.get(batch).cloned());
    }
    Ok(entries)
}

/// The columns that [`read`] reads, in its order.
const COLUMNS: [(&str, Kind); 7] = [
    ("number", Kind::Int),
    ("day", Kind::Int),
    ("actor", Kind::Text),
    ("action", Kind::Text),
    ("batch", Kind::Text),
    ("reason", Kind::Text),
    ("undoes", Kind::Text),
];

/// Reads entries, without what they wrote and what undid them.
async fn read(db: &impl ConnectionTrait, ask: &SelectStatement) -> Result<Vec<Past>> {
    let entry = |cells: Vec<Cell>| {
        let mut cells = cells.into_iter();
        let (number, day) = (cells.next()?.int()?, cells.next()?.int()?);
        let mut text = || cells.next().map(|cell| cell.text().map(str::to_string));
        Some(Past {
            number,
            day: Day::from_number(day),
            actor: text()??,
            action: text()??,
            batch: text()?,
            reason: text()?,
            undoes: text()?,
            undone_by: None,
            tables: vec![],
        })
    };
    let read = all_at_once(db, ask.clone(), &COLUMNS).await?.into_iter().map(entry).collect::<Option<_>>();
    read.ok_or_else(|| Error::Broken("an entry of the journal cannot be read".into()))
}

fn columns() -> SelectStatement {
    Query::select().columns(COLUMNS.map(|(name, _)| name)).from("journal").to_owned()
}

/// The tables that each of these entries has changed.
async fn tables_of(db: &impl ConnectionTrait, entries: Expr) -> Result<BTreeMap<JournalNo, Vec<String>>> {
    let ask = Query::select()
        .columns(["number", "name"])
        .from("touched")
        .and_where(entries)
        .order_by("name", Order::Asc)
        .to_owned();
    let mut tables: BTreeMap<JournalNo, Vec<String>> = BTreeMap::new();
    for cells in all_at_once(db, ask, &[("number", Kind::Int), ("name", Kind::Text)]).await? {
        if let [Cell::Int(number), Cell::Text(name)] = cells.as_slice() {
            tables.entry(*number).or_default().push(name.clone());
        }
    }
    Ok(tables)
}

/// The batches that entries from this number on have undone, each with the batch that undid it. Only a later entry can
/// undo a batch.
async fn undone_since(db: &impl ConnectionTrait, oldest: JournalNo) -> Result<BTreeMap<String, String>> {
    let mut ask = columns();
    ask.and_where(Expr::col("number").gte(oldest)).and_where(Expr::col("undoes").is_not_null());
    let mut undone = BTreeMap::new();
    for by in read(db, &ask).await? {
        if let Some(undoes) = by.undoes {
            undone.insert(undoes, by.batch.unwrap_or_else(|| by.number.to_string()));
        }
    }
    Ok(undone)
}
