//! Where a government sits: what its place says, for listings of other modules too.

use decapolis_core::known::{Known, from, join, scalar};
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use super::table::{ORGANISATIONS, PLACES};

/// A column of the place of an organisation (`country`, `population`); nothing where its place is not recorded.
pub fn of_its_place(organisation: Expr, column: &'static str, known: Known) -> Expr {
    let mut place = Query::select();
    place.column(("place_", column));
    from(&mut place, &ORGANISATIONS, "seated_", known);
    join(&mut place, &PLACES, "place_", known, ("seated_", "place"));
    place.and_where(Expr::col(("seated_", "id")).eq(organisation));
    scalar(place)
}
