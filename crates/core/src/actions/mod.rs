//! Actions: the only way to write.
//!
//! An [`Action`] is described once: what it is called, when it works out what it writes, how that is taken back, and the function that
//! gives the [`Changes`](crate::changes::Changes). [`run`] does the rest, always in the same order. A short action: may the actor do it;
//! the entry is opened, which waits for its turn and names the batch; the row that was looked at is still the same; the action works out
//! its changes in its turn; the rules are asked; the rows are written, records before facts; what was written lies within the actor's
//! scope; commit. A prepared action works out its changes on a snapshot first, and is refused when a table that it read has been written
//! since. Nothing else opens an entry.

mod actor;
mod context;
mod description;
mod keeps_rules;
mod row_token;
mod run;
mod undo;

pub use actor::Actor;
pub use context::Context;
pub use description::{Action, Description, Field, Run, Turn, Undo, may};
pub use keeps_rules::faults;
pub use row_token::RowToken;
pub use run::{Done, Program, Register, Request, plan, run, write};
pub use undo::{UNDO, undo, undo_batch};
