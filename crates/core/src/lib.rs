//! The crates of the program's core under one name, until every import names the crate it means.

pub use decapolis_actions as actions;
pub use decapolis_figures as figures;
pub use decapolis_import::{intake, transfer};
pub use decapolis_register::{
    chain, changes, db, derived, journal, kind, known, likeness, migrate, name_order, panels, permissions, plan_of, records, rules, schema,
    search, shape, table, value, verify,
};
pub use decapolis_words as words;
pub use decapolis_words::{errors, message};
