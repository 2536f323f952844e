//! The journal, and `revise`: the only function that writes rows of the register.
//!
//! An entry is opened under the lock of one counter row, so the order of its numbers is the order of commits. Each table holds the
//! present; what a revision supersedes moves to `<table>_history` with the two numbers between which it was known.

use std::collections::BTreeMap;

use decapolis_base::Day;
use jiff::{Timestamp, tz::TimeZone};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction, Value};

use crate::chain::{self, Layout, Proof, Salts};
use crate::db::Db;
use crate::errors::{Error, Result};
use crate::likeness;
use crate::schema::stored;
use crate::search;
use crate::table::{Kind, Table};

mod bulk;
mod cell;
mod heads;
mod inserts;
mod undo;

pub use cell::Cell;
pub use heads::{Heads, batch_of, first_day, last, last_by};
pub use undo::undo;

/// The number of a journal entry.
pub type JournalNo = i64;
/// The id of a row, from one sequence over all tables, never used twice.
pub type RowId = i64;

/// Stored columns by their name.
pub type Values = BTreeMap<String, Cell>;

/// One revision of a table.
#[derive(Clone, Debug)]
pub enum Write {
    /// A new row; with the id of its record where the table holds what a kind of record has besides.
    Insert(Option<RowId>, Values),
    /// From now on it is so.
    Change(RowId, Values),
    /// It was never as it was recorded.
    Correct(RowId, Values),
    Remove(RowId),
}

/// What an entry says of itself.
#[derive(Clone, Debug)]
pub struct About<'a> {
    pub actor: &'a str,
    /// `module.verb-noun`, as in the permission and the test.
    pub action: &'a str,
    pub batch: Option<&'a str>,
    pub reason: Option<&'a str>,
    /// The batch this entry takes back.
    pub undoes: Option<&'a str>,
}

/// An open entry: the transaction that may write, and its number.
pub struct Entry {
    tx: DatabaseTransaction,
    number: JournalNo,
    touched: BTreeMap<&'static str, &'static Table>,
    /// Statements that make the indexes which were set aside.
    aside: Vec<String>,
    aside_of_spellings: Vec<String>,
}

/// What a batch is called: its day, and its place in the journal.
fn batch_name(day: Day, number: JournalNo) -> String {
    format!("{day}-{number:04}")
}

impl Entry {
    /// Waits for its turn, takes the next number and writes the entry.
    ///
    /// `at` is the instant of recording; it cannot lie before that of the entry before (`error-recorded-too-early`). `zone` says which
    /// day that instant is.
    pub async fn open(db: &Db, about: &About<'_>, at: Timestamp, zone: &TimeZone) -> Result<Entry> {
        Entry::begin(db, about, Some(at), zone, false).await
    }

    /// The same, as a batch that is named when the entry has its number (its day and number) where `about` does not name it: two writers at
    /// once never choose one name. Without an instant it is the one at which the turn comes.
    pub async fn open_batch(db: &Db, about: &About<'_>, at: Option<Timestamp>, zone: &TimeZone) -> Result<Entry> {
        Entry::begin(db, about, at, zone, about.batch.is_none()).await
    }

