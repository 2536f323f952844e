//! The pages of the public site as pure functions from one struct to HTML.
//!
//! A page takes a [`layout::Shell`] (language, navigation, footer) and its own struct, in which every text is already worded in the
//! reader's language and every number already formatted. Nothing here asks the register, applies a rule or knows a word of any
//! language. Words used here: a *number* is a figure as it stands on the page, with its code and what opens under it; a *block* is a
//! heading with numbers and drawings; a *panel* is a part of a record's page that some module offers.

pub mod components;
pub mod editions;
pub mod embed;
pub mod figure;
pub mod layout;
pub mod list;
pub mod methods;
pub mod notice;
pub mod number;
pub mod proof;
pub mod record;
// A phrase in four languages reads best on one line.
#[cfg(test)]
#[rustfmt::skip]
pub mod samples;
pub mod sheet;
pub mod studio;
pub mod studio_save;
pub mod table;
#[cfg(test)]
mod tests;
