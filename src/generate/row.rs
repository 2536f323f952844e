//! Builds the values of one generated row.

use decapolis_base::Texts;
use decapolis_register::journal::RowId;
use decapolis_register::records::NewRecord;
use decapolis_register::value::{Cell, Values};

use super::chance::Chance;

/// A row being built. Columns that are not set are empty.
#[derive(Default)]
pub struct Row(Values);

impl Row {
    /// A fact: illustrative, without a source.
    pub fn fact() -> Row {
        Row::default().yes("illustrative", true)
    }

    /// The columns that all records share: illustrative, with a name that has no language.
    pub fn record(kind: &'static str, code: String, name: &str, public: bool) -> Row {
        Row(NewRecord { public, illustrative: true, ..NewRecord::of(kind, code, Texts::plain(name)) }
            .values())
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

    /// Sets a reference, if there is an id.
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

    /// Sets a span; without an end it lasts.
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

/// The first and the last day that a day may be, as yyyymmdd.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Days(pub i64, pub i64);

impl Days {
    /// Day `number` of this year, from 0. Months have 28 days here, so every day exists and no calendar is needed.
    pub fn of(year: i64, number: u64) -> Days {
        let day = year * 10_000 + (number / 28 % 12 + 1) as i64 * 100 + (number % 28 + 1) as i64;
        Days(day, day)
    }

    /// A random day of this year; one in a hundred is known only to its year.
    pub fn within(year: i64, chance: &mut Chance) -> Days {
        let day = Days::of(year, chance.below(336));
        if chance.percent(1) { Days::whole(year) } else { day }
    }

    /// Any day in this year: a day known only to its year.
    pub fn whole(year: i64) -> Days {
        Days(year * 10_000 + 101, year * 10_000 + 1231)
    }

    pub fn year(self) -> i64 {
        self.0 / 10_000
    }
}
