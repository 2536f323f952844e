//! Listing: numbers of followers of a channel, by the day they were read.

use decapolis_figures::{About, Asked, Listing, Time, of};
use decapolis_register::known::{day, of_row, rows_of, t};
use sea_orm::sea_query::SelectStatement;

use crate::channels::table::{CHANNELS, READINGS};

pub static FOLLOWERS: Listing = Listing {
    about: About {
        key: "readings",
        version: 1,
        time: Time::Reading,
        wide: false,
        columns: &[
            of(&READINGS, "channel"),
            of(&READINGS, "followers"),
            of(&CHANNELS, "channel").called("channel_of").unseen(),
        ],
        dated: &[of(&READINGS, "day")],
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
