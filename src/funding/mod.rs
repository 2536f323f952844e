//! Income by what it rests on, and agreements with their signatures.

pub mod listings;
pub mod panels;
pub mod table;
