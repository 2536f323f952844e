//! Writes a planned import: one entry, one batch, all or nothing.

use decapolis_actions as actions;
use decapolis_register::changes::{self, Changes};
use decapolis_register::db::Db;
use decapolis_register::derived;
use decapolis_register::duplicates::decisions::{self, Decision, LIKENESSES};
use decapolis_register::journal::{About, Entry, JournalNo, RowId, Write};
use decapolis_register::table::{Concern, Kind, RECORDS, Table, stored};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};
use futures_util::future::BoxFuture;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use sea_orm::DbBackend;

use super::plan::Plan;
use super::stage::{CHUNK, How, Staged, values_of};

/// Writes a plan without errors, or one whose refused rows are left out, as a batch that is called as `about` says: for tests, and for
/// tools that name their batches. The program goes through its action `register.import`. Gives the number of the entry.
///
/// Refused when the register has moved since the plan was made (`error-moved`), when `at` lies before the last entry
/// (`error-recorded-too-early`), when another import holds the register too long (`error-busy`) or the disk is full
/// (`error-disk-full`). In every case the register is as it was.
pub async fn apply(
    db: &Db,
    plan: Plan,
    about: &About<'_>,
    at: impl Into<Option<Timestamp>>,
    zone: &TimeZone,
) -> Result<JournalNo> {
    Ok(actions::write(db, about, at.into(), zone, plan.changes()?).await?.number)
}

impl Plan {
    /// What it would write. `Broken` where it has errors and its refused rows are not left out.
    pub fn changes(self) -> Result<Changes> {
        if !self.may_be_written() {
            return Err(Error::Broken("a plan with errors is not written".into()));
        }
        let (heads, read) = (self.heads.clone(), self.read.clone());
        let mut changes = Changes::staged(self).worked_out_from(heads, read);
        changes.may_need_two(Concern::ManyRows);
        Ok(changes)
    }
}

impl changes::Staged for Plan {
    fn write<'a>(&'a mut self, entry: &'a mut Entry) -> BoxFuture<'a, Result<usize>> {
        Box::pin(write(entry, self))
    }

    fn committed<'a>(&'a mut self, db: &'a Db) -> BoxFuture<'a, ()> {
        Box::pin(tell_the_planner(db, self))
    }
}

/// From this number of new lines on, PostgreSQL's statistics of a table are out of date.
const MANY: i64 = 1_000;

/// Makes PostgreSQL analyse the tables that got many new rows. It would do so by itself some minutes later; until then the next import
/// would read 37,000 values for each of its rows.
async fn tell_the_planner(db: &Db, plan: &Plan) {
    if db.backend() != DbBackend::Postgres {
        return;
    }
    let grown = || plan.tables.iter().filter(|(_, first, last)| last - first >= MANY).map(|of| of.0);
    let derived = derived::all().unwrap_or_default().iter().map(|index| index.table());
    let common =
        std::iter::once(RECORDS.name).chain(derived).filter(|_| grown().any(|table| table.kind().is_some()));
    for name in grown().map(|table| table.name).chain(common) {
        // the import is written, whatever becomes of this
        if let Err(why) = db.run_unjournaled(&format!("ANALYZE {name}")).await {
            tracing::warn!(table = name, %why, "the table was not analysed");
        }
    }
}

async fn write(entry: &mut Entry, plan: &Plan) -> Result<usize> {
    // new records have ids below zero, counted down from -1
    let first = entry.new_ids(plan.new_records as usize).await?.next().unwrap_or(0);
    let mut write = Writing { plan, first, rows: 0 };
    // records are made before anything refers to them, and removed after everything that stood on them
    let records = || plan.tables.iter().filter(|(table, ..)| table.kind().is_some());
    for of in records() {
        write.records(entry, of, "how IN (1, 2, 3) AND record IS NOT NULL").await?;
    }
    for of in &plan.tables {
        write.rows(entry, of, "how = 4").await?;
        write.rows(entry, of, "how IN (2, 3) AND revises").await?;
        write.rows(entry, of, "how = 1").await?;
    }
    write.decisions(entry).await?;
    for of in records() {
        write.records(entry, of, "how = 4").await?;
    }
    Ok(write.rows)
}

/// A table with its first and last staged line.
type Of = (&'static Table, i64, i64);

struct Writing<'a> {
    plan: &'a Plan,
    /// The id of the first new record.
    first: RowId,
    /// How many rows are written.
    rows: usize,
}

impl Writing<'_> {
    async fn records(&mut self, entry: &mut Entry, (_, first, last): &Of, which: &str) -> Result<()> {
        self.revise(entry, &RECORDS, (*first, *last), which, |line| &line.record).await
    }

    async fn rows(&mut self, entry: &mut Entry, (table, first, last): &Of, which: &str) -> Result<()> {
        self.revise(entry, table, (*first, *last), which, |line| &line.content).await
    }

    /// Hands what is staged to the journal, a chunk at a time.
    async fn revise(
        &mut self,
        entry: &mut Entry,
        table: &'static Table,
        (first, last): (i64, i64),
        which: &str,
        of: impl Fn(&Staged) -> &Option<Vec<u8>>,
    ) -> Result<()> {
        let columns = stored(table);
        let references: Vec<&str> = columns
            .iter()
            .filter(|(_, kind, _)| matches!(kind, Kind::Ref(_)))
            .map(|(name, ..)| name.as_str())
            .collect();
        let mut after = first - 1;
        loop {
            let lines = self.plan.stage.lines(after, last, which).await?;
            let Some(end) = lines.last() else { return Ok(()) };
            after = end.n;
            let mut writes = Vec::with_capacity(lines.len());
            for line in &lines {
                let id = line.id.map(|id| self.real(id));
                let values = || -> Result<Values> {
                    let mut values = values_of(&columns, of(line).as_deref().unwrap_or_default())?;
                    for name in &references {
                        if let Some(Cell::Int(id)) = values.get_mut(*name) {
                            *id = self.real(*id);
                        }
                    }
                    Ok(values)
                };
                let there = || id.ok_or_else(|| Error::Broken("a staged row has lost its id".into()));
                writes.push(match line.how {
                    How::Insert => Write::Insert(id, values()?),
                    How::Change => Write::Change(there()?, values()?),
                    How::Correct => Write::Correct(there()?, values()?),
                    How::Remove => Write::Remove(there()?),
                    How::Nothing => continue,
                });
            }
            self.rows += entry.revise(table, writes).await?.len();
        }
    }

    /// Remembers what was decided about rows that look like records. What was decided otherwise before is changed.
    async fn decisions(&mut self, entry: &mut Entry) -> Result<()> {
        let mut after = 0;
        while self.plan.decided > 0 {
            let decided = self.plan.stage.decisions_after(after, CHUNK).await?;
            let Some((last, _)) = decided.last() else { break };
            after = *last;
            let decided: Vec<Decision> =
                decided.into_iter().map(|(_, d)| Decision { record: self.real(d.record), ..d }).collect();
            let stood = decisions::ids(entry.reading(), &decided).await?;
            let writes = decided.into_iter().filter_map(|decision| match stood.get(&decision.key()) {
                Some((_, same)) if *same == decision.same => None,
                Some((id, _)) => Some(Write::Change(*id, decision.values())),
                None => Some(Write::Insert(None, decision.values())),
            });
            let writes: Vec<Write> = writes.collect();
            self.rows += entry.revise(&LIKENESSES, writes).await?.len();
        }
        Ok(())
    }

    fn real(&self, id: RowId) -> RowId {
        if id < 0 { self.first - id - 1 } else { id }
    }
}
