//! The listings of activities.

mod activities;
mod head_counts;
mod lasting;
mod participants;
mod participations;
mod publications;
mod theme_marks;

use decapolis_figures::Listing;

pub static ALL: &[&Listing] = &[
    &activities::BEGUN,
    &lasting::LASTING,
    &participations::TOOK_PART,
    &participants::PARTICIPANTS,
    &head_counts::HEADS,
    &theme_marks::MARKED,
    &publications::PUBLICATIONS,
];
