//! Listing: memberships that may have ended only after the period, by the first day on which they may have been over.

use decapolis_figures::{About, Asked, Listing, Time, of};
use decapolis_register::known::{day_after, t};
use sea_orm::sea_query::{ExprTrait, SelectStatement};

use super::departures::{COLUMNS, ended};
use crate::members::table::{MEMBERSHIPS, PLACEMENTS};

pub static UNDATED_DEPARTURES: Listing = Listing {
    about: About {
        key: "undated-departures",
        version: 1,
        time: Time::Flow,
        wide: false,
        columns: COLUMNS,
        dated: &[of(&MEMBERSHIPS, "until")],
        tables: &[&MEMBERSHIPS, &PLACEMENTS],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = ended(a);
    select.expr_as(day_after(t("until")), "day").expr_as(day_after(t("until")), "day_last");
    select.and_where(t("until_last").gte(a.to.number()));
    select
}
