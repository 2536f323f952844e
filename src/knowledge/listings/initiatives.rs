//! Initiatives, while they stand on their platform.

use decapolis_core::figures::{About, Asked, Listing, Time, column};
use decapolis_core::known::{from, join, rows_of, scalar, span, t};
use decapolis_core::table::Kind::{Bool, Choice, Ref, Text};
use sea_orm::sea_query::{Expr, ExprTrait, Func, Query, SelectStatement};

use decapolis_core::table::RECORDS;

use crate::knowledge::table::{INITIATIVES, PLATFORMS, STATES};
use crate::members::table::PLACES;

pub static INITIATIVES_ON_PLATFORMS: Listing = Listing {
    about: About {
        key: "initiatives",
        version: 1,
        time: Time::Stock,
        wide: true,
        columns: &[
            column("record", Ref("initiative")),
            column("place", Ref("place")),
            column("country", Text).unseen(),
            column("platform", Text).unseen(), // its code
            column("own", Bool).unseen(),
            column("state", Choice(STATES)).unseen(),
        ],
        tables: &[&INITIATIVES, &PLATFORMS, &RECORDS, &PLACES],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&INITIATIVES, a.known, &["place", "state"]);
    span(&mut select, "t");
    join(&mut select, &PLATFORMS, "p", a.known, ("t", "platform"));
    join(&mut select, &RECORDS, "r", a.known, ("t", "platform"));
    select.expr_as(t("id"), "record").expr_as(Expr::col(("r", "code")), "platform").column(("p", "own"));
    // as its source says, or as its place does
    let mut place = Query::select();
    place.column(("c", "country"));
    from(&mut place, &PLACES, "c", a.known);
    place.and_where(Expr::col(("c", "id")).eq(t("place")));
    select.expr_as(Expr::from(Func::coalesce([t("country"), scalar(place)])), "country");
    select
}
