//! Platforms of urban practices and of initiatives, and the experts registered on them.

pub mod listings;
pub mod panels;
pub mod table;
