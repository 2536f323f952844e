//! Proves that the register is as it was written.
//!
//! Every version of a row, present or superseded, has a **seal**: the first eight bytes of its digest. It
//! shows which row was altered. The **contents** of an entry in a table are the versions that it recorded and
//! those that it superseded. They never change, because a version only moves from the present to the history.
//! The table `touched` keeps their ids and one digest of them all, so it shows which row was removed or
//! slipped in. The **chain** of an entry covers the entry's own columns, all its contents, and the chain of
//! the entry before.
//!
//! A **veil** is a salted digest of the columns of a row that speak of a person. Seal, contents and chain
//! cover the veil instead of these columns. So the columns can be overwritten and the salt dropped: what they
//! said is gone, and the row still proves itself.

mod contents;
mod digest;
mod entry;
mod ids;
mod layout;

pub use contents::{Contents, Event, Version, Walk, Which};
pub use digest::{Digest, Sum, hex};
pub(crate) use entry::write_chain;
pub use entry::{Closed, JournalEntry, TableChange, chain_of, close, entries_after, table_changes};
pub use ids::Ids;
pub use layout::{Layout, Proof, Salts};
