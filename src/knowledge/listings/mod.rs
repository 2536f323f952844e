//! The listings of practices, initiatives and experts.

mod expert_profiles;
mod initiatives;
mod practices;

use decapolis_figures::Listing;

pub static ALL: &[&Listing] =
    &[&practices::PRACTICES_ON_PLATFORMS, &initiatives::INITIATIVES_ON_PLATFORMS, &expert_profiles::EXPERTS];
