//! The site over HTTP with the example register, on both databases.

mod crowd;
mod editions;
mod example;
mod exports;
mod faults;
mod forms;
mod lists;
mod pieces;
mod published;
mod routes;
mod rows;
mod studio;
mod words;
mod writes;
