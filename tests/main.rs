//! The tests of the program. They are one binary, so that the program is linked once and all share one PostgreSQL.
//!
//! `cargo test --workspace --test all register::undone` runs the tests of one file.

mod documents;
mod messy;
mod recipes;
mod register;
mod release;
mod site;
mod spreadsheets;
mod support;
