//! Importing files: what is in them, where it goes, the plan, its outcomes and its writing. The command line calls it, and the desk will.

pub mod action;
pub mod cli;
pub mod foreign;
pub mod matching;
pub mod opened;
pub mod options;
pub mod outcomes;
pub mod recognition;
pub mod reports;
pub mod run;
pub mod words;

use decapolis_actions::{Offer, UNDO};

/// What can be done here.
pub static ACTIONS: &[Offer] = &[Offer::by_its_own(&action::IMPORT.about), Offer::by_its_own(&UNDO)];
