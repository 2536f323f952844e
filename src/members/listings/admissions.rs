//! Memberships by the day they take effect.

use decapolis_core::figures::{About, Asked, Listing, Time, column};
use decapolis_core::known::{day, on_the_day, rows_of, t};
use decapolis_core::table::Kind::{Ref};
use sea_orm::sea_query::SelectStatement;

use crate::members::table::{MEMBERSHIPS, PLACEMENTS};

pub static ADMISSIONS: Listing = Listing {
    about: About {
        key: "admissions",
        version: 1,
        time: Time::Flow,
        wide: true,
        columns: &[column("organisation", Ref("organisation")), column("region", Ref("region"))],
        tables: &[&MEMBERSHIPS, &PLACEMENTS],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&MEMBERSHIPS, a.known, &["organisation"]);
    day(&mut select, "t", "from", "from_last");
    select.expr_as(on_the_day(&PLACEMENTS, a.known, ("organisation", t("organisation")), "region", t("from_last")), "region");
    select
}
