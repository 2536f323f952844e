//! Columns of the place where an organisation has its seat, for the listings of all modules.

use decapolis_figures::{ListingColumn, of};
use decapolis_register::known::{Known, of_row};
use sea_orm::sea_query::Expr;

use super::table::{ORGANISATIONS, PLACES};

/// The population of the place of an organisation. A listing with it has the columns `population_year` and `population_source` too.
pub const POPULATION_OF_ITS_PLACE: ListingColumn = of(&PLACES, "population")
    .unseen()
    .once_per(&["place", "organisation"])
    .told_by("population_year", "population_source");

/// A column of the place of an organisation (`country`, `population`); NULL if the place is not recorded.
pub fn of_its_place(organisation: Expr, column: &'static str, known: Known) -> Expr {
    of_row(&PLACES, known, of_row(&ORGANISATIONS, known, organisation, "place"), column)
}
