//! The kinds of values that a column can hold.

/// What a column holds, and so how it is stored, read from a file, and shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A reference to a record of this kind; [`ANY`] for a record of any kind. Stored as the record's id.
    Ref(&'static str),
    /// Words that belong to no language: a decision's number, an address.
    Text,
    /// Words in several languages, `{lang: text}`, the original language first. In files one column per language: `label_es`.
    Texts,
    /// One of a closed list of values, whose words are `choice-<value>` in every language.
    Choice(&'static [&'static str]),
    /// A whole number.
    Int,
    /// A measured value.
    Number,
    /// Money in minor units of the currency in the named column.
    Money(&'static str),
    Bool,
    /// A day, perhaps known only to its month or its year: two columns, `<name>` and `<name>_last`, the first and last day it may mean (yyyymmdd).
    Day,
    /// The first or last day of a span. Like [`Kind::Day`], but it may be known only as "by 2018" or "after 2015": the two days may lie far apart.
    Bound,
    /// A moment in time, with the zone in which people keep it. Three columns: `<name>`, milliseconds after 1970 in UTC; `<name>_zone`, the
    /// name of the zone or the offset; and `<name>_day`, the day that it is there (yyyymmdd), by which figures and lists compare it. In
    /// files one column: `2020-11-30 10:00 Europe/Madrid`.
    Instant,
}

/// Any kind of record, in [`Kind::Ref`].
pub const ANY: &str = "";
