//! Listing: who took part in which activity, in which role, on which day.

use decapolis_figures::{About, Asked, Listing, Time, computed, of};
use decapolis_register::known::{
    Known, day, from, of_row, on_the_day, rows_of, stands_on_the_day, state_of_row, surely_on, t, truth,
};
use decapolis_register::table::Kind::Bool;
use decapolis_register::table::Privacy::Public;
use sea_orm::sea_query::{Expr, ExprTrait, Func, Query, SelectStatement};

use crate::activities::table::{ACTIVITIES, PARTICIPATIONS};
use crate::members::seat_of_government::of_its_place;
use crate::members::table::{MEMBERSHIPS, ORGANISATIONS, PLACEMENTS, PLACES};
use crate::people::table::{MANDATES, PEOPLE, POSTS};

pub static TOOK_PART: Listing = Listing {
    about: About {
        key: "participations",
        version: 2,
        time: Time::Flow,
        wide: false,
        columns: &[
            of(&PARTICIPATIONS, "organisation"),
            of(&PARTICIPATIONS, "person"),
            of(&PARTICIPATIONS, "activity").called("record"),
            of(&PARTICIPATIONS, "role"),
            of(&PLACEMENTS, "region"),
            of(&PEOPLE, "gender"),
            of(&ACTIVITIES, "activity").unseen(),
            of(&ACTIVITIES, "state").unseen(),
            of(&ORGANISATIONS, "level").unseen(),
            computed("member", Bool, Public).unseen(),
            computed("leader", Bool, Public).unseen(),
            of(&PLACES, "country").unseen(),
        ],
        dated: &[of(&PARTICIPATIONS, "day")],
        tables: &[
            &PARTICIPATIONS,
            &ACTIVITIES,
            &ORGANISATIONS,
            &PEOPLE,
            &MEMBERSHIPS,
            &PLACEMENTS,
            &MANDATES,
            &POSTS,
            &PLACES,
        ],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&PARTICIPATIONS, a.known, &["organisation", "person", "role"]);
    day(&mut select, "t", "day", "day_last");
    let of_activity = |column| of_row(&ACTIVITIES, a.known, t("activity"), column);
    select
        .expr_as(t("activity"), "record")
        .expr_as(of_activity("activity"), "activity")
        .expr_as(state_of_row(&ACTIVITIES, a.known, t("activity")), "state");
    select.expr_as(of_row(&ORGANISATIONS, a.known, t("organisation"), "level"), "level");
    let gender = of_row(&PEOPLE, a.known, t("person"), "gender");
    select.expr_as(Expr::from(Func::coalesce([gender, Expr::val("not-stated")])), "gender");
    // region and category are those of the organisation on that day
    select.expr_as(
        on_the_day(&PLACEMENTS, a.known, ("organisation", t("organisation")), "region", t("day")),
        "region",
    );
    select.expr_as(
        stands_on_the_day(&MEMBERSHIPS, a.known, ("organisation", t("organisation")), t("day")),
        "member",
    );
    select.expr_as(led_the_government(a.known), "leader");
    select.expr_as(of_its_place(t("organisation"), "country", a.known), "country");
    select
}

/// Whether the person certainly led the organisation on that day.
fn led_the_government(known: Known) -> Expr {
    let mut mandate = Query::select();
    mandate.expr(Expr::val(1i64));
    from(&mut mandate, &POSTS, "p", known);
    mandate
        .and_where(Expr::col(("p", "organisation")).eq(t("organisation")))
        .and_where(Expr::col(("p", "post")).eq("leader"));
    let mut held = Query::select();
    held.expr(Expr::val(1i64));
    from(&mut held, &MANDATES, "d", known);
    held.and_where(Expr::col(("d", "post")).equals(("p", "id")))
        .and_where(Expr::col(("d", "person")).eq(t("person")))
        .and_where(surely_on("d", t("day")));
    mandate.and_where(Expr::exists(held));
    truth(Expr::exists(mandate))
}
