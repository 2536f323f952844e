//! What a module offers for counting.

use decapolis_base::{Day, Period};
use sea_orm::sea_query::SelectStatement;

use crate::known::Known;
use crate::table::{Kind, Table};

/// How a listing's rows stand in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// Something that lasts: columns `from`, `from_last`, `until`, `until_last`.
    Stock,
    /// Something that happens: columns `day`, `day_last`.
    Flow,
    /// A value of something at a day: columns `day`, `day_last`.
    Reading,
}

#[derive(Clone, Copy, Debug)]
pub struct ListingColumn {
    pub name: &'static str,
    pub kind: Kind,
    /// Whether a reader sees it beside the row.
    pub shown: bool,
    /// Whether no two rows have the same value: then counting rows counts values.
    pub one_row_each: bool,
}

/// A column of a listing that readers see beside the row.
pub const fn column(name: &'static str, kind: Kind) -> ListingColumn {
    ListingColumn { name, kind, shown: true, one_row_each: false }
}

impl ListingColumn {
    /// For conditions only.
    pub const fn unseen(self) -> ListingColumn {
        ListingColumn { shown: false, ..self }
    }

    /// Every row of the listing has a value of its own here: the row is this record.
    pub const fn one_row_each(self) -> ListingColumn {
        ListingColumn { one_row_each: true, ..self }
    }
}

pub struct About {
    pub key: &'static str,
    /// Raised when the meaning of its rows changes.
    pub version: u32,
    pub time: Time,
    /// Whether its days may be vaguer than a year (they are the ends of spans).
    pub wide: bool,
    pub columns: &'static [ListingColumn],
    /// The tables it reads: a write to another one changes no figure made from it.
    pub tables: &'static [&'static Table],
}

impl About {
    pub fn column(&self, name: &str) -> Option<&'static ListingColumn> {
        self.columns.iter().find(|c| c.name == name)
    }
    /// The columns that say when: for the order of rows and their dates.
    pub fn days(&self) -> &'static [&'static str] {
        match self.time {
            Time::Stock => &["from", "until"],
            Time::Flow | Time::Reading => &["day"],
        }
    }
}

/// A period, and the state of the register that is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Asked {
    pub from: Day,
    pub to: Day,
    pub known: Known,
}

impl Asked {
    pub fn period(period: Period, known: Known) -> Asked {
        Asked { from: period.from, to: period.to, known }
    }
}

/// Flat rows for counting: column `row` (the id), those of its time, and its own; exactly one output row per listed row, no labels.
pub struct Listing {
    pub about: About,
    pub rows: fn(&Asked) -> SelectStatement,
}
