//! Listing: who holds a post in the secretariat, and who is an intern.

use decapolis_figures::{About, Asked, Listing, Time, of};
use decapolis_register::known::{of_row, rows_with, span, t};
use sea_orm::sea_query::{Expr, ExprTrait, SelectStatement};

use crate::people::table::{MANDATES, PEOPLE, POSTS};

pub static STAFF: Listing = Listing {
    about: About {
        key: "staff",
        version: 1,
        time: Time::Stock,
        wide: true,
        columns: &[of(&MANDATES, "person"), of(&POSTS, "post").called("post_of"), of(&PEOPLE, "gender")],
        dated: &[of(&MANDATES, "from"), of(&MANDATES, "until")],
        tables: &[&MANDATES, &POSTS, &PEOPLE],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    rows_with(&MANDATES, (&POSTS, "p", "post"), a.known, |select| {
        select.column(("t", "person"));
        span(select, "t");
        select.expr_as(Expr::col(("p", "post")), "post_of");
        select.expr_as(of_row(&PEOPLE, a.known, t("person"), "gender"), "gender");
        select.and_where(Expr::col(("p", "post")).is_in(["professional", "intern"]));
    })
}
