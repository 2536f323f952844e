//! What any association's program would need: the register with its journal, figures, transfer, words and permissions.
//!
//! Nothing here knows a city or a member. The modules of the program describe their tables ([`table::Table`]), listings
//! ([`figures::Listing`]) and panels, and hand them in once at start.

pub mod actions;
pub mod chain;
pub mod changes;
pub mod db;
pub mod derived;
pub mod errors;
pub mod figures;
pub mod intake;
pub mod journal;
pub mod kind;
pub mod known;
pub mod likeness;
pub mod message;
pub mod migrate;
pub mod name_order;
pub mod panels;
pub mod permissions;
pub mod plan_of;
pub mod records;
pub mod rules;
pub mod schema;
pub mod search;
pub mod shape;
pub mod table;
pub mod transfer;
pub mod value;
pub mod verify;
pub mod words;
