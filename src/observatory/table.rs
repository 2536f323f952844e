//! The tables of indicators, observed values, and editions of studies.
use decapolis_register::table::{Kind::*, *};

pub static INDICATORS: Table =
    Table::records("indicators", "indicators_history", "indicator", &[opt("topic", Text), req("unit", Text)]);
/// An edition of a study, in force from its publication until the next one.
pub static EDITIONS: Table = Table::records(
    "editions",
    "editions_history",
    "edition",
    &[req("study", Ref("activity")), req("from", Bound), opt("until", Bound)],
)
.lasting("from", "until");
/// A value with its year, boundary and unit. `edition` is empty for a value that no study published.
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
        opt("serial", Int), // distinguishes values that a source gives twice
    ],
)
.indexed(&[&["edition", "area", "indicator"], &["area", "indicator", "day"]]);
pub static ALL: &[&Table] = &[&INDICATORS, &EDITIONS, &OBSERVATIONS];
