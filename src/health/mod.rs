//! Whether the program and its register are in order: the same lines on the page of administrators and on the command line, each with what
//! to do.

pub mod backups;
pub mod check;
pub mod cli;
pub mod line;
mod place;
