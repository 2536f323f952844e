//! An edition: a page as it was published.

use decapolis_base::{Day, YearStart};
use decapolis_register::journal::{JournalNo, RowId};
use decapolis_register::permissions::{Audience, Subject, may_read};

/// Where the numbers of an edition come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Counted from the register.
    Counted,
    /// Read from a report older than the register.
    AsPrinted,
}

impl Way {
    pub fn word(self) -> &'static str {
        match self {
            Way::Counted => "counted",
            Way::AsPrinted => "as-printed",
        }
    }
}

/// The first and last year of a page; equal for the page of one year.
pub type Span = (i64, i64);

/// A page as it was published.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// The id of its record.
    pub id: RowId,
    /// The last year of its page.
    pub year: i64,
    /// 1 for the first edition of a page.
    pub number: i64,
    pub way: Way,
    /// The first day of the page's period.
    pub from: Day,
    pub until: Day,
    /// The last journal entry included in the count.
    pub known: JournalNo,
    /// The day it was published, in the network's zone.
    pub published: Day,
    /// The day from which the public may read it.
    pub embargo: Option<Day>,
    /// The name that the publisher gave.
    pub by: Option<String>,
    /// The sections that were not signed.
    pub unsigned: Vec<String>,
    /// The source of an edition as printed.
    pub source: Option<String>,
    /// The digest over every page, number, group and row.
    pub digest: String,
}

impl Edition {
    /// The years of its page.
    pub fn span(&self) -> Span {
        (self.from.year(), self.year)
    }

    /// The years as they are written: `2020`, or `2020-21` where a year does not begin in January.
    pub fn years_in_words(&self) -> String {
        YearStart::on(self.from).words_of_years(self.from.year(), self.year)
    }

    /// The years in an address: `2020`, or `2018-2020`.
    pub fn years(&self) -> String {
        if self.from.year() == self.year {
            self.year.to_string()
        } else {
            format!("{}-{}", self.from.year(), self.year)
        }
    }

    /// The code of the edition, `2020-e1`. It is never reused.
    pub fn code(&self) -> String {
        format!("{}-e{}", self.years(), self.number)
    }

    /// The path of the edition's page, without the language.
    pub fn path(&self) -> String {
        format!("/{}/e{}", self.years(), self.number)
    }

    /// Whether the embargo, if any, is over on this day.
    pub fn is_out(&self, today: Day) -> bool {
        self.embargo.is_none_or(|day| day <= today)
    }

    /// Whether this audience may see the edition on this day.
    pub fn is_open_to(&self, audience: Audience, today: Day) -> bool {
        may_read(audience, Subject::Record { public: self.is_out(today) }).is_ok()
    }
}
