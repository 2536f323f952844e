//! The panels on the pages of areas, indicators and studies.

use decapolis_register::panels::{Panel, panel};

use super::table::*;

pub static ALL: &[Panel] = &[
    panel("area", &OBSERVATIONS, "area", &["indicator", "day", "value", "unit", "boundary", "edition"])
        .newest_by("day"),
    panel("indicator", &OBSERVATIONS, "indicator", &["area", "day", "value", "unit", "boundary"])
        .newest_by("day"),
    panel("activity", &EDITIONS, "study", &["self", "from", "until"]).newest_by("from"),
    panel("edition", &OBSERVATIONS, "edition", &["area", "indicator", "value", "unit"]),
];
