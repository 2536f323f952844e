//! Listing: memberships by the first day after their last. The public sees only that a membership ended.

use decapolis_figures::{About, Asked, Listing, ListingColumn, Time, computed, of};
use decapolis_register::known::{day_after, on_the_day, rows_of, t, truth};
use decapolis_register::table::Kind::Bool;
use decapolis_register::table::Privacy::Public;
use sea_orm::sea_query::{ExprTrait, SelectStatement};

use super::change::{ends_the_first_stretch, goes_on_in_another, member_after, member_before};
use super::succession::was_succeeded;
use crate::members::table::{MEMBERSHIPS, PLACEMENTS};

pub static DEPARTURES: Listing = Listing {
    about: About {
        key: "departures",
        version: 2,
        time: Time::Flow,
        wide: true,
        columns: COLUMNS,
        dated: &[of(&MEMBERSHIPS, "until")],
        tables: &[&MEMBERSHIPS, &PLACEMENTS],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = ended(a);
    // a member is one on its last day too: the total falls on the day after
    select.expr_as(day_after(t("until")), "day").expr_as(day_after(t("until_last")), "day_last");
    select
}

/// The columns of a membership that ended.
pub(super) const COLUMNS: &[ListingColumn] = &[
    of(&MEMBERSHIPS, "organisation"),
    of(&PLACEMENTS, "region"),
    computed("succession", Bool, Public).unseen(),
    computed("continues", Bool, Public).unseen(),
    computed("member_after", Bool, Public).unseen(),
    computed("lasted", Bool, Public).unseen(),
];

/// Memberships that ended, without the columns that say when.
pub(super) fn ended(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&MEMBERSHIPS, a.known, &["organisation"]);
    select.expr_as(
        on_the_day(&PLACEMENTS, a.known, ("organisation", t("organisation")), "region", t("until")),
        "region",
    );
    select.and_where(t("until").is_not_null());
    select
        .expr_as(truth(was_succeeded()), "succession")
        .expr_as(truth(goes_on_in_another(a.known)), "continues")
        .expr_as(member_after(a), "member_after")
        .expr_as(truth(ends_the_first_stretch(a)).and(member_before(a)), "lasted");
    select
}
