//! Finds out whether a new row means a record that exists already.
//!
//! One thing has many *spellings*: other accents, another order of words, another script, another catalogue's title. An index of
//! spellings ([`index`]), which the journal keeps with every entry, finds things with a spelling in common. [`compare`] says how similar
//! two things are, and why. Before a new record is written, [`candidates`] looks for existing records that it may be. A person decides whether
//! it is one of them; the decision is a fact of the register ([`decisions`]), so that nobody is asked twice.

pub mod addresses;
pub mod candidates;
pub mod compare;
mod contradictions;
pub mod decisions;
pub mod described;
pub mod fold;
pub mod index;
pub mod names;
pub mod reason;
pub mod spelling;
pub(crate) mod spellings;
mod titles;
