//! Listing: meetings of the bodies.

use decapolis_figures::{About, Asked, Listing, Time, itself, of};
use decapolis_register::known::{day, of_row, rows_of, t};
use sea_orm::sea_query::SelectStatement;

use crate::governance::table::{BODIES, MEETINGS};

pub static MEETINGS_OF_BODIES: Listing = Listing {
    about: About {
        key: "meetings",
        version: 1,
        time: Time::Flow,
        wide: false,
        columns: &[
            itself(&MEETINGS, "meeting").one_row_each(),
            of(&BODIES, "body").called("body_of").unseen(),
            of(&MEETINGS, "mode"),
            of(&MEETINGS, "state"),
        ],
        dated: &[of(&MEETINGS, "day")],
        tables: &[&MEETINGS, &BODIES],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&MEETINGS, a.known, &["mode", "state"]);
    day(&mut select, "t", "day", "day_last");
    select.expr_as(t("id"), "meeting").expr_as(of_row(&BODIES, a.known, t("body"), "body"), "body_of");
    select
}
