//! The lines that a file has for one table, whatever the kind of file.

use decapolis_spreadsheets::DateOrder;
use decapolis_words::message::Message;

use super::problems::Problem;

/// One row of a file for one table.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// Its cells, as many as the header has, in the words the columns of the table are read from: days as 2020-12-31, numbers with a point,
    /// yes and no. Blanks around them are not kept.
    Row { number: u64, cells: Vec<String> },
    /// A row that says nothing of this table, and why.
    Skipped { number: u64, why: Message },
    /// A row that cannot be read.
    Refused { number: u64, problem: Problem },
}

/// A cell as the register keeps it: without the blanks around it. What is inside stays as it is, line ends
/// and signs that cannot be seen too; to clean what others wrote is the work of whoever reads their files.
pub(super) fn kept(mut cell: String) -> String {
    cell.truncate(cell.trim_end().len());
    let begins = cell.len() - cell.trim_start().len();
    cell.drain(..begins);
    cell
}

/// What the person who imports says of the days of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SaidOfDays {
    /// The order in which days are written where the file does not prove it.
    pub order: Option<DateOrder>,
    /// The first and the last year that are right in the file, however far from those of the register.
    pub years: Option<(i64, i64)>,
}

impl SaidOfDays {
    /// Every year there is.
    pub const EVERY_YEAR: (i64, i64) = (1, 9999);

    /// The same, of a file that a register wrote: all its years were right there.
    pub fn of_every_year(self) -> SaidOfDays {
        SaidOfDays { years: Some(Self::EVERY_YEAR), ..self }
    }
}

/// Rows for one table. They are gone through more than once and are the same each time; memory does not grow with them.
///
/// One row of a file may give lines to several tables: then several of these name the same file and the same numbers.
pub trait Lines: Send + Sync {
    /// The file, and its sheet where it has several, as problems name it.
    fn file(&self) -> &str;
    fn table(&self) -> &str;
    /// Names of columns of the table, with the language of texts (`label_es`).
    fn header(&self) -> &[String];
    /// For a file with its own names: what it calls each column of the header; `None` if it has no column for it.
    fn called(&self) -> Option<&[Option<String>]> {
        None
    }
    fn said_of_days(&self) -> SaidOfDays {
        SaidOfDays::default()
    }
    /// Whether an order of days that a person says can change how a day of these lines is read.
    fn takes_order(&self, _order: DateOrder) -> bool {
        false
    }
    /// Whether a day of these lines would be refused if a person did not say that these years are right.
    fn takes_years(&self, _years: (i64, i64)) -> bool {
        false
    }
    fn lines(&self) -> Result<Box<dyn Iterator<Item = Result<Line, Problem>> + Send + '_>, Problem>;
}
