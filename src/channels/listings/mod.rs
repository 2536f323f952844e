//! The listings of channels and outlets.

mod mentions;
mod readings;

use decapolis_figures::Listing;

pub static ALL: &[&Listing] = &[&mentions::CARRIED, &readings::FOLLOWERS];
