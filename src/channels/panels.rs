//! The panels on the pages of channels and outlets.

use decapolis_register::panels::{Panel, panel};

use super::table::*;

pub static ALL: &[Panel] = &[
    panel("channel", &READINGS, "channel", &["day", "followers"]).newest_by("day"),
    panel("channel", &MENTIONS, "carrier", &["day", "subject"]).newest_by("day"),
    panel("outlet", &MENTIONS, "carrier", &["day", "subject", "address"]).newest_by("day"),
];
