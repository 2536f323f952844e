//! The days of a column: what all its cells together say of how they are written, and which of them are in doubt.
//!
//! A day is read only if it is certain. 03/04/2020 is certain if another cell of the column shows the order, as 31/12/2020 does, or if
//! a person says it. What is not certain is a [`Misread`] whose message says why: an import then asks, and changes nothing.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::clean::clean;
use super::day::{DateOrder, WrittenDay, of_serial, written_day};
use super::day_clock::day_in_zone;
use super::nothing::{is_nothing, may_be_nothing};
use super::orders::{OrderSeen, Orders, readings};
use super::{Misread, is_likely_serial};
use crate::grid::Value;

/// The day and the zone in which a file is read.
#[derive(Clone, Debug)]
pub struct Today {
    pub day: Date,
    pub zone: TimeZone,
}

/// What is seen of the days of one column. By default nothing was seen, and nothing said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DaysOfColumn {
    /// The order that a person or a mapping says.
    said: Option<DateOrder>,
    /// The first and the last year that a person says are right.
    right: Option<(i64, i64)>,
    /// What the days written in numbers say of their order.
    seen: OrderSeen,
    /// Days that are clear by themselves: written out, or cells formatted as days.
    clear: u64,
    /// Cells formatted as days, and those of them after the twelfth of a month.
    cells: u64,
    past_twelve: u64,
    /// How often each year occurs.
    years: BTreeMap<i16, u64>,
    /// The different clocks beside days, at most [`CLOCKS`].
    clocks: Vec<Time>,
}

/// More different clocks than this are times that things happened at.
const CLOCKS: usize = 3;
/// A year this far from all other years of its column is doubted.
const APART: i16 = 50;
/// A century is not guessed for years longer ago than this.
const LONG_AGO: i16 = 50;
/// The fewest cells among which one can be far from the others.
const FEW: u64 = 5;

impl DaysOfColumn {
    /// A column whose days are written in this order, as a person says.
    pub fn said(order: DateOrder) -> DaysOfColumn {
        DaysOfColumn { said: Some(order), ..DaysOfColumn::default() }
    }

    /// The same column, of which a person says the order.
    pub fn with_order(self, order: DateOrder) -> DaysOfColumn {
        DaysOfColumn { said: Some(order), ..self }
    }

    /// The same column, of which a person says the order if nobody said it before.
    pub fn or_order(self, order: Option<DateOrder>) -> DaysOfColumn {
        DaysOfColumn { said: self.said.or(order), ..self }
    }

    /// The same column, of which a person says that these years are right, however far they are from its others.
    pub fn with_years(self, right: Option<(i64, i64)>) -> DaysOfColumn {
        DaysOfColumn { right, ..self }
    }

    /// The same column, in which no year is too far from the others: for files that the register wrote.
    pub fn of_any_year(self) -> DaysOfColumn {
        DaysOfColumn { years: BTreeMap::new(), ..self }
    }

    /// Counts a cell.
    pub fn see(&mut self, value: &Value) {
        match value {
            Value::Day(day) => self.see_cell(*day),
            Value::Instant(instant) => {
                self.see_cell(instant.date());
                if !self.clocks.contains(&instant.time()) && self.clocks.len() < CLOCKS {
                    self.clocks.push(instant.time());
                }
            }
            Value::Text(text) => {
                if let Some(day) = written_day(&clean(text)) {
                    self.see_written(day);
                }
            }
            _ => {}
        }
    }

    fn see_cell(&mut self, day: Date) {
        self.clear += 1;
        self.cells += 1;
        self.past_twelve += u64::from(day.day() > 12);
        *self.years.entry(day.year()).or_default() += 1;
    }

    fn see_written(&mut self, day: WrittenDay) {
        self.seen.see(day);
        self.clear += u64::from(matches!(day, WrittenDay::Day(..)));
        if let WrittenDay::Year(year)
        | WrittenDay::Month(year, _)
        | WrittenDay::Day(year, ..)
        | WrittenDay::Two(_, _, year) = day
        {
            *self.years.entry(year).or_default() += 1;
        }
    }

    /// The order in which the days are written: as said, or the only one in which all of them are days.
    pub fn order(&self) -> Option<DateOrder> {
        self.seen.order(self.said, false).or_else(|| self.seen.order(self.said, true))
    }

    /// Whether days were seen that may be two, and nothing says which.
    pub fn is_unclear(&self) -> bool {
        self.seen.is_unclear(self.said)
    }

    /// Whether any day was seen.
    pub fn has_any(&self) -> bool {
        self.clear > 0 || self.seen != OrderSeen::default()
    }

    /// Whether a year far from the others of the column is right because a person says so.
    pub fn takes_years(&self, right: (i64, i64)) -> bool {
        self.years.keys().any(|year| contains(right, *year) && self.is_far(*year))
    }

    /// Whether an order that a person says can change how a day of the column is read.
    pub fn takes(&self, order: DateOrder) -> bool {
        self.seen.takes(order)
    }

    /// The day of a cell: 2020-12-31, 2020-12 or 2020; empty if the cell says that there is none.
    ///
    /// Errors: the cell is no day, or no certain one.
    pub fn read(&self, value: &Value, today: Option<&Today>) -> Result<String, Misread> {
        let wrong = |text: &str, key| Err(Misread { text: text.to_owned(), key });
        match value {
            Value::Empty => Ok(String::new()),
            Value::Text(text) => self.of_text(&clean(text), today),
            Value::Number(number) => self.of_number(*number),
            Value::Day(day) => self.of_cell(*day),
            Value::Instant(instant) if self.clock_moved() => {
                wrong(&instant.to_string().replace('T', " "), "error-cell-day-midnight")
            }
            Value::Instant(instant) => self.of_cell(instant.date()),
            Value::Bool(yes) => wrong(if *yes { "TRUE" } else { "FALSE" }, "error-cell-not-day"),
            Value::Wrong(_) => super::Reads::Text.canonical(value),
        }
    }

