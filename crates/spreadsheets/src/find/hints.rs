//! What is known of a sheet before anyone looks at it.

use crate::reads::Reads;

/// What is known before a sheet is looked at: everything empty where nothing is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hints {
    /// The rows of the heading, by number. `Some(vec![])`: there is none.
    pub heading: Option<Vec<u64>>,
    /// Which table of the sheet, from 1.
    pub table: Option<usize>,
    /// What columns hold, by their name or, where they have none, their letter (A, B, …, AA).
    pub reads: Vec<(String, Reads)>,
}
