//! Walks through a table entry by entry: every version at the entry that recorded it, and at the entry that
//! superseded it.

use std::pin::Pin;

use decapolis_words::errors::Result;
use futures_util::{Stream, StreamExt, TryStreamExt};
use sea_orm::{DbErr, QueryResult, Statement, StreamTrait};

use super::digest::{Digest, Sum, hex};
use super::ids::Ids;
use super::layout::{Layout, seal};
use crate::db::Transaction;
use crate::journal::{JournalNo, RowId};
use crate::table::Table;

/// Which entries are walked through.
#[derive(Clone, Copy)]
pub enum Which {
    All,
    /// The entry that is being written: nothing it recorded was superseded yet.
    Last(JournalNo),
}

/// One version of a row, where it was recorded.
#[derive(Debug)]
pub struct Version {
    pub entry: JournalNo,
    pub id: RowId,
    /// Whether it is what the row says now.
    pub present: bool,
    /// Whether it has a seal, and what it says is what was sealed.
    pub sealed: bool,
    pub intact: bool,
    /// Whether its personal columns were erased: nothing but the veil proves them.
    pub erased: bool,
}

/// What an entry recorded and superseded in one table.
#[derive(Debug)]
pub struct Contents {
    pub entry: JournalNo,
    /// The rows that got a version from the entry.
    pub rows: Ids,
    /// The rows that had a version which the entry superseded.
    pub ended: Ids,
    /// Of all of that, as hexadecimal digits.
    pub digest: String,
}

#[derive(Debug)]
pub enum Event {
    Version(Version),
    Contents(Contents),
}

struct Gathering {
    entry: JournalNo,
    rows: Ids,
    ended: Ids,
    digest: Digest,
}

impl Gathering {
    fn new(entry: JournalNo) -> Gathering {
        Gathering { entry, rows: Ids::default(), ended: Ids::default(), digest: Digest::of("contents 1") }
    }

    fn end(self) -> Contents {
        Contents { entry: self.entry, rows: self.rows, ended: self.ended, digest: hex(&self.digest.end()) }
    }
}

/// One pass over a table and its history, in the order of entries; memory does not grow with the rows.
pub struct Walk<'a> {
    layout: Layout,
    rows: Pin<Box<dyn Stream<Item = std::result::Result<QueryResult, DbErr>> + Send + 'a>>,
    gathering: Option<Gathering>,
    waiting: Option<QueryResult>,
}

impl<'a> Walk<'a> {
    pub async fn through(tx: &'a Transaction, table: &'static Table, which: Which) -> Result<Walk<'a>> {
        let layout = Layout::of(table);
        let backend = StreamTrait::get_database_backend(tx);
        // one statement begins when the one before has ended: they have one connection
        let answers = futures_util::stream::iter(sql(&layout, which))
            .then(move |text| tx.stream_raw(Statement::from_string(backend, text)))
            .try_flatten();
        Ok(Walk { layout, rows: Box::pin(answers), gathering: None, waiting: None })
    }

    /// What comes next: the versions of an entry, and then its contents; `None` at the end.
    pub async fn next(&mut self) -> Result<Option<Event>> {
        loop {
            let row = match self.waiting.take() {
                Some(row) => row,
                None => match self.rows.next().await {
                    Some(row) => row?,
                    None => return Ok(self.gathering.take().map(|g| Event::Contents(g.end()))),
                },
            };
            // a number that was made into something else belongs to no entry
            let number =
                |place: usize| row.try_get_by_index::<Option<i64>>(place).ok().flatten().unwrap_or(0);
            let entry = number(ENTRY);
            if self.gathering.as_ref().is_some_and(|g| g.entry != entry) {
                self.waiting = Some(row);
                return Ok(self.gathering.take().map(|g| Event::Contents(g.end())));
            }
            let gathering = self.gathering.get_or_insert_with(|| Gathering::new(entry));
            let id = number(ID);
            if number(PHASE) == 1 {
                gathering.ended.push(id);
                gathering.digest.text("ended");
                gathering.digest.whole(id);
                gathering.digest.whole(number(RECORDED));
                gathering
                    .digest
                    .perhaps(row.try_get_by_index::<Option<String>>(REVISION).ok().flatten().as_deref());
                continue;
            }
            let (version, sum) = version(&self.layout, &row, entry, id, number(PRESENT) == 1);
            gathering.rows.push(id);
            gathering.digest.text("recorded");
            gathering.digest.sum(&sum);
            return Ok(Some(Event::Version(version)));
        }
    }
}

fn version(layout: &Layout, row: &QueryResult, entry: JournalNo, id: RowId, present: bool) -> (Version, Sum) {
    let proof = OWN + layout.width();
    let found = row.try_get_by_index::<Option<i64>>(proof).ok().flatten();
    let text = |place: usize| row.try_get_by_index::<Option<String>>(place).ok().flatten();
    let (salt, veil) = if layout.veils() { (text(proof + 1), text(proof + 2)) } else { (None, None) };
    let erased = veil.is_some() && salt.is_none();
    let version = |intact| Version { entry, id, present, sealed: found.is_some(), intact, erased };
    // a column that holds what it cannot hold was not written by us
    let Ok(cells) = layout.read(row, OWN) else { return (version(false), [0; 32]) };
    let sum = layout.digest(id, entry, &cells, veil.as_deref());
    let veiled = match (&salt, &veil) {
        (Some(salt), Some(veil)) => layout.veil(salt, &cells) == *veil,
        (Some(_), None) => false,
        (None, _) => true,
    };
    (version(veiled && found == Some(seal(&sum))), sum)
}

/// Where a row of the walk has what; its own columns begin at the last of these places, and their proof comes after them.
const PHASE: usize = 0;
const PRESENT: usize = 1;
const ENTRY: usize = 2;
const ID: usize = 3;
const RECORDED: usize = 4;
const REVISION: usize = 5;
const OWN: usize = 6;

/// The versions and the endings of a table in one list; both databases take these texts. Of the last entry each part is read by
/// itself in the order of an index: a long entry is not sorted.
fn sql(layout: &Layout, which: Which) -> Vec<String> {
    let mut columns: Vec<String> = layout.names().chain(["seal"]).map(|name| format!("\"{name}\"")).collect();
    if layout.veils() {
        columns.extend(["salt", "veil"].map(String::from));
    }
    let own: String = columns.iter().map(|name| format!(", {name}")).collect();
    let part = |phase: i64, present: i64, entry: &str, revision: &str, own: &str, from: &str, only: &str| {
        format!(
            "SELECT CAST({phase} AS bigint) AS phase, CAST({present} AS bigint) AS present, {entry} AS entry, id, recorded, {revision} AS revision{own} FROM \"{from}\"{only}"
        )
    };
    let none = "CAST(NULL AS text)";
    let (table, history) = (layout.table.name, layout.table.history);
    match which {
        Which::All => {
            let parts = [
                part(0, 1, "recorded", none, &own, table, ""),
                part(0, 0, "recorded", none, &own, history, ""),
                part(1, 0, "superseded", "revision", &own, history, ""),
            ];
            vec![format!("{} ORDER BY entry, phase, id", parts.join(" UNION ALL "))]
        }
        Which::Last(n) => vec![
            part(0, 1, "recorded", none, &own, table, &format!(" WHERE recorded = {n} ORDER BY id")),
            // of an ending the entry covers no column: what the version said is sealed where it was recorded
            part(
                1,
                0,
                "superseded",
                "revision",
                "",
                history,
                &format!(" WHERE superseded = {n} ORDER BY id"),
            ),
        ],
    }
}
