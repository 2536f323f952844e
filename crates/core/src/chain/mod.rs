//! What proves that the register is as it was written.
//!
//! A **seal** stands in every version of a row, present or superseded: the first eight bytes of its digest. It names the row that was
//! altered. An entry's **contents** in a table are the versions it recorded and those it superseded; they are fixed for ever, because
//! a version only moves from the present to the history. `touched` keeps their ids and the digest of all of them, so a row that was
//! taken out or slipped in has a name too. The **chain** of an entry covers what the entry says of itself, all its contents, and the
//! chain of the entry before.
//!
//! A **veil** is a salted digest of the columns of a row that speak of a person. Everything above covers the veil in their place, so
//! these columns can be overwritten and the salt dropped: what they said is gone, and the row still proves itself.

mod contents;
mod digest;
mod entry;
mod ids;
mod layout;

pub use contents::{Contents, Event, Version, Walk, Which};
pub use digest::{Digest, Sum, hex};
pub(crate) use entry::write_chain;
pub use entry::{JournalEntry, Touched, chain_of, close, entries_after, touched_by};
pub use ids::Ids;
pub use layout::{Layout, Proof, Salts};
