//! What is counted here.

mod partnerships;

use decapolis_core::figures::Listing;

pub static ALL: &[&Listing] = &[&partnerships::PARTNERS];
