//! A listing: the rows that a module offers for counting.

use decapolis_base::{Day, Period};
use sea_orm::sea_query::SelectStatement;

use decapolis_register::known::Known;
use decapolis_register::permissions::{Audience, Subject, may_read};
use decapolis_register::table::{Holds, Kind, Privacy, RECORDS, Table};

/// How the rows of a listing relate to time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// Something that lasts: columns `from`, `from_last`, `until`, `until_last`.
    Stock,
    /// Something that happens: columns `day`, `day_last`.
    Flow,
    /// A value of something at a day: columns `day`, `day_last`.
    Reading,
}

/// A column of a listing. Who may read it is decided by the table column it is read from ([`of`]), or said where it is worked out
/// ([`computed`]): so a column that is private in its table is private in every figure.
#[derive(Clone, Copy, Debug)]
pub struct ListingColumn {
    pub name: &'static str,
    pub kind: Kind,
    /// Who may read its values row by row, test it, or group by it.
    pub privacy: Privacy,
    /// Whether it says something about a person ([`Table::personal`]).
    pub personal: bool,
    /// The table and column it is read from; `None` if it is computed.
    pub read_from: Option<(&'static str, &'static str)>,
    /// Why everybody may read it, although its table says otherwise. Of a person it lets the name be said, too.
    pub open_because: Option<&'static str>,
    /// Whether a reader sees it beside the row.
    pub shown: bool,
    /// Whether no two rows have the same value: then counting rows counts values.
    pub one_row_each: bool,
    /// For sums: the value belongs to the record in one of these columns, not to the row, so several rows may repeat it. A figure that
    /// adds it up says once for which of them ([`super::Figure::once`]). Empty: each row has a value of its own.
    pub once_per: &'static [&'static str],
    /// For sums: the columns that say of which year its value is, and from where.
    pub told_by: Option<(&'static str, &'static str)>,
    /// For sums: conditions that a figure must have so that nothing is added twice.
    pub summed_with: &'static [(&'static str, bool)],
}

/// A column that is read from this column of this table: it has its name, its kind and its privacy. Readers see it beside the row.
///
/// A column that the table does not have stops the build.
pub const fn of(table: &'static Table, column: &'static str) -> ListingColumn {
    let mut n = 0;
    while n < table.columns.len() {
        let found = &table.columns[n];
        if same(found.name, column) {
            let read_from = Some((table.name, found.name));
            let personal = has(table.personal, found.name);
            return ListingColumn { personal, read_from, ..computed(found.name, found.kind, found.privacy) };
        }
        n += 1;
    }
    panic!("the table has no such column");
}

/// The record that a row of this table is, or whose id it shares.
pub const fn itself(table: &'static Table, name: &'static str) -> ListingColumn {
    match table.holds {
        Holds::Records(kind) => computed(name, Kind::Ref(kind), Privacy::Public),
        Holds::Facts => panic!("a fact is no record"),
    }
}

/// A column that is worked out from several others. Its privacy is at least that of whatever can be read back from it.
pub const fn computed(name: &'static str, kind: Kind, privacy: Privacy) -> ListingColumn {
    ListingColumn {
        name,
        kind,
        privacy,
        personal: false,
        read_from: None,
        open_because: None,
        shown: true,
        one_row_each: false,
        once_per: &[],
        told_by: None,
        summed_with: &[],
    }
}

/// Whether a text is among these, while the program is built.
const fn has(all: &[&str], one: &str) -> bool {
    let mut n = 0;
    while n < all.len() {
        if same(all[n], one) {
            return true;
        }
        n += 1;
    }
    false
}

/// Whether two texts are the same, while the program is built.
const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut n = 0;
    while n < one.len() && n < other.len() && one[n] == other[n] {
        n += 1;
    }
    n == one.len() && n == other.len()
}

impl ListingColumn {
    /// Whether its values are codes of records, like the platform of a practice: those records may be private.
    pub fn holds_codes(&self) -> bool {
        self.read_from == Some((RECORDS.name, "code"))
    }

    /// This column under another name.
    pub const fn called(self, name: &'static str) -> ListingColumn {
        ListingColumn { name, ..self }
    }

    /// For conditions only.
    pub const fn unseen(self) -> ListingColumn {
        ListingColumn { shown: false, ..self }
    }

    /// Every row of the listing has a value of its own here: the row is this record.
    pub const fn one_row_each(self) -> ListingColumn {
        ListingColumn { one_row_each: true, ..self }
    }

    /// Its value belongs to the record in any of these columns, not to the row. The first is the one that is usually meant.
    pub const fn once_per(self, records: &'static [&'static str]) -> ListingColumn {
        ListingColumn { once_per: records, ..self }
    }

    /// These columns say of which year its value is, and from where.
    pub const fn told_by(self, year: &'static str, source: &'static str) -> ListingColumn {
        ListingColumn { told_by: Some((year, source)), ..self }
    }

    /// It can be added up only by figures with these conditions: without them the same thing is in several rows.
    pub const fn summed_with(self, conditions: &'static [(&'static str, bool)]) -> ListingColumn {
        ListingColumn { summed_with: conditions, ..self }
    }

    /// For fewer readers than its table says.
    pub const fn only_for(self, privacy: Privacy) -> ListingColumn {
        assert!(
            privacy as u8 >= self.privacy as u8,
            "a listing opens a column to more readers only with a reason: open_because"
        );
        ListingColumn { privacy, ..self }
    }

    /// For everybody, although its table keeps it back, or the record it names is not public: for this reason.
    pub const fn open_because(self, reason: &'static str) -> ListingColumn {
        ListingColumn { privacy: Privacy::Public, open_because: Some(reason), ..self }
    }

    /// Whether this audience may read it row by row, test it, or group by it.
    pub fn is_open_to(&self, audience: Audience) -> bool {
        may_read(audience, Subject::Column(self.privacy)).is_ok()
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
    /// What its days are read from: first and last day of what lasts, the day of what happens or is read. Everybody may read them,
    /// since the days that are asked already say where a row lies.
    pub dated: &'static [ListingColumn],
    /// The tables it reads: a write to another one changes no figure made from it.
    pub tables: &'static [&'static Table],
}

impl About {
    /// Its column of this name; days are not among them.
    pub fn column(&self, name: &str) -> Option<&'static ListingColumn> {
        self.columns.iter().find(|c| c.name == name)
    }
    /// Whether a column only says of which year the value of another is, or from where: nothing is counted by it.
    pub fn tells_of_another(&self, name: &str) -> bool {
        self.columns.iter().filter_map(|c| c.told_by).any(|(year, source)| [year, source].contains(&name))
    }

    /// Whether all amounts of a column are in the currency of the network: its table refuses others. Only then can they be added.
    pub fn is_in_one_currency(&self, column: &ListingColumn) -> bool {
        let (Kind::Money(beside), Some((table, _))) = (column.kind, column.read_from) else { return false };
        let table = self.tables.iter().find(|of| of.name == table);
        table.and_then(|table| table.one_currency).is_some_and(|one| one.columns.contains(&beside))
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
    /// A question about this period, as known then.
    pub fn period(period: Period, known: Known) -> Asked {
        Asked { from: period.from, to: period.to, known }
    }
}

/// Flat rows for counting: column `row` (the id), those of its time, and its own; exactly one output row per listed row, no labels.
pub struct Listing {
    pub about: About,
    pub rows: fn(&Asked) -> SelectStatement,
}
