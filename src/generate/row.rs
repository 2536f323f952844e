//! The values of one invented row.

use decapolis_base::Texts;
use decapolis_core::journal::RowId;
use decapolis_core::records::NewRecord;
use decapolis_core::value::{Cell, Values};

use super::chance::Chance;

/// A row in the making. What is not said stands empty.
#[derive(Default)]
pub struct Row(Values);

impl Row {
    /// A fact: invented, and from no source.
    pub fn fact() -> Row {
        Row::default().yes("illustrative", true)
    }

    /// What any record has: invented, with a name that belongs to no language.
    pub fn record(kind: &'static str, code: String, name: &str, public: bool) -> Row {
        Row(NewRecord { public, illustrative: true, ..NewRecord::of(kind, code, Texts::plain(name)) }.values())
    }

    fn with(mut self, name: &str, cell: Cell) -> Row {
        self.0.insert(name.into(), cell);
        self
    }

    pub fn text(self, name: &str, text: impl Into<String>) -> Row {
        self.with(name, Cell::Text(text.into()))
    }

    pub fn int(self, name: &str, number: impl TryInto<i64>) -> Row {
        self.with(name, number.try_into().map_or(Cell::Null, Cell::Int))
    }

    /// A reference, where there is one.
    pub fn to(self, name: &str, id: impl Into<Option<RowId>>) -> Row {
        self.with(name, id.into().map_or(Cell::Null, Cell::Int))
    }

    pub fn number(self, name: &str, number: f64) -> Row {
        self.with(name, Cell::Number(number))
    }

    pub fn yes(self, name: &str, yes: bool) -> Row {
        self.with(name, Cell::Bool(yes))
    }

    pub fn day(self, name: &str, day: Days) -> Row {
        self.with(name, Cell::Int(day.0)).with(&format!("{name}_last"), Cell::Int(day.1))
    }

    /// A span that lasts where it has no end.
    pub fn span(self, from: Days, until: Option<Days>) -> Row {
        let row = self.day("from", from);
        match until {
            Some(until) => row.day("until", until),
            None => row,
        }
    }

    pub fn values(self) -> Values {
        self.0
    }
}

/// The first and the last day that a day may mean, as yyyymmdd.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Days(pub i64, pub i64);

impl Days {
    /// A day of this year, counted from 0. Months have 28 days here: every one of them is on the calendar, and none needs a table.
    pub fn of(year: i64, number: u64) -> Days {
        let day = year * 10_000 + (number / 28 % 12 + 1) as i64 * 100 + (number % 28 + 1) as i64;
        Days(day, day)
    }

    /// Some day of this year; of a hundred one is known only to its year.
    pub fn within(year: i64, chance: &mut Chance) -> Days {
        let day = Days::of(year, chance.below(336));
        if chance.percent(1) { Days::whole(year) } else { day }
    }

    /// Some time in this year.
    pub fn whole(year: i64) -> Days {
        Days(year * 10_000 + 101, year * 10_000 + 1231)
    }

    pub fn year(self) -> i64 {
        self.0 / 10_000
    }
}
