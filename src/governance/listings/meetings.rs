//! Meetings of the bodies.

use decapolis_core::figures::{About, Asked, Listing, Time, column};
use decapolis_core::known::{day, of_row, rows_of, t};
use decapolis_core::table::Kind::{Choice, Ref};
use sea_orm::sea_query::SelectStatement;

use crate::governance::table::{BODIES, BODIES_OF, MEETING_STATES, MEETINGS, MODES};

pub static MEETINGS_OF_BODIES: Listing = Listing {
    about: About {
        key: "meetings",
        version: 1,
        time: Time::Flow,
        wide: false,
        columns: &[
            column("meeting", Ref("meeting")).one_row_each(),
            column("body_of", Choice(BODIES_OF)).unseen(),
            column("mode", Choice(MODES)),
            column("state", Choice(MEETING_STATES)),
        ],
        tables: &[&MEETINGS, &BODIES],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&MEETINGS, a.known, &["mode", "state"]);
    day(&mut select, "t", "day", "day_last");
    select.expr_as(t("id"), "meeting").expr_as(of_row(&BODIES, a.known, t("body"), "body"), "body_of");
    select
}
