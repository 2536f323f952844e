//! The site over HTTP with the example register, on both databases.

#[path = "../support/mod.rs"]
mod support;

mod example;
mod forms;
mod published;
mod routes;
mod rows;
mod words;
mod writes;
