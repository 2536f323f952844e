//! Spreadsheets as people have them.
//!
//! [`open`] makes a file [`Grid`]s: sheets of typed cells that can be gone through as often as wanted, in memory that does not grow with their
//! rows. In a grid the tables are [`Found`], with what their columns hold and how sure that is. Nothing here knows the register.

mod find;
mod grid;
mod memory;
mod read;
mod reads;
pub mod write;

pub use find::{Column, Found, Guess, Hints, Is, Layout, YearsAcross, find, years_across};
pub use grid::{Grid, Merge, Refusal, Row, Value};
pub use memory::MemoryGrid;
pub use read::{Format, Hinted, Limits, NOTES, Note, Opened, Quote, REFUSALS, Separator, Text, open, read_workbook};
pub use reads::{Misread, Order, Reads, clean};
