//! Listing: numbers of followers of a channel, by the day they were read, until the channel is closed.

use decapolis_figures::{About, Asked, Listing, STALE, STALE_AFTER, Time, computed, of};
use decapolis_register::known::{day, of_row, rows_of, t, truth};
use decapolis_register::table::Kind::Bool;
use decapolis_register::table::Privacy::Public;
use sea_orm::sea_query::{ExprTrait, SelectStatement};

use crate::channels::table::{CHANNELS, READINGS};

pub static FOLLOWERS: Listing = Listing {
    about: About {
        key: "readings",
        version: 2,
        time: Time::Reading,
        wide: false,
        columns: &[
            of(&READINGS, "channel"),
            of(&READINGS, "followers").summed_with(&[("open", true)]),
            computed(STALE, Bool, Public),
            of(&CHANNELS, "channel").called("channel_of").unseen(),
            computed("open", Bool, Public).unseen(),
        ],
        dated: &[of(&READINGS, "day")],
        tables: &[&READINGS, &CHANNELS],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&READINGS, a.known, &["channel", "followers"]);
    day(&mut select, "t", "day", "day_last");
    let of_channel = |column| of_row(&CHANNELS, a.known, t("channel"), column);
    let to = a.to.number();
    select
        .expr_as(truth(t("day_last").lt(a.to.days_before(STALE_AFTER).number())), STALE)
        .expr_as(of_channel("channel"), "channel_of");
    // of a channel that closed on a vague day it is not sure whether it is still open
    select.expr_as(truth(of_channel("until").is_null().or(of_channel("until").gte(to))), "open");
    select.and_where(of_channel("until_last").is_null().or(of_channel("until_last").gte(to)));
    select
}
