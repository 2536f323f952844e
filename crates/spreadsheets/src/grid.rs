//! A sheet as rows of typed cells.

use std::fmt;

use jiff::civil::{Date, DateTime};

/// One cell of a file. A formula is never run: its cell holds the value it had when the file was saved.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Empty,
    /// The text as the file has it, with the blanks at its ends.
    Text(String),
    Number(f64),
    Bool(bool),
    /// A cell formatted as a day.
    Day(Date),
    /// A cell formatted as a day with its time.
    Instant(DateTime),
    /// What a spreadsheet shows for a formula without a value: `#N/A`, `#REF!`.
    Wrong(String),
}

impl Value {
    pub fn is_empty(&self) -> bool {
        match self {
            Value::Empty => true,
            Value::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

/// A row with its number: the one a spreadsheet shows or, in a text file, the line on which the row begins. The first is 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub number: u64,
    pub cells: Vec<Value>,
}

/// Cells that are shown as one. Rows go by their number and columns count from 0, both ends included; the first cell holds the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    pub rows: (u64, u64),
    pub columns: (usize, usize),
}

/// One sheet of a file.
pub trait Grid: Send + Sync {
    /// The sheet's name; empty for a text file.
    fn name(&self) -> &str;
    fn merges(&self) -> &[Merge];
    /// The rows, from the first. A grid may leave out empty rows.
    fn rows(&self) -> Result<Box<dyn Iterator<Item = Result<Row, Refusal>> + Send + '_>, Refusal>;
}

/// Why a file cannot be read: the key of a message, which has words in every language, and the values the message needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// `error-…`.
    pub key: &'static str,
    pub args: Vec<(&'static str, String)>,
    pub row: Option<u64>,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.key)?;
        self.args.iter().try_for_each(|(name, value)| write!(f, " {name}={value}"))
    }
}

impl std::error::Error for Refusal {}
