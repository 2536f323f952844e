//! A message of the outbox, and what can become of it.

use jiff::Timestamp;

/// What stands in the outbox where the token of a link will stand in the message.
pub const IN_PLACE_OF_TOKEN: &str = "…";

/// What became of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MessageState {
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

impl MessageState {
    /// All, those first that a person should look at.
    pub const ALL: [MessageState; 7] = [
        MessageState::Doubtful,
        MessageState::Failed,
        MessageState::Bounced,
        MessageState::Waiting,
        MessageState::Sending,
        MessageState::Sent,
        MessageState::Withdrawn,
    ];

    /// The word in the register.
    pub fn word(self) -> &'static str {
        match self {
            MessageState::Doubtful => "doubtful",
            MessageState::Failed => "failed",
            MessageState::Bounced => "bounced",
            MessageState::Waiting => "waiting",
            MessageState::Sending => "sending",
            MessageState::Sent => "sent",
            MessageState::Withdrawn => "withdrawn",
        }
    }

    /// Whether a job takes it further: what waits is sent or given up, and then its time begins.
    pub fn has_a_job(self) -> bool {
        matches!(self, MessageState::Waiting | MessageState::Sending)
    }

    /// The state with this word.
    pub fn read(word: &str) -> Option<MessageState> {
        MessageState::ALL.into_iter().find(|state| state.word() == word)
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
    pub state: MessageState,
    pub changed: Timestamp,
    /// The account of the person who decided its state.
    pub decided_by: Option<String>,
    pub fault: Option<String>,
}

/// A body of the outbox as it is sent.
pub fn with_token(body: &str, token: &str) -> String {
    body.replace(&format!("/{IN_PLACE_OF_TOKEN}"), &format!("/{token}"))
}
