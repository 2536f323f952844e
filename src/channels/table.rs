//! The tables of channels, outlets, mentions and numbers of followers.
use decapolis_register::table::{Kind::*, *};

pub const CHANNELS_OF: &[&str] = &["website", "newsletter", "social"];
/// `until` is the last day of a channel that is closed: from then on its readings count no more.
pub static CHANNELS: Table = Table::records(
    "channels",
    "channels_history",
    "channel",
    &[req("channel", Choice(CHANNELS_OF)), opt("address", Text), opt("from", Bound), opt("until", Bound)],
)
.lasting("from", "until");
pub static OUTLETS: Table = Table::records(
    "outlets",
    "outlets_history",
    "outlet",
    &[
        req("outlet", Choice(&["press", "radio", "television", "website", "journal", "partner"])),
        opt("place", Ref("place")),
    ],
);
/// A channel or an outlet that mentioned the network on that day.
pub static MENTIONS: Table = Table::facts(
    "mentions",
    "mentions_history",
    &["carrier", "day", "subject"],
    &[
        req("carrier", Ref(ANY)),
        req("day", Day),
        opt("subject", Text),
        opt("activity", Ref("activity")),
        opt("address", Text),
    ],
)
.indexed(&[&["day", "day_last", "carrier"]]);
/// The number of followers of a channel on the day it was read.
pub static READINGS: Table = Table::facts(
    "readings",
    "readings_history",
    &["channel", "day"],
    &[req("channel", Ref("channel")), req("day", Day), req("followers", Int).at_least(0)],
)
.indexed(&[&["channel", "day_last", "day", "followers"]]);
pub static ALL: &[&Table] = &[&CHANNELS, &OUTLETS, &MENTIONS, &READINGS];
