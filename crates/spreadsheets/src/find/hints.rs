//! What is known of a sheet before it is looked at.

use crate::canonical::Reads;

/// What a person or a mapping says of a sheet before it is looked at. By default nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hints {
    /// The numbers of the rows of the heading. `Some(vec![])` means that there is no heading.
    pub heading: Option<Vec<u64>>,
    /// Which table of the sheet, from 1.
    pub table: Option<usize>,
    /// The mark before decimals, where the sheet does not show it.
    pub decimal: Option<char>,
    /// What columns hold, by their name or, if they have none, by their letter (A, B, …, AA).
    pub reads: Vec<(String, Reads)>,
}
