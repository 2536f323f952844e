//! The listings of members.

mod admissions;
mod change;
mod departures;
mod leaders;
mod members;
mod succession;
mod undated_admissions;
mod undated_departures;

use decapolis_figures::Listing;

pub static ALL: &[&Listing] = &[
    &members::MEMBERS,
    &admissions::ADMISSIONS,
    &departures::DEPARTURES,
    &leaders::LEADERS,
    &undated_admissions::UNDATED_ADMISSIONS,
    &undated_departures::UNDATED_DEPARTURES,
];
