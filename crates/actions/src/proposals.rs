//! An action that one person proposes and another accepts: where it is kept, and how it is decided with the entry that does it.

use decapolis_register::db::Transaction;
use decapolis_register::shape::Stores;
use decapolis_register::unversioned::{Beside, Unversioned, always, sometimes};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query};

use super::actor::Actor;

/// What was proposed, with exactly what was typed. Instants are milliseconds since 1970. What nobody accepts never was in the register, and
/// may speak of people: it must be able to disappear.
pub static PROPOSALS: Unversioned = Unversioned {
    name: "proposals",
    columns: &[
        always("code", Stores::Text),
        always("account", Stores::Text),
        always("action", Stores::Text),
        // what it is done on: a record, rows of a list, a batch, or nothing yet
        always("done_on", Stores::Text),
        sometimes("row", Stores::Whole),
        always("typed", Stores::Text),
        // the rows that would change, each as `table/id@recorded`, with blanks between them
        always("seen", Stores::Text),
        sometimes("why", Stores::Text),
        always("made", Stores::Whole),
        always("state", Stores::Text),
        sometimes("decided_by", Stores::Text),
        sometimes("decided", Stores::Whole),
        sometimes("answer", Stores::Text),
        sometimes("batch", Stores::Text),
    ],
    unique: &[],
    indexed: &["account", "state"],
    in_backups: true,
};

/// What has become of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProposalState {
    Waiting,
    Accepted,
    Declined,
    /// By who proposed it.
    Withdrawn,
}

impl ProposalState {
    const ALL: [ProposalState; 4] =
        [ProposalState::Waiting, ProposalState::Accepted, ProposalState::Declined, ProposalState::Withdrawn];

    /// Its word in the register, and in the keys of its words.
    pub fn word(self) -> &'static str {
        match self {
            ProposalState::Waiting => "waiting",
            ProposalState::Accepted => "accepted",
            ProposalState::Declined => "declined",
            ProposalState::Withdrawn => "withdrawn",
        }
    }

    /// The state with this word.
    pub fn read(word: &str) -> Option<ProposalState> {
        ProposalState::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// A proposal that a request accepts.
#[derive(Clone, Debug, PartialEq)]
pub struct Accepting {
    pub code: String,
    /// The account that proposed it.
    pub by: String,
    /// What the accepter says to it.
    pub answer: Option<String>,
}

impl Accepting {
    fn waiting(&self) -> Condition {
        Condition::all()
            .add(Expr::col("code").eq(self.code.as_str()))
            .add(Expr::col("account").eq(self.by.as_str()))
            .add(Expr::col("state").eq(ProposalState::Waiting.word()))
    }

    /// Refused: it does not wait any more, or it is another action's (`error-proposal-decided`), or it is the accepter's own
    /// (`error-proposal-own`).
    pub(super) async fn check(&self, tx: &Transaction, actor: &Actor, action: &str) -> Result<()> {
        if self.by == actor.word() {
            return Err(Error::refused("error-proposal-own"));
        }
        let ask = Query::select()
            .column("code")
            .from(PROPOSALS.name)
            .cond_where(self.waiting().add(Expr::col("action").eq(action)))
            .to_owned();
        match tx.query_one(&ask).await? {
            Some(_) => Ok(()),
            None => Err(Error::refused("error-proposal-decided")),
        }
    }

    /// Keeps that it was accepted, in the transaction that does it: of two who accept at once, one does.
    pub(super) async fn keep(
        &self,
        tx: &Transaction,
        actor: &Actor,
        batch: &str,
        now: Timestamp,
    ) -> Result<()> {
        let cells = [
            ("state", Cell::Text(ProposalState::Accepted.word().into())),
            ("decided_by", Cell::Text(actor.word().into_owned())),
            ("decided", Cell::Int(now.as_millisecond())),
            ("answer", self.answer.clone().map_or(Cell::Null, Cell::Text)),
            ("batch", Cell::Text(batch.into())),
        ];
        let values: Values = cells.into_iter().map(|(name, cell)| (name.to_string(), cell)).collect();
        Beside::update(&PROPOSALS, self.waiting(), values).or_refused("error-proposal-decided").run(tx).await
    }
}
