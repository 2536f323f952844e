//! Who leads which government. A vacancy and an unknown holder are rows too.

use decapolis_core::figures::{About, Asked, Listing, Time, column};
use decapolis_core::known::{join, on_the_day, rows_of, span, stands_on_the_day};
use decapolis_core::table::Kind::{Bool, Choice, Ref};
use sea_orm::sea_query::{Expr, ExprTrait, Func, SelectStatement};

use crate::members::table::{MEMBERSHIPS, PLACEMENTS};
use crate::people::table::{GENDERS, MANDATES, PEOPLE, POSTS, WAYS};

pub static LEADERS: Listing = Listing {
    about: About {
        key: "leaders",
        version: 1,
        time: Time::Stock,
        wide: true,
        columns: &[
            column("organisation", Ref("organisation")),
            column("person", Ref("person")),
            column("gender", Choice(GENDERS)),
            column("way", Choice(WAYS)),
            column("region", Ref("region")),
            column("member", Bool).unseen(),
        ],
        tables: &[&MANDATES, &POSTS, &PEOPLE, &MEMBERSHIPS, &PLACEMENTS],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&MANDATES, a.known, &["person", "way"]);
    span(&mut select, "t");
    join(&mut select, &POSTS, "p", a.known, ("t", "post"));
    join(&mut select, &PEOPLE, "h", a.known, ("t", "person"));
    let organisation = || Expr::col(("p", "organisation"));
    select.column(("p", "organisation"));
    // nobody in the post, or nobody known: the gender is not stated
    select.expr_as(Expr::from(Func::coalesce([Expr::col(("h", "gender")), Expr::val("not-stated")])), "gender");
    select.expr_as(on_the_day(&PLACEMENTS, a.known, ("organisation", organisation()), "region", a.to.number()), "region");
    select.expr_as(stands_on_the_day(&MEMBERSHIPS, a.known, ("organisation", organisation()), a.to.number()), "member");
    select.and_where(Expr::col(("p", "post")).eq("leader"));
    select
}
