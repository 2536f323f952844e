//! Who was entitled to be at a meeting, and whether they were.

use decapolis_core::figures::{About, Asked, Listing, Time, column};
use decapolis_core::known::{day, join, on_the_day, rows_of, t};
use decapolis_core::table::Kind::{Choice, Ref};
use sea_orm::sea_query::{Expr, SelectStatement};

use crate::governance::table::{ATTENDANCES, ATTENDED, BODIES, BODIES_OF, MEETING_STATES, MEETINGS};
use crate::members::table::PLACEMENTS;

pub static ATTENDANCES_AT_MEETINGS: Listing = Listing {
    about: About {
        key: "attendances",
        version: 1,
        time: Time::Flow,
        wide: false,
        columns: &[
            column("meeting", Ref("meeting")),
            column("organisation", Ref("organisation")),
            column("attendance", Choice(ATTENDED)),
            column("region", Ref("region")),
            column("body_of", Choice(BODIES_OF)).unseen(),
            column("state", Choice(MEETING_STATES)).unseen(),
        ],
        tables: &[&ATTENDANCES, &MEETINGS, &BODIES, &PLACEMENTS],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&ATTENDANCES, a.known, &["meeting", "organisation", "attendance"]);
    join(&mut select, &MEETINGS, "m", a.known, ("t", "meeting"));
    join(&mut select, &BODIES, "b", a.known, ("m", "body"));
    day(&mut select, "m", "day", "day_last");
    select.expr_as(Expr::col(("b", "body")), "body_of").column(("m", "state"));
    select.expr_as(on_the_day(&PLACEMENTS, a.known, ("organisation", t("organisation")), "region", Expr::col(("m", "day"))), "region");
    select
}
