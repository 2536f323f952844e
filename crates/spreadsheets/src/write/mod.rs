//! Sheets written, as CSV or as a workbook: one way to say what stands in a cell, and two files that come of it.
//!
//! Rows are written as they come and are not kept: memory does not grow with them. A workbook keeps one row, and puts the others into a
//! file without a name until it is finished. The same rows give the same bytes.

mod csv;
mod guard;
mod xlsx;

use std::io;

use jiff::civil::Date;

pub use self::csv::Csv;
pub use guard::{guarded, unguarded};
pub use xlsx::{LONGEST_TEXT, Xlsx, fits_a_cell, is_tab_of};

/// What a sheet is called and what stands above its rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its tab in a workbook. What a tab cannot be called is left out of it.
    pub name: String,
    /// Lines above the heading: that rows are missing, say.
    pub notes: Vec<String>,
    pub columns: Vec<Column>,
    /// Whether its first column stands at the right.
    pub right_to_left: bool,
    /// The words at the end of a text that is longer than a cell of a workbook may be; an ellipsis where there are none.
    pub cut: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub heading: String,
    pub holds: Holds,
}

impl Column {
    pub fn new(heading: impl Into<String>, holds: Holds) -> Column {
        Column { heading: heading.into(), holds }
    }
}

/// What most cells of a column are: how wide it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// A name or a short text.
    Words,
    /// A text of several sentences.
    Prose,
    /// Few signs that name something; digits in it are no number.
    Code,
    /// A number or an amount.
    Number,
    /// A day, a month, a year.
    Day,
    YesNo,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    /// Never a formula, whatever it begins with.
    Text(String),
    Whole(i64),
    Number(f64),
    /// `units` of 10^-`digits`: 12.50 is 1250 with two. At most nine digits.
    Decimal {
        units: i64,
        digits: u32,
    },
    Day(Date),
}

impl Cell {
    /// Text, or nothing where there is none.
    pub fn text(text: impl Into<String>) -> Cell {
        let text = text.into();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }

    /// As it stands in a text file: a point before decimals, days as 2020-12-31.
    fn plain(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => guarded(text).into_owned(),
            Cell::Whole(n) => n.to_string(),
            Cell::Number(n) => n.to_string(),
            Cell::Decimal { units, digits } => decimal(*units, *digits),
            Cell::Day(day) => day.to_string(),
        }
    }
}

fn decimal(units: i64, digits: u32) -> String {
    if digits == 0 {
        return units.to_string();
    }
    let scale = 10u64.pow(digits.min(9));
    let sign = if units < 0 { "-" } else { "" };
    format!("{sign}{}.{:0>width$}", units.unsigned_abs() / scale, units.unsigned_abs() % scale, width = digits.min(9) as usize)
}

/// What became of what was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    pub rows: u64,
    /// Texts longer than a cell of a workbook may be ([`LONGEST_TEXT`]), which end in [`Sheet::cut`] there.
    pub shortened: u64,
}

/// A file with sheets, being written.
pub trait Writes: Send {
    /// Begins a sheet. A text file has one.
    fn sheet(&mut self, sheet: &Sheet) -> io::Result<()>;
    /// A row of the sheet that was begun last, with a cell for each of its columns.
    fn row(&mut self, cells: &[Cell]) -> io::Result<()>;
    /// What is left is written. Without this the file is no file.
    fn finish(self: Box<Self>) -> io::Result<Written>;
}
