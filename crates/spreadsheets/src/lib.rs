//! Spreadsheets as people have them.
//!
//! [`open`] reads a file into [`Grid`]s: sheets of typed cells. A grid can be read as often as needed, in memory that does not grow with
//! its rows. [`find`] finds the tables in a grid ([`DetectedTable`]), what their columns hold, and how sure that is. [`write`] writes sheets as CSV
//! or as a workbook. Nothing here knows the register.

mod canonical;
mod find;
mod grid;
mod memory;
mod read;
pub mod write;

pub use canonical::{DateOrder, DaysOfColumn, Misread, Reads, Today, clean, number_style};
pub use find::{
    DetectedColumn, DetectedTable, Guess, Hints, Layout, Mark, Misfit, RowKind, YearsAcross, find, swallows,
    years_across,
};
pub use grid::{Grid, Merge, Refusal, Row, Value};
pub use memory::MemoryGrid;
pub use read::{
    Format, Limits, NOTES, Note, OpenedFile, Quote, REFUSALS, Separator, TextFormat, TextHints,
    comma_separated, open, read_workbook,
};
