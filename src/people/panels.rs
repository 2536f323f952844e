//! The panels on the pages of governments, people and posts.

use decapolis_register::panels::{Panel, panel};

use super::table::*;

pub static ALL: &[Panel] = &[
    panel("organisation", &MANDATES, "post", &["post", "person", "holder", "from", "until", "way"])
        .through(&POSTS, "organisation")
        .newest_by("from")
        .about("leader"),
    panel("organisation", &POSTS, "organisation", &["self", "post", "from", "until"])
        .only("post", &["leader", "seat", "presidency"])
        .about("leader"),
    panel("organisation", &ELECTIONS, "organisation", &["day"]).newest_by("day").about("leader"),
    panel("post", &MANDATES, "post", &["person", "holder", "from", "until", "way"]).newest_by("from"),
    panel("person", &MANDATES, "person", &["post", "from", "until", "way"]).newest_by("from"),
];
