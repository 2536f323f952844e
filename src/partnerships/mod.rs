//! Organisations that are partners of the network: not members, not signatories, not endorsers.

pub mod listings;
pub mod panels;
pub mod table;
