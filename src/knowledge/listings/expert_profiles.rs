//! Experts registered on a platform, while they are.

use decapolis_core::figures::{About, Asked, Listing, Time, column};
use decapolis_core::known::{of_row, rows_of, span, t};
use decapolis_core::table::Kind::{Bool, Choice, Ref};
use sea_orm::sea_query::SelectStatement;

use crate::knowledge::table::{EXPERT_PROFILES, PLATFORMS};
use crate::people::table::{GENDERS, PEOPLE};

pub static EXPERTS: Listing = Listing {
    about: About {
        key: "expert-profiles",
        version: 1,
        time: Time::Stock,
        wide: true,
        columns: &[
            column("person", Ref("person")),
            column("platform", Ref("platform")),
            column("gender", Choice(GENDERS)),
            column("own", Bool).unseen(),
        ],
        tables: &[&EXPERT_PROFILES, &PLATFORMS, &PEOPLE],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&EXPERT_PROFILES, a.known, &["person", "platform"]);
    span(&mut select, "t");
    select.expr_as(of_row(&PLATFORMS, a.known, t("platform"), "own"), "own");
    select.expr_as(of_row(&PEOPLE, a.known, t("person"), "gender"), "gender");
    select
}
