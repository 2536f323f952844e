//! The panels on the pages of agreements and of their signatories.

use decapolis_register::panels::{Panel, panel};

use super::table::*;

pub static ALL: &[Panel] = &[
    panel("agreement", &SIGNATURES, "agreement", &["organisation", "day"]).newest_by("day"),
    panel("organisation", &SIGNATURES, "organisation", &["agreement", "day"])
        .newest_by("day")
        .about("agreements"),
];
