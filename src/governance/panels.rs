//! The panels on the pages of bodies, meetings and governments.

use decapolis_register::panels::{Panel, panel};

use super::table::*;

/// The attendances that are shown. Absences are not.
const THERE: &[&str] = &["present", "represented"];

pub static ALL: &[Panel] = &[
    panel("body", &MEETINGS, "body", &["self", "day", "mode", "state"]).newest_by("day"),
    panel("meeting", &SESSIONS, "meeting", &["session", "quorum"]),
    panel("meeting", &ATTENDANCES, "meeting", &["organisation", "attendance"]).only("attendance", THERE),
    panel("meeting", &DECISIONS, "meeting", &["self", "day"]).newest_by("day"),
    panel("organisation", &ATTENDANCES, "organisation", &["meeting", "attendance"])
        .only("attendance", THERE)
        .about("took-part"),
];
