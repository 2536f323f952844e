//! What the register promises, on SQLite and on PostgreSQL.

#[path = "../support/mod.rs"]
mod support;

mod asked_again;
mod cast;
mod edges;
mod figure_files;
mod files;
mod imports;
mod page_files;
mod refusals;
mod rules;
mod schema;
mod words;
