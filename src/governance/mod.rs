//! Bodies, their seats and meetings, who was there, and what they decided.

pub mod listings;
pub mod panels;
pub mod store;
pub mod table;
