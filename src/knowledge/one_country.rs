//! The country of a practice or an initiative, where it is one.

use decapolis_register::known::{Known, of_row, t};
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, Func};

use crate::members::table::PLACES;

/// The country that the source names, or else that of the place. A list of several countries is no country of its own, so it is not counted
/// as one.
pub fn one_country(known: Known) -> Expr {
    let one: Expr = CaseStatement::new().case(t("country").not_like("%;%"), t("country")).into();
    Func::coalesce([one, of_row(&PLACES, known, t("place"), "country")]).into()
}
