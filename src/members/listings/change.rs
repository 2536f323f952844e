//! Between two days: which membership brought a member into the total, and which took it out.
//!
//! Memberships of one member that follow each other without a gap are one stretch. A member that is in the total on the last day and
//! was not on the eve came with the one stretch that reaches the last day; a member that was in it on the eve and is no longer came out
//! with the stretch that stood on the eve. So each has exactly one row, whatever its history: opening + came − left = closing.
//!
//! A membership is in the total on the days on which it surely stands: from the last day on which it may have begun, to the first on
//! which it may have ended.

use decapolis_figures::Asked;
use decapolis_register::known::{Known, day_after, from, stands_on_the_day, t};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};

use crate::members::table::MEMBERSHIPS;

/// Whether another membership surely stood on the day before this one surely begins.
pub(super) fn goes_on_from_another(known: Known) -> Expr {
    Expr::exists(before("t", "b", known))
}

/// Whether another membership surely stands on the day after this one may have ended.
pub(super) fn goes_on_in_another(known: Known) -> Expr {
    Expr::exists(after("t", "b", known))
}

/// Whether the member is in the total on the day before the period.
pub(super) fn member_before(a: &Asked) -> Expr {
    stands_on_the_day(&MEMBERSHIPS, a.known, ("organisation", t("organisation")), a.from.before().number())
}

/// Whether the member is in the total on the last day of the period.
pub(super) fn member_after(a: &Asked) -> Expr {
    stands_on_the_day(&MEMBERSHIPS, a.known, ("organisation", t("organisation")), a.to.number())
}

/// Of the stretches that begin in the period, whether this membership begins the last: the one that reaches the last day, if one does.
pub(super) fn begins_the_last_stretch(a: &Asked) -> Expr {
    let s = |column: &'static str| Expr::col(("s", column));
    let later =
        s("from_last").gt(t("from_last")).or(s("from_last").eq(t("from_last")).and(s("id").gt(t("id"))));
    let mut next = of_the_same("s", "t", a.known);
    next.and_where(later)
        .and_where(s("from_last").lte(a.to.number()))
        .and_where(stands("s"))
        .and_where(Expr::exists(before("s", "o", a.known)).not());
    surely_stands().and(Expr::exists(next).not())
}

/// Of the stretches that end in the period, whether this membership ends the first: the one that stood on the eve, if one did.
pub(super) fn ends_the_first_stretch(a: &Asked) -> Expr {
    let s = |column: &'static str| Expr::col(("s", column));
    let earlier = s("until").lt(t("until")).or(s("until").eq(t("until")).and(s("id").lt(t("id"))));
    let mut other = of_the_same("s", "t", a.known);
    other
        .and_where(earlier)
        .and_where(s("until").gte(a.from.before().number()))
        .and_where(stands("s"))
        .and_where(Expr::exists(after("s", "o", a.known)).not());
    surely_stands().and(Expr::exists(other).not())
}

/// Whether there is a day on which the membership surely stands.
pub(super) fn surely_stands() -> Expr {
    stands("t")
}

/// Whether there is a day on which this membership surely stands. One without such a day begins no stretch and ends none.
fn stands(membership: &'static str) -> Expr {
    let of = |column: &'static str| Expr::col((membership, column));
    of("until").is_null().or(of("until").gte(of("from_last")))
}

/// Memberships `other` of the member of the row `of`.
fn of_the_same(other: &'static str, of: &'static str, known: Known) -> SelectStatement {
    let mut select = Query::select();
    select.expr(Expr::val(1i64));
    from(&mut select, &MEMBERSHIPS, other, known);
    select.and_where(Expr::col((other, "organisation")).equals((of, "organisation")));
    select
}

fn before(of: &'static str, other: &'static str, known: Known) -> SelectStatement {
    let o = |column: &'static str| Expr::col((other, column));
    let begins = || Expr::col((of, "from_last"));
    let mut select = of_the_same(other, of, known);
    select
        .and_where(o("from_last").lt(begins()))
        .and_where(o("until").is_null().or(day_after(o("until")).gte(begins())));
    select
}

fn after(of: &'static str, other: &'static str, known: Known) -> SelectStatement {
    let o = |column: &'static str| Expr::col((other, column));
    let ends = || Expr::col((of, "until"));
    let mut select = of_the_same(other, of, known);
    select
        .and_where(o("from_last").lte(day_after(ends())))
        .and_where(o("until").is_null().or(o("until").gt(ends())));
    select
}
