//! Files of the register that a spreadsheet program saved again: their days are no longer written as the register writes them.
//!
//! An export has 2019-03-01. Excel shows and saves it as 3/1/2019 or 01/03/2019, after the settings of its computer. The order is taken
//! from the column, as in files of others; a day that it does not prove is refused.

use decapolis_base::PartialDay;
use decapolis_register::table::{Kind, Table};
use decapolis_spreadsheets::{DateOrder, DaysOfColumn, Value};
use decapolis_words::message::Message;

use crate::transfer::lines::{Line, Lines};
use crate::transfer::problems::{Problem, Severity};

/// The columns of a file whose days are written otherwise than the register writes them, by their position.
#[derive(Default)]
pub(super) struct SavedAgain(Vec<(usize, DaysOfColumn)>);

impl SavedAgain {
    /// Looks at all rows once, if the table has days. Files with names of their own are read by their mapping.
    pub(super) fn of(table: &Table, lines: &dyn Lines) -> SavedAgain {
        let is_day =
            |name: &String| table.column(name).is_some_and(|c| matches!(c.kind, Kind::Day | Kind::Bound));
        let mut columns: Vec<(usize, DaysOfColumn)> = lines
            .header()
            .iter()
            .enumerate()
            .filter(|(_, name)| is_day(name) && lines.called().is_none())
            .map(|(at, _)| (at, DaysOfColumn::default()))
            .collect();
        if columns.is_empty() {
            return SavedAgain::default();
        }
        let mut otherwise = vec![false; columns.len()];
        for line in lines.lines().into_iter().flatten() {
            let Ok(Line::Row { cells, .. }) = line else { continue };
            for ((at, days), otherwise) in columns.iter_mut().zip(&mut otherwise) {
                let Some(cell) = cells.get(*at).filter(|cell| !cell.trim().is_empty()) else { continue };
                if !as_we_write(cell) {
                    *otherwise = true;
                    days.see(&Value::Text(cell.clone()));
                }
            }
        }
        let order = lines.said_of_days().order;
        let kept = columns.into_iter().zip(otherwise).filter(|(_, otherwise)| *otherwise);
        SavedAgain(kept.map(|((at, days), _)| (at, days.or_order(order))).collect())
    }

    /// Writes the days that are certain as the register writes them. The others stay: they are refused where they are read.
    pub(super) fn mend(&self, cells: &mut [String]) {
        for (at, days) in &self.0 {
            let Some(cell) = cells.get_mut(*at).filter(|cell| !cell.is_empty() && !as_we_write(cell)) else {
                continue;
            };
            if let Ok(day) = days.read(&Value::Text(cell.clone()), None) {
                *cell = day;
            }
        }
    }

    /// Whether an order that a person says can change how a day is read.
    pub(super) fn takes_order(&self, order: DateOrder) -> bool {
        self.0.iter().any(|(_, days)| days.takes(order))
    }

    /// A warning for each column whose days are read in an order that is not the register's.
    pub(super) fn warnings(&self, lines: &dyn Lines) -> Vec<Problem> {
        let warning = |(at, days): &(usize, DaysOfColumn)| {
            let key = match days.order()? {
                DateOrder::MonthDayYear => "warning-days-month-first",
                DateOrder::DayMonthYear => "warning-days-day-first",
                DateOrder::YearMonthDay => "warning-days-year-first",
            };
            Some(Problem {
                file: lines.file().to_string(),
                row: None,
                column: lines.header().get(*at).cloned(),
                meant: None,
                message: Message::new(key),
                severity: Severity::Warning,
            })
        };
        self.0.iter().filter_map(warning).collect()
    }
}

/// 2019-03-01, 2019, ../2018, 2015/2018-06.
fn as_we_write(cell: &str) -> bool {
    let cell = cell.trim();
    let begins =
        cell.starts_with("..") || cell.len() >= 4 && cell.bytes().take(4).all(|b| b.is_ascii_digit());
    begins && cell.parse::<PartialDay>().is_ok()
}
