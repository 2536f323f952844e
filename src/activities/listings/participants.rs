//! Listing: participants of an activity, each from the day on which they began to take part until the activity ends.

use decapolis_figures::{About, Asked, Listing, Time, computed, of};
use decapolis_register::known::{rows_with, stands_on_the_day, state_while_it_lasted, t};
use decapolis_register::table::Kind::Bool;
use decapolis_register::table::Privacy::Public;
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, SelectStatement};

use crate::activities::table::{ACTIVITIES, PARTICIPATIONS};
use crate::members::table::MEMBERSHIPS;

pub static PARTICIPANTS: Listing = Listing {
    about: About {
        key: "participants",
        version: 2,
        time: Time::Stock,
        wide: true,
        columns: &[
            of(&PARTICIPATIONS, "organisation"),
            of(&PARTICIPATIONS, "activity").called("record"),
            of(&PARTICIPATIONS, "role"),
            of(&ACTIVITIES, "activity").unseen(),
            of(&ACTIVITIES, "state").unseen(),
            of(&ACTIVITIES, "role").called("role_of_network").unseen(),
            computed("member", Bool, Public).unseen(),
        ],
        dated: &[of(&PARTICIPATIONS, "day"), of(&ACTIVITIES, "until")],
        tables: &[&PARTICIPATIONS, &ACTIVITIES, &MEMBERSHIPS],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    rows_with(&PARTICIPATIONS, (&ACTIVITIES, "a", "activity"), a.known, |select| {
        select.column(("t", "organisation")).column(("t", "role"));
        select.expr_as(t("day"), "from").expr_as(t("day_last"), "from_last");
        for (end, day) in [("until", "day"), ("until_last", "day_last")] {
            select.expr_as(last_day(end, day), end);
        }
        select
            .expr_as(t("activity"), "record")
            .column(("a", "activity"))
            .expr_as(state_while_it_lasted(&ACTIVITIES, "a"), "state")
            .expr_as(Expr::col(("a", "role")), "role_of_network");
        select.expr_as(
            stands_on_the_day(&MEMBERSHIPS, a.known, ("organisation", t("organisation")), a.to.number()),
            "member",
        );
    })
}

/// The end of the activity; or the day of the participation, where that was recorded for after the end.
fn last_day(end: &'static str, day: &'static str) -> Expr {
    let ends = || Expr::col(("a", end));
    CaseStatement::new().case(ends().lt(t(day)), t(day)).finally(ends()).into()
}
