//! Listing: partner organisations, while they are partners.

use decapolis_figures::{About, Asked, Listing, Time, of};
use decapolis_register::known::{rows_of, span};
use sea_orm::sea_query::SelectStatement;

use crate::partnerships::table::PARTNERSHIPS;

pub static PARTNERS: Listing = Listing {
    about: About {
        key: "partnerships",
        version: 1,
        time: Time::Stock,
        wide: true,
        columns: &[of(&PARTNERSHIPS, "organisation"), of(&PARTNERSHIPS, "partnership")],
        dated: &[of(&PARTNERSHIPS, "from"), of(&PARTNERSHIPS, "until")],
        tables: &[&PARTNERSHIPS],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&PARTNERSHIPS, a.known, &["organisation", "partnership"]);
    span(&mut select, "t");
    select
}
