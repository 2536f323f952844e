//! Listing: initiatives, while they are on their platform.

use decapolis_figures::{About, Asked, Listing, Time, itself, of};
use decapolis_register::known::{of_row, rows_with, span, state_while_it_lasted, t};
use sea_orm::sea_query::{Expr, ExprTrait, SelectStatement};

use decapolis_register::table::RECORDS;

use crate::knowledge::one_country::one_country;
use crate::knowledge::table::{INITIATIVES, PLATFORMS};
use crate::members::table::PLACES;

pub static INITIATIVES_ON_PLATFORMS: Listing = Listing {
    about: About {
        key: "initiatives",
        version: 3,
        time: Time::Stock,
        wide: true,
        columns: &[
            itself(&INITIATIVES, "record").one_row_each(),
            of(&INITIATIVES, "place"),
            of(&INITIATIVES, "country").unseen(),
            of(&RECORDS, "code").called("platform").unseen(), // the code of the platform
            of(&PLATFORMS, "own").unseen(),
            of(&INITIATIVES, "state").unseen(),
        ],
        dated: &[of(&INITIATIVES, "from"), of(&INITIATIVES, "until")],
        tables: &[&INITIATIVES, &PLATFORMS, &RECORDS, &PLACES],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    rows_with(&INITIATIVES, (&RECORDS, "r", "platform"), a.known, |select| {
        select.column(("t", "place")).expr_as(state_while_it_lasted(&INITIATIVES, "t"), "state");
        span(select, "t");
        select.and_where(Expr::col(("r", "kind")).eq("platform"));
        select.expr_as(t("id"), "record").expr_as(Expr::col(("r", "code")), "platform");
        select.expr_as(of_row(&PLATFORMS, a.known, t("platform"), "own"), "own");
        select.expr_as(one_country(a.known), "country");
    })
}
