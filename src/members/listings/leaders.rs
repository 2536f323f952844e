//! Listing: who leads which government. A vacancy and an unknown holder are rows too.

use decapolis_figures::{About, Asked, Listing, Time, computed, of};
use decapolis_register::known::{of_row, on_the_day, rows_with, span, stands_on_the_day, t};
use decapolis_register::table::Kind::Bool;
use decapolis_register::table::Privacy::Public;
use sea_orm::sea_query::{Expr, ExprTrait, Func, SelectStatement};

use crate::members::table::{MEMBERSHIPS, PLACEMENTS};
use crate::people::table::{MANDATES, PEOPLE, POSTS};

/// A leader of a government holds a public office, so their name and gender are public whatever their own record says.
pub const PUBLIC_OFFICE: &str = "public-office";

pub static LEADERS: Listing = Listing {
    about: About {
        key: "leaders",
        version: 1,
        time: Time::Stock,
        wide: true,
        columns: &[
            of(&POSTS, "organisation"),
            of(&MANDATES, "person").open_because(PUBLIC_OFFICE),
            of(&PEOPLE, "gender").open_because(PUBLIC_OFFICE),
            of(&MANDATES, "way"),
            of(&PLACEMENTS, "region"),
            computed("member", Bool, Public).unseen(),
        ],
        dated: &[of(&MANDATES, "from"), of(&MANDATES, "until")],
        tables: &[&MANDATES, &POSTS, &PEOPLE, &MEMBERSHIPS, &PLACEMENTS],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    rows_with(&MANDATES, (&POSTS, "p", "post"), a.known, |select| {
        select.column(("t", "person")).column(("t", "way"));
        span(select, "t");
        let organisation = || Expr::col(("p", "organisation"));
        select.column(("p", "organisation"));
        // a vacant post or an unknown holder has no gender: not stated
        let gender = of_row(&PEOPLE, a.known, t("person"), "gender");
        select.expr_as(Expr::from(Func::coalesce([gender, Expr::val("not-stated")])), "gender");
        select.expr_as(
            on_the_day(&PLACEMENTS, a.known, ("organisation", organisation()), "region", a.to.number()),
            "region",
        );
        select.expr_as(
            stands_on_the_day(&MEMBERSHIPS, a.known, ("organisation", organisation()), a.to.number()),
            "member",
        );
        select.and_where(Expr::col(("p", "post")).eq("leader"));
    })
}
