//! How much of a table somebody reads or writes, without asking it row by row.

use decapolis_register::permissions::Audience;
use decapolis_register::scope::{Part, covers};
use decapolis_register::table::{Belongs, Table};

use super::actor::{Actor, Reach};
use super::by_fields::{Deed, Offer};
use super::description::may;

/// How much of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    Nothing,
    /// What belongs to the actor's parts of the network.
    Parts,
    Everything,
}

impl Reach {
    /// How much of a table it reaches. A part has what belongs to it; what belongs to the whole network is not theirs.
    pub fn within(&self, table: &Table) -> Within {
        match self {
            Reach::Everywhere => Within::Everything,
            Reach::Parts(parts) if covers(parts, table) => Within::Parts,
            Reach::Parts(_) | Reach::Nowhere => Within::Nothing,
        }
    }
}

/// How much of a table an actor may write by an action: what [`run`](crate::run()) lets pass.
pub fn writes_within(actor: &Actor, offer: &Offer, table: &Table) -> Within {
    let Ok(()) = may(actor, offer.about) else { return Within::Nothing };
    let reach = actor.writes(offer.about.by);
    let within = reach.within(table);
    // what is new belongs to a part only by what it says it belongs to
    let is_new = offer.on_row.is_some_and(|on| on.deed == Deed::Create);
    let says = |part: &Part| {
        let mut by = table.belongs_to(part.kind).iter();
        by.any(|belongs| matches!(belongs, Belongs::To(_) | Belongs::Through(..)))
    };
    match (within, &reach) {
        (Within::Parts, Reach::Parts(parts)) if is_new && !parts.iter().any(says) => Within::Nothing,
        (within, _) => within,
    }
}

/// The audience that a row's page is made for. `own` is that of the person, `reaches` whether the row is within what they read whole. Beyond
/// it they read what everybody reads, and of the network's own records what members read.
pub fn audience_for(table: &Table, own: Audience, reaches: bool) -> Audience {
    match reaches {
        true => own,
        false if table.belongs.is_empty() => Audience::Members.min(own),
        false => Audience::Public,
    }
}
