//! Partners of the network: organisations that are neither members, signatories nor endorsers.

pub mod listings;
pub mod panels;
pub mod table;
