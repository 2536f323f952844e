//! The listings of people and posts.

mod staff;

use decapolis_core::figures::Listing;

pub static ALL: &[&Listing] = &[&staff::STAFF];
