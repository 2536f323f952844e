//! Listing: activities while they last, such as pilots, campaigns and observatories.

use decapolis_figures::{About, Asked, Listing, Time, itself, of};
use decapolis_register::known::{rows_of, span, t};
use sea_orm::sea_query::SelectStatement;

use crate::activities::table::ACTIVITIES;

pub static LASTING: Listing = Listing {
    about: About {
        key: "lasting-activities",
        version: 1,
        time: Time::Stock,
        wide: true,
        columns: &[
            itself(&ACTIVITIES, "record").one_row_each(),
            of(&ACTIVITIES, "activity").unseen(),
            of(&ACTIVITIES, "role"),
            of(&ACTIVITIES, "state"),
        ],
        dated: &[of(&ACTIVITIES, "from"), of(&ACTIVITIES, "until")],
        tables: &[&ACTIVITIES],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&ACTIVITIES, a.known, &["activity", "role", "state"]);
    span(&mut select, "t");
    select.expr_as(t("id"), "record");
    select
}
