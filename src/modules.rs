//! Every module with what it offers: tables, listings, panels on the pages of records, actions, and pages of its own.
//!
//! Modules call only those above them: network <- people <- members <- activities <- partnerships <- funding <- governance, and activities
//! <- knowledge, observatory, channels. Columns may refer to any record. Nothing that a module offers imports this file: the program gets
//! it handed in ([`OFFERED`]).

use std::sync::LazyLock;

use decapolis_actions::{Description, Offer};
use decapolis_figures::Listing;
use decapolis_register::derived::Derived;
use decapolis_register::duplicates::decisions::LIKENESSES;
use decapolis_register::duplicates::index::Spellings;
use decapolis_register::name_order::NameOrder;
use decapolis_register::panels::{OwnList, Panel};
use decapolis_register::schema::Tables;
use decapolis_register::search::NameWords;
use decapolis_register::table::Table;
use decapolis_register::unversioned::Unversioned;

use crate::app::Offered;
use crate::jobs::kind::JobKind;
use crate::web::opens::Address;
use crate::web::routes::Route;
use crate::{
    accounts, activities, api, channels, editions, figures, files, funding, generate, governance, health,
    import, jobs, knowledge, lookups, mail, members, network, observatory, office, page, partnerships,
    people, records, studio, web,
};

/// What a module offers. It leaves out what it does not have.
pub struct Module {
    pub name: &'static str,
    pub tables: &'static [&'static Table],
    /// The tables without versions.
    pub unversioned: &'static [&'static Unversioned],
    pub listings: &'static [&'static Listing],
    pub panels: &'static [Panel],
    pub lists: &'static [OwnList],
    pub actions: &'static [Offer],
    /// The kinds of work that it does after the answer.
    pub jobs: &'static [&'static JobKind],
    /// The kinds of record whose page is the module's own and not the general one.
    pub pages: &'static [&'static str],
    pub routes: fn() -> Vec<Route>,
}

/// A module that offers nothing yet.
const MODULE: Module = Module {
    name: "",
    tables: &[],
    unversioned: &[],
    listings: &[],
    panels: &[],
    lists: &[],
    actions: &[],
    jobs: &[],
    pages: &[],
    routes: Vec::new,
};

/// The order of their tables is part of a register's stamp: a module that moves here makes every register look like an older one.
pub static MODULES: &[Module] = &[
    Module {
        name: "people",
        tables: people::table::ALL,
        actions: people::ACTIONS,
        listings: people::listings::ALL,
        panels: people::panels::ALL,
        ..MODULE
    },
    Module {
        name: "network",
        tables: network::table::ALL,
        actions: network::ACTIONS,
        routes: network::site::routes,
        ..MODULE
    },
    Module {
        name: "members",
        tables: members::table::ALL,
        actions: members::ACTIONS,
        listings: members::listings::ALL,
        panels: members::panels::ALL,
        lists: &[members::site::LIST],
        routes: members::site::routes,
        ..MODULE
    },
    Module {
        name: "activities",
        tables: activities::table::ALL,
        listings: activities::listings::ALL,
        panels: activities::panels::ALL,
        ..MODULE
    },
    Module {
        name: "partnerships",
        tables: partnerships::table::ALL,
        listings: partnerships::listings::ALL,
        panels: partnerships::panels::ALL,
        ..MODULE
    },
    Module {
        name: "funding",
        tables: funding::table::ALL,
        listings: funding::listings::ALL,
        panels: funding::panels::ALL,
        ..MODULE
    },
    Module {
        name: "governance",
        tables: governance::table::ALL,
        listings: governance::listings::ALL,
        panels: governance::panels::ALL,
        ..MODULE
    },
    Module {
        name: "knowledge",
        tables: knowledge::table::ALL,
        listings: knowledge::listings::ALL,
        panels: knowledge::panels::ALL,
        ..MODULE
    },
    Module {
        name: "observatory",
        tables: observatory::table::ALL,
        listings: observatory::listings::ALL,
        panels: observatory::panels::ALL,
        ..MODULE
    },
    Module {
        name: "channels",
        tables: channels::table::ALL,
        listings: channels::listings::ALL,
        panels: channels::panels::ALL,
        ..MODULE
    },
    Module { name: "page", routes: page::site::routes, ..MODULE },
    Module {
        name: "editions",
        tables: editions::table::ALL,
        actions: editions::ACTIONS,
        pages: &[editions::table::KIND],
        routes: editions::site::routes,
        ..MODULE
    },
    Module { name: "figures", routes: figures::site::routes, ..MODULE },
    Module {
        name: "studio",
        tables: studio::table::ALL,
        actions: studio::ACTIONS,
        routes: studio::site::routes,
        ..MODULE
    },
    Module { name: "import", actions: import::ACTIONS, ..MODULE },
    Module { name: "jobs", unversioned: jobs::table::UNVERSIONED, ..MODULE },
    Module { name: "mail", unversioned: mail::table::UNVERSIONED, jobs: mail::send::JOBS, ..MODULE },
    Module {
        name: "lookups",
        unversioned: lookups::table::UNVERSIONED,
        jobs: lookups::forget::JOBS,
        ..MODULE
    },
    Module { name: "health", unversioned: health::backups::UNVERSIONED, ..MODULE },
    Module {
        name: "accounts",
        tables: accounts::table::ALL,
        unversioned: accounts::table::UNVERSIONED,
        actions: accounts::ACTIONS,
        routes: accounts::site::routes,
        ..MODULE
    },
    Module { name: "files", tables: files::table::ALL, actions: files::ACTIONS, ..MODULE },
    Module {
        name: "office",
        unversioned: office::table::UNVERSIONED,
        routes: office::site::routes,
        ..MODULE
    },
    Module {
        name: "api",
        unversioned: &[&decapolis_actions::DONE_ONCE],
        routes: api::site::routes,
        ..MODULE
    },
    Module { name: "generate", actions: generate::ACTIONS, ..MODULE },
    Module { name: "web", routes: web::assets::routes, ..MODULE },
];

