//! Listing: activities by the day they begin.

use decapolis_figures::{About, Asked, Listing, Time, computed, itself, of};
use decapolis_register::known::{Known, day, from, of_row, rows_of, scalar, state_while_it_lasted, t};
use decapolis_register::table::Kind::Ref;
use decapolis_register::table::Privacy::Public;
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, Query, SelectStatement};

use crate::activities::table::ACTIVITIES;

pub static BEGUN: Listing = Listing {
    about: About {
        key: "activities",
        version: 2,
        time: Time::Flow,
        wide: true,
        columns: &[
            itself(&ACTIVITIES, "record").one_row_each(),
            of(&ACTIVITIES, "activity").unseen(),
            of(&ACTIVITIES, "role"),
            of(&ACTIVITIES, "state"),
            of(&ACTIVITIES, "scope"),
            of(&ACTIVITIES, "mode"),
            of(&ACTIVITIES, "part_of").unseen(),
            computed("series", Ref("activity"), Public).unseen(),
        ],
        dated: &[of(&ACTIVITIES, "from")],
        tables: &[&ACTIVITIES],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&ACTIVITIES, a.known, &["activity", "role", "scope", "mode", "part_of"]);
    day(&mut select, "t", "from", "from_last");
    select.expr_as(t("id"), "record").expr_as(state_while_it_lasted(&ACTIVITIES, "t"), "state");
    select.expr_as(series_of(a.known), "series");
    select
}

/// The series of an activity: itself, its parent, or its parent's parent (series > event > session).
fn series_of(known: Known) -> Expr {
    let mut above = Query::select();
    let e = |column: &'static str| Expr::col(("e", column));
    let above_that = of_row(&ACTIVITIES, known, e("part_of"), "activity");
    let found = CaseStatement::new()
        .case(e("activity").eq("series"), e("id"))
        .case(above_that.eq("series"), e("part_of"));
    above.expr(Into::<Expr>::into(found));
    from(&mut above, &ACTIVITIES, "e", known);
    above.and_where(e("id").eq(t("part_of")));
    CaseStatement::new().case(t("activity").eq("series"), t("id")).finally(scalar(above)).into()
}
