//! Indicators of metropolitan areas, and the editions of the studies that publish them.
use decapolis_core::table::{Kind::*, *};

pub static INDICATORS: Table = Table::records("indicators", "indicators_history", "indicator", &[opt("topic", Text), req("unit", Text)]);
/// An edition of a study is what it says from its publication until the next one.
pub static EDITIONS: Table =
    Table::records("editions", "editions_history", "edition", &[req("study", Ref("activity")), req("from", Bound), opt("until", Bound)])
        .lasting("from", "until");
/// A value with its year, boundary and unit; of an edition of a study, or of none.
pub static OBSERVATIONS: Table = Table::facts(
    "observations",
    "observations_history",
    &["area", "indicator", "day", "boundary", "edition", "serial"],
    &[
        req("area", Ref("area")),
        req("indicator", Ref("indicator")),
        opt("day", Day),
        req("value", Number),
        req("unit", Text),
        opt("boundary", Text),
        opt("edition", Ref("edition")),
        opt("note", Text),
        opt("serial", Int), // tells apart values that a source gives twice
    ],
)
.indexed(&[&["edition", "area", "indicator"], &["area", "indicator", "day"]]);
pub static ALL: &[&Table] = &[&INDICATORS, &EDITIONS, &OBSERVATIONS];
