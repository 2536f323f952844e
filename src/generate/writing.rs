//! Writes generated rows to the journal. Rows are collected by table and written many at a time, so memory does not grow with their number.

use decapolis_register::journal::{Entry, RowId, Write};
use decapolis_register::table::{RECORDS, Table};
use decapolis_register::value::Values;
use decapolis_words::errors::Result;

use super::row::Row;

/// The most rows of a table that are collected before they are written.
const WAITING: usize = 2_000;

/// The ids of records of one kind that were made together: number `n` is `first + n`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Made {
    first: RowId,
    pub count: u64,
}

impl Made {
    /// The id of record `number`. Numbers beyond the last start again from the first.
    pub fn id(self, number: u64) -> RowId {
        self.first + (number % self.count.max(1)) as RowId
    }

    /// The id of record `number`. `None` if there are no records.
    pub fn some(self, number: u64) -> Option<RowId> {
        (self.count > 0).then(|| self.id(number))
    }
}

pub struct Writing<'a> {
    entry: &'a mut Entry,
    waiting: Vec<(&'static Table, Vec<Write>)>,
    written: u64,
    told: &'a (dyn Fn(u64) + Send + Sync),
}

impl<'a> Writing<'a> {
    /// Writes into this entry. `told` is called with the number of rows after each write.
    pub fn into(entry: &'a mut Entry, told: &'a (dyn Fn(u64) + Send + Sync)) -> Writing<'a> {
        Writing { entry, waiting: vec![], written: 0, told }
    }

    /// Reserves this number of ids.
    pub async fn ids(&self, count: u64) -> Result<Made> {
        let mut ids = self.entry.new_ids(count as usize).await?;
        Ok(Made { first: ids.next().unwrap_or_default(), count })
    }

    /// Adds a record and the columns of its own table. A record that refers to others must be added after them.
    pub async fn record(&mut self, table: &'static Table, id: RowId, record: Row, own: Row) -> Result<()> {
        self.put(&RECORDS, Write::Insert(Some(id), record.values())).await?;
        self.put(table, Write::Insert(Some(id), own.values())).await
    }

    pub async fn fact(&mut self, table: &'static Table, values: Values) -> Result<()> {
        self.put(table, Write::Insert(None, values)).await
    }

    async fn put(&mut self, table: &'static Table, write: Write) -> Result<()> {
        let at = match self.waiting.iter().position(|(t, _)| t.name == table.name) {
            Some(at) => at,
            None => {
                self.waiting.push((table, vec![]));
                self.waiting.len() - 1
            }
        };
        self.waiting[at].1.push(write);
        if self.waiting[at].1.len() >= WAITING {
            self.flush(&RECORDS).await?;
            self.flush(table).await?;
        }
        Ok(())
    }

    /// Writes the collected rows of a table. Records are written first, because everything refers to them.
    async fn flush(&mut self, table: &'static Table) -> Result<()> {
        let Some((_, waiting)) = self.waiting.iter_mut().find(|(t, _)| t.name == table.name) else {
            return Ok(());
        };
        let writes = std::mem::take(waiting);
        self.written += writes.len() as u64;
        self.entry.revise(table, writes).await?;
        (self.told)(self.written);
        Ok(())
    }

    /// Writes all collected rows and returns the number of rows written.
    pub async fn end(mut self) -> Result<u64> {
        self.flush(&RECORDS).await?;
        for at in 0..self.waiting.len() {
            self.flush(self.waiting[at].0).await?;
        }
        Ok(self.written)
    }
}
