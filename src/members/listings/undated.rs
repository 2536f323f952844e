//! Listing: memberships that may have begun before the period, by the last day on which they may have begun.

use decapolis_figures::{About, Asked, Listing, Time, of};
use decapolis_register::known::{day, on_the_day, rows_of, t};
use sea_orm::sea_query::{ExprTrait, SelectStatement};

use crate::members::table::{MEMBERSHIPS, PLACEMENTS};

pub static UNDATED: Listing = Listing {
    about: About {
        key: "undated-admissions",
        version: 1,
        time: Time::Flow,
        wide: false,
        columns: &[of(&MEMBERSHIPS, "organisation"), of(&PLACEMENTS, "region")],
        dated: &[of(&MEMBERSHIPS, "from")],
        tables: &[&MEMBERSHIPS, &PLACEMENTS],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&MEMBERSHIPS, a.known, &["organisation"]);
    day(&mut select, "t", "from_last", "from_last");
    select.expr_as(
        on_the_day(&PLACEMENTS, a.known, ("organisation", t("organisation")), "region", t("from_last")),
        "region",
    );
    select.and_where(t("from").lt(a.from.number()));
    // memberships that may have ended before that day are left out
    select.and_where(t("until").is_null().or(t("until").gte(t("from_last"))));
    select
}
