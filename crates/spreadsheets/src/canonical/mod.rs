//! Reads a cell as what its column holds.
//!
//! However a cell is written, its canonical words are the same: 2020-12-31, 1234.5, yes, 40.416667. A cell that does not fit its column is
//! a [`Misread`]. Nothing is guessed here: the guess was made for the whole column.

mod clean;
mod day;
mod day_clock;
mod days_of_column;
mod degrees;
mod nothing;
mod number;
mod orders;
mod yes_no;

pub use clean::{clean, folded};
pub use day::{DateOrder, WrittenDay, of_serial, written_day};
pub use days_of_column::{DaysOfColumn, Today};
pub use degrees::{coordinates, degrees};
pub use nothing::{is_nothing, may_be_nothing};
pub use number::{NumberStyle, number_style};
pub use orders::Orders;
pub use yes_no::yes_or_no;

use crate::grid::Value;

/// How the cells of a column are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reads {
    Text,
    /// A code: leading zeros stay.
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
        order: DateOrder,
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

/// A cell that does not fit its column.
#[derive(Clone, Debug, PartialEq)]
pub struct Misread {
    pub text: String,
    /// The key of the message that says why: `error-…`.
    pub key: &'static str,
}

impl Reads {
    /// The cell in canonical words; empty if the cell is empty or says so (n/a, –, …).
    ///
    /// Days are 2020-12-31, 2020-12 or 2020. Numbers have a point and no grouping; 12,5 % is 0.125. Yes and no are `yes` and `no`. Degrees
    /// have up to six decimals; coordinates are two of them, latitude first. A list keeps its separator, without blanks around it. `NA` is
    /// nothing only if it cannot be a name or a code.
    pub fn canonical(&self, value: &Value) -> Result<String, Misread> {
        match value {
            Value::Empty => Ok(String::new()),
            Value::Text(text) => self.of_text(&clean(text)),
            Value::Wrong(text) if is_nothing(text) => Ok(String::new()),
            Value::Wrong(text) if text.starts_with('=') => {
                Err(Misread { text: text.clone(), key: "error-cell-not-calculated" })
            }
            Value::Wrong(text) => Err(Misread { text: text.clone(), key: "error-cell-formula" }),
            Value::Number(number) => self.of_number(*number),
            Value::Bool(yes) => match self {
                Reads::Text | Reads::Code | Reads::YesNo | Reads::List { .. } => {
                    Ok(if *yes { "yes" } else { "no" }.into())
                }
                _ => Err(self.misread(if *yes { "TRUE" } else { "FALSE" })),
            },
            Value::Day(day) => match self {
                Reads::Text | Reads::Code | Reads::Day { .. } | Reads::List { .. } => Ok(day.to_string()),
                Reads::Year => Ok(format!("{:04}", day.year())),
                _ => Err(self.misread(&day.to_string())),
            },
            Value::Instant(instant) => match self {
                Reads::Text | Reads::Code | Reads::List { .. }
                    if instant.time() != jiff::civil::Time::midnight() =>
                {
                    Ok(instant.strftime("%Y-%m-%d %H:%M:%S").to_string().trim_end_matches(":00").to_owned())
                }
                _ => self.canonical(&Value::Day(instant.date())),
            },
        }
    }

