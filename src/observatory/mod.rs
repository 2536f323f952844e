//! Indicators of metropolitan areas, and the editions of the studies that publish them.

pub mod listings;
pub mod panels;
pub mod table;
