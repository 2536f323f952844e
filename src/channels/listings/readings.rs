//! How many follow a channel, by the day it was read.

use decapolis_core::figures::{About, Asked, Listing, Time, column};
use decapolis_core::known::{day, of_row, rows_of, t};
use decapolis_core::table::Kind::{Choice, Int, Ref};
use sea_orm::sea_query::SelectStatement;

use crate::channels::table::{CHANNELS, CHANNELS_OF, READINGS};

pub static FOLLOWERS: Listing = Listing {
    about: About {
        key: "readings",
        version: 1,
        time: Time::Reading,
        wide: false,
        columns: &[column("channel", Ref("channel")), column("followers", Int), column("channel_of", Choice(CHANNELS_OF)).unseen()],
        tables: &[&READINGS, &CHANNELS],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&READINGS, a.known, &["channel", "followers"]);
    day(&mut select, "t", "day", "day_last");
    select.expr_as(of_row(&CHANNELS, a.known, t("channel"), "channel"), "channel_of");
    select
}
