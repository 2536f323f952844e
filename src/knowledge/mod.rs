//! Platforms of urban practices and of initiatives, and the experts registered on them.

pub mod listings;
mod one_country;
pub mod panels;
pub mod table;
