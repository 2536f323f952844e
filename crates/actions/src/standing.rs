//! What each role can do with each action: do it, propose it, or neither.

use decapolis_words::errors::Result;

use super::actor::{Actor, Reach};
use super::by_fields::{Deed, Offer};
use super::description::{Undo, may};
use super::role::Role;
use super::within::{Within, writes_within};

/// What an actor can do with an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Does it.
    Does,
    /// May only propose it: their role does not write.
    ProposesByRole,
    /// May only propose it: their role writes for some regions, and this is the whole network's.
    ProposesForAll,
}

impl Standing {
    /// Whether somebody else must accept it.
    pub fn only_proposes(self) -> bool {
        self != Standing::Does
    }
}

/// The roles whose people propose what the secretariat does.
const PROPOSERS: &[Role] = &[Role::Intern];

/// How this actor stands to this action: `NotAllowed` with the reason where they may not even propose it. It is said here once, for every role
/// and action: an intern proposes what the secretariat does by fields and can take back, within what the intern reads; a regional secretariat
/// proposes new records of the whole network.
pub fn standing(actor: &Actor, offer: &Offer) -> Result<Standing> {
    let about = offer.about;
    let Err(why) = may(actor, about) else {
        return Ok(match makes_a_record_of_all(actor, offer) {
            true => Standing::ProposesForAll,
            false => Standing::Does,
        });
    };
    let proposes = match actor {
        Actor::Account(account) => account.reach(PROPOSERS) != Reach::Nowhere,
        Actor::Operator | Actor::Job(_) | Actor::Demo => false,
    };
    let is_of_the_office = about.by.contains(&Role::Secretariat) && about.undo == Undo::Batch;
    match proposes && is_of_the_office && offer.by_fields.is_some() {
        true => Ok(Standing::ProposesByRole),
        false => Err(why),
    }
}

/// Whether it makes a record that belongs to nobody's region by itself, for somebody who writes for some regions only.
fn makes_a_record_of_all(actor: &Actor, offer: &Offer) -> bool {
    let new = offer.on_row.filter(|on| on.deed == Deed::Create && on.table.kind().is_some());
    let is_of_parts = matches!(actor.writes(offer.about.by), Reach::Parts(_));
    is_of_parts && new.is_some_and(|on| writes_within(actor, offer, on.table) == Within::Nothing)
}