/// What the journal keeps up to date beside the tables.
static DERIVED: [&dyn Derived; 3] = [&Spellings, &NameWords, &NameOrder];
static TABLES: LazyLock<Vec<&'static Table>> =
    LazyLock::new(|| MODULES.iter().flat_map(|m| m.tables).copied().chain([&LIKENESSES]).collect());
static UNVERSIONED: LazyLock<Vec<&'static Unversioned>> =
    LazyLock::new(|| MODULES.iter().flat_map(|m| m.unversioned).copied().collect());
static LISTINGS: LazyLock<Vec<&'static Listing>> =
    LazyLock::new(|| MODULES.iter().flat_map(|m| m.listings).copied().collect());
static PANELS: LazyLock<Vec<&'static Panel>> =
    LazyLock::new(|| MODULES.iter().flat_map(|m| m.panels).collect());
static LISTS: LazyLock<Vec<&'static OwnList>> =
    LazyLock::new(|| MODULES.iter().flat_map(|m| m.lists).collect());
static JOBS: LazyLock<Vec<&'static JobKind>> =
    LazyLock::new(|| MODULES.iter().flat_map(|m| m.jobs).copied().collect());
static ROW_OFFERS: LazyLock<Vec<Offer>> =
    LazyLock::new(|| records::row_actions::offers(TABLES.iter().copied()));
static OFFERS: LazyLock<Vec<&'static Offer>> = LazyLock::new(|| offers().collect());
static ACTIONS: LazyLock<Vec<&'static Description>> =
    LazyLock::new(|| offers().map(|offer| offer.about).collect());

static ADDRESSES: LazyLock<Vec<Address>> =
    LazyLock::new(|| routes().iter().map(|(_, route)| route.address()).collect());

/// What all modules together offer to the program.
pub static OFFERED: LazyLock<Offered> = LazyLock::new(|| Offered {
    tables: tables(),
    listings: &LISTINGS,
    panels: &PANELS,
    lists: &LISTS,
    actions: &OFFERS,
    descriptions: actions(),
    addresses: &ADDRESSES,
});

pub fn tables() -> Tables {
    Tables::hand_in(&TABLES, &UNVERSIONED, &DERIVED)
}

pub fn listings() -> &'static [&'static Listing] {
    &LISTINGS
}

/// The kinds of jobs of every module.
pub fn jobs() -> &'static [&'static JobKind] {
    &JOBS
}

/// Every action of the program, as its module offers it, and the actions that every table has.
pub fn offers() -> impl Iterator<Item = &'static Offer> {
    MODULES.iter().flat_map(|m| m.actions).chain(ROW_OFFERS.iter())
}

/// The description of every action.
pub fn actions() -> &'static [&'static Description] {
    &ACTIONS
}

/// Every address of the site, with the module that offers it: those of the modules, and those of every kind of record that has no page of
/// its own.
pub fn routes() -> Vec<(&'static str, Route)> {
    let own: Vec<&str> = MODULES.iter().flat_map(|m| m.pages).copied().collect();
    let kinds = tables().0.iter().filter_map(|table| table.kind());
    let general = records::site::routes(kinds.map(|kind| (kind, !own.contains(&kind))));
    let offered = MODULES.iter().flat_map(|m| (m.routes)().into_iter().map(|route| (m.name, route)));
    offered.chain(general.into_iter().map(|route| ("records", route))).collect()
}
