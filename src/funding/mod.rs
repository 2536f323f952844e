//! Income by source, and agreements with their signatures.

pub mod listings;
pub mod panels;
pub mod table;
