//! The listings of members.

mod admissions;
mod departures;
mod leaders;
mod members;
mod undated;

use decapolis_figures::Listing;

pub static ALL: &[&Listing] = &[
    &members::MEMBERS,
    &admissions::ADMISSIONS,
    &departures::DEPARTURES,
    &leaders::LEADERS,
    &undated::UNDATED,
];
