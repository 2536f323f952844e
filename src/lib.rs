//! Decapolis: the program that a network of cities runs on.

pub mod accounts;
pub mod activities;
pub mod api;
pub mod app;
pub mod assets;
pub mod channels;
pub mod cli;
pub mod editions;
pub mod figures;
pub mod files;
pub mod funding;
pub mod generate;
pub mod governance;
pub mod health;
pub mod import;
pub mod jobs;
pub mod knowledge;
pub mod log;
pub mod lookups;
pub mod mail;
pub mod members;
pub mod modules;
pub mod network;
pub mod observatory;
pub mod office;
pub mod opening;
pub mod page;
pub mod partnerships;
pub mod people;
pub mod plans;
pub mod records;
pub mod rehearsal;
mod resident;
// Texts in four languages are easier to read on one line.
#[cfg(test)]
#[rustfmt::skip]
mod samples;
pub mod server;
pub mod studio;
pub mod terminal;
pub mod web;
