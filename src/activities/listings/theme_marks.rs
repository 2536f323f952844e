//! Listing: activities and their themes, by the day the activity begins.

use decapolis_figures::{About, Asked, Listing, Time, computed, of};
use decapolis_register::known::{day, rows_with, state_while_it_lasted};
use decapolis_register::table::Kind::Ref;
use decapolis_register::table::Privacy::Public;
use sea_orm::sea_query::SelectStatement;

use crate::activities::table::{ACTIVITIES, THEME_MARKS};

pub static MARKED: Listing = Listing {
    about: About {
        key: "theme-marks",
        version: 2,
        time: Time::Flow,
        wide: true,
        columns: &[
            computed("record", Ref("activity"), Public),
            of(&THEME_MARKS, "theme"),
            of(&ACTIVITIES, "activity"),
            of(&ACTIVITIES, "state").unseen(),
        ],
        dated: &[of(&ACTIVITIES, "from")],
        tables: &[&THEME_MARKS, &ACTIVITIES],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    rows_with(&THEME_MARKS, (&ACTIVITIES, "a", "record"), a.known, |select| {
        select.column(("t", "record")).column(("t", "theme"));
        day(select, "a", "from", "from_last");
        select.column(("a", "activity")).expr_as(state_while_it_lasted(&ACTIVITIES, "a"), "state");
    })
}
