//! Activities by the day they begin.

use decapolis_core::figures::{About, Asked, Listing, Time, column};
use decapolis_core::known::{day, rows_of, t};
use decapolis_core::table::Kind::{Choice, Ref};
use sea_orm::sea_query::SelectStatement;

use crate::activities::table::{ACTIVITIES, KINDS, MODES, ROLES_OF_THE_NETWORK, SCOPES, STATES};

pub static BEGUN: Listing = Listing {
    about: About {
        key: "activities",
        version: 1,
        time: Time::Flow,
        wide: true,
        columns: &[
            column("record", Ref("activity")),
            column("activity", Choice(KINDS)).unseen(),
            column("role", Choice(ROLES_OF_THE_NETWORK)),
            column("state", Choice(STATES)),
            column("scope", Choice(SCOPES)),
            column("mode", Choice(MODES)),
        ],
        tables: &[&ACTIVITIES],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&ACTIVITIES, a.known, &["activity", "role", "state", "scope", "mode"]);
    day(&mut select, "t", "from", "from_last");
    select.expr_as(t("id"), "record");
    select
}
