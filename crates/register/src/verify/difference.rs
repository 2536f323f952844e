//! What a check of the register found: how much was checked, and what differs.

use decapolis_base::Day;

use crate::journal::{JournalNo, RowId};

/// The most differences that are listed one by one.
pub(super) const TOLD: usize = 1000;

/// What was checked, and what is different.
#[derive(Debug, Default)]
pub struct Report {
    pub tables: u64,
    /// Versions of rows, present and superseded.
    pub versions: u64,
    /// Of these the ones whose personal columns were erased: only their veil was checked.
    pub erased: u64,
    pub entries: u64,
    /// The last entry and its chain: whoever has noted it elsewhere can tell that the whole journal is the same.
    pub last: Option<(JournalNo, String)>,
    pub differences: Vec<Difference>,
    /// The number of differences beyond those that are listed.
    pub more: u64,
}

impl Report {
    pub fn intact(&self) -> bool {
        self.differences.is_empty()
    }

    /// Whether there was nothing to check: nothing was ever written, or what was written is not in this file.
    pub fn is_empty(&self) -> bool {
        self.intact() && self.entries == 0
    }

    pub(super) fn tell(&mut self, difference: Difference) {
        if self.differences.len() < TOLD { self.differences.push(difference) } else { self.more += 1 }
    }
}

/// One difference between the register and what was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    pub what: What,
    pub table: Option<&'static str>,
    pub row: Option<RowId>,
    /// The code of the record that the row is, or that it hangs on; where there is one.
    pub code: Option<String>,
    /// 0 where it concerns no entry.
    pub entry: JournalNo,
    /// The day and the batch of the entry, where the journal has it.
    pub day: Option<Day>,
    pub batch: Option<String>,
    /// What the database says of it, where it cannot be read.
    pub why: Option<String>,
}

/// The kinds of differences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The row says something else than was sealed.
    RowAltered,
    /// A superseded version of the row does.
    VersionAltered,
    /// The row was never sealed: something else than this program wrote it.
    RowUnsealed,
    /// The entry recorded a version of this row, and it is gone.
    RowMissing,
    /// The entry recorded no such row.
    RowAdded,
    /// The entry superseded a version of this row, and it is gone.
    EndMissing,
    /// The entry superseded no version of this row.
    EndAdded,
    /// Its rows are those the entry recorded, and yet not what it recorded: versions or seals were exchanged.
    ContentsDiffer,
    /// Rows say that they were recorded by an entry that is not in the journal.
    NoSuchEntry,
    /// What the entry says of itself or of its tables, or the chain of the entry before it, is not what was chained.
    EntryAltered,
    /// The entry has no chain: something else than this program wrote it.
    EntryUnchained,
    /// A number is left out in the journal.
    EntryMissing,
    /// The counter knows of more entries than the journal has.
    LastEntriesMissing,
    /// The journal has an entry that the counter does not know of.
    EntryAdded,
    /// A row has an id that was never given out.
    IdBeyondCounter,
    /// The index of spellings says of the record what its row does not: it may not be found where it should.
    SpellingsDiffer,
    /// The head of the table is not the last entry that changed it.
    HeadDiffers,
    /// A table, or another part of the register, cannot be read.
    Unreadable,
    /// The pages of the file, or its indexes, do not agree.
    FileDamaged,
}

impl What {
    pub const ALL: [What; 19] = [
        What::RowAltered,
        What::VersionAltered,
        What::RowUnsealed,
        What::RowMissing,
        What::RowAdded,
        What::EndMissing,
        What::EndAdded,
        What::ContentsDiffer,
        What::NoSuchEntry,
        What::EntryAltered,
        What::EntryUnchained,
        What::EntryMissing,
        What::LastEntriesMissing,
        What::EntryAdded,
        What::IdBeyondCounter,
        What::SpellingsDiffer,
        What::HeadDiffers,
        What::Unreadable,
        What::FileDamaged,
    ];

    /// The key of the words that say it.
    pub fn key(self) -> &'static str {
        match self {
            What::RowAltered => "verify-row-altered",
            What::VersionAltered => "verify-version-altered",
            What::RowUnsealed => "verify-row-unsealed",
            What::RowMissing => "verify-row-missing",
            What::RowAdded => "verify-row-added",
            What::EndMissing => "verify-end-missing",
            What::EndAdded => "verify-end-added",
            What::ContentsDiffer => "verify-contents-differ",
            What::NoSuchEntry => "verify-no-such-entry",
            What::EntryAltered => "verify-entry-altered",
            What::EntryUnchained => "verify-entry-unchained",
            What::EntryMissing => "verify-entry-missing",
            What::LastEntriesMissing => "verify-last-entries-missing",
            What::EntryAdded => "verify-entry-added",
            What::IdBeyondCounter => "verify-id-beyond-counter",
            What::SpellingsDiffer => "verify-spellings-differ",
            What::HeadDiffers => "verify-head-differs",
            What::Unreadable => "verify-unreadable",
            What::FileDamaged => "verify-file-damaged",
        }
    }

    /// A difference of an entry; 0 where it concerns none.
    pub fn of_entry(self, entry: JournalNo) -> Difference {
        Difference {
            what: self,
            table: None,
            row: None,
            code: None,
            entry,
            day: None,
            batch: None,
            why: None,
        }
    }

    pub(super) fn of_row(self, table: &'static str, row: RowId, entry: JournalNo) -> Difference {
        Difference { table: Some(table), row: Some(row), ..self.of_entry(entry) }
    }
}
