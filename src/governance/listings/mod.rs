//! The listings of bodies and meetings.

mod attendances;
mod meetings;
mod seats;

use decapolis_figures::Listing;

pub static ALL: &[&Listing] =
    &[&seats::SEATS, &meetings::MEETINGS_OF_BODIES, &attendances::ATTENDANCES_AT_MEETINGS];
