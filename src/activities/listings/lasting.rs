//! Activities while they last: pilots, campaigns, observatories.

use decapolis_core::figures::{About, Asked, Listing, Time, column};
use decapolis_core::known::{rows_of, span, t};
use decapolis_core::table::Kind::{Choice, Ref};
use sea_orm::sea_query::SelectStatement;

use crate::activities::table::{ACTIVITIES, KINDS, ROLES_OF_THE_NETWORK, STATES};

pub static LASTING: Listing = Listing {
    about: About {
        key: "lasting-activities",
        version: 1,
        time: Time::Stock,
        wide: true,
        columns: &[
            column("record", Ref("activity")).one_row_each(),
            column("activity", Choice(KINDS)).unseen(),
            column("role", Choice(ROLES_OF_THE_NETWORK)),
            column("state", Choice(STATES)),
        ],
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
