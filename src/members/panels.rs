//! The panels on the pages of governments, areas, places and regions.

use decapolis_register::panels::{Panel, panel};

use super::table::*;

pub static ALL: &[Panel] = &[
    panel(
        "organisation",
        &MEMBERSHIPS,
        "organisation",
        &["from", "until", "ratification", "decision", "successor"],
    )
    .newest_by("from")
    .said_when_over("until", "record-left")
    .about("membership"),
    panel("organisation", &CATEGORIES, "organisation", &["category", "from", "until"])
        .newest_by("from")
        .about("membership")
        .said_at_head(),
    panel("organisation", &PLACEMENTS, "organisation", &["region", "from", "until"])
        .newest_by("from")
        .about("membership")
        .said_at_head(),
    panel("organisation", &AREA_GOVERNMENTS, "organisation", &["area", "from", "until"])
        .newest_by("from")
        .about("membership"),
    panel("area", &AREA_GOVERNMENTS, "area", &["organisation", "from", "until"]).newest_by("from"),
    panel("place", &ORGANISATIONS, "place", &["self", "level"]),
    panel("place", &AREAS, "place", &["self", "identifier"]),
];
