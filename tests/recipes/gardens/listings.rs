//! Listing: the harvests, each with the government and the soil of its garden.

use decapolis_figures::{About, Asked, Listing, Time, of};
use decapolis_register::known::{day, of_row, rows_of, t};
use sea_orm::sea_query::SelectStatement;

use super::table::{GARDENS, HARVESTS};

pub static ALL: &[&Listing] = &[&HARVESTS_IN_GARDENS];

pub static HARVESTS_IN_GARDENS: Listing = Listing {
    about: About {
        key: "harvests",
        version: 1,
        time: Time::Flow,
        wide: false,
        columns: &[
            of(&HARVESTS, "garden"),
            of(&HARVESTS, "kilos"),
            of(&GARDENS, "organisation"),
            of(&GARDENS, "soil"),
        ],
        dated: &[of(&HARVESTS, "day")],
        tables: &[&HARVESTS, &GARDENS],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&HARVESTS, a.known, &["garden", "kilos"]);
    day(&mut select, "t", "day", "day_last");
    for column in ["organisation", "soil"] {
        select.expr_as(of_row(&GARDENS, a.known, t("garden"), column), column);
    }
    select
}
