//! The listings of people and posts.

mod staff;

use decapolis_figures::Listing;

pub static ALL: &[&Listing] = &[&staff::STAFF];
