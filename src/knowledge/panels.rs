//! The panels on the pages of platforms and places.

use decapolis_register::panels::{Panel, panel};

use super::table::*;

pub static ALL: &[Panel] = &[
    panel("place", &PRACTICES, "place", &["self", "platform", "started"]).only("state", &["published"]),
    panel("place", &INITIATIVES, "place", &["self", "platform", "day"]).only("state", &["published"]),
    panel("platform", &PRACTICES, "platform", &["self", "place", "started"])
        .only("state", &["published"])
        .newest_by("from"),
    panel("platform", &INITIATIVES, "platform", &["self", "place", "day"])
        .only("state", &["published"])
        .newest_by("from"),
];
