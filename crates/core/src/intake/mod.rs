//! Foreign spreadsheets as lines for the register's tables.
//!
//! A file gives sheets, a sheet gives tables ([`decapolis_spreadsheets::Found`]). A [`Mapping`] says which column of the register is made
//! from which column of the file: it is data, a TOML file with a name, written for one kind of file and found again by the names of that
//! file's columns. [`Made`] are the [`crate::transfer::Lines`] that a mapping makes of a table found. Where there is no mapping yet,
//! [`propose`] makes one, from names of columns in every language and from what the cells hold, and says why.
//!
//! The words of this module: an *origin* says where a cell comes from; a *condition* says which rows are left out, and why; what is
//! *once* in the register though a file repeats it is said so.

mod check;
mod condition;
mod countries;
mod known;
mod made;
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
mod vocabulary;
mod words;

pub use check::column_of;
pub use countries::country;
pub use known::{Known, Mappings};
pub use made::{Made, Sheet, lines};
pub use mapping::{AsFile, Into, KnownBy, Mapping, Once, Years};
pub use origin::{As, From, Origin};
pub use own::{OwnSheet, OwnSheets};
pub use propose::{Matched, Proposal, Proposer};
pub use said::Said;
pub use spelling::{slug, spelled};
pub use synonyms::Synonyms;
pub use vocabulary::Vocabulary;
