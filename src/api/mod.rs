//! The interface for programs: what somebody may read and do in the office, as data.
//!
//! A program speaks for an account by a *token*, which its owner makes in the office and which ends by itself. It reads and does what the
//! account may, in the same places: lists and single rows ask the same scope, and what is written goes through the same actions.

pub mod site;
