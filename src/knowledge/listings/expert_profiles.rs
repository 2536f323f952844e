//! Listing: experts, while they are registered on a platform.

use decapolis_figures::{About, Asked, Listing, Time, of};
use decapolis_register::known::{of_row, rows_of, span, t};
use sea_orm::sea_query::SelectStatement;

use crate::knowledge::table::{EXPERT_PROFILES, PLATFORMS};
use crate::people::table::PEOPLE;

pub static EXPERTS: Listing = Listing {
    about: About {
        key: "expert-profiles",
        version: 1,
        time: Time::Stock,
        wide: true,
        columns: &[
            of(&EXPERT_PROFILES, "person"),
            of(&EXPERT_PROFILES, "platform"),
            of(&PEOPLE, "gender"),
            of(&PLATFORMS, "own").unseen(),
        ],
        dated: &[of(&EXPERT_PROFILES, "from"), of(&EXPERT_PROFILES, "until")],
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
