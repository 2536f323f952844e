//! A sheet as rows of typed cells.

use std::fmt;

use jiff::civil::{Date, DateTime};

/// One cell as its file has it. A formula is its last value; it is never run.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Empty,
    /// As it stands in the file, blanks at its ends too.
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

/// A row with the number a spreadsheet shows; of a text file, the line it begins on. The first is 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub number: u64,
    pub cells: Vec<Value>,
}

/// Cells shown as one: rows by their number, columns from 0, both ends included. The value stands in the first cell.
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
    /// Goes through the rows from the first. Rows that hold nothing may be left out.
    fn rows(&self) -> Result<Box<dyn Iterator<Item = Result<Row, Refusal>> + Send + '_>, Refusal>;
}

/// Why a file cannot be read: a key that has words in every language, and what they need.
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
