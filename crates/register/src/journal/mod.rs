//! The journal, and `revise`: the only function that writes rows of the register.
//!
//! An entry is opened under the lock of one counter row, so the order of its numbers is the order of commits. Each table holds the
//! present; what a revision supersedes moves to `<table>_history` with the two numbers between which it was known.

use std::collections::BTreeMap;

use decapolis_base::Day;
use decapolis_words::errors::{Error, Result};
use jiff::{Timestamp, tz::TimeZone};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ConnectionTrait, DbErr, Value};

use crate::chain::{self, Closed, Layout};
use crate::db::{Db, Transaction};
use crate::derived;
use crate::table::Table;
use crate::value::Values;

mod accept_clock;
mod bulk;
mod clock;
mod heads;
mod inserts;
mod lost_answer;
mod pages;
mod past;
mod supersede;
mod undo;

pub use accept_clock::accept_clock;
pub use clock::{Clock, LastEntry, Leap, clock, plain};
pub use heads::{Heads, batch_of, day_of, first_day, last, last_by, last_chain};
pub(crate) use pages::pages;
pub use past::{BY_TWO, Past, is_of, past, past_of};
pub use undo::take_back;

pub use crate::value::{JournalNo, RowId};

use clock::At;
use inserts::IfThere;
use supersede::Run;

/// One revision of a table.
#[derive(Clone, Debug)]
pub enum Write {
    /// A new row; with the id of its record where the table holds what a kind of record has besides.
    Insert(Option<RowId>, Values),
    /// A new version of a row: the earlier one was right until this entry. Figures of every day read the new one; its span says when it was so.
    Change(RowId, Values),
    /// A correction: the version that was recorded was never true.
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
    db: Db,
    tx: Transaction,
    number: JournalNo,
    instant: Timestamp,
    day: Day,
    changed_tables: BTreeMap<&'static str, &'static Table>,
    /// Statements that make the indexes which were set aside.
    aside: Vec<String>,
    /// Those of the indexes that are derived from the rows.
    aside_of_derived: Vec<String>,
}

/// What a batch is called: its day, and its place in the journal.
fn batch_name(day: Day, number: JournalNo) -> String {
    format!("{day}-{number:04}")
}

impl Entry {
    /// Waits for its turn, takes the next number and writes the entry.
    ///
    /// `at` is an instant that the operator names; it cannot lie before that of the entry before (`error-recorded-too-early`). Without
    /// one it is the moment at which the turn comes, or the instant of the entry before where the clock is behind it; a clock that has
    /// leapt since the register last saw it is refused (`error-clock-behind`, `error-clock-ahead`) until it is accepted. `zone` says
    /// which day that instant is.
    pub async fn open(
        db: &Db,
        about: &About<'_>,
        at: impl Into<Option<Timestamp>>,
        zone: &TimeZone,
    ) -> Result<Entry> {
        Entry::begin(db, about, at.into().map_or(At::Clock, At::Named), zone, false).await
    }

    /// Opens an entry as a batch. If `about` does not name the batch, its name is the day and the number of the entry, so two writers never
    /// choose the same name.
    pub async fn open_batch(
        db: &Db,
        about: &About<'_>,
        at: impl Into<Option<Timestamp>>,
        zone: &TimeZone,
    ) -> Result<Entry> {
        Entry::begin(db, about, at.into().map_or(At::Clock, At::Named), zone, about.batch.is_none()).await
    }

    async fn begin(db: &Db, about: &About<'_>, at: At, zone: &TimeZone, names: bool) -> Result<Entry> {
        let tx = db.writing().await?;
        match Entry::within(&tx, about, at, zone, names).await {
            Ok((number, instant, day)) => Ok(Entry {
                db: db.clone(),
                tx,
                number,
                instant,
                day,
                changed_tables: BTreeMap::new(),
                aside: vec![],
                aside_of_derived: vec![],
            }),
            Err(error) => {
                tx.rollback().await?;
                Err(error)
            }
        }
    }

    async fn within(
        tx: &Transaction,
        about: &About<'_>,
        at: At,
        zone: &TimeZone,
        names: bool,
    ) -> Result<(JournalNo, Timestamp, Day)> {
        let next = Query::update()
            .table("counter")
            .value("journal", Expr::col("journal").add(1i64))
            .and_where(Expr::col("id").eq(1i64))
            .returning(Query::returning().columns(["journal", "clock"]))
            .to_owned();
        let row = tx
            .query_one(&next)
            .await?
            .ok_or_else(|| Error::Broken("the counter of the journal is gone".into()))?;
        let number: JournalNo = row.try_get_by_index(0)?;
        let clock = clock::at_entry(tx, Timestamp::now(), number - 1, row.try_get_by_index(1)?).await?;
        let instant = clock.instant(at)?;
        if let Some(seen) = clock.to_remember(at) {
            clock::remember(tx, seen).await?;
        }
        let day = clock::day(instant, zone, clock.last);
        let name = names.then(|| batch_name(day, number));
        let text = |t: Option<&str>| Value::String(t.map(str::to_string));
        let insert = Query::insert()
            .into_table("journal")
            .columns(["number", "instant", "day", "actor", "action", "batch", "reason", "undoes"])
            .values_panic([
                number.into(),
                instant.as_millisecond().into(),
                day.number().into(),
                about.actor.into(),
                about.action.into(),
                text(name.as_deref().or(about.batch)).into(),
                text(about.reason).into(),
                text(about.undoes).into(),
            ])
            .to_owned();
        tx.execute(&insert).await?;
        Ok((number, instant, day))
    }

