//! What waits to be written of lookups: a bounded channel, and the rows that were taken out of it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

use decapolis_actions::Role;
use decapolis_register::db::Db;
use decapolis_register::journal::RowId;
use decapolis_words::errors::Result;
use jiff::Timestamp;
use tokio::sync::{Mutex, mpsc};

use super::store;
use super::way::WayOfReading;

/// So many lookups wait. A page is one, and a file is one for each portion of its rows.
const WAITING: usize = 1024;
/// So many rows are held in memory; with more, the channel fills.
const HELD: usize = 20_000;
/// So many rows are written in one turn, so that a form does not wait for a long file.
const AT_ONCE: usize = 500;

/// Who reads, and in which role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadBy {
    pub account: String,
    pub role: Role,
}

/// A reading that was noted: of these people, in one way.
#[derive(Clone, Debug)]
pub struct Lookup {
    pub by: ReadBy,
    pub way: WayOfReading,
    pub people: Vec<RowId>,
    pub at: Timestamp,
}

/// Who is shown something, with the log that notes it.
#[derive(Clone, Copy)]
pub struct Looks<'a> {
    pub log: &'a LookupLog,
    pub account: &'a str,
    pub role: Role,
}

impl Looks<'_> {
    /// Notes that they were shown something of these people.
    pub fn note(&self, way: WayOfReading, people: impl IntoIterator<Item = RowId>) {
        let by = ReadBy { account: self.account.into(), role: self.role };
        self.log.note(Lookup { by, way, people: people.into_iter().collect(), at: Timestamp::now() });
    }
}

/// A row of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookupRow {
    pub person: RowId,
    pub by: ReadBy,
    pub way: WayOfReading,
    pub at: Timestamp,
}

impl LookupRow {
    /// The same for every reading of the person by this account in this way on one day (in universal time).
    pub fn code(&self) -> String {
        let day = self.at.as_millisecond().div_euclid(24 * 60 * 60 * 1000);
        format!("{day}-{}-{}-{}", self.by.account, self.person, self.way.word())
    }
}

/// The log of a running program.
pub struct LookupLog {
    noted: mpsc::Sender<Lookup>,
    waits: Mutex<Waits>,
    lost: AtomicU64,
}

struct Waits {
    noted: mpsc::Receiver<Lookup>,
    rows: BTreeMap<String, LookupRow>,
}

impl Default for LookupLog {
    fn default() -> LookupLog {
        LookupLog::holding(WAITING)
    }
}

impl LookupLog {
    /// A log in which so many lookups wait at most.
    pub fn holding(most: usize) -> LookupLog {
        let (noted, receiver) = mpsc::channel(most);
        let waits = Mutex::new(Waits { noted: receiver, rows: BTreeMap::new() });
        LookupLog { noted, waits, lost: AtomicU64::new(0) }
    }

    /// Notes a reading. It never waits: where there is no room, it is counted as lost.
    pub fn note(&self, lookup: Lookup) {
        if !lookup.people.is_empty() && self.noted.try_send(lookup).is_err() {
            let before = self.lost.fetch_add(1, Ordering::Relaxed);
            if before == 0 {
                tracing::warn!("a reading of personal data was not noted: too many wait to be written");
            }
        }
    }

    /// How many readings were not noted since the program began.
    pub fn lost(&self) -> u64 {
        self.lost.load(Ordering::Relaxed)
    }

    /// Writes what waits. What cannot be written waits for the next time.
    pub async fn flush(&self, db: &Db) -> Result<()> {
        let mut waits = self.waits.lock().await;
        loop {
            waits.take_in();
            let rows: Vec<LookupRow> = waits.rows.values().take(AT_ONCE).cloned().collect();
            if rows.is_empty() {
                return Ok(());
            }
            store::keep(db, &rows).await?;
            for row in &rows {
                waits.rows.remove(&row.code());
            }
        }
    }

    /// Takes out what waits, without writing it.
    pub async fn take(&self) -> Vec<LookupRow> {
        let mut waits = self.waits.lock().await;
        waits.take_in();
        std::mem::take(&mut waits.rows).into_values().collect()
    }
}

impl Waits {
    fn take_in(&mut self) {
        while self.rows.len() < HELD
            && let Ok(Lookup { by, way, people, at }) = self.noted.try_recv()
        {
            for person in people {
                let row = LookupRow { person, by: by.clone(), way, at };
                self.rows.entry(row.code()).or_insert(row);
            }
        }
    }
}
