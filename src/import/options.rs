//! What whoever imports says of a file: the part to read, the table, and corrections of the match.

use clap::Args;
use decapolis_import::transfer::SaidOfDays;
use decapolis_spreadsheets::DateOrder;
use decapolis_words::errors::{Error, Result};

/// Which part of a file to read, and into which table.
#[derive(Args, Clone, Debug, Default)]
pub struct ImportOptions {
    /// The table of the register to import into.
    #[arg(long, value_name = "TABLE")]
    pub into: Option<String>,
    /// The sheet, by name.
    #[arg(long, value_name = "SHEET")]
    pub sheet: Option<String>,
    /// The number of the table in its sheet, from 1.
    #[arg(long, value_name = "N")]
    pub table: Option<usize>,
    /// A mapping, by name or path.
    #[arg(long, value_name = "NAME|PATH")]
    pub mapping: Option<String>,
    /// Correct the match: a heading of the file and its column ("Joined=from"), or no column ("Notes=").
    #[arg(long = "match", value_name = "HEADING=COLUMN")]
    pub matches: Vec<String>,
    /// Set the same value in every row: "level=municipal".
    #[arg(long = "set", value_name = "COLUMN=WORDS")]
    pub sets: Vec<String>,
    /// What a word of a column means: "gender.M=man".
    #[arg(long = "value", value_name = "COLUMN.WORD=VALUE")]
    pub values: Vec<String>,
    /// The order of days that the files do not prove: d/m/y, m/d/y or y-m-d.
    #[arg(long, value_name = "ORDER")]
    pub days: Option<String>,
    /// The mark before decimals that the files do not prove: a point or a comma.
    #[arg(long, value_name = "MARK")]
    pub decimal: Option<char>,
    /// Years that are right although they are far from the register's: 1850..1900.
    #[arg(long, value_name = "FROM..UNTIL")]
    pub years: Option<String>,
}

impl ImportOptions {
    /// Whether no option is given that reads a file otherwise than as the register's own.
    pub fn is_nothing(&self) -> bool {
        // how days are written is said of the register's own files too
        let ImportOptions { into, sheet, table, mapping, matches, sets, values, decimal, days: _, years: _ } =
            self;
        into.is_none()
            && sheet.is_none()
            && table.is_none()
            && mapping.is_none()
            && matches.is_empty()
            && sets.is_empty()
            && values.is_empty()
            && decimal.is_none()
    }

    /// The mark before decimals.
    ///
    /// Errors: refused where it is neither a point nor a comma (`error-decimal-mark`).
    pub fn decimal_mark(&self) -> Result<Option<char>> {
        match self.decimal {
            None | Some('.' | ',') => Ok(self.decimal),
            Some(mark) => {
                Err(Error::refused_with("error-decimal-mark", [("text", mark.to_string().into())].into()))
            }
        }
    }

    /// What is said of the days of the files.
    ///
    /// Errors: refused where the words are no order (`error-days-order`) or no years (`error-years-said`).
    pub fn said_of_days(&self) -> Result<SaidOfDays> {
        let refused = |key, text: &str| Error::refused_with(key, [("text", text.into())].into());
        let order = |text: &String| match text.as_str() {
            "d/m/y" => Ok(DateOrder::DayMonthYear),
            "m/d/y" => Ok(DateOrder::MonthDayYear),
            "y-m-d" | "y/m/d" => Ok(DateOrder::YearMonthDay),
            _ => Err(refused("error-days-order", text)),
        };
        let years = |text: &String| {
            let (from, until) = text.split_once("..").unwrap_or((text, text));
            match (from.trim().parse::<i64>(), until.trim().parse::<i64>()) {
                (Ok(from), Ok(until)) if from <= until => Ok((from, until)),
                _ => Err(refused("error-years-said", text)),
            }
        };
        Ok(SaidOfDays {
            order: self.days.as_ref().map(order).transpose()?,
            years: self.years.as_ref().map(years).transpose()?,
        })
    }
}
