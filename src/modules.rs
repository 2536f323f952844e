//! All modules, one line each: tables, listings, and panels on the pages of records.
//!
//! A module calls only modules to its left: people <- members <- activities <- partnerships <- funding <- governance,
//! and activities <- knowledge, observatory, channels. Columns may refer to any record.

use std::sync::LazyLock;

use decapolis_figures::Listing;
use decapolis_register::derived::Derived;
use decapolis_register::duplicates::decisions::LIKENESSES;
use decapolis_register::duplicates::index::Spellings;
use decapolis_register::name_order::NameOrder;
use decapolis_register::panels::Panel;
use decapolis_register::schema::Tables;
use decapolis_register::search::NameWords;
use decapolis_register::table::Table;

use crate::{activities, channels, editions, funding, governance, knowledge, members, observatory, partnerships, people, studio};

pub struct Module {
    pub name: &'static str,
    pub tables: &'static [&'static Table],
    pub listings: &'static [&'static Listing],
    pub panels: &'static [Panel],
}

pub static MODULES: &[Module] = &[
    Module { name: "people", tables: people::table::ALL, listings: people::listings::ALL, panels: people::panels::ALL },
    Module { name: "members", tables: members::table::ALL, listings: members::listings::ALL, panels: members::panels::ALL },
    Module { name: "activities", tables: activities::table::ALL, listings: activities::listings::ALL, panels: activities::panels::ALL },
    Module {
        name: "partnerships",
        tables: partnerships::table::ALL,
        listings: partnerships::listings::ALL,
        panels: partnerships::panels::ALL,
    },
    Module { name: "funding", tables: funding::table::ALL, listings: funding::listings::ALL, panels: funding::panels::ALL },
    Module { name: "governance", tables: governance::table::ALL, listings: governance::listings::ALL, panels: governance::panels::ALL },
    Module { name: "knowledge", tables: knowledge::table::ALL, listings: knowledge::listings::ALL, panels: knowledge::panels::ALL },
    Module { name: "observatory", tables: observatory::table::ALL, listings: observatory::listings::ALL, panels: observatory::panels::ALL },
    Module { name: "channels", tables: channels::table::ALL, listings: channels::listings::ALL, panels: channels::panels::ALL },
    Module { name: "editions", tables: editions::table::ALL, listings: &[], panels: &[] },
    Module { name: "studio", tables: studio::table::ALL, listings: &[], panels: &[] },
];

static TABLES: LazyLock<Vec<&'static Table>> =
    LazyLock::new(|| MODULES.iter().flat_map(|m| m.tables).copied().chain([&LIKENESSES]).collect());
/// The indexes that the journal keeps up to date beside the tables.
static DERIVED: [&dyn Derived; 3] = [&Spellings, &NameWords, &NameOrder];
static LISTINGS: LazyLock<Vec<&'static Listing>> = LazyLock::new(|| MODULES.iter().flat_map(|m| m.listings).copied().collect());

pub fn tables() -> Tables {
    Tables::hand_in(&TABLES, &DERIVED)
}

pub fn listings() -> &'static [&'static Listing] {
    &LISTINGS
}

/// The panels on the pages of this kind of record.
pub fn panels(kind: &str) -> impl Iterator<Item = &'static Panel> {
    MODULES.iter().flat_map(|m| m.panels).filter(move |p| p.of == kind)
}
