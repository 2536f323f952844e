//! Actions: the only way to write.
//!
//! An [`Action`] is described once: its name, when it works out its rows, how to take it back, and the
//! function that gives the [`Changes`](decapolis_register::changes::Changes). [`run`] does the rest, always in
//! the same order. A short action: check that the actor may do it; open the entry, which waits for the
//! writers' lock and names the batch; check that the row has not changed since the actor saw it; work out the
//! changes; ask the rules; write the rows, records before facts; check that all rows are within the actor's
//! scope; commit. A prepared action works out its changes on a snapshot first, and is refused if a table that
//! it read has been written since. Nothing else opens an entry.
//!
//! This crate depends on `decapolis-register`, `decapolis-words` and `decapolis-base`.

mod actor;
mod by_fields;
mod context;
mod description;
mod given;
mod keeps_rules;
mod likenesses;
mod once;
mod proposals;
mod request;
mod revisions;
mod role;
mod row_token;
mod rows;
mod run;
mod standing;
mod two_people;
mod undo;
mod undone;
mod within;

pub use actor::{Account, Actor, Grant, Reach};
pub use by_fields::{ByFields, Deed, FromGiven, Offer, OnRow};
pub use context::Context;
pub use description::{Action, Description, Field, Run, Turn, Undo, may};
pub use given::Given;
pub use keeps_rules::faults;
pub use likenesses::{Another, Likeness, likenesses};
pub use once::{DONE_ONCE, Once};
pub use proposals::{Accepting, PROPOSALS, ProposalState};
pub use request::Request;
pub use revisions::{Revision, revisions};
pub use role::{ADMINISTRATORS, Role, SECRETARIAT, WRITERS};
pub use row_token::RowToken;
pub use rows::{as_recorded as row_as_recorded, of_id as row_of, of_ids as rows_of};
pub use run::{Done, Looked, Program, Register, WordsLacking, look, plan, rows_to_change, run, write};
pub use standing::{Standing, standing};
pub use undo::{UNDO, undo, undo_batch};
pub use within::{Within, audience_for, writes_within};
