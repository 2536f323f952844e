//! Who is a member, while the membership lasts.

use decapolis_core::figures::{About, Asked, Listing, Time, column};
use decapolis_core::known::{on_the_day, rows_of, span, t};
use decapolis_core::table::Kind::{Choice, Ref};
use sea_orm::sea_query::SelectStatement;

use crate::members::table::{CATEGORIES, MEMBERSHIPS, PLACEMENTS};

pub static MEMBERS: Listing = Listing {
    about: About {
        key: "members",
        version: 1,
        time: Time::Stock,
        wide: true,
        columns: &[
            column("organisation", Ref("organisation")),
            column("region", Ref("region")),
            column("category", Choice(&["full", "associate", "other"])),
        ],
        tables: &[&MEMBERSHIPS, &PLACEMENTS, &CATEGORIES],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&MEMBERSHIPS, a.known, &["organisation"]);
    span(&mut select, "t");
    select.expr_as(on_the_day(&PLACEMENTS, a.known, ("organisation", t("organisation")), "region", a.to.number()), "region");
    select.expr_as(on_the_day(&CATEGORIES, a.known, ("organisation", t("organisation")), "category", a.to.number()), "category");
    select
}
