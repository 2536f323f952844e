//! Which activities are about which theme, by the day they begin.

use decapolis_core::figures::{About, Asked, Listing, Time, column};
use decapolis_core::known::{day, join, rows_of};
use decapolis_core::table::Kind::{Choice, Ref};
use sea_orm::sea_query::{Expr, ExprTrait, SelectStatement};

use crate::activities::table::{ACTIVITIES, KINDS, STATES, THEME_MARKS};

pub static MARKED: Listing = Listing {
    about: About {
        key: "theme-marks",
        version: 1,
        time: Time::Flow,
        wide: true,
        columns: &[
            column("record", Ref("activity")),
            column("theme", Ref("theme")),
            column("activity", Choice(KINDS)),
            column("state", Choice(STATES)).unseen(),
        ],
        tables: &[&THEME_MARKS, &ACTIVITIES],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&THEME_MARKS, a.known, &["record", "theme"]);
    join(&mut select, &ACTIVITIES, "a", a.known, ("t", "record"));
    day(&mut select, "a", "from", "from_last");
    select.column(("a", "activity")).column(("a", "state"));
    select.and_where(Expr::col(("a", "id")).is_not_null());
    select
}
