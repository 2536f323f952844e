//! Days, partly known days, and periods.
//!
//! A day is stored as one integer, yyyymmdd, so numeric order is date order. A day known only to its month or year is
//! two integers: the first and the last day it may be.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

/// A day of the proleptic Gregorian calendar, from 0001-01-01 to 9999-12-31, as yyyymmdd.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i64);

/// The text or number is not a day of the calendar.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a day: write 2020-12-31, 2020-12 or 2020")]
pub struct NotADay(pub String);

impl Day {
    /// Means "any earlier day" in a partial date such as "by 2018".
    pub const FIRST: Day = Day(1_01_01);
    /// Means "any later day" in a partial date such as "not before 2018".
    pub const LAST: Day = Day(9999_12_31);

    /// The day with this year, month (1 to 12) and day of the month. `None` if the calendar does not have it.
    pub fn of(year: i64, month: i64, day: i64) -> Option<Day> {
        let date = Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()?;
        (date.year() >= 1).then(|| Day::from(date))
    }

    /// The day from its number yyyymmdd. `None` if the calendar does not have it.
    pub fn from_number(number: i64) -> Option<Day> {
        Day::of(number / 10_000, number / 100 % 100, number % 100)
    }

    /// The day as yyyymmdd, as it is stored.
    pub fn number(self) -> i64 {
        self.0
    }

    /// Its year, from 1 to 9999.
    pub fn year(self) -> i64 {
        self.0 / 10_000
    }

    /// Its month, from 1 to 12.
    pub fn month(self) -> i64 {
        self.0 / 100 % 100
    }

    /// Its day of the month, from 1.
    pub fn day_of_month(self) -> i64 {
        self.0 % 100
    }

    /// 1 January of this year.
    pub fn first_of_year(year: i64) -> Day {
        Day(year * 10_000 + 101)
    }

    /// 31 December of this year.
    pub fn last_of_year(year: i64) -> Day {
        Day(year * 10_000 + 1231)
    }

    /// The day before. The first day of the calendar returns itself.
    pub fn before(self) -> Day {
        self.date().yesterday().map_or(self, Day::from)
    }

    /// The day this many days before; the first day of the calendar if there is none.
    pub fn days_before(self, days: i64) -> Day {
        let span = jiff::Span::new().try_days(days).ok();
        span.and_then(|span| self.date().checked_sub(span).ok()).map_or(Day::FIRST, Day::from).max(Day::FIRST)
    }

    /// It as a date of the calendar library.
    pub fn date(self) -> Date {
        Date::new(self.year() as i16, self.month() as i8, self.day_of_month() as i8)
            .expect("a Day is made only of days of the calendar")
    }

    fn last_of_month(year: i64, month: i64) -> Option<Day> {
        Day::of(year, month, 1).map(|first| Day::from(first.date().last_of_month()))
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Day {
        Day(i64::from(date.year()) * 10_000 + i64::from(date.month()) * 100 + i64::from(date.day()))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day_of_month())
    }
}

/// Reads `2020-12-31` and `31/12/2020`.
impl FromStr for Day {
    type Err = NotADay;
    fn from_str(text: &str) -> Result<Day, NotADay> {
        let partial: PartialDay = text.parse()?;
        partial.exact().ok_or_else(|| NotADay(text.to_string()))
    }
}

/// A day that may be known only to its month, to its year, or as a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PartialDay {
    /// The first day it may be.
    pub first: Day,
    /// The last day it may be.
    pub last: Day,
}

impl PartialDay {
    /// A day that is known exactly.
    pub fn exactly(day: Day) -> PartialDay {
        PartialDay { first: day, last: day }
    }

    /// The day, if it is known exactly.
    pub fn exact(self) -> Option<Day> {
        (self.first == self.last).then_some(self.first)
    }

    /// Whether it may be in more than one calendar year. Only the ends of a span may be that vague.
    pub fn vaguer_than_a_year(self) -> bool {
        self.first.year() != self.last.year()
    }

    fn written(text: &str) -> Option<PartialDay> {
        let number = |part: &str| {
            (!part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<i64>().ok())
                .flatten()
        };
        let parts: Vec<&str> = text.split('-').collect();
        match parts[..] {
            [year] if year.len() == 4 => {
                let year = number(year).filter(|y| *y >= 1)?;
                Some(PartialDay { first: Day::first_of_year(year), last: Day::last_of_year(year) })
            }
            [year, month] if year.len() == 4 => {
                let (year, month) = (number(year)?, number(month)?);
                Some(PartialDay { first: Day::of(year, month, 1)?, last: Day::last_of_month(year, month)? })
            }
            [year, month, day] if year.len() == 4 => {
                Day::of(number(year)?, number(month)?, number(day)?).map(PartialDay::exactly)
            }
            _ => None,
        }
    }
}

