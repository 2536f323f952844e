//! Where a government sits: what its place says, for listings of other modules too.

use decapolis_core::known::{Known, of_row};
use sea_orm::sea_query::Expr;

use super::table::{ORGANISATIONS, PLACES};

/// A column of the place of an organisation (`country`, `population`); nothing where its place is not recorded.
pub fn of_its_place(organisation: Expr, column: &'static str, known: Known) -> Expr {
    of_row(&PLACES, known, of_row(&ORGANISATIONS, known, organisation, "place"), column)
}
