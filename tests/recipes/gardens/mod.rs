//! The gardens of governments, and what is harvested in them: a module that only these tests have, made by the recipes of `docs/adding`.

pub mod listings;
pub mod panels;
pub mod record_harvest;
pub mod site;
pub mod table;

use decapolis::modules::Module;
use decapolis_actions::Offer;

pub static ACTIONS: &[Offer] = &[Offer::by_fields(&record_harvest::RECORD_HARVEST)];

pub static GARDENS: Module = Module {
    name: "gardens",
    tables: table::ALL,
    unversioned: &[],
    jobs: &[],
    listings: listings::ALL,
    panels: panels::ALL,
    lists: &[],
    actions: ACTIONS,
    pages: &[],
    routes: site::routes,
};
