//! Listing: members, while their membership lasts.

use decapolis_figures::{About, Asked, Listing, Time, of};
use decapolis_register::known::{of_row, on_the_day, rows_of, span, t};
use sea_orm::sea_query::SelectStatement;

use crate::members::seat_of_government::{POPULATION_OF_ITS_PLACE, of_its_place};
use crate::members::table::{CATEGORIES, MEMBERSHIPS, ORGANISATIONS, PLACEMENTS, PLACES};

pub static MEMBERS: Listing = Listing {
    about: About {
        key: "members",
        version: 2,
        time: Time::Stock,
        wide: true,
        columns: &[
            of(&MEMBERSHIPS, "organisation"),
            of(&PLACEMENTS, "region"),
            of(&CATEGORIES, "category"),
            of(&PLACES, "country").unseen(),
            of(&ORGANISATIONS, "place").unseen(),
            POPULATION_OF_ITS_PLACE,
            of(&PLACES, "population_year").unseen(),
            of(&PLACES, "population_source").unseen(),
        ],
        dated: &[of(&MEMBERSHIPS, "from"), of(&MEMBERSHIPS, "until")],
        tables: &[&MEMBERSHIPS, &PLACEMENTS, &CATEGORIES, &ORGANISATIONS, &PLACES],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&MEMBERSHIPS, a.known, &["organisation"]);
    span(&mut select, "t");
    select.expr_as(
        on_the_day(&PLACEMENTS, a.known, ("organisation", t("organisation")), "region", a.to.number()),
        "region",
    );
    select.expr_as(
        on_the_day(&CATEGORIES, a.known, ("organisation", t("organisation")), "category", a.to.number()),
        "category",
    );
    select.expr_as(of_row(&ORGANISATIONS, a.known, t("organisation"), "place"), "place");
    select.expr_as(of_its_place(t("organisation"), "country", a.known), "country");
    for column in ["population", "population_year", "population_source"] {
        select.expr_as(of_its_place(t("organisation"), column, a.known), column);
    }
    select
}
