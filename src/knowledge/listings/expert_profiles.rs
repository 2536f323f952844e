//! Experts registered on a platform, while they are.

use decapolis_core::figures::{About, Asked, Listing, Time, column};
use decapolis_core::known::{join, rows_of, span};
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
    join(&mut select, &PLATFORMS, "p", a.known, ("t", "platform"));
    join(&mut select, &PEOPLE, "h", a.known, ("t", "person"));
    select.column(("p", "own")).column(("h", "gender"));
    select
}
