//! The tables of gardens.
use decapolis_register::table::{Kind::*, *};
use decapolis_register::value::{Cell, Values};

pub const SOILS: &[&str] = &["clay", "loam", "sand"];
/// A garden of a government, in which people grow vegetables.
pub static GARDENS: Table = Table::records(
    "gardens",
    "gardens_history",
    "garden",
    &[req("organisation", Ref("organisation")), opt("plots", Int), opt("soil", Choice(SOILS))],
);
/// What was harvested in a garden on one day.
pub static HARVESTS: Table = Table::facts(
    "harvests",
    "harvests_history",
    &["garden", "day"],
    &[req("garden", Ref("garden")), req("day", Day), req("kilos", Int)],
)
.indexed(&[&["garden", "day", "day_last", "kilos"]])
.checked(something_was_harvested);
pub static ALL: &[&Table] = &[&GARDENS, &HARVESTS];

/// Rule: a harvest weighs something.
fn something_was_harvested(row: &Values) -> Option<(&'static str, &'static str)> {
    let kilos = row.get("kilos").and_then(Cell::int)?;
    (kilos <= 0).then_some(("kilos", "error-no-harvest"))
}
