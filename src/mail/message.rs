//! A message of the outbox, and what can become of it.

use jiff::Timestamp;

/// What stands in the outbox where the token of a link will stand in the message.
pub const IN_PLACE_OF_TOKEN: &str = "…";

/// What became of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// A person has to decide: the program broke off while it sent it.
    Doubtful,
    /// The server refused it, or was not reached for a day.
    Failed,
    /// It came back.
    Bounced,
    Waiting,
    /// It is being sent at this moment.
    Sending,
    Sent,
    /// A person took it back before it was sent.
    Withdrawn,
}

impl State {
    /// All, those first that a person should look at.
    pub const ALL: [State; 7] = [
        State::Doubtful,
        State::Failed,
        State::Bounced,
        State::Waiting,
        State::Sending,
        State::Sent,
        State::Withdrawn,
    ];

    /// The word in the register.
    pub fn word(self) -> &'static str {
        match self {
            State::Doubtful => "doubtful",
            State::Failed => "failed",
            State::Bounced => "bounced",
            State::Waiting => "waiting",
            State::Sending => "sending",
            State::Sent => "sent",
            State::Withdrawn => "withdrawn",
        }
    }

    /// The state with this word.
    pub fn read(word: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// A message of the outbox.
#[derive(Clone)]
pub struct Message {
    pub key: String,
    pub message_id: String,
    pub about: String,
    pub to: String,
    pub language: String,
    pub subject: String,
    /// `None` when the time of bodies is over.
    pub text: Option<String>,
    pub html: Option<String>,
    pub(super) secret: Option<String>,
    pub made: Timestamp,
    pub state: State,
    pub changed: Timestamp,
    /// The account of the person who decided its state.
    pub decided_by: Option<String>,
    pub fault: Option<String>,
}

/// A body of the outbox as it is sent.
pub fn with_token(body: &str, token: &str) -> String {
    body.replace(&format!("/{IN_PLACE_OF_TOKEN}"), &format!("/{token}"))
}
