//! Columns of the place where an organisation has its seat, for the listings of all modules.

use decapolis_register::known::{Known, of_row};
use sea_orm::sea_query::Expr;

use super::table::{ORGANISATIONS, PLACES};

/// A column of the place of an organisation (`country`, `population`); NULL if the place is not recorded.
pub fn of_its_place(organisation: Expr, column: &'static str, known: Known) -> Expr {
    of_row(&PLACES, known, of_row(&ORGANISATIONS, known, organisation, "place"), column)
}
