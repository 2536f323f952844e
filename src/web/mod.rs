//! The ground of every page: requests and answers, the cache, the layout and the components. It knows no module but the network.
//!
//! A page takes a [`layout::Shell`] (language, navigation, footer) and its own struct, in which all texts are in the reader's language and
//! all numbers are formatted, and is a pure function from them to HTML. A *panel* is a part of a record's page that a module offers.

pub mod address;
pub mod answers;
mod asked;
pub mod assets;
pub mod cache;
pub mod caching;
pub mod checks;
pub mod components;
pub mod connections;
pub mod context;
pub mod files;
pub mod kept;
pub mod layout;
pub mod list;
pub mod measure;
pub mod notice;
pub mod opens;
mod packed;
pub mod problem;
pub mod reached;
mod requests;
pub mod router;
pub mod routes;
pub mod sent;
pub mod served;
pub mod shell;
pub mod table;
pub mod visit;
