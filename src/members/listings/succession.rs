//! Successions: which membership began because its member took over from another, and which ended because another took over.

use decapolis_register::known::{Known, from, t};
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use crate::members::table::MEMBERSHIPS;

/// Whether the membership ended in favour of another organisation.
pub(super) fn was_succeeded() -> Expr {
    t("ending").eq("succeeded").and(t("successor").is_null().or(t("successor").ne(t("organisation"))))
}

/// Whether the membership is the one with which its member took over from another, on whatever days the two rows are: the first that
/// lasts until the other may have ended, or longer, and began at most a year before that. What began earlier was a membership of its
/// own, and what follows a later gap is a return.
pub(super) fn succeeds_a_member(known: Known) -> Expr {
    let p = |column: &'static str| Expr::col(("p", column));
    let e = |column: &'static str| Expr::col(("e", column));
    let mut earlier = Query::select();
    earlier.expr(Expr::val(1i64));
    from(&mut earlier, &MEMBERSHIPS, "e", known);
    earlier
        .and_where(e("organisation").eq(t("organisation")))
        .and_where(e("from_last").lt(t("from_last")))
        .and_where(e("until").is_null().or(e("until_last").gte(p("until"))));
    let mut before = Query::select();
    before.expr(Expr::val(1i64));
    from(&mut before, &MEMBERSHIPS, "p", known);
    before
        .and_where(p("successor").eq(t("organisation")))
        .and_where(p("ending").eq("succeeded"))
        .and_where(p("organisation").ne(t("organisation")))
        .and_where(t("from_last").gte(p("until").sub(10_000i64)))
        .and_where(t("until").is_null().or(t("until_last").gte(p("until"))))
        .and_where(Expr::exists(earlier).not());
    Expr::exists(before)
}
