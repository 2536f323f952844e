//! A file that is open.

use super::format::Format;
use super::notes::Note;
use crate::grid::Grid;

/// A file that is open, and what was seen on the way.
pub struct Opened {
    /// What it is, as a mapping keeps it.
    pub format: Format,
    /// From 0 to 1: how sure the encoding and the separator are. A workbook says itself what it is.
    pub sure: f64,
    /// Its sheets, in their order; those that hold nothing are left out.
    pub grids: Vec<Box<dyn Grid>>,
    /// What whoever reads the file should know.
    pub notes: Vec<Note>,
}
