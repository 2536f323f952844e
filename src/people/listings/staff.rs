//! Who holds a post in the secretariat, and who is an intern.

use decapolis_core::figures::{About, Asked, Listing, Time, column};
use decapolis_core::known::{join, rows_of, span};
use decapolis_core::table::Kind::{Choice, Ref};
use sea_orm::sea_query::{Expr, ExprTrait, SelectStatement};

use crate::people::table::{GENDERS, MANDATES, PEOPLE, POSTS, POSTS_OF};

pub static STAFF: Listing = Listing {
    about: About {
        key: "staff",
        version: 1,
        time: Time::Stock,
        wide: true,
        columns: &[column("person", Ref("person")), column("post_of", Choice(POSTS_OF)), column("gender", Choice(GENDERS))],
        tables: &[&MANDATES, &POSTS, &PEOPLE],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&MANDATES, a.known, &["person"]);
    span(&mut select, "t");
    join(&mut select, &POSTS, "p", a.known, ("t", "post"));
    join(&mut select, &PEOPLE, "h", a.known, ("t", "person"));
    select.expr_as(Expr::col(("p", "post")), "post_of").column(("h", "gender"));
    select.and_where(Expr::col(("p", "post")).is_in(["professional", "intern"]));
    select
}
