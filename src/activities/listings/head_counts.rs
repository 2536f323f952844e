//! Listing: how many people came. Head counts on the day their event begins; and named people, on their own day, where an event has no
//! designated count.

use decapolis_figures::{About, Asked, Listing, Time, computed, of};
use decapolis_register::known::{day, from, of_row, rows_with, state_while_it_lasted, t, truth};
use decapolis_register::table::Kind::Bool;
use decapolis_register::table::Privacy::Public;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement, UnionType};

use crate::activities::table::{ACTIVITIES, HEAD_COUNTS, ONLY_EXPECTED, PARTICIPATIONS};
use crate::people::table::PEOPLE;

pub static HEADS: Listing = Listing {
    about: About {
        key: "head-counts",
        version: 2,
        time: Time::Flow,
        wide: true,
        columns: &[
            of(&HEAD_COUNTS, "activity").called("record"),
            of(&HEAD_COUNTS, "people").summed_with(&[
                ("covered", false),
                ("designated", true),
                ("repeated", false),
            ]),
            of(&PEOPLE, "gender"),
            of(&ACTIVITIES, "role"),
            of(&ACTIVITIES, "activity").unseen(),
            of(&ACTIVITIES, "state").unseen(),
            computed("covered", Bool, Public).unseen(),
            of(&HEAD_COUNTS, "designated").unseen(),
            computed("repeated", Bool, Public).unseen(),
        ],
        dated: &[of(&ACTIVITIES, "from"), of(&PARTICIPATIONS, "day")],
        tables: &[&HEAD_COUNTS, &PARTICIPATIONS, &ACTIVITIES, &PEOPLE],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut heads = rows_with(&HEAD_COUNTS, (&ACTIVITIES, "a", "activity"), a.known, |heads| {
        heads.expr_as(t("activity"), "record").column(("t", "people")).column(("t", "gender"));
        day(heads, "a", "from", "from_last");
        of_activity(heads);
        heads
            .expr_as(Expr::val(false), "covered")
            .column(("t", "designated"))
            .expr_as(Expr::val(false), "repeated");
    });

    // A named person counts once per event, in however many roles, on the first day. Few events have a designated count, so these are
    // read once, not looked up for each name.
    let mut designated = Query::select();
    designated.column(("d", "activity"));
    from(&mut designated, &HEAD_COUNTS, "d", a.known);
    designated.and_where(Expr::col(("d", "designated")).eq(true));
    let e = |column: &'static str| Expr::col(("e", column));
    let mut earlier = Query::select();
    earlier.expr(Expr::val(1i64));
    from(&mut earlier, &PARTICIPATIONS, "e", a.known);
    earlier
        .and_where(Expr::col(("e", "activity")).eq(t("activity")))
        .and_where(Expr::col(("e", "person")).eq(t("person")))
        .and_where(Expr::col(("e", "role")).is_not_in(ONLY_EXPECTED))
        .and_where(e("day").lt(t("day")).or(e("day").eq(t("day")).and(e("id").lt(t("id")))));
    let named = rows_with(&PARTICIPATIONS, (&ACTIVITIES, "a", "activity"), a.known, |named| {
        named.expr_as(t("activity"), "record").expr_as(Expr::val(1i64), "people");
        named.expr_as(of_row(&PEOPLE, a.known, t("person"), "gender"), "gender");
        day(named, "t", "day", "day_last");
        of_activity(named);
        named
            .expr_as(truth(t("activity").in_subquery(designated.clone())), "covered")
            .expr_as(Expr::val(true), "designated")
            .expr_as(truth(Expr::exists(earlier.clone())), "repeated");
        // their days are never vaguer than a year, so the index need not be read from its beginning
        named.and_where(t("day").between(a.from.number() / 10_000 * 10_000, a.to.number()));
        named.and_where(t("person").is_not_null()).and_where(t("role").is_not_in(ONLY_EXPECTED));
    });

    heads.union(UnionType::All, named);
    heads
}

fn of_activity(select: &mut SelectStatement) {
    select
        .column(("a", "role"))
        .column(("a", "activity"))
        .expr_as(state_while_it_lasted(&ACTIVITIES, "a"), "state");
}