/// Reads `2020-12-31`, `31/12/2020` (only if it is not another day with the month first), `2020-12`, `2020`, and, as ISO 8601 intervals, `../2018`, `2015/..` and `2015/2018-06`.
impl FromStr for PartialDay {
    type Err = NotADay;
    fn from_str(text: &str) -> Result<PartialDay, NotADay> {
        let not = || NotADay(text.to_string());
        let written = text.trim();
        let parts: Vec<&str> = written.split('/').collect();
        match parts[..] {
            [one] => PartialDay::written(one).ok_or_else(not),
            [first, last] if first.len() >= 4 || first == ".." => {
                let first = if first == ".." {
                    Day::FIRST
                } else {
                    PartialDay::written(first).ok_or_else(not)?.first
                };
                let last =
                    if last == ".." { Day::LAST } else { PartialDay::written(last).ok_or_else(not)?.last };
                if first <= last { Ok(PartialDay { first, last }) } else { Err(not()) }
            }
            [day, month, year] if year.len() == 4 && day.len() <= 2 && month.len() <= 2 => {
                let read = PartialDay::written(&format!("{year}-{month}-{day}")).ok_or_else(not)?;
                // 03/04/2020 is another day where the month comes first
                if read.first.day_of_month() <= 12 && read.first.day_of_month() != read.first.month() {
                    return Err(not());
                }
                Ok(read)
            }
            _ => Err(not()),
        }
    }
}

/// Writes the shortest form that reads back as the same value.
impl fmt::Display for PartialDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, last) = (self.first, self.last);
        if first == last {
            write!(f, "{first}")
        } else if first == Day::first_of_year(first.year()) && last == Day::last_of_year(first.year()) {
            write!(f, "{:04}", first.year())
        } else if first.day_of_month() == 1 && Day::last_of_month(first.year(), first.month()) == Some(last) {
            write!(f, "{:04}-{:02}", first.year(), first.month())
        } else {
            let from = if first == Day::FIRST { "..".to_string() } else { first.to_string() };
            let to = if last == Day::LAST { "..".to_string() } else { last.to_string() };
            write!(f, "{from}/{to}")
        }
    }
}

/// A range of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    pub from: Day,
    pub to: Day,
}

impl Period {
    /// From 1 January to this day: the period used when a flow is asked for "at this day".
    pub fn year_to(day: Day) -> Period {
        Period { from: Day::first_of_year(day.year()), to: day }
    }

    /// From 1 January to 31 December of this year.
    pub fn year(year: i64) -> Period {
        Period { from: Day::first_of_year(year), to: Day::last_of_year(year) }
    }

    /// Whether a day lies in it; the first and the last day do.
    pub fn contains(self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> (i64, i64) {
        let day: PartialDay = text.parse().unwrap();
        (day.first.number(), day.last.number())
    }

    #[test]
    fn a_day_may_be_known_to_its_month_or_year() {
        assert_eq!(read("2020-12-31"), (20201231, 20201231));
        assert_eq!(read("31/12/2020"), (20201231, 20201231));
        assert_eq!(read("2020-02"), (20200201, 20200229));
        assert_eq!(read("2020"), (20200101, 20201231));
        assert_eq!(read("../2018"), (10101, 20181231));
        assert_eq!(read("2015-12-31/.."), (20151231, 99991231));
        assert_eq!(read("2015/2018-06"), (20150101, 20180630));
    }

    #[test]
    fn what_the_calendar_does_not_have_is_no_day() {
        for text in [
            "2021-02-29",
            "31/02/2020",
            "2020-13",
            "0000",
            "20",
            "2020-1-1-1",
            "yesterday",
            "2020/2019",
            "",
            "12/2020",
            "+202-01-01",
        ] {
            assert!(text.parse::<PartialDay>().is_err(), "{text}");
        }
    }

    #[test]
    fn days_are_counted_back_over_months_and_leap_days() {
        let before = |day: &str, days| day.parse::<Day>().unwrap().days_before(days).to_string();
        assert_eq!(before("2020-03-15", 45), "2020-01-30");
        assert_eq!(before("2021-12-31", 0), "2021-12-31");
        assert_eq!(before("0001-01-20", 45), "0001-01-01");
    }

    #[test]
    fn the_day_before_new_year_is_new_years_eve() {
        assert_eq!("2020-01-01".parse::<Day>().unwrap().before().to_string(), "2019-12-31");
    }

    proptest! {
        #[test]
        fn a_partial_day_reads_back_as_it_was_written(a in 0i64..4_000, b in 0i64..4_000) {
            let day = |n: i64| Day::from(Date::constant(2015, 1, 1).checked_add(jiff::Span::new().days(n)).unwrap());
            let partial = PartialDay { first: day(a.min(b)), last: day(a.max(b)) };
            prop_assert_eq!(partial.to_string().parse::<PartialDay>().unwrap(), partial);
        }
    }
}
