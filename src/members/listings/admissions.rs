//! Listing: memberships by the day they take effect.

use decapolis_figures::{About, Asked, Listing, Time, computed, of};
use decapolis_register::known::{day, on_the_day, rows_of, t, truth};
use decapolis_register::table::Kind::Bool;
use decapolis_register::table::Privacy::Public;
use sea_orm::sea_query::{ExprTrait, SelectStatement};

use super::change::{begins_the_last_stretch, goes_on_from_another, member_after, member_before};
use super::succession::succeeds_a_member;
use crate::members::seat_of_government::of_its_place;
use crate::members::table::{CATEGORIES, MEMBERSHIPS, ORGANISATIONS, PLACEMENTS, PLACES};

pub static ADMISSIONS: Listing = Listing {
    about: About {
        key: "admissions",
        version: 2,
        time: Time::Flow,
        wide: true,
        columns: &[
            of(&MEMBERSHIPS, "organisation"),
            of(&PLACEMENTS, "region"),
            of(&PLACES, "country"),
            of(&CATEGORIES, "category").unseen(),
            // for conditions only: readers see the same in the public column `successor`
            computed("succession", Bool, Public).unseen(),
            computed("continues", Bool, Public).unseen(),
            computed("member_before", Bool, Public).unseen(),
            computed("lasts", Bool, Public).unseen(),
        ],
        dated: &[of(&MEMBERSHIPS, "from")],
        tables: &[&MEMBERSHIPS, &PLACEMENTS, &CATEGORIES, &ORGANISATIONS, &PLACES],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = begun(a);
    day(&mut select, "t", "from", "from_last");
    select.expr_as(
        on_the_day(&CATEGORIES, a.known, ("organisation", t("organisation")), "category", t("from_last")),
        "category",
    );
    select.expr_as(of_its_place(t("organisation"), "country", a.known), "country");
    select
}

/// Memberships that began, without the columns that say when.
pub(super) fn begun(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&MEMBERSHIPS, a.known, &["organisation"]);
    select.expr_as(
        on_the_day(&PLACEMENTS, a.known, ("organisation", t("organisation")), "region", t("from_last")),
        "region",
    );
    select
        .expr_as(truth(succeeds_a_member(a.known)), "succession")
        .expr_as(truth(goes_on_from_another(a.known)), "continues")
        .expr_as(member_before(a), "member_before")
        .expr_as(truth(begins_the_last_stretch(a)).and(member_after(a)), "lasts");
    select
}
