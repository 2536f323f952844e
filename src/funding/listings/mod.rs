//! What is counted here.

mod income;
mod signatures;

use decapolis_core::figures::Listing;

pub static ALL: &[&Listing] = &[&income::LINES, &signatures::SIGNED];
