//! The listings of partners.

mod partnerships;

use decapolis_figures::Listing;

pub static ALL: &[&Listing] = &[&partnerships::PARTNERS];
