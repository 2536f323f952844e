//! The network's channels and the outlets of others: mentions and numbers of followers.

pub mod listings;
pub mod panels;
pub mod table;
