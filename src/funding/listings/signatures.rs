//! Listing: signatures of agreements, each with the organisation that signed.

use decapolis_figures::{About, Asked, Listing, Time, computed, of};
use decapolis_register::known::{day, of_row, rows_of, stands_on_the_day, t};
use decapolis_register::table::Kind::Bool;
use decapolis_register::table::Privacy::Public;
use sea_orm::sea_query::SelectStatement;

use crate::funding::table::{AGREEMENTS, SIGNATURES};
use crate::members::table::MEMBERSHIPS;

pub static SIGNED: Listing = Listing {
    about: About {
        key: "signatures",
        version: 1,
        time: Time::Flow,
        wide: false,
        columns: &[
            of(&SIGNATURES, "organisation"),
            of(&SIGNATURES, "agreement").called("record"),
            of(&AGREEMENTS, "agreement").unseen(),
            computed("member", Bool, Public).unseen(),
        ],
        dated: &[of(&SIGNATURES, "day")],
        tables: &[&SIGNATURES, &AGREEMENTS, &MEMBERSHIPS],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&SIGNATURES, a.known, &["organisation"]);
    day(&mut select, "t", "day", "day_last");
    select
        .expr_as(t("agreement"), "record")
        .expr_as(of_row(&AGREEMENTS, a.known, t("agreement"), "agreement"), "agreement");
    select.expr_as(
        stands_on_the_day(&MEMBERSHIPS, a.known, ("organisation", t("organisation")), t("day")),
        "member",
    );
    select
}
