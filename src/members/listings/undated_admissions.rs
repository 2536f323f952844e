//! Listing: memberships that may have begun before the period, by the last day on which they may have begun.

use decapolis_figures::{About, Asked, Listing, Time, computed, of};
use decapolis_register::known::{day, t};
use decapolis_register::table::Kind::Bool;
use decapolis_register::table::Privacy::Public;
use sea_orm::sea_query::{ExprTrait, SelectStatement};

use super::admissions::begun;
use super::change::surely_stands;
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
    let mut select = begun(a);
    day(&mut select, "t", "from_last", "from_last");
    select.and_where(t("from").lt(a.from.number()));
    // memberships that may have ended before that day are left out
    select.and_where(surely_stands());
    select
}