    /// Opened as if the month came first, 03/04/2020 becomes a cell of another day, and 31/12/2020 stays text.
    fn of_cell(&self, day: Date) -> Result<String, Misread> {
        let text = day.to_string();
        if self.seen.one_way && self.past_twelve == 0 && day.day() != i8::from(day.month()) {
            return Err(Misread { text, key: "error-cell-day-swapped" });
        }
        self.near(day.year(), &text)?;
        Ok(text)
    }

    fn of_number(&self, number: f64) -> Result<String, Misread> {
        let Some(text) = super::number::of_float(number) else {
            return Err(Misread { text: "∞".into(), key: "error-cell-not-day" });
        };
        if number.fract() == 0.0 && (1000.0..3000.0).contains(&number) {
            self.near(number as i16, &text)?;
            return Ok(text);
        }
        let counts = is_likely_serial(number) && self.clear == 0 && !self.seen.one_way;
        match of_serial(number).filter(|_| counts) {
            Some(day) => Ok(day.to_string()),
            None => Err(Misread { text, key: "error-cell-number-among-days" }),
        }
    }

    fn of_text(&self, text: &str, today: Option<&Today>) -> Result<String, Misread> {
        if is_nothing(text) || may_be_nothing(text) {
            return Ok(String::new());
        }
        let wrong = |key| Misread { text: text.to_owned(), key };
        let Some(written) = written_day(text) else {
            return match text.parse::<f64>() {
                Ok(number) if text.len() <= 6 && text.bytes().all(|b| b.is_ascii_digit()) => {
                    self.of_number(number)
                }
                _ => Err(wrong(if has_no_year(text) {
                    "error-cell-day-without-year"
                } else {
                    self.not_a_day()
                })),
            };
        };
        let read = match written {
            WrittenDay::MonthAnd(..) => return Err(wrong("error-cell-day-without-year")),
            WrittenDay::Two(..) | WrittenDay::Three(..) => self.ordered(written, text)?,
            clear => clear.canonical(DateOrder::YearMonthDay).ok_or_else(|| wrong(self.not_a_day()))?,
        };
        let year: i16 = read[..4].parse().unwrap_or_default();
        let whole = text.as_bytes().split(|b| !b.is_ascii_digit()).any(|run| run.len() >= 4);
        let close = |today: &Today| (today.day.year() - LONG_AGO..=today.day.year() + 1).contains(&year);
        if !whole && today.is_some_and(|today| !close(today)) {
            return Err(wrong("error-cell-century"));
        }
        if let (Some(today), Ok(day)) = (today, read.parse::<Date>())
            && day_in_zone(text, day, &today.zone).is_some_and(|here| here != day)
        {
            return Err(wrong("error-cell-day-midnight"));
        }
        self.near(year, text)?;
        Ok(read)
    }

    /// Two or three numbers, in the order of the column, or in the only one in which they are a day.
    fn ordered(&self, written: WrittenDay, text: &str) -> Result<String, Misread> {
        let wrong = |key| Misread { text: text.to_owned(), key };
        let short = matches!(written, WrittenDay::Three(..));
        if let Some(order) = self.seen.order(self.said, short) {
            return written.canonical(order).ok_or_else(|| wrong(self.not_a_day()));
        }
        match readings(written, Orders::of(written)).as_slice() {
            [day] => Ok(day.clone()),
            [] => Err(wrong("error-cell-not-day")),
            _ => Err(wrong("error-cell-day-order")),
        }
    }

    /// Whether the clocks show the end of an evening: midnight of another zone.
    fn clock_moved(&self) -> bool {
        let late = |time: &Time| time.hour() >= 22 && !(time.hour() == 23 && time.minute() == 59);
        (1..CLOCKS).contains(&self.clocks.len()) && self.clocks.iter().all(late)
    }

    /// Refuses a year that is far from all others of the column.
    fn near(&self, year: i16, text: &str) -> Result<(), Misread> {
        if self.is_far(year) && !self.right.is_some_and(|right| contains(right, year)) {
            return Err(Misread { text: text.to_owned(), key: "error-cell-year-apart" });
        }
        Ok(())
    }

    fn is_far(&self, year: i16) -> bool {
        let all: u64 = self.years.values().sum();
        let own = self.years.get(&year).copied().unwrap_or_default();
        let nearest =
            self.years.keys().filter(|other| **other != year).map(|other| (other - year).abs()).min();
        all >= FEW && own * FEW <= all && nearest.is_some_and(|years| years > APART)
    }

    fn not_a_day(&self) -> &'static str {
        if self.order() == Some(DateOrder::MonthDayYear) {
            "error-cell-not-day-month-first"
        } else {
            "error-cell-not-day"
        }
    }
}

fn contains((first, last): (i64, i64), year: i16) -> bool {
    (first..=last).contains(&i64::from(year))
}

/// 3/17, 17.03.: a day and a month.
fn has_no_year(text: &str) -> bool {
    let parts: Vec<&str> =
        text.split(['/', '-', '.']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let small = |part: &&str| part.parse::<u8>().is_ok_and(|n| (1..=31).contains(&n));
    parts.len() == 2 && parts.iter().all(small)
}

#[cfg(test)]
mod tests;
