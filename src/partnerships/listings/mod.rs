//! The listings of partners.

mod partnerships;

use decapolis_core::figures::Listing;

pub static ALL: &[&Listing] = &[&partnerships::PARTNERS];
