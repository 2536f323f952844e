//! The office: where the people of the secretariat look things up and write. Its pages are made for who has signed in, and kept by nobody.

pub mod drafts;
mod filter;
pub mod list;
pub mod proposals;
pub mod site;
pub mod table;
pub mod views;