    pub fn number(&self) -> JournalNo {
        self.number
    }

    /// The tables it has written in.
    pub fn tables(&self) -> impl Iterator<Item = &'static Table> + use<'_> {
        self.changed_tables.values().copied()
    }

    /// When it is recorded.
    pub fn instant(&self) -> Timestamp {
        self.instant
    }

    /// The day on which it is recorded, in the zone it was opened in; never before that of the entry before.
    pub fn day(&self) -> Day {
        self.day
    }

    /// The transaction, for reading what the entry has written so far.
    pub fn reading(&self) -> &Transaction {
        &self.tx
    }

    /// Reserves ids for new rows.
    pub async fn new_ids(&self, count: usize) -> Result<impl Iterator<Item = RowId> + use<>> {
        let count = count as i64;
        let next = Query::update()
            .table("counter")
            .value("row", Expr::col("row").add(count))
            .and_where(Expr::col("id").eq(1i64))
            .returning_col("row")
            .to_owned();
        let row = self
            .tx
            .query_one(&next)
            .await?
            .ok_or_else(|| Error::Broken("the counter of rows is gone".into()))?;
        let last: i64 = row.try_get_by_index(0)?;
        Ok(last - count + 1..=last)
    }

    /// Writes these revisions, in their order, and gives the ids of their rows. Nothing else updates or deletes.
    pub async fn revise(&mut self, table: &'static Table, writes: Vec<Write>) -> Result<Vec<RowId>> {
        if writes.is_empty() {
            return Ok(vec![]);
        }
        self.changed_tables.insert(table.name, table);
        let layout = Layout::of(table);
        let wanting = writes.iter().filter(|w| matches!(w, Write::Insert(None, _))).count();
        let mut fresh = self.new_ids(wanting).await?;
        let mut ids = Vec::with_capacity(writes.len());
        let (mut inserts, mut run) = (vec![], Run::default());
        for write in writes {
            let (id, ending, new) = match write {
                Write::Insert(id, values) => {
                    let id =
                        id.or_else(|| fresh.next()).ok_or_else(|| Error::Broken("too few row ids".into()))?;
                    ids.push(id);
                    inserts.push((id, values));
                    continue;
                }
                Write::Change(id, values) => (id, "changed", Some(values)),
                Write::Correct(id, values) => (id, "corrected", Some(values)),
                Write::Remove(id) => (id, "removed", None),
            };
            ids.push(id);
            if !run.takes(ending, id) {
                std::mem::take(&mut run).write(&self.tx, self.number, &layout).await?;
            }
            run.add(ending, id, new);
        }
        run.write(&self.tx, self.number, &layout).await?;
        inserts::insert(&self.tx, self.number, &layout, inserts, IfThere::Refused).await?;
        Ok(ids)
    }

    /// Ends the entry: the heads of the tables it touched move to its number, it is chained to the one before, and everybody sees it.
    ///
    /// If the answer of the database is lost, the register is asked whether the entry is in it. `error-commit-unknown` when it cannot be
    /// asked; any other error: nothing was written.
    pub async fn commit(mut self) -> Result<JournalNo> {
        self.make_indexes().await?;
        let changed_tables: Vec<&'static Table> = self.changed_tables.values().copied().collect();
        for index in derived::all()? {
            index.keep(&self.tx, self.number, &changed_tables).await?;
        }
        self.make_derived_indexes().await?;
        let Closed { chain, touched } =
            chain::close(&self.tx, self.number, self.changed_tables.values().copied()).await?;
        for table in touched {
            let mut head = Query::insert();
            head.into_table("heads")
                .columns(["name", "number"])
                .values_panic([table.name.into(), self.number.into()]);
            head.on_conflict(OnConflict::column("name").update_column("number").to_owned());
            self.tx.execute(&head).await?;
        }
        let name = batch_name(self.day, self.number);
        match self.tx.commit().await {
            Ok(()) => Ok(self.number),
            // it was not even tried
            Err(error @ DbErr::Custom(_)) => Err(error.into()),
            Err(error) => {
                lost_answer::is_written(&self.db, self.number, &chain, &name, error).await?;
                Ok(self.number)
            }
        }
    }

    /// Leaves the register as it was; the number is free again.
    pub async fn give_up(self) -> Result<()> {
        Ok(self.tx.rollback().await?)
    }
}