    async fn begin(db: &Db, about: &About<'_>, at: Option<Timestamp>, zone: &TimeZone, names: bool) -> Result<Entry> {
        let tx = db.writing().await?;
        let next = Query::update()
            .table("counter")
            .value("journal", Expr::col("journal").add(1i64))
            .and_where(Expr::col("id").eq(1i64))
            .returning_col("journal")
            .to_owned();
        let row = tx.query_one(&next).await?.ok_or_else(|| Error::Broken("the counter of the journal is gone".into()))?;
        let number: JournalNo = row.try_get_by_index(0)?;
        let at = at.unwrap_or_else(Timestamp::now);
        let last = Query::select().columns(["instant", "day"]).from("journal").and_where(Expr::col("number").eq(number - 1)).to_owned();
        if let Some(last) = tx.query_one(&last).await? {
            let (instant, day): (i64, i64) = (last.try_get_by_index(0)?, last.try_get_by_index(1)?);
            if at.as_millisecond() < instant {
                let day = Day::from_number(day).map(|d| d.to_string()).unwrap_or_default();
                return Err(Error::refused_with("error-recorded-too-early", [("day", day.into())].into()));
            }
        }
        let day = Day::from(at.to_zoned(zone.clone()).date());
        let name = names.then(|| batch_name(day, number));
        let text = |t: Option<&str>| Value::String(t.map(str::to_string));
        let insert = Query::insert()
            .into_table("journal")
            .columns(["number", "instant", "day", "actor", "action", "batch", "reason", "undoes"])
            .values_panic([
                number.into(),
                at.as_millisecond().into(),
                day.number().into(),
                about.actor.into(),
                about.action.into(),
                text(name.as_deref().or(about.batch)).into(),
                text(about.reason).into(),
                text(about.undoes).into(),
            ])
            .to_owned();
        tx.execute(&insert).await?;
        Ok(Entry { tx, number, touched: BTreeMap::new(), aside: vec![], aside_of_spellings: vec![] })
    }

    pub fn number(&self) -> JournalNo {
        self.number
    }

    /// The transaction, for reading what the entry has written so far.
    pub fn reading(&self) -> &DatabaseTransaction {
        &self.tx
    }

    /// Ids for so many new rows.
    pub async fn new_ids(&self, count: usize) -> Result<impl Iterator<Item = RowId> + use<>> {
        let count = count as i64;
        let next = Query::update()
            .table("counter")
            .value("row", Expr::col("row").add(count))
            .and_where(Expr::col("id").eq(1i64))
            .returning_col("row")
            .to_owned();
        let row = self.tx.query_one(&next).await?.ok_or_else(|| Error::Broken("the counter of rows is gone".into()))?;
        let last: i64 = row.try_get_by_index(0)?;
        Ok(last - count + 1..=last)
    }

    /// Writes these revisions, in their order, and gives the ids of their rows. Nothing else updates or deletes.
    pub async fn revise(&mut self, table: &'static Table, writes: Vec<Write>) -> Result<Vec<RowId>> {
        if writes.is_empty() {
            return Ok(vec![]);
        }
        self.touched.insert(table.name, table);
        let (columns, layout) = (stored(table), Layout::of(table));
        let wanting = writes.iter().filter(|w| matches!(w, Write::Insert(None, _))).count();
        let mut fresh = self.new_ids(wanting).await?;
        let mut ids = Vec::with_capacity(writes.len());
        let mut inserts = vec![];
        for write in writes {
            match write {
                Write::Insert(id, values) => {
                    let id = id.or_else(|| fresh.next()).ok_or_else(|| Error::Broken("too few row ids".into()))?;
                    ids.push(id);
                    inserts.push((id, values));
                }
                Write::Change(id, values) => ids.push(self.supersede(&layout, &columns, id, "changed", Some(values)).await?),
                Write::Correct(id, values) => ids.push(self.supersede(&layout, &columns, id, "corrected", Some(values)).await?),
                Write::Remove(id) => ids.push(self.supersede(&layout, &columns, id, "removed", None).await?),
            }
        }
        inserts::insert(&self.tx, self.number, &layout, inserts).await?;
        Ok(ids)
    }

