//! The pages of the public site, as pure functions from one struct to HTML.
//!
//! A page takes a [`layout::Shell`] (language, navigation, footer) and its own struct, in which all texts are in the
//! reader's language and all numbers are formatted. Nothing here reads the register, applies a rule or contains text of
//! a language. Terms: a *number* is a figure as shown on the page, with its code and details; a *block* is a heading
//! with numbers and drawings; a *panel* is a part of a record's page that a module offers.

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
// Texts in four languages are easier to read on one line.
#[cfg(test)]
#[rustfmt::skip]
pub mod samples;
pub mod sheet;
pub mod studio;
pub mod studio_save;
pub mod table;
#[cfg(test)]
mod tests;
