//! Foreign spreadsheets as lines for the register's tables.
//!
//! A file has sheets, and a sheet has tables ([`decapolis_spreadsheets::DetectedTable`]). A [`Mapping`] says which
//! column of the register is made from which column of the file. It is data: a named TOML file, written for
//! one kind of file and recognised by the names of that file's columns. [`MappedLines`] gives the
//! [`crate::transfer::Lines`] that a mapping makes from a table found. If there is no mapping yet,
//! [`propose`] makes one, from the names of columns in every language and from the contents of the cells, and
//! says why.
//!
//! The words of this module: an *origin* says where a cell comes from; a *condition* says which rows to skip,
//! and why; *once* means that a record or fact is in the register once though the file repeats it.

mod check;
mod condition;
pub(crate) mod countries;
pub(crate) mod currencies;
mod known;
mod mapped_lines;
mod mapping;
mod origin;
mod own;
mod position;
mod propose;
mod read_mapping;
mod reading;
mod said;
mod spelling;
mod synonyms;
mod values_said;
mod vocabulary;
mod words;

pub use check::column_of;
pub use countries::country;
pub use known::{Known, Mappings};
pub use mapped_lines::{MappedLines, TableInFile, lines};
pub use mapping::{AsFile, KnownBy, Mapping, Once, TableMapping, Years};
pub use origin::{As, CellSource, Origin};
pub use own::{OwnSheet, OwnSheets};
pub use propose::{Matched, Proposal, Proposer};
pub use said::Said;
pub use spelling::{slug, spelled};
pub use synonyms::Synonyms;
pub use vocabulary::Vocabulary;
