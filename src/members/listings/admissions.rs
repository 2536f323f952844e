//! Listing: memberships by the day they take effect.

use decapolis_figures::{About, Asked, Listing, Time, computed, of};
use decapolis_register::known::{day, from, on_the_day, rows_of, t, truth};
use decapolis_register::table::Kind::Bool;
use decapolis_register::table::Privacy::Public;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};

use crate::members::seat_of_government::of_its_place;
use crate::members::table::{CATEGORIES, MEMBERSHIPS, ORGANISATIONS, PLACEMENTS, PLACES};

pub static ADMISSIONS: Listing = Listing {
    about: About {
        key: "admissions",
        version: 1,
        time: Time::Flow,
        wide: true,
        columns: &[
            of(&MEMBERSHIPS, "organisation"),
            of(&PLACEMENTS, "region"),
            of(&PLACES, "country"),
            of(&CATEGORIES, "category").unseen(),
            // for conditions only: readers see the same in the public column `successor`
            computed("succession", Bool, Public).unseen(),
        ],
        dated: &[of(&MEMBERSHIPS, "from")],
        tables: &[&MEMBERSHIPS, &PLACEMENTS, &CATEGORIES, &ORGANISATIONS, &PLACES],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&MEMBERSHIPS, a.known, &["organisation"]);
    day(&mut select, "t", "from", "from_last");
    select.expr_as(
        on_the_day(&PLACEMENTS, a.known, ("organisation", t("organisation")), "region", t("from_last")),
        "region",
    );
    select.expr_as(
        on_the_day(&CATEGORIES, a.known, ("organisation", t("organisation")), "category", t("from_last")),
        "category",
    );
    select.expr_as(of_its_place(t("organisation"), "country", a.known), "country");
    // an organisation that succeeds a member is not a new member
    let mut before = Query::select();
    before.expr(Expr::val(1i64));
    from(&mut before, &MEMBERSHIPS, "b", a.known);
    before
        .and_where(Expr::col(("b", "successor")).eq(t("organisation")))
        .and_where(Expr::col(("b", "ending")).eq("succeeded"));
    // only a membership that ended within the year before, not one of long ago
    before
        .and_where(Expr::col(("b", "until")).lte(t("from_last")))
        .and_where(Expr::col(("b", "until_last")).gte(t("from").sub(10_000i64)));
    select.expr_as(truth(Expr::exists(before)), "succession");
    select
}