    /// Moves the present version of a row to the history, and writes the new one in its place.
    async fn supersede(
        &self,
        layout: &Layout,
        columns: &[(String, Kind, bool)],
        id: RowId,
        ending: &str,
        new: Option<Values>,
    ) -> Result<RowId> {
        let table = layout.table;
        let mut kept: Vec<Alias> = columns.iter().map(|c| Alias::new(&c.0)).collect();
        kept.extend(["id", "recorded"].iter().chain(proving(layout)).map(|name| Alias::new(*name)));
        // what this very entry wrote was never known: it leaves no version behind
        let select = Query::select()
            .columns(kept.clone())
            .expr(Expr::val(self.number))
            .expr(Expr::val(ending))
            .from(table.name)
            .and_where(Expr::col("id").eq(id))
            .and_where(Expr::col("recorded").ne(self.number))
            .to_owned();
        kept.extend([Alias::new("superseded"), Alias::new("revision")]);
        let copy = Query::insert()
            .into_table(table.history)
            .columns(kept)
            .select_from(select)
            .map_err(|e| Error::Broken(e.to_string()))?
            .to_owned();
        self.tx.execute(&copy).await?;
        let done = match new {
            Some(mut values) => {
                self.fill_up(table, columns, id, &mut values).await?;
                let mut update = Query::update();
                update.table(table.name).value("recorded", self.number).and_where(Expr::col("id").eq(id));
                for (name, kind, _) in columns {
                    if let Some(cell) = values.get(name) {
                        update.value(Alias::new(name), cell.value(*kind));
                    }
                }
                let proof = layout.prove(id, self.number, &layout.of_values(&values), &mut Salts::for_rows(1))?;
                for (name, value) in proving(layout).iter().zip(proofs(layout, proof)) {
                    update.value(*name, value);
                }
                self.tx.execute(&update).await?
            }
            None => self.tx.execute(Query::delete().from_table(table.name).and_where(Expr::col("id").eq(id))).await?,
        };
        if done.rows_affected() != 1 {
            return Err(Error::Broken(format!("{} has no row {id}", table.name)));
        }
        Ok(id)
    }

    /// A revision that names some columns only leaves the others as they are; the seal covers all of them.
    async fn fill_up(&self, table: &Table, columns: &[(String, Kind, bool)], id: RowId, values: &mut Values) -> Result<()> {
        let missing: Vec<_> = columns.iter().filter(|(name, ..)| !values.contains_key(name)).collect();
        if missing.is_empty() {
            return Ok(());
        }
        let ask =
            Query::select().columns(missing.iter().map(|c| Alias::new(&c.0))).from(table.name).and_where(Expr::col("id").eq(id)).to_owned();
        if let Some(row) = self.tx.query_one(&ask).await? {
            for (name, kind, _) in missing {
                values.insert(name.clone(), Cell::read(&row, name, *kind)?);
            }
        }
        Ok(())
    }

    /// Ends the entry: the heads of the tables it touched move to its number, it is chained to the one before, and everybody sees it.
    pub async fn commit(mut self) -> Result<JournalNo> {
        self.make_indexes().await?;
        for name in self.touched.keys() {
            let mut head = Query::insert();
            head.into_table("heads").columns(["name", "number"]).values_panic([(*name).into(), self.number.into()]);
            head.on_conflict(OnConflict::column("name").update_column("number").to_owned());
            self.tx.execute(&head).await?;
        }
        likeness::index::keep(&self.tx, self.number, self.touched.values().copied()).await?;
        search::keep(&self.tx, self.number, self.touched.values().copied()).await?;
        self.make_indexes_of_spellings().await?;
        chain::close(&self.tx, self.number, self.touched.values().copied()).await?;
        self.tx.commit().await?;
        Ok(self.number)
    }

    /// Leaves the register as it was; the number is free again.
    pub async fn give_up(self) -> Result<()> {
        Ok(self.tx.rollback().await?)
    }
}

/// The columns that prove a row of this table.
fn proving(layout: &Layout) -> &'static [&'static str] {
    if layout.veils() { &["seal", "salt", "veil"] } else { &["seal"] }
}

fn proofs(layout: &Layout, proof: Proof) -> impl Iterator<Item = Value> {
    let veiled = layout.veils().then_some([Value::String(proof.salt), Value::String(proof.veil)]);
    std::iter::once(Value::BigInt(Some(proof.seal))).chain(veiled.into_iter().flatten())
}
