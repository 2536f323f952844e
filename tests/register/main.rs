//! What the register promises, on SQLite and on PostgreSQL.

#[path = "../support/mod.rs"]
mod support;

mod asked_again;
mod cast;
mod files;
mod imports;
