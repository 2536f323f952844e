//! The changes that an action wants to write, and [`Entry::write`], which writes them in an order that the
//! database accepts.
//!
//! Changes are built in memory, or come from a place where very many are prepared ([`Staged`]): the stage of
//! an import, or a batch that is being taken back. One function writes both.

use std::collections::BTreeMap;

use decapolis_base::PartialDay;
use decapolis_words::errors::{Error, Result};
use futures_util::future::BoxFuture;

use crate::db::Db;
use crate::journal::{Entry, Heads, RowId, Write};
use crate::question::Question;
use crate::records::NewRecord;
use crate::table::{Concern, Kind, RECORDS, Table, stored};
use crate::unversioned::Beside;
use crate::value::{self, Cell, Values};

/// The number of rows handed to the journal at once.
const CHUNK: usize = 2_000;

/// Changes that are too many for memory and know themselves how they are written.
pub trait Staged: Send {
    /// Writes them all, and says how many rows that were.
    fn write<'a>(&'a mut self, entry: &'a mut Entry) -> BoxFuture<'a, Result<usize>>;

    /// What is done for the database after the commit. It cannot fail: the rows are written, whatever becomes of this.
    fn committed<'a>(&'a mut self, _db: &'a Db) -> BoxFuture<'a, ()> {
        Box::pin(async {})
    }
}

/// Facts that are made while they are written.
type Stream = Box<dyn Iterator<Item = Values> + Send>;

