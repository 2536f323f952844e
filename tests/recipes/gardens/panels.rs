//! The panels of gardens.

use decapolis_register::panels::{Panel, panel};

use super::table::{GARDENS, HARVESTS};

pub static ALL: &[Panel] = &[
    panel("organisation", &GARDENS, "organisation", &["self", "plots", "soil"]),
    panel("garden", &HARVESTS, "garden", &["day", "kilos"]).newest_by("day"),
];
