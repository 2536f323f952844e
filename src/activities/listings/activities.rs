//! Activities by the day they begin.

use decapolis_core::figures::{About, Asked, Listing, Time, column};
use decapolis_core::known::{Known, day, from, of_row, rows_of, scalar, t};
use decapolis_core::table::Kind::{Choice, Ref};
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, Query, SelectStatement};

use crate::activities::table::{ACTIVITIES, KINDS, MODES, ROLES_OF_THE_NETWORK, SCOPES, STATES};

pub static BEGUN: Listing = Listing {
    about: About {
        key: "activities",
        version: 1,
        time: Time::Flow,
        wide: true,
        columns: &[
            column("record", Ref("activity")).one_row_each(),
            column("activity", Choice(KINDS)).unseen(),
            column("role", Choice(ROLES_OF_THE_NETWORK)),
            column("state", Choice(STATES)),
            column("scope", Choice(SCOPES)),
            column("mode", Choice(MODES)),
            column("part_of", Ref("activity")).unseen(),
            column("series", Ref("activity")).unseen(),
        ],
        tables: &[&ACTIVITIES],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&ACTIVITIES, a.known, &["activity", "role", "state", "scope", "mode", "part_of"]);
    day(&mut select, "t", "from", "from_last");
    select.expr_as(t("id"), "record");
    select.expr_as(series_of(a.known), "series");
    select
}

/// The series an activity belongs to: itself, what it is part of, or what that is part of (series > event > session).
fn series_of(known: Known) -> Expr {
    let mut above = Query::select();
    let e = |column: &'static str| Expr::col(("e", column));
    let above_that = of_row(&ACTIVITIES, known, e("part_of"), "activity");
    let found = CaseStatement::new().case(e("activity").eq("series"), e("id")).case(above_that.eq("series"), e("part_of"));
    above.expr(Into::<Expr>::into(found));
    from(&mut above, &ACTIVITIES, "e", known);
    above.and_where(e("id").eq(t("part_of")));
    CaseStatement::new().case(t("activity").eq("series"), t("id")).finally(scalar(above)).into()
}
