//! Urban practices, while they stand on their platform.

use decapolis_core::figures::{About, Asked, Listing, Time, column};
use decapolis_core::known::{join, rows_of, span, t};
use decapolis_core::table::Kind::{Bool, Choice, Ref, Text};
use sea_orm::sea_query::{Expr, SelectStatement};

use decapolis_core::table::RECORDS;

use crate::knowledge::table::{PLATFORMS, PRACTICES, STATES};

pub static PRACTICES_ON_PLATFORMS: Listing = Listing {
    about: About {
        key: "practices",
        version: 1,
        time: Time::Stock,
        wide: true,
        columns: &[
            column("record", Ref("practice")),
            column("place", Ref("place")),
            column("platform", Text).unseen(), // its code
            column("own", Bool).unseen(),
            column("state", Choice(STATES)).unseen(),
        ],
        tables: &[&PRACTICES, &PLATFORMS, &RECORDS],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&PRACTICES, a.known, &["place", "state"]);
    span(&mut select, "t");
    join(&mut select, &PLATFORMS, "p", a.known, ("t", "platform"));
    join(&mut select, &RECORDS, "r", a.known, ("t", "platform"));
    select.expr_as(t("id"), "record").expr_as(Expr::col(("r", "code")), "platform").column(("p", "own"));
    select
}
