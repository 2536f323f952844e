//! Listing: who was entitled to attend a meeting, and whether they did.

use decapolis_figures::{About, Asked, Listing, Time, of};
use decapolis_register::known::{day, of_row, on_the_day, rows_with, t};
use decapolis_register::table::Privacy::Office;
use sea_orm::sea_query::{Expr, SelectStatement};

use crate::governance::table::{ATTENDANCES, BODIES, MEETINGS};
use crate::members::seat_of_government::{POPULATION_OF_ITS_PLACE, of_its_place};
use crate::members::table::{CATEGORIES, ORGANISATIONS, PLACEMENTS, PLACES};

pub static ATTENDANCES_AT_MEETINGS: Listing = Listing {
    about: About {
        key: "attendances",
        version: 2,
        time: Time::Flow,
        wide: false,
        columns: &[
            of(&ATTENDANCES, "meeting"),
            of(&ATTENDANCES, "organisation"),
            // the pages of meetings show who attended; a filter or a group by this column would show who did not
            of(&ATTENDANCES, "attendance").only_for(Office),
            of(&PLACEMENTS, "region"),
            of(&CATEGORIES, "category").unseen(),
            of(&PLACES, "country").unseen(),
            of(&ORGANISATIONS, "place").unseen(),
            POPULATION_OF_ITS_PLACE,
            of(&PLACES, "population_year").unseen(),
            of(&PLACES, "population_source").unseen(),
            of(&BODIES, "body").called("body_of").unseen(),
            of(&MEETINGS, "state").unseen(),
        ],
        dated: &[of(&MEETINGS, "day")],
        tables: &[&ATTENDANCES, &MEETINGS, &BODIES, &PLACEMENTS, &CATEGORIES, &ORGANISATIONS, &PLACES],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    rows_with(&ATTENDANCES, (&MEETINGS, "m", "meeting"), a.known, |select| {
        select.column(("t", "meeting")).column(("t", "organisation")).column(("t", "attendance"));
        day(select, "m", "day", "day_last");
        select
            .expr_as(of_row(&BODIES, a.known, Expr::col(("m", "body")), "body"), "body_of")
            .column(("m", "state"));
        let that_day = |table, column| {
            on_the_day(table, a.known, ("organisation", t("organisation")), column, Expr::col(("m", "day")))
        };
        select
            .expr_as(that_day(&PLACEMENTS, "region"), "region")
            .expr_as(that_day(&CATEGORIES, "category"), "category");
        select.expr_as(of_row(&ORGANISATIONS, a.known, t("organisation"), "place"), "place");
        select.expr_as(of_its_place(t("organisation"), "country", a.known), "country");
        for column in ["population", "population_year", "population_source"] {
            select.expr_as(of_its_place(t("organisation"), column, a.known), column);
        }
    })
}
