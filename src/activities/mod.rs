//! The activities of the network: events, learning, pilots, campaigns, declarations, calls, publications, observatories, studies.
//!
//! A *participation* is of an organisation, a person, or both. A *head count* is how many people came; one per event is the designated one.

pub mod listings;
pub mod panels;
pub mod store;
pub mod table;
