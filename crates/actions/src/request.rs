//! Who asks for an action, what they saw before, and how it is recorded.

use decapolis_register::journal::BY_TWO;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::actor::Actor;
use super::likenesses::Another;
use super::once::Once;
use super::proposals::Accepting;
use super::row_token::RowToken;

/// Who asks for an action, and how it is recorded.
#[derive(Clone)]
pub struct Request {
    pub actor: Actor,
    /// Why, for the journal.
    pub reason: Option<String>,
    /// The instant of recording. `None`: the time when this writer gets the lock.
    pub at: Option<Timestamp>,
    /// The zone that decides which day that is, if it is not the program's.
    pub zone: Option<TimeZone>,
    /// The row as the actor saw it: the action is refused if the row has changed since.
    pub row: Option<RowToken>,
    /// The rows that the actor saw would change ([`rows_to_change`]): the action is refused if it would now change others, or if one of them
    /// has changed since.
    pub(super) seen: Option<Vec<String>>,
    /// The key under which the request is done once, however often it comes.
    pub(super) once: Option<Once>,
    /// Whether new records are others than those that they are like.
    pub(super) another: Another,
    /// Whether it is only proposed: nothing can be written with such a request.
    pub(super) proposes: bool,
    /// The proposal that is accepted by it.
    pub(super) accepting: Option<Accepting>,
    /// The batch that is taken back.
    pub(super) undoes: Option<String>,
}

impl Request {
    /// A request of this actor, recorded now.
    pub fn by(actor: Actor) -> Request {
        Request {
            actor,
            reason: None,
            at: None,
            zone: None,
            row: None,
            seen: None,
            once: None,
            another: Another::Than([].into()),
            proposes: false,
            accepting: None,
            undoes: None,
        }
    }

    /// With the reason for the journal.
    pub fn because(self, reason: Option<&str>) -> Request {
        Request { reason: reason.map(str::to_string), ..self }
    }

    /// Recorded at this instant instead of now.
    pub fn recorded(self, at: impl Into<Option<Timestamp>>) -> Request {
        Request { at: at.into(), ..self }
    }

    /// This zone decides which day that is.
    pub fn in_zone(self, zone: TimeZone) -> Request {
        Request { zone: Some(zone), ..self }
    }

    /// The action is refused if it would change other rows than these ([`rows_to_change`]), or if one of them has changed since.
    pub fn having_seen_rows(self, rows: Vec<String>) -> Request {
        Request { seen: Some(rows), ..self }
    }

    /// It is done once, however often it comes with this key within a day: each gets the same answer.
    pub fn once(self, once: Once) -> Request {
        Request { once: Some(once), ..self }
    }

    /// New records are others than these: without it the action is refused where a new record may be one that is there
    /// ([`super::likenesses()`]).
    pub fn another(self, another: Another) -> Request {
        Request { another, ..self }
    }

    /// It is planned for a proposal: who may only propose the action sees what would follow, and can write nothing with it.
    pub fn proposing(self) -> Request {
        Request { proposes: true, ..self }
    }

    /// It is what somebody has proposed: the journal names both, and the proposal is decided with it or not at all.
    pub fn accepting(self, proposal: Accepting) -> Request {
        Request { accepting: Some(proposal), ..self }
    }

    /// Who does it, for the journal: an account, or two where one has accepted what the other proposed.
    pub(super) fn word(&self) -> String {
        match &self.accepting {
            Some(proposal) => format!("{}{BY_TWO}{}", self.actor.word(), proposal.by),
            None => self.actor.word().into_owned(),
        }
    }

    /// The action is refused if this row has changed since the actor saw it.
    pub fn having_seen(self, row: RowToken) -> Request {
        Request { row: Some(row), ..self }
    }
}
