//! The digest, the seal and the veil of one version of a row.

use decapolis_words::errors::{Error, Result};
use sea_orm::QueryResult;

use super::digest::{Digest, Sum, hex, stored_as};
use crate::journal::{JournalNo, RowId};
use crate::table::{Kind, Table, stored};
use crate::value::{Cell, Values};

/// The bookkeeping that proves a version of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Proof {
    pub seal: i64,
    /// `None` if the table has no personal columns, or they were erased.
    pub salt: Option<String>,
    pub veil: Option<String>,
}

/// The stored columns of a table in the order of their digest: by name, so that a description may list them in any order.
pub struct Layout {
    pub table: &'static Table,
    /// Name, kind, and whether it is personal.
    columns: Vec<(String, Kind, bool)>,
}

impl Layout {
    pub fn of(table: &'static Table) -> Layout {
        let mut columns: Vec<_> = stored(table)
            .into_iter()
            .map(|(name, kind, _)| {
                let personal = table.personal.contains(&name.as_str());
                (name, kind, personal)
            })
            .collect();
        columns.sort_by(|a, b| a.0.cmp(&b.0));
        Layout { table, columns }
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|c| c.0.as_str())
    }

    pub fn veils(&self) -> bool {
        !self.table.personal.is_empty()
    }

    pub fn kinds(&self) -> impl Iterator<Item = Kind> {
        self.columns.iter().map(|c| c.1)
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.columns.len()
    }

    /// What the version says, read from the columns of a row that begin at this place, in the order of [`Layout::names`]. Fails where
    /// one holds what it cannot hold.
    pub fn read(&self, row: &QueryResult, place: usize) -> Result<Vec<Cell>> {
        self.kinds().enumerate().map(|(n, kind)| Cell::read_at(row, place + n, kind)).collect()
    }

    /// What these values are when they are stored, in the order of [`Layout::names`]; both stand by name.
    pub fn take(&self, values: Values) -> Vec<Cell> {
        let mut values = values.into_iter().peekable();
        let one = |(name, kind, _): &(String, Kind, bool)| {
            while values.next_if(|(other, _)| other < name).is_some() {}
            values.next_if(|(other, _)| other == name).map_or(Cell::Null, |(_, cell)| stored_as(*kind, cell))
        };
        self.columns.iter().map(one).collect()
    }

    /// The values of a row that is about to be written, in the order of [`Layout::names`].
    pub fn of_values(&self, values: &Values) -> Vec<Cell> {
        self.columns
            .iter()
            .map(|(name, kind, _)| stored_as(*kind, values.get(name).cloned().unwrap_or(Cell::Null)))
            .collect()
    }

    /// The digest of a version. A veil takes the place of the personal columns; a version without a veil was written before they were
    /// personal, and its digest covers all columns.
    pub fn digest(&self, id: RowId, recorded: JournalNo, cells: &[Cell], veil: Option<&str>) -> Sum {
        let mut digest = Digest::of("row 1");
        digest.text(self.table.name);
        digest.whole(id);
        digest.whole(recorded);
        for ((name, _, personal), cell) in self.columns.iter().zip(cells) {
            if !(*personal && veil.is_some()) {
                digest.column(name, cell);
            }
        }
        digest.perhaps(veil);
        digest.end()
    }

    /// The salted digest of the personal columns.
    pub fn veil(&self, salt: &str, cells: &[Cell]) -> String {
        let mut digest = Digest::of("veil 1");
        digest.text(salt);
        for ((name, _, personal), cell) in self.columns.iter().zip(cells) {
            if *personal {
                digest.column(name, cell);
            }
        }
        hex(&digest.end())
    }

    /// Proves a version that is about to be written, with a new salt where it needs one.
    pub fn prove(&self, id: RowId, recorded: JournalNo, cells: &[Cell], salts: &mut Salts) -> Result<Proof> {
        let salt = if self.veils() { Some(salts.next()?) } else { None };
        let veil = salt.as_deref().map(|salt| self.veil(salt, cells));
        Ok(Proof { seal: seal(&self.digest(id, recorded, cells, veil.as_deref())), salt, veil })
    }
}

/// The first eight bytes of a digest: short enough to stand in every row, long enough that a slip is always seen.
pub fn seal(sum: &Sum) -> i64 {
    let [a, b, c, d, e, f, g, h, ..] = *sum;
    i64::from_be_bytes([a, b, c, d, e, f, g, h])
}

/// Salts, 128 bits each from the operating system, which is asked for many at once.
pub struct Salts {
    left: usize,
    drawn: Vec<u8>,
}

impl Salts {
    /// Salts for this number of rows.
    pub fn for_rows(rows: usize) -> Salts {
        Salts { left: rows, drawn: vec![] }
    }

    fn next(&mut self) -> Result<String> {
        if self.drawn.is_empty() {
            let many = self.left.clamp(1, 256);
            self.left = self.left.saturating_sub(many);
            self.drawn = vec![0; many * 16];
            getrandom::fill(&mut self.drawn)
                .map_err(|e| Error::Broken(format!("the operating system gives no random numbers: {e}")))?;
        }
        Ok(hex(&self.drawn.split_off(self.drawn.len() - 16)))
    }
}
