//! Files on records: a charter, a letter, a photograph. The register has facts about a file (of which record, its name, its digest); its
//! bytes lie in a folder beside the register, under their digest.
//!
//! Nothing is believed of an upload: its content is looked at, pictures are made anew without what a camera wrote into them, and what is
//! served can do nothing in a browser.

pub mod attach;
pub mod change;
pub mod content;
mod document;
pub mod picture;
pub mod remove;
pub mod shelf;
pub mod store;
pub mod table;

use decapolis_actions::Offer;

/// What can be done here.
pub static ACTIONS: &[Offer] = &[
    Offer::by_its_own(&attach::ATTACH.about),
    Offer::by_its_own(&change::CHANGE.about),
    Offer::by_its_own(&remove::REMOVE.about),
];
