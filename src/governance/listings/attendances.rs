//! Who was entitled to be at a meeting, and whether they were.

use decapolis_core::figures::{About, Asked, Listing, Time, column};
use decapolis_core::known::{day, join, on_the_day, rows_of, t};
use decapolis_core::table::Kind::{Choice, Int, Ref, Text};
use sea_orm::sea_query::{Expr, SelectStatement};

use crate::governance::table::{ATTENDANCES, ATTENDED, BODIES, BODIES_OF, MEETING_STATES, MEETINGS};
use crate::members::seat_of_government::of_its_place;
use crate::members::table::{CATEGORIES, CATEGORIES_OF, ORGANISATIONS, PLACEMENTS, PLACES};

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
            column("category", Choice(CATEGORIES_OF)).unseen(),
            column("country", Text).unseen(),
            column("population", Int).unseen(),
            column("body_of", Choice(BODIES_OF)).unseen(),
            column("state", Choice(MEETING_STATES)).unseen(),
        ],
        tables: &[&ATTENDANCES, &MEETINGS, &BODIES, &PLACEMENTS, &CATEGORIES, &ORGANISATIONS, &PLACES],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&ATTENDANCES, a.known, &["meeting", "organisation", "attendance"]);
    join(&mut select, &MEETINGS, "m", a.known, ("t", "meeting"));
    join(&mut select, &BODIES, "b", a.known, ("m", "body"));
    day(&mut select, "m", "day", "day_last");
    select.expr_as(Expr::col(("b", "body")), "body_of").column(("m", "state"));
    let that_day = |table, column| on_the_day(table, a.known, ("organisation", t("organisation")), column, Expr::col(("m", "day")));
    select.expr_as(that_day(&PLACEMENTS, "region"), "region").expr_as(that_day(&CATEGORIES, "category"), "category");
    select.expr_as(of_its_place(t("organisation"), "country", a.known), "country");
    select.expr_as(of_its_place(t("organisation"), "population", a.known), "population");
    select
}
