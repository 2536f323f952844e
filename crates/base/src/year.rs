//! The years of a network: some begin in July or in October, and are called "2020-21".

use std::fmt;
use std::str::FromStr;

use crate::day::{Day, Period};

/// The day on which the years of a network begin. A year has the number of the calendar year in which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct YearStart {
    month: i64,
    day: i64,
}

/// The text is not a day on which every year can begin.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not the day on which a year begins: write month and day, as 07-01")]
pub struct NotAYearStart(pub String);

impl YearStart {
    /// The years of the calendar.
    pub const JANUARY: YearStart = YearStart { month: 1, day: 1 };

    /// The years that begin on the day and month of this day: the first day of a page says how the years of its network begin.
    pub fn on(day: Day) -> YearStart {
        // 29 February does not begin every year
        let last = if (day.month(), day.day_of_month()) == (2, 29) { 28 } else { day.day_of_month() };
        YearStart { month: day.month(), day: last }
    }

    /// The first day of a year, or the first or last day there is where it would lie outside of the days.
    pub fn first_day(self, year: i64) -> Day {
        Day::of(year, self.month, self.day).unwrap_or(if year < 1 { Day::FIRST } else { Day::LAST })
    }

    /// The last day of a year: the day before the next one begins.
    pub fn last_day(self, year: i64) -> Day {
        match Day::of(year + 1, self.month, self.day) {
            Some(next) => next.before(),
            None => Day::LAST,
        }
    }

    /// The year in which a day lies.
    pub fn year_of(self, day: Day) -> i64 {
        let begun = (day.month(), day.day_of_month()) >= (self.month, self.day);
        if begun { day.year() } else { day.year() - 1 }
    }

    /// A whole year, by the calendar year in which it begins.
    pub fn year(self, year: i64) -> Period {
        Period { from: self.first_day(year), to: self.last_day(year) }
    }

    /// From the first day of the year to this day: the period used when a flow is asked for "at this day".
    pub fn year_to(self, day: Day) -> Period {
        Period { from: self.first_day(self.year_of(day)), to: day }
    }

    /// A year that is not over ends today; one that has not begun is its first day.
    pub fn year_until(self, year: i64, today: Day) -> Period {
        let whole = self.year(year);
        Period { from: whole.from, to: whole.to.min(today.max(whole.from)) }
    }

    /// The last days of the four quarters of a year.
    pub fn quarters(self, year: i64) -> [Day; 4] {
        [3, 6, 9, 12].map(|months| {
            let month = self.month - 1 + months;
            let (year, month) = (year + month / 12, month % 12 + 1);
            // a year that begins on the 31st has quarters that begin on the 30th
            let next = (0..4).find_map(|less| Day::of(year, month, self.day - less));
            next.map_or(Day::LAST, Day::before)
        })
    }

    /// How a year is written: `2020`, or `2020-21`.
    pub fn words(self, year: i64) -> String {
        if self == YearStart::JANUARY { year.to_string() } else { format!("{year}-{:02}", (year + 1) % 100) }
    }

    /// How several years are written: `2018–2020`, or `2018-19 – 2020-21`.
    pub fn words_of_years(self, from: i64, to: i64) -> String {
        let dash = if self == YearStart::JANUARY { "–" } else { " – " };
        if from == to { self.words(to) } else { [self.words(from), self.words(to)].join(dash) }
    }
}

impl Default for YearStart {
    fn default() -> YearStart {
        YearStart::JANUARY
    }
}

/// Reads `07-01`. 29 February is refused: most years do not have it.
impl FromStr for YearStart {
    type Err = NotAYearStart;

    fn from_str(text: &str) -> Result<YearStart, NotAYearStart> {
        let two = |part: &str| {
            (part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<i64>().ok())?
        };
        let start = text.split_once('-').and_then(|(month, day)| {
            let (month, day) = (two(month)?, two(day)?);
            // 2019 is no leap year
            Day::of(2019, month, day).map(|_| YearStart { month, day })
        });
        start.ok_or_else(|| NotAYearStart(text.to_string()))
    }
}

impl fmt::Display for YearStart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn start(text: &str) -> YearStart {
        text.parse().unwrap()
    }

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_year_that_begins_in_july_ends_in_june_and_has_both_numbers() {
        let july = start("07-01");
        assert_eq!(july.year(2020), Period { from: day("2020-07-01"), to: day("2021-06-30") });
        assert_eq!((july.year_of(day("2020-06-30")), july.year_of(day("2020-07-01"))), (2019, 2020));
        assert_eq!(july.year_to(day("2021-03-05")).from, day("2020-07-01"));
        assert_eq!((july.words(2020), july.words(1999)), ("2020-21".to_string(), "1999-00".to_string()));
        assert_eq!(july.words_of_years(2018, 2020), "2018-19 – 2020-21");
        assert_eq!(
            july.quarters(2020).map(|d| d.to_string()),
            ["2020-09-30", "2020-12-31", "2021-03-31", "2021-06-30"]
        );
        let today = day("2021-01-15");
        assert_eq!(july.year_until(2020, today).to, today);
        assert_eq!(july.year_until(2021, today), Period { from: day("2021-07-01"), to: day("2021-07-01") });
        assert_eq!(july.year_until(2019, today).to, day("2020-06-30"));
    }

    #[test]
    fn a_year_of_the_calendar_is_called_by_its_number() {
        let january = YearStart::default();
        assert_eq!(january.year(2020), Period { from: day("2020-01-01"), to: day("2020-12-31") });
        assert_eq!(january.words_of_years(2018, 2020), "2018–2020");
        assert_eq!(
            january.quarters(2020).map(|d| d.to_string()),
            ["2020-03-31", "2020-06-30", "2020-09-30", "2020-12-31"]
        );
    }

    #[test]
    fn what_does_not_begin_every_year_is_refused() {
        for text in [
            "",
            "7-1",
            "07/01",
            "13-01",
            "00-10",
            "02-29",
            "02-30",
            "July",
            "2020-07-01",
            "07-01-",
            "+7-01",
            "07",
        ] {
            assert!(text.parse::<YearStart>().is_err(), "{text}");
        }
        for text in ["01-01", "02-28", "07-01", "10-01", "12-31"] {
            assert_eq!(start(text).to_string(), text);
        }
    }

    proptest! {
        #[test]
        fn every_day_lies_in_the_year_that_it_is_said_to_lie_in(month in 1i64..13, first in 1i64..29, year in 1i64..9999, n in 0i64..366) {
            let starts = YearStart { month, day: first };
            let day = Day::of(year, n / 31 + 1, n % 31 + 1);
            prop_assume!(day.is_some());
            let day = day.unwrap();
            let found = starts.year_of(day);
            prop_assert!(found < 1 || starts.year(found).contains(day));
            if found >= 1 {
                prop_assert_eq!(YearStart::on(starts.first_day(found)), starts);
                prop_assert_eq!(starts.year_of(starts.first_day(found)), found);
                prop_assert_eq!(starts.year_of(starts.last_day(found)), found);
                prop_assert_eq!(starts.quarters(found)[3], starts.last_day(found));
            }
        }
    }
}
