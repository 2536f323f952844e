//! What an action works with while it works out its changes.

use decapolis_base::Day;
use decapolis_register::db::Transaction;
use jiff::Timestamp;

use super::actor::Actor;

/// What an action works with.
pub struct Context<'a, P> {
    /// What the action reads: in its turn the entry itself, before it a snapshot.
    pub tx: &'a Transaction,
    pub program: &'a P,
    pub actor: &'a Actor,
    /// The instant of recording, and the day that is.
    pub now: Timestamp,
    pub day: Day,
}