    /// The values of a list in canonical words. Anything else is one value, or none if it is empty.
    pub fn values<'a>(&self, canonical: &'a str) -> Vec<&'a str> {
        let by = match self {
            Reads::List { separator: '/' } if canonical.contains(" / ") => " / ".to_owned(),
            Reads::List { separator } => separator.to_string(),
            _ => return Some(canonical).filter(|c| !c.is_empty()).into_iter().collect(),
        };
        canonical.split(&by).map(str::trim).filter(|value| !value.is_empty()).collect()
    }

    fn of_text(&self, text: &str) -> Result<String, Misread> {
        let names = matches!(self, Reads::Text | Reads::Code | Reads::List { .. });
        if is_nothing(text) || (!names && may_be_nothing(text)) {
            return Ok(String::new());
        }
        let read = match *self {
            Reads::Text | Reads::Code => Some(text.to_owned()),
            Reads::List { separator: '/' } => Some(text.to_owned()),
            Reads::List { separator } => Some(self.values(text).join(&separator.to_string())),
            Reads::Whole { grouping } => {
                let decimal = if grouping == Some('.') { ',' } else { '.' };
                number::number(text, decimal, grouping).filter(|n| !n.contains('.'))
            }
            Reads::Number { decimal, grouping } => number::number(text, decimal, grouping),
            Reads::Percent { decimal } => number::percent(text, decimal),
            Reads::Year => written_day(text).and_then(|day| match day {
                WrittenDay::Year(year) => Some(format!("{year:04}")),
                _ => None,
            }),
            Reads::Day { order } => match written_day(text) {
                Some(day) => return day.canonical(order).ok_or_else(|| self.misread(text)),
                None if text.len() == 5 => text
                    .parse()
                    .ok()
                    .filter(|n| is_likely_serial(*n))
                    .and_then(of_serial)
                    .map(|d| d.to_string()),
                None => None,
            },
            Reads::YesNo => yes_or_no(text).map(|yes| if yes { "yes" } else { "no" }.to_owned()),
            Reads::Degrees => degrees(text).map(|d| degrees::decimal(d.value)),
            Reads::Coordinates => coordinates(text)
                .map(|(lat, lon)| format!("{} {}", degrees::decimal(lat), degrees::decimal(lon))),
        };
        read.ok_or_else(|| self.misread(text))
    }

    fn of_number(&self, value: f64) -> Result<String, Misread> {
        let Some(text) = number::of_float(value) else { return Err(self.misread("∞")) };
        let whole = value.fract() == 0.0;
        let fits = match self {
            Reads::Text | Reads::Code | Reads::Number { .. } | Reads::Percent { .. } | Reads::List { .. } => {
                true
            }
            Reads::Whole { .. } => whole,
            Reads::Year => whole && (1000.0..3000.0).contains(&value),
            Reads::Day { .. } if whole && (1000.0..3000.0).contains(&value) => true,
            Reads::Day { .. } => {
                return of_serial(value).map(|day| day.to_string()).ok_or_else(|| self.misread(&text));
            }
            Reads::YesNo if value == 0.0 || value == 1.0 => {
                return Ok(if value == 1.0 { "yes" } else { "no" }.into());
            }
            Reads::Degrees if value.abs() <= 180.0 => return Ok(degrees::decimal(value)),
            Reads::YesNo | Reads::Degrees | Reads::Coordinates => false,
        };
        if fits { Ok(text) } else { Err(self.misread(&text)) }
    }

    fn misread(&self, text: &str) -> Misread {
        let key = match self {
            Reads::Text | Reads::Code | Reads::List { .. } => "error-cell-not-text",
            Reads::Whole { .. } => "error-cell-not-whole",
            Reads::Number { .. } => "error-cell-not-number",
            Reads::Percent { .. } => "error-cell-not-percent",
            Reads::Year => "error-cell-not-year",
            Reads::Day { order: DateOrder::MonthDayYear } => "error-cell-not-day-month-first",
            Reads::Day { .. } => "error-cell-not-day",
            Reads::YesNo => "error-cell-not-yes-no",
            Reads::Degrees => "error-cell-not-degrees",
            Reads::Coordinates => "error-cell-not-coordinates",
        };
        Misread { text: text.to_owned(), key }
    }
}

/// Whether a number is likely the serial of a day: October 1954 to April 2064. Under a heading that says day it is hardly anything else.
pub fn is_likely_serial(value: f64) -> bool {
    (20_000.0..=60_000.0).contains(&value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(reads: Reads, text: &str) -> Result<String, &'static str> {
        reads.canonical(&Value::Text(text.into())).map_err(|misread| misread.key)
    }

    #[test]
    fn a_code_keeps_its_digits_whatever_the_cell_is() {
        assert_eq!(text(Reads::Code, " 01001\u{a0}").as_deref(), Ok("01001"));
        assert_eq!(Reads::Code.canonical(&Value::Number(75001.0)).as_deref(), Ok("75001"));
        assert_eq!(text(Reads::Code, "NA").as_deref(), Ok("NA"));
        assert_eq!(text(Reads::Whole { grouping: None }, "NA").as_deref(), Ok(""));
    }

    #[test]
    fn a_day_is_read_from_text_cell_year_and_serial() {
        let day = Reads::Day { order: DateOrder::DayMonthYear };
        assert_eq!(text(day, "31/12/2020").as_deref(), Ok("2020-12-31"));
        assert_eq!(text(day, "43831").as_deref(), Ok("2020-01-01"));
        assert_eq!(day.canonical(&Value::Number(43831.5)).as_deref(), Ok("2020-01-01"));
        assert_eq!(day.canonical(&Value::Number(2015.0)).as_deref(), Ok("2015"));
        assert_eq!(text(day, "12/31/2020"), Err("error-cell-not-day"));
        assert_eq!(
            text(Reads::Day { order: DateOrder::MonthDayYear }, "31/12/2020"),
            Err("error-cell-not-day-month-first")
        );
    }

    #[test]
    fn a_list_is_parted_only_by_its_own_mark() {
        let goals = Reads::List { separator: ';' };
        assert_eq!(text(goals, "7; 11 ;13").as_deref(), Ok("7;11;13"));
        assert_eq!(goals.values("7;11;13"), ["7", "11", "13"]);
        let names = Reads::List { separator: '/' };
        assert_eq!(names.values("Araba/Álava"), ["Araba", "Álava"]);
        assert_eq!(names.values("A/B / C"), ["A/B", "C"]);
    }

    #[test]
    fn a_formula_without_a_value_is_nothing_or_a_misreading() {
        assert_eq!(Reads::Text.canonical(&Value::Wrong("#N/A".into())).as_deref(), Ok(""));
        assert_eq!(
            Reads::Text.canonical(&Value::Wrong("#REF!".into())).unwrap_err().key,
            "error-cell-formula"
        );
    }
}
