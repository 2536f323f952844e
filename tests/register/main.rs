//! What the register promises, on SQLite and on PostgreSQL.

#[path = "../support/mod.rs"]
mod support;

mod accounting;
mod answers;
mod asked_again;
mod cast;
mod chain;
mod demo;
mod edges;
mod editions;
mod editions_proved;
mod exports;
mod figure_files;
mod files;
mod foreign;
mod generated;
mod imports;
mod intake;
mod interrupted;
mod likeness;
mod named_faults;
mod older;
mod page_files;
mod plans;
mod refusals;
mod rehearsal;
mod report;
mod round_trip;
mod rules;
mod schema;
mod search;
mod staged;
mod studio;
mod tampering;
mod undone;
mod upgrade;
mod wanted;
mod words;
