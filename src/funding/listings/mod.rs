//! The listings of income and agreements.

mod income;
mod signatures;

use decapolis_figures::Listing;

pub static ALL: &[&Listing] = &[&income::LINES, &signatures::SIGNED];
