//! Bodies, their seats, meetings and decisions, and attendance.

pub mod listings;
pub mod panels;
pub mod store;
pub mod table;
