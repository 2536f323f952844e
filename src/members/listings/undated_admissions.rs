//! Listing: memberships that may have begun before the period, by the last day on which they may have begun.

use decapolis_figures::{About, Asked, Listing, Time, computed, of};
use decapolis_register::known::{day, on_the_day, rows_of, t, truth};
use decapolis_register::table::Kind::Bool;
use decapolis_register::table::Privacy::Public;
use sea_orm::sea_query::{ExprTrait, SelectStatement};

use super::change::{
    begins_the_last_stretch, goes_on_from_another, member_after, member_before, surely_stands,
};
use super::succession::succeeds_a_member;
use crate::members::table::{MEMBERSHIPS, PLACEMENTS};

pub static UNDATED_ADMISSIONS: Listing = Listing {
    about: About {
        key: "undated-admissions",
        version: 2,
        time: Time::Flow,
        wide: false,
        columns: &[
            of(&MEMBERSHIPS, "organisation"),
            of(&PLACEMENTS, "region"),
            computed("succession", Bool, Public).unseen(),
            computed("continues", Bool, Public).unseen(),
            computed("member_before", Bool, Public).unseen(),
            computed("lasts", Bool, Public).unseen(),
        ],
        dated: &[of(&MEMBERSHIPS, "from")],
        tables: &[&MEMBERSHIPS, &PLACEMENTS],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&MEMBERSHIPS, a.known, &["organisation"]);
    day(&mut select, "t", "from_last", "from_last");
    select.expr_as(
        on_the_day(&PLACEMENTS, a.known, ("organisation", t("organisation")), "region", t("from_last")),
        "region",
    );
    select.and_where(t("from").lt(a.from.number()));
    // memberships that may have ended before that day are left out
    select.and_where(surely_stands());
    select
        .expr_as(truth(succeeds_a_member(a.known)), "succession")
        .expr_as(truth(goes_on_from_another(a.known)), "continues")
        .expr_as(member_before(a), "member_before")
        .expr_as(truth(begins_the_last_stretch(a)).and(member_after(a)), "lasts");
    select
}
