//! Writes sheets, as CSV or as a workbook.
//!
//! Rows are written as they come, so memory does not grow with them. A workbook holds one row in memory and puts the others into a file
//! without a name until it is finished. The same rows give the same bytes.

mod csv;
mod guard;
mod xlsx;

use std::borrow::Cow;
use std::io;

use jiff::civil::Date;

pub use self::csv::Csv;
pub use guard::{guarded, unguarded};
pub use xlsx::{LONGEST_TEXT, Xlsx, fits_a_cell, is_tab_of};

/// A sheet to write: its name, its columns and the notes above its rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The name of its tab in a workbook. Signs that a tab cannot have are left out.
    pub name: String,
    /// Lines above the heading, for example that rows are missing.
    pub notes: Vec<String>,
    pub columns: Vec<SheetColumn>,
    /// Whether the first column is on the right, as in Arabic.
    pub right_to_left: bool,
    /// The words that end a text which is too long for a cell of a workbook. An ellipsis if empty.
    pub cut: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SheetColumn {
    pub heading: String,
    pub kind: ColumnKind,
}

impl SheetColumn {
    pub fn new(heading: impl Into<String>, kind: ColumnKind) -> SheetColumn {
        SheetColumn { heading: heading.into(), kind }
    }
}

/// What most cells of a column hold. It decides how wide the column is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// A name or a short text.
    Words,
    /// A text of several sentences.
    Prose,
    /// A short code. Its digits are not a number.
    Code,
    /// A number or an amount.
    Number,
    /// A day, a month, a year.
    Day,
    YesNo,
}

/// A cell to write.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetCell {
    Empty,
    /// A text. It never becomes a formula, whatever it begins with.
    Text(String),
    Whole(i64),
    Number(f64),
    /// `units` of 10^-`digits`: 12.50 is 1250 with 2 digits. At most nine digits.
    Decimal {
        units: i64,
        digits: u32,
    },
    Day(Date),
}

impl SheetCell {
    /// A text cell; an empty cell if the text is empty.
    pub fn text(text: impl Into<String>) -> SheetCell {
        let text = text.into();
        if text.is_empty() { SheetCell::Empty } else { SheetCell::Text(text) }
    }

    /// The cell as a text file has it: a point before decimals, days as 2020-12-31.
    fn plain(&self) -> Cow<'_, str> {
        match self {
            SheetCell::Empty => Cow::Borrowed(""),
            SheetCell::Text(text) => guarded(text),
            SheetCell::Whole(n) => n.to_string().into(),
            SheetCell::Number(n) => n.to_string().into(),
            SheetCell::Decimal { units, digits } => decimal(*units, *digits).into(),
            SheetCell::Day(day) => day.to_string().into(),
        }
    }
}

fn decimal(units: i64, digits: u32) -> String {
    if digits == 0 {
        return units.to_string();
    }
    let scale = 10u64.pow(digits.min(9));
    let sign = if units < 0 { "-" } else { "" };
    format!(
        "{sign}{}.{:0>width$}",
        units.unsigned_abs() / scale,
        units.unsigned_abs() % scale,
        width = digits.min(9) as usize
    )
}

/// What was written, once a file is finished.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WriteSummary {
    pub rows: u64,
    /// How many texts were too long for a cell of a workbook ([`LONGEST_TEXT`]) and were cut: they end in [`Sheet::cut`].
    pub shortened: u64,
}

/// A file of sheets that is being written.
pub trait SheetWriter: Send {
    /// Begins a sheet. A text file can have only one.
    fn sheet(&mut self, sheet: &Sheet) -> io::Result<()>;
    /// Writes a row of the current sheet, with one cell for each column.
    fn row(&mut self, cells: &[SheetCell]) -> io::Result<()>;
    /// Writes the rest. A file that is not finished cannot be opened.
    fn finish(self: Box<Self>) -> io::Result<WriteSummary>;
}
