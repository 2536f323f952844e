//! Editions: the page of a year as it was published, with the rows it was counted from.
//!
//! Words used here: the *live* page is counted whenever it is asked. A section of it is *signed* by somebody, and the signature holds
//! while the numbers of the section are the same. *Publishing* freezes the page in every language, the rule of each figure, and every
//! row with its class and amount, as an *edition* (`2020-e1`); under *embargo* it is there, and the public is not told. Nothing of an
//! edition is ever written again. A *correction* is what the register says otherwise today, by the edition's own rules. A report from
//! before the register is an edition *as printed*: its numbers are kept as they were read, and nobody pretends to recount them. The
//! *proof* holds an edition against its own rows, against the register as known on its day, and against the register as it is.

use decapolis_base::Day;
use decapolis_core::journal::{JournalNo, RowId};
use decapolis_core::permissions::{Audience, Subject, may_read};

pub mod as_printed;
pub mod corrections;
mod count;
mod digest;
mod freeze;
pub mod kept;
mod mark;
pub mod proof;
pub mod publish;
pub mod recounted;
pub mod sign;
pub mod store;
pub mod table;
mod touched;

pub use kept::Kept;
pub use mark::mark;
pub use store::{newest, sheet};

/// How an edition came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Counted from the register.
    Counted,
    /// Read from a report that is older than the register.
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

/// The first and the last calendar year of a page; the same for the page of a year.
pub type Span = (i64, i64);

/// A page as it was published.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// Its record.
    pub id: RowId,
    /// The last year of its page.
    pub year: i64,
    /// 1 for the first edition of its page.
    pub number: i64,
    pub way: Way,
    /// The period of the page.
    pub from: Day,
    pub until: Day,
    /// The last journal entry that it was counted from.
    pub known: JournalNo,
    /// The day it was published, in the network's zone.
    pub published: Day,
    /// The day from which the public may read it.
    pub embargo: Option<Day>,
    /// Who published it, as they called themselves.
    pub by: Option<String>,
    /// The sections that nobody had signed.
    pub unsigned: Vec<String>,
    /// Where an edition as printed was read.
    pub source: Option<String>,
    /// Covers every page, number, group and row of it.
    pub digest: String,
}

impl Edition {
    /// The years of its page.
    pub fn span(&self) -> Span {
        (self.from.year(), self.year)
    }

    /// `2020`, or `2018-2020`.
    pub fn years(&self) -> String {
        if self.from.year() == self.year { self.year.to_string() } else { format!("{}-{}", self.from.year(), self.year) }
    }

    /// `2020-e1`, which never means another one.
    pub fn code(&self) -> String {
        format!("{}-e{}", self.years(), self.number)
    }

    /// Its address without the language.
    pub fn path(&self) -> String {
        format!("/{}/e{}", self.years(), self.number)
    }

    /// Whether no embargo holds it back on this day.
    pub fn is_out(&self, today: Day) -> bool {
        self.embargo.is_none_or(|day| day <= today)
    }

    /// Whether this reader may know of it on this day.
    pub fn is_open_to(&self, audience: Audience, today: Day) -> bool {
        may_read(audience, Subject::Record { public: self.is_out(today) }).is_ok()
    }
}
