//! The tables inside a sheet, and what their columns hold.

use crate::find::Layout;
use crate::grid::Value;

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

/// A table inside a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The numbers of its first and last row of data.
    pub rows: (u64, u64),
    /// The numbers of the rows its heading takes; none where it has no heading.
    pub heading: Vec<u64>,
    pub columns: Vec<Column>,
    /// What stands above and below it: title, source, licence, notes.
    pub notes: Vec<(u64, String)>,
    /// From 0 to 1.
    pub sure: f64,
    /// What tells its rows apart, made by `find`. By default every row between the first and the last is one.
    pub layout: Layout,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its place in the row, from 0.
    pub at: usize,
    /// What the heading says, the upper rows first; empty where there is none.
    pub heading: Vec<String>,
    pub guess: Guess,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Guess {
    pub reads: Reads,
    /// From 0 to 1: which part of the filled cells it reads, less where another reading does as well.
    pub sure: f64,
    /// Some different cells, as they stand.
    pub examples: Vec<String>,
    /// Some cells it cannot read, with their rows.
    pub odd: Vec<(u64, String)>,
}

/// In which order a day is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Order {
    YearMonthDay,
    DayMonthYear,
    MonthDayYear,
}

/// How the cells of a column are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reads {
    Text,
    /// Digits that are a name: leading zeros stay.
    Code,
    Whole {
        grouping: Option<char>,
    },
    Number {
        decimal: char,
        grouping: Option<char>,
    },
    /// 12,5 % is 0.125.
    Percent {
        decimal: char,
    },
    Year,
    /// A day, a month or a year, also an Excel serial.
    Day {
        order: Order,
    },
    YesNo,
    /// A latitude or a longitude, in degrees and minutes or decimal.
    Degrees,
    /// Both in one cell, latitude first.
    Coordinates,
    /// Several values in one cell.
    List {
        separator: char,
    },
}

/// A cell that is not what its column holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Misread {
    pub text: String,
    /// `error-…`, with words in every language.
    pub key: &'static str,
}

/// What a row of a sheet is to the table it stands in.
#[derive(Clone, Debug, PartialEq)]
pub enum Is {
    Data,
    Blank,
    Title,
    Heading,
    /// 1, 2, 3 … under the heading.
    ColumnNumbers,
    /// A line that names the rows below it.
    Section(String),
    Subtotal,
    Footnote,
    /// A row of another table of the sheet.
    OtherTable,
}

impl Is {
    pub fn is_data(&self) -> bool {
        *self == Is::Data
    }

    /// `row-…`: why a row is not read, with words in every language; a section's also say `text`. `None` for a row that is.
    pub fn key(&self) -> Option<&'static str> {
        Some(match self {
            Is::Data => return None,
            Is::Blank => "row-blank",
            Is::Title => "row-title",
            Is::Heading => "row-heading",
            Is::ColumnNumbers => "row-column-numbers",
            Is::Section(_) => "row-section",
            Is::Subtotal => "row-subtotal",
            Is::Footnote => "row-footnote",
            Is::OtherTable => "row-other-table",
        })
    }
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
