//! What is counted here.

mod staff;

use decapolis_core::figures::Listing;

pub static ALL: &[&Listing] = &[&staff::STAFF];
