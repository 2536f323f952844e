//! The years that a register may be expected to speak of. A day far from them is asked about: it may count from another calendar, or be what
//! a program writes when it knows no day.

use decapolis_base::Day;
use decapolis_register::table::{Kind, Table};
use decapolis_register::value::Values;
use decapolis_words::message::Message;

use super::cells::WrongCells;
use super::row::Row;

/// The first and the last year that are expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LikelyYears {
    pub first: i64,
    pub last: i64,
}

/// A membership or a mandate may be this many years older than the first year of the register.
const BEFORE: i64 = 150;
/// An agreement or a goal may end this many years from now.
const AHEAD: i64 = 25;

/// Days that programs write when they know none: where they begin and cease to count.
const PLACEHOLDERS: &[i64] =
    &[1_01_01, 1601_01_01, 1899_12_30, 1899_12_31, 1900_01_01, 1904_01_01, 1970_01_01, 9999_12_31];

impl LikelyYears {
    /// Every year of the calendar.
    pub const ANY: LikelyYears = LikelyYears { first: 1, last: 9999 };

    /// The years around those of a register: `first` is its first year, `now` the present one.
    pub fn around(first: i64, now: i64) -> LikelyYears {
        LikelyYears { first: first.min(now) - BEFORE, last: now + AHEAD }
    }

    /// Notes the days of a row that are not expected. `said` are the years that a person says are right; `looks` says which columns
    /// are new or change. Gives whether a day is written only because a person says that its year is right.
    pub(super) fn check(
        self,
        table: &Table,
        row: &Row,
        values: &Values,
        said: Option<(i64, i64)>,
        looks: impl Fn(&str) -> bool,
        wrong: &mut WrongCells,
    ) -> bool {
        let mut used = false;
        if self == LikelyYears::ANY {
            return said.is_some();
        }
        for column in
            table.columns.iter().filter(|c| matches!(c.kind, Kind::Day | Kind::Bound) && looks(c.name))
        {
            let days: Vec<i64> =
                column.physical().iter().filter_map(|name| values.get(name.as_str())?.int()).collect();
            let exact = days.windows(2).all(|two| two[0] == two[1]);
            let open = |day: &i64| !exact && (*day == Day::FIRST.number() || *day == Day::LAST.number());
            let mut years = days.iter().filter(|day| !open(day)).map(|day| day / 10_000);
            let right =
                said.is_some_and(|(first, last)| years.clone().all(|year| (first..=last).contains(&year)));
            let key = match days.first() {
                Some(day) if exact && PLACEHOLDERS.contains(day) => "error-day-placeholder",
                _ if years.any(|year| !(self.first..=self.last).contains(&year)) => "error-year-far",
                _ => continue,
            };
            if right {
                used = true;
                continue;
            }
            let text = row.cell(column.name).unwrap_or_default().to_string();
            wrong.push((column.name.into(), Message::with(key, [("text", text.into())])));
        }
        used
    }
}
