//! A file that is open.

use super::format::Format;
use super::notes::Note;
use crate::grid::Grid;

/// An open file: its sheets, and notes for its reader.
pub struct OpenedFile {
    /// What kind of file it is, as a mapping keeps it.
    pub format: Format,
    /// From 0 to 1: how sure the encoding and the separator are. For a workbook it is 1.
    pub sure: f64,
    /// Its sheets, in their order, without empty ones.
    pub grids: Vec<Box<dyn Grid>>,
    /// What the reader of the file should know.
    pub notes: Vec<Note>,
}
