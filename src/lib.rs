//! Decapolis: the program that a network of cities runs on.

pub mod actions;
pub mod activities;
pub mod app;
pub mod assets;
pub mod cache;
pub mod channels;
pub mod cli;
pub mod editions;
pub mod evidence;
pub mod funding;
pub mod generate;
pub mod governance;
pub mod import;
pub mod knowledge;
pub mod log;
pub mod members;
pub mod modules;
pub mod observatory;
pub mod page;
pub mod partnerships;
pub mod people;
pub mod rehearsal;
pub mod site;
pub mod studio;
pub mod terminal;
