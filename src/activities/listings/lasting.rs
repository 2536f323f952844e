//! Listing: activities while they last, such as pilots, campaigns and observatories.

use decapolis_figures::{About, Asked, Listing, Time, itself, of};
use decapolis_register::known::{rows_of, span, state_while_it_lasted, t};
use sea_orm::sea_query::SelectStatement;

use crate::activities::table::ACTIVITIES;

pub static LASTING: Listing = Listing {
    about: About {
        key: "lasting-activities",
        version: 2,
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
    let mut select = rows_of(&ACTIVITIES, a.known, &["activity", "role"]);
    span(&mut select, "t");
    select.expr_as(t("id"), "record").expr_as(state_while_it_lasted(&ACTIVITIES, "t"), "state");
    select
}
