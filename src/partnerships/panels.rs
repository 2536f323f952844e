//! The panels on the page of a partner.

use decapolis_register::panels::{Panel, panel};

use super::table::*;

pub static ALL: &[Panel] =
    &[panel("organisation", &PARTNERSHIPS, "organisation", &["partnership", "from", "until"])
        .newest_by("from")
        .about("agreements")];
