//! What the register promises, on SQLite and on PostgreSQL.

#[path = "../support/mod.rs"]
mod support;

mod asked_again;
mod cast;
mod chain;
mod demo;
mod edges;
mod editions;
mod exports;
mod figure_files;
mod files;
mod foreign;
mod generated;
mod imports;
mod intake;
mod likeness;
mod older;
mod page_files;
mod plans;
mod refusals;
mod rehearsal;
mod report;
mod rules;
mod schema;
mod search;
mod staged;
mod studio;
mod tampering;
mod undone;
mod upgrade;
mod words;
