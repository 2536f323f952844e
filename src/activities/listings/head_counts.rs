//! How many people came: counted heads, and named people where no count is designated.

use decapolis_core::figures::{About, Asked, Listing, Time, column};
use decapolis_core::known::{day, from, join, rows_of, t, truth};
use decapolis_core::table::Kind::{Bool, Choice, Int, Ref};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement, UnionType};

use crate::activities::table::{ACTIVITIES, HEAD_COUNTS, KINDS, PARTICIPATIONS, ROLES_OF_THE_NETWORK, STATES};
use crate::people::table::{GENDERS, PEOPLE};

pub static HEADS: Listing = Listing {
    about: About {
        key: "head-counts",
        version: 1,
        time: Time::Flow,
        wide: true,
        columns: &[
            column("record", Ref("activity")),
            column("people", Int),
            column("gender", Choice(GENDERS)),
            column("role", Choice(ROLES_OF_THE_NETWORK)),
            column("activity", Choice(KINDS)).unseen(),
            column("state", Choice(STATES)).unseen(),
            column("covered", Bool).unseen(),
            column("designated", Bool).unseen(),
            column("repeated", Bool).unseen(),
        ],
        tables: &[&HEAD_COUNTS, &PARTICIPATIONS, &ACTIVITIES, &PEOPLE],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut heads = rows_of(&HEAD_COUNTS, a.known, &[]);
    heads.expr_as(t("activity"), "record").column(("t", "people")).column(("t", "gender"));
    of_activity(&mut heads, a);
    heads.expr_as(Expr::val(false), "covered").column(("t", "designated")).expr_as(Expr::val(false), "repeated");

    // a named person is one head of their event, in however many roles
    let mut named = rows_of(&PARTICIPATIONS, a.known, &[]);
    named.expr_as(t("activity"), "record").expr_as(Expr::val(1i64), "people");
    join(&mut named, &PEOPLE, "h", a.known, ("t", "person"));
    named.column(("h", "gender"));
    of_activity(&mut named, a);
    let mut designated = Query::select();
    designated.expr(Expr::val(1i64));
    from(&mut designated, &HEAD_COUNTS, "d", a.known);
    designated.and_where(Expr::col(("d", "activity")).eq(t("activity"))).and_where(Expr::col(("d", "designated")).eq(true));
    let mut earlier = Query::select();
    earlier.expr(Expr::val(1i64));
    from(&mut earlier, &PARTICIPATIONS, "e", a.known);
    earlier
        .and_where(Expr::col(("e", "activity")).eq(t("activity")))
        .and_where(Expr::col(("e", "person")).eq(t("person")))
        .and_where(Expr::col(("e", "role")).ne("invited"))
        .and_where(Expr::col(("e", "id")).lt(t("id")));
    named
        .expr_as(truth(Expr::exists(designated)), "covered")
        .expr_as(Expr::val(true), "designated")
        .expr_as(truth(Expr::exists(earlier)), "repeated");
    named.and_where(t("person").is_not_null()).and_where(t("role").ne("invited"));

    heads.union(UnionType::All, named);
    heads
}

fn of_activity(select: &mut SelectStatement, a: &Asked) {
    join(select, &ACTIVITIES, "a", a.known, ("t", "activity"));
    day(select, "a", "from", "from_last");
    select.column(("a", "role")).column(("a", "activity")).column(("a", "state"));
}
