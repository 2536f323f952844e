//! Values published by an edition of a study, from its publication until the next one.

use decapolis_core::figures::{About, Asked, Listing, Time, column};
use decapolis_core::known::{join, rows_of, span};
use decapolis_core::table::Kind::Ref;
use sea_orm::sea_query::{Expr, ExprTrait, SelectStatement};

use crate::observatory::table::{EDITIONS, OBSERVATIONS};

pub static STUDIED: Listing = Listing {
    about: About {
        key: "study-observations",
        version: 1,
        time: Time::Stock,
        wide: true,
        columns: &[column("area", Ref("area")), column("indicator", Ref("indicator")), column("edition", Ref("edition"))],
        tables: &[&OBSERVATIONS, &EDITIONS],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&OBSERVATIONS, a.known, &["area", "indicator", "edition"]);
    join(&mut select, &EDITIONS, "e", a.known, ("t", "edition"));
    span(&mut select, "e");
    // values of no edition are not the study's
    select.and_where(Expr::col(("t", "edition")).is_not_null());
    select
}
