//! The panels on the pages of governments, people and posts.

use decapolis_register::panels::{Panel, panel};

use super::table::*;

pub static ALL: &[Panel] = &[
    panel("organisation", &POSTS, "organisation", &["self", "post", "from", "until"])
        .only("post", &["leader", "seat", "presidency"]),
    panel("organisation", &ELECTIONS, "organisation", &["day"]).newest_by("day"),
    panel("post", &MANDATES, "post", &["person", "holder", "from", "until", "way"]).newest_by("from"),
    panel("person", &MANDATES, "person", &["post", "from", "until", "way"]).newest_by("from"),
];
