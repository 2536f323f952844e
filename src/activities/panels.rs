//! The panels on the pages of activities and of their participants.

use decapolis_register::panels::{Panel, panel};

use super::table::*;

/// The roles that count as taking part. An invitation or a registration does not.
const TOOK_PART: &[&str] =
    &["attended", "learned", "hosted", "spoke", "expert", "led", "partnered", "contributed", "endorsed"];

pub static ALL: &[Panel] = &[
    panel("organisation", &PARTICIPATIONS, "organisation", &["activity", "role", "day"])
        .only("role", TOOK_PART)
        .newest_by("day")
        .about("took-part"),
    panel("activity", &PARTICIPATIONS, "activity", &["organisation", "person", "role", "day"])
        .only("role", TOOK_PART)
        .newest_by("day"),
    panel("activity", &ACTIVITIES, "part_of", &["self", "from", "state"]).newest_by("from"),
    panel("activity", &LANGUAGE_FILES, "publication", &["language", "day", "pages", "address"])
        .newest_by("day"),
    panel("activity", &HEAD_COUNTS, "activity", &["count", "gender", "people", "designated"]),
    panel("activity", &THEME_MARKS, "record", &["theme"]),
    panel("practice", &THEME_MARKS, "record", &["theme"]),
    panel("practice", &GOAL_MARKS, "record", &["goal"]),
    panel("theme", &THEME_MARKS, "theme", &["record"]),
];
