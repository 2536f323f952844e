//! Organisations that are partners, while they are.

use decapolis_core::figures::{About, Asked, Listing, Time, column};
use decapolis_core::known::{rows_of, span};
use decapolis_core::table::Kind::{Choice, Ref};
use sea_orm::sea_query::SelectStatement;

use crate::partnerships::table::{KINDS, PARTNERSHIPS};

pub static PARTNERS: Listing = Listing {
    about: About {
        key: "partnerships",
        version: 1,
        time: Time::Stock,
        wide: true,
        columns: &[column("organisation", Ref("organisation")), column("partnership", Choice(KINDS))],
        tables: &[&PARTNERSHIPS],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&PARTNERSHIPS, a.known, &["organisation", "partnership"]);
    span(&mut select, "t");
    select
}
