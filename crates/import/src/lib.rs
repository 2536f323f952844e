//! Files into the register, and out of it.
//!
//! [`transfer`] plans and writes the files of the register's own form; [`intake`] makes the same lines of foreign spreadsheets, by a
//! mapping. What is planned is written by an action. This crate depends on `decapolis-actions`, `decapolis-register`, `decapolis-words`,
//! `decapolis-base`, and `decapolis-spreadsheets`, which opens the files.

pub mod intake;
pub mod transfer;
