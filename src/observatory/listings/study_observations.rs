//! Listing: values published by an edition of a study, from its publication until the next edition.

use decapolis_figures::{About, Asked, Listing, Time, of};
use decapolis_register::known::{rows_with, span};
use sea_orm::sea_query::SelectStatement;

use crate::observatory::table::{EDITIONS, OBSERVATIONS};

pub static STUDIED: Listing = Listing {
    about: About {
        key: "study-observations",
        version: 1,
        time: Time::Stock,
        wide: true,
        columns: &[of(&OBSERVATIONS, "area"), of(&OBSERVATIONS, "indicator"), of(&OBSERVATIONS, "edition")],
        dated: &[of(&EDITIONS, "from"), of(&EDITIONS, "until")],
        tables: &[&OBSERVATIONS, &EDITIONS],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    // values without an edition do not belong to a study
    rows_with(&OBSERVATIONS, (&EDITIONS, "e", "edition"), a.known, |select| {
        select.column(("t", "area")).column(("t", "indicator")).column(("t", "edition"));
        span(select, "e");
    })
}
