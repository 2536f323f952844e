//! The tables of partners.
use decapolis_register::table::{Kind::*, *};

pub const KINDS: &[&str] = &["institutional", "knowledge", "regional", "private"];
pub static PARTNERSHIPS: Table = Table::facts(
    "partnerships",
    "partnerships_history",
    &["organisation", "from"],
    &[
        req("organisation", Ref("organisation")),
        req("partnership", Choice(KINDS)),
        req("from", Bound),
        opt("until", Bound),
    ],
)
.indexed(&[&["organisation", "from", "from_last", "until", "until_last"]])
.lasting("from", "until")
.without_overlap(&["organisation"])
.belonging(&[Belongs::To("organisation")]);
pub static ALL: &[&Table] = &[&PARTNERSHIPS];
