//! The register: tables that are described once, the journal that keeps every version of every row, and who may read and change what.
//!
//! Nothing here knows a city or a member. The modules of the program describe their tables ([`table::Table`]) and panels, and hand them
//! in once at start. This crate depends on `decapolis-base` (days, texts, money) and `decapolis-words` (messages and errors).

pub mod archive;
pub mod archive_files;
pub mod at_once;
mod belongs;
pub mod chain;
pub mod changes;
pub mod codes;
pub mod db;
pub mod derived;
pub mod duplicates;
pub mod journal;
pub mod kind;
pub mod known;
pub mod migrate;
pub mod name_order;
pub mod panels;
pub mod permissions;
pub mod plan_of;
pub mod question;
pub mod records;
pub mod rules;
pub mod schema;
pub mod scope;
pub mod search;
pub mod shape;
pub mod table;
mod tells;
mod two_people;
pub mod unversioned;
pub mod value;
pub mod verify;
