//! Which activities are about which theme, by the day they begin.

use decapolis_core::figures::{About, Asked, Listing, Time, column};
use decapolis_core::known::{day, rows_with};
use decapolis_core::table::Kind::{Choice, Ref};
use sea_orm::sea_query::SelectStatement;

use crate::activities::table::{ACTIVITIES, KINDS, STATES, THEME_MARKS};

pub static MARKED: Listing = Listing {
    about: About {
        key: "theme-marks",
        version: 1,
        time: Time::Flow,
        wide: true,
        columns: &[
            column("record", Ref("activity")),
            column("theme", Ref("theme")),
            column("activity", Choice(KINDS)),
            column("state", Choice(STATES)).unseen(),
        ],
        tables: &[&THEME_MARKS, &ACTIVITIES],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    rows_with(&THEME_MARKS, (&ACTIVITIES, "a", "record"), a.known, |select| {
        select.column(("t", "record")).column(("t", "theme"));
        day(select, "a", "from", "from_last");
        select.column(("a", "activity")).column(("a", "state"));
    })
}
