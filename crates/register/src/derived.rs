//! Indexes that the journal updates with every entry. They are derived from the rows, have no versions, and
//! can be made again at any time.
//!
//! The program hands them in beside its tables ([`hand_in`]), so that the journal writes them without knowing
//! what they are for.

use std::fmt::Debug;
use std::pin::Pin;
use std::sync::OnceLock;

use decapolis_words::errors::{Error, Result};

use crate::db::Transaction;
use crate::table::Table;
use crate::value::JournalNo;

/// What a derived index does in the transaction of an entry.
pub type Doing<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

/// An index that is derived from the present rows of tables.
pub trait Derived: Debug + Sync {
    /// Its table in the database.
    fn table(&self) -> &'static str;

    /// Brings the index up to what this entry wrote. It is asked once, before the entry is committed.
    ///
    /// What an entry ended stands in the history as superseded by its number, what it wrote is recorded by it.
    fn keep<'a>(
        &'a self,
        tx: &'a Transaction,
        number: JournalNo,
        changed_tables: &'a [&'static Table],
    ) -> Doing<'a, ()>;

    /// Drops what makes writing very many rows slow, and gives the statements that make it again.
    fn set_aside<'a>(&'a self, tx: &'a Transaction) -> Doing<'a, Vec<String>>;
}

static HANDED_IN: OnceLock<&'static [&'static dyn Derived]> = OnceLock::new();

/// The journal keeps these from now on. The program calls it once, when it describes its tables; later calls change nothing.
pub fn hand_in(all: &'static [&'static dyn Derived]) {
    let _ = HANDED_IN.set(all);
}

/// The indexes that were handed in. `Broken` before there are any: an entry that is written without them leaves them wrong.
pub fn all() -> Result<&'static [&'static dyn Derived]> {
    HANDED_IN
        .get()
        .copied()
        .ok_or_else(|| Error::Broken("the journal was not told which indexes it keeps".into()))
}
