//! Our channels and the outlets of others: what they carried, and who follows.

pub mod listings;
pub mod panels;
pub mod table;
