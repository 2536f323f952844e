//! Everything the network does: events, learning, pilots, campaigns, declarations, calls, publications, observatories, studies.
//!
//! A *participation* is of an organisation, a person, or both; a *head count* is how many came, one of them designated per event.

pub mod listings;
pub mod panels;
pub mod store;
pub mod table;
