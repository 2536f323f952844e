//! What an import does with each row, and the counts of rows by table and by file.

/// What an import does with a row, the most serious last. A row that gives lines to several tables counts as the most serious of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    Skipped = 0,
    Same = 1,
    Changed = 2,
    New = 3,
    Removed = 4,
    Refused = 5,
}

impl Outcome {
    pub(super) fn of(number: i64) -> Outcome {
        match number {
            0 => Outcome::Skipped,
            1 => Outcome::Same,
            2 => Outcome::Changed,
            3 => Outcome::New,
            4 => Outcome::Removed,
            _ => Outcome::Refused,
        }
    }
}

/// How many rows of one table an import adds, changes, leaves, removes, skips and refuses.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    pub table: &'static str,
    pub new: usize,
    pub changed: usize,
    pub same: usize,
    pub removed: usize,
    pub skipped: usize,
    pub refused: usize,
    pub warnings: usize,
    pub errors: usize,
}

/// How many rows of one file an import adds, changes, leaves, removes, skips and refuses.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    pub file: String,
    /// Rows that hold something, without the header.
    pub read: usize,
    pub new: usize,
    pub changed: usize,
    pub same: usize,
    pub removed: usize,
    pub skipped: usize,
    pub refused: usize,
}

impl Rows {
    /// The counts in the order they are told, each under the key of its words.
    pub fn counts(&self) -> [(&'static str, usize); 6] {
        [
            ("new", self.new),
            ("changed", self.changed),
            ("same", self.same),
            ("removed", self.removed),
            ("skipped", self.skipped),
            ("refused", self.refused),
        ]
    }
    /// Whether each row that was read ended in one of them.
    pub fn add_up(&self) -> bool {
        self.read == self.counts().iter().map(|c| c.1).sum::<usize>()
    }
}
