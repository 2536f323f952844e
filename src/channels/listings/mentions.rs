//! Listing: channels and outlets by the days they mentioned the network.

use decapolis_figures::{About, Asked, Listing, Time, of};
use decapolis_register::known::{day, rows_of};
use sea_orm::sea_query::SelectStatement;

use crate::channels::table::MENTIONS;

pub static CARRIED: Listing = Listing {
    about: About {
        key: "mentions",
        version: 1,
        time: Time::Flow,
        wide: false,
        columns: &[of(&MENTIONS, "carrier"), of(&MENTIONS, "subject")],
        dated: &[of(&MENTIONS, "day")],
        tables: &[&MENTIONS],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&MENTIONS, a.known, &["carrier", "subject"]);
    day(&mut select, "t", "day", "day_last");
    select
}
