//! Listing: seats on the bodies of the network, while they exist.

use decapolis_figures::{About, Asked, Listing, Time, of};
use decapolis_register::known::{of_row, on_the_day, rows_of, span, t};
use sea_orm::sea_query::{ExprTrait, SelectStatement};

use crate::governance::table::BODIES;
use crate::members::table::PLACEMENTS;
use crate::people::table::POSTS;

pub static SEATS: Listing = Listing {
    about: About {
        key: "seats",
        version: 1,
        time: Time::Stock,
        wide: true,
        columns: &[
            of(&POSTS, "organisation"),
            of(&BODIES, "body").called("body_of"),
            of(&PLACEMENTS, "region"),
        ],
        dated: &[of(&POSTS, "from"), of(&POSTS, "until")],
        tables: &[&POSTS, &BODIES, &PLACEMENTS],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&POSTS, a.known, &["organisation"]);
    span(&mut select, "t");
    select.expr_as(of_row(&BODIES, a.known, t("body"), "body"), "body_of");
    select.expr_as(
        on_the_day(&PLACEMENTS, a.known, ("organisation", t("organisation")), "region", a.to.number()),
        "region",
    );
    select.and_where(t("post").eq("seat"));
    select
}
