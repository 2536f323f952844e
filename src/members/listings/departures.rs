//! Listing: memberships by their last day. The public sees only that a membership ended.

use decapolis_figures::{About, Asked, Listing, Time, computed, of};
use decapolis_register::known::{day, on_the_day, rows_of, t, truth};
use decapolis_register::table::Kind::Bool;
use decapolis_register::table::Privacy::Public;
use sea_orm::sea_query::{ExprTrait, SelectStatement};

use crate::members::table::{MEMBERSHIPS, PLACEMENTS};

pub static DEPARTURES: Listing = Listing {
    about: About {
        key: "departures",
        version: 1,
        time: Time::Flow,
        wide: true,
        columns: &[
            of(&MEMBERSHIPS, "organisation"),
            of(&PLACEMENTS, "region"),
            computed("succession", Bool, Public).unseen(),
        ],
        dated: &[of(&MEMBERSHIPS, "until")],
        tables: &[&MEMBERSHIPS, &PLACEMENTS],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&MEMBERSHIPS, a.known, &["organisation"]);
    day(&mut select, "t", "until", "until_last");
    select.expr_as(
        on_the_day(&PLACEMENTS, a.known, ("organisation", t("organisation")), "region", t("until")),
        "region",
    );
    select.and_where(t("until").is_not_null());
    // a member with a successor has not left
    select.expr_as(truth(t("ending").eq("succeeded")), "succession");
    select
}
