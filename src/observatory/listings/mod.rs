//! The listings of studies.

mod study_members;
mod study_observations;

use decapolis_figures::Listing;

pub static ALL: &[&Listing] = &[&study_observations::STUDIED, &study_members::OF_STUDIED_AREAS];