/// What one entry will write.
#[derive(Default)]
pub struct Changes {
    writes: Vec<(&'static Table, Write)>,
    /// How many new records there are. Their ids are below zero, counted down from -1, until they are written.
    new: i64,
    streams: Vec<(&'static Table, Stream)>,
    staged: Option<Box<dyn Staged>>,
    /// What is written in tables without versions, with the entry or not at all.
    beside: Vec<Beside>,
    /// What was asked beside the fields, with what was answered.
    questions: Vec<Question>,
    /// What of these changes cannot be seen from the single rows, and may need two people.
    concerns: Vec<Concern>,
    /// The tables that these changes were worked out from, as they were then.
    read: Option<(Heads, Vec<&'static Table>)>,
}

/// What [`Entry::write`] wrote.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WrittenRows {
    pub rows: usize,
    /// The ids of the new records, in the order in which they were asked for.
    pub records: Vec<RowId>,
}

impl Changes {
    /// Changes that were prepared elsewhere.
    pub fn staged(staged: impl Staged + 'static) -> Changes {
        Changes { staged: Some(Box::new(staged)), ..Changes::default() }
    }

    /// Refuses to be written (`error-moved`) when one of these tables has been written since.
    pub fn worked_out_from(mut self, heads: Heads, tables: Vec<&'static Table>) -> Changes {
        self.read = Some((heads, tables));
        self
    }

    /// A new record with what its kind has besides. Its id, below zero, can be used in other changes of the same entry.
    pub fn record(&mut self, table: &'static Table, record: NewRecord, own: Values) -> RowId {
        self.new += 1;
        let id = -self.new;
        self.writes.push((&RECORDS, Write::Insert(Some(id), record.values())));
        self.writes.push((table, Write::Insert(Some(id), own)));
        id
    }

    /// A new fact. Where nothing is said of them, it has no source and is real.
    pub fn fact(&mut self, table: &'static Table, values: Values) {
        self.writes.push((table, Write::Insert(None, with_fact_columns(table, values))));
    }

    /// Adds many new facts, which are made while they are written.
    pub fn facts(&mut self, table: &'static Table, values: impl Iterator<Item = Values> + Send + 'static) {
        self.streams.push((table, Box::new(values)));
    }

    /// It was never as it was recorded: the row keeps its id, and its key may change.
    pub fn correct(&mut self, table: &'static Table, id: RowId, values: Values) {
        self.writes.push((table, Write::Correct(id, values)));
    }

    /// Changes a row as of this entry: for rows without days of their own, like the rule of a figure or a signature.
    pub fn change(&mut self, table: &'static Table, id: RowId, values: Values) {
        self.writes.push((table, Write::Change(id, values)));
    }

    /// Changes a row as of a day, perhaps known only in part: the row ends the day before, and a new one begins. `before` is the whole row
    /// as it was.
    ///
    /// `Broken` for a table whose rows have no span.
    pub fn change_from(
        &mut self,
        table: &'static Table,
        id: RowId,
        before: &Values,
        day: PartialDay,
        values: Values,
    ) -> Result<()> {
        let (from, _) = span(table)?;
        self.end(table, id, day_before(day, value::day(before, from)))?;
        let mut after = before.clone();
        after.extend(values);
        after.extend(days(from, day));
        // what the row said of its end is true of the new one
        self.fact(table, after);
        Ok(())
    }

    /// Ends a row: `day` is its last day. `Broken` for a table whose rows have no span.
    pub fn end(&mut self, table: &'static Table, id: RowId, day: PartialDay) -> Result<()> {
        let (_, until) = span(table)?;
        self.change(table, id, days(until, day).into());
        Ok(())
    }

    /// Takes a row away; a record with all that its kind has besides.
    pub fn remove(&mut self, table: &'static Table, id: RowId) {
        self.writes.push((table, Write::Remove(id)));
        if table.kind().is_some() {
            self.writes.push((&RECORDS, Write::Remove(id)));
        }
    }

    /// These changes stand on the answer to a question. While nobody has answered it they are only shown.
    pub fn ask(&mut self, question: Question) {
        self.questions.push(question);
    }

    /// What was asked, with what was answered.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// A network may want two people for this, whatever the single rows look like.
    pub fn may_need_two(&mut self, concern: Concern) {
        self.concerns.push(concern);
    }

    /// What was said with [`Changes::may_need_two`].
    pub fn concerns(&self) -> &[Concern] {
        &self.concerns
    }

    /// Writes in a table without versions, in the transaction of the entry.
    pub fn beside(&mut self, write: Beside) {
        self.beside.push(write);
    }

    /// Whether nothing would be written.
    pub fn is_empty(&self) -> bool {
        self.writes.is_empty() && self.streams.is_empty() && self.staged.is_none() && self.beside.is_empty()
    }

    /// The single revisions: not what was staged, nor facts that are made as they are written.
    pub fn writes(&self) -> &[(&'static Table, Write)] {
        &self.writes
    }

    /// What is done for the database when all is committed.
    pub async fn committed(&mut self, db: &Db) {
        if let Some(staged) = &mut self.staged {
            staged.committed(db).await;
        }
    }
}

fn span(table: &Table) -> Result<(&'static str, &'static str)> {
    table.span.ok_or_else(|| Error::Broken(format!("rows of {} do not last", table.name)))
}

/// A day as it is stored.
pub fn days(column: &str, day: PartialDay) -> [(String, Cell); 2] {
    [
        (column.to_string(), Cell::Int(day.first.number())),
        (format!("{column}_last"), Cell::Int(day.last.number())),
    ]
}

/// The last day of a row that another follows: the day before that one begins, as precisely as that is known, and not before the row itself
/// began.
pub fn day_before(day: PartialDay, began: Option<PartialDay>) -> PartialDay {
    let first = began.map_or(day.first.before(), |began| Ord::max(day.first.before(), began.first));
    PartialDay { first, last: day.last.before() }
}

/// The values of a fact with what every fact has.
pub fn with_fact_columns(table: &Table, mut values: Values) -> Values {
    if !table.is_of_records() {
        values.entry("source".into()).or_insert(Cell::Null);
        values.entry("illustrative".into()).or_insert(Cell::Bool(false));
    }
    values
}

/// Where a revision comes in the order of an entry: nothing may refer to what is gone, or is not there yet.
fn turn(table: &Table, write: &Write) -> u8 {
    match (table.is_records(), write) {
        (true, Write::Change(..) | Write::Correct(..)) => 0,
        (true, Write::Insert(..)) => 1,
        (false, Write::Remove(_)) => 2,
        (false, Write::Change(..) | Write::Correct(..)) => 3,
        (false, Write::Insert(..)) => 4,
        (true, Write::Remove(_)) => 5,
    }
}

/// The ids that new records get.
struct Ids {
    first: RowId,
}

impl Ids {
    fn real(&self, id: RowId) -> RowId {
        if id < 0 { self.first - id - 1 } else { id }
    }

    /// Makes the references of a row real.
    fn refer(&self, references: &[String], values: &mut Values) {
        for name in references {
            if let Some(Cell::Int(id)) = values.get_mut(name) {
                *id = self.real(*id);
            }
        }
    }
}

fn references(table: &Table) -> Vec<String> {
    stored(table)
        .into_iter()
        .filter(|(_, kind, _)| matches!(kind, Kind::Ref(_)))
        .map(|(name, ..)| name)
        .collect()
}

impl Entry {
    /// Writes changes: records before what refers to them; of the other tables first what goes, then what changes, then what is new;
    /// at last the records that go.
    ///
    /// Refused: a table that the changes were worked out from has been written since (`error-moved`), and a record that is removed
    /// while other rows refer to it (`error-record-in-use`).
    pub async fn write(&mut self, changes: &mut Changes) -> Result<WrittenRows> {
        self.stands_as_read(changes).await?;
        let written = self.write_all(changes).await;
        written.map_err(|error| match error {
            Error::Broken(text) if text.to_lowercase().contains("foreign key") => {
                Error::refused("error-record-in-use")
            }
            other => other,
        })
    }

    /// Refused (`error-moved`) when a table that the changes were worked out from has been written since.
    pub async fn stands_as_read(&self, changes: &mut Changes) -> Result<()> {
        match &changes.read {
            Some((heads, tables)) if Heads::read(self.reading()).await?.of(tables) != heads.of(tables) => {
                Err(Error::refused("error-moved"))
            }
            _ => Ok(()),
        }
    }

    async fn write_all(&mut self, changes: &mut Changes) -> Result<WrittenRows> {
        let ids = Ids { first: self.new_ids(changes.new as usize).await?.next().unwrap_or(0) };
        let mut written = WrittenRows { rows: 0, records: (0..changes.new).map(|n| ids.first + n).collect() };
        let mut writes = std::mem::take(&mut changes.writes);
        // stable: revisions of one sort stay in the order in which they were asked for
        writes.sort_by_key(|(table, write)| turn(table, write));
        let mut known: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        let mut waiting: Vec<Write> = vec![];
        let mut of: Option<(&'static Table, u8)> = None;
        for (table, mut write) in writes {
            let turn = turn(table, &write);
            if let Some((before, at)) = of
                && (before.name != table.name || at != turn)
            {
                written.rows += self.revise(before, std::mem::take(&mut waiting)).await?.len();
            }
            of = Some((table, turn));
            let references = known.entry(table.name).or_insert_with(|| references(table));
            match &mut write {
                Write::Insert(id, values) => {
                    *id = id.map(|id| ids.real(id));
                    ids.refer(references, values);
                }
                Write::Change(_, values) | Write::Correct(_, values) => ids.refer(references, values),
                Write::Remove(_) => {}
            }
            waiting.push(write);
        }
        if let Some((table, _)) = of {
            written.rows += self.revise(table, waiting).await?.len();
        }
        for (table, mut facts) in std::mem::take(&mut changes.streams) {
            let references = references(table);
            loop {
                let chunk: Vec<Write> = facts
                    .by_ref()
                    .take(CHUNK)
                    .map(|values| {
                        let mut values = with_fact_columns(table, values);
                        ids.refer(&references, &mut values);
                        Write::Insert(None, values)
                    })
                    .collect();
                if chunk.is_empty() {
                    break;
                }
                written.rows += self.revise(table, chunk).await?.len();
            }
        }
        if let Some(staged) = &mut changes.staged {
            written.rows += staged.write(self).await?;
        }
        for one in std::mem::take(&mut changes.beside) {
            one.run(self.reading()).await?;
        }
        Ok(written)
    }
}
