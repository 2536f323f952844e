//! The outbox: questions to the table of messages, and how a message comes from one state into another.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use decapolis_register::db::Db;
use decapolis_register::unversioned::{self, Beside};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Func, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, QueryResult};
use sha2::{Digest, Sha256};

use super::letter::Letter;
use super::message::{Message, MessageState};
use super::send::SEND;
use super::table::MESSAGES;
use crate::jobs::store::{job, job_is_gone, nobody_is_at};

/// The longest reason that is kept, in characters.
const LONGEST_FAULT: usize = 500;

/// The Message-ID of a key: a message that is sent twice can be told to be one. `host` is the domain of the sender.
pub fn message_id(key: &str, host: &str) -> String {
    let digest = Sha256::digest(key);
    format!("{}@{host}", BASE64_URL_SAFE_NO_PAD.encode(&digest[..18]))
}

/// Puts a letter into the outbox, to be written with the data it belongs to, and the job that sends it.
///
/// Refuses to be written (`error-mail-there`) where there is a message with its key.
pub fn queued(letter: &Letter, host: &str, now: Timestamp) -> Result<[Beside; 2]> {
    let text = |text: &str| Cell::Text(text.to_string());
    let now_ms = Cell::Int(now.as_millisecond());
    let cells = [
        ("key", text(&letter.key)),
        ("message_id", text(&message_id(&letter.key, host))),
        ("kind", text(letter.about.word())),
        ("account", letter.account.clone().map_or(Cell::Null, Cell::Text)),
        ("recipient", text(&letter.to)),
        ("language", text(&letter.language)),
        ("subject", text(&letter.subject)),
        ("body", text(&letter.text)),
        ("html", text(&letter.html)),
        ("secret", text(&letter.secret)),
        ("made", now_ms.clone()),
        ("state", text(MessageState::Waiting.word())),
        ("changed", now_ms),
    ];
    let message = Beside::insert(&MESSAGES, values(cells)).or_refused("error-mail-there");
    Ok([message, job(&SEND, letter.key.as_str(), now)?])
}

const COLUMNS: [&str; 14] = [
    "key",
    "message_id",
    "kind",
    "recipient",
    "language",
    "subject",
    "body",
    "html",
    "secret",
    "made",
    "state",
    "changed",
    "decided_by",
    "fault",
];

fn read(row: &QueryResult) -> Result<Message> {
    let instant = |n: usize| -> Result<Timestamp> {
        Ok(Timestamp::from_millisecond(row.try_get_by_index(n)?).unwrap_or_default())
    };
    let state: String = row.try_get_by_index(10)?;
    Ok(Message {
        key: row.try_get_by_index(0)?,
        message_id: row.try_get_by_index(1)?,
        about: row.try_get_by_index(2)?,
        to: row.try_get_by_index(3)?,
        language: row.try_get_by_index(4)?,
        subject: row.try_get_by_index(5)?,
        text: row.try_get_by_index(6)?,
        html: row.try_get_by_index(7)?,
        secret: row.try_get_by_index(8)?,
        made: instant(9)?,
        state: MessageState::read(&state)
            .ok_or_else(|| Error::Broken(format!("a message is in the state “{state}”")))?,
        changed: instant(11)?,
        decided_by: row.try_get_by_index(12)?,
        fault: row.try_get_by_index(13)?,
    })
}

fn all() -> SelectStatement {
    Query::select().columns(COLUMNS).from(MESSAGES.name).to_owned()
}

/// The message with this key.
pub async fn message(db: &impl ConnectionTrait, key: &str) -> Result<Option<Message>> {
    db.query_one(&all().and_where(Expr::col("key").eq(key)).to_owned()).await?.as_ref().map(read).transpose()
}

/// The message with this Message-ID, written without angle brackets.
pub async fn by_message_id(db: &impl ConnectionTrait, id: &str) -> Result<Option<Message>> {
    let ask = all().and_where(Expr::col("message_id").eq(id)).to_owned();
    db.query_one(&ask).await?.as_ref().map(read).transpose()
}

/// The messages in this state, or in any, those that changed last first.
pub async fn messages(
    db: &impl ConnectionTrait,
    state: Option<MessageState>,
    most: u64,
) -> Result<Vec<Message>> {
    let mut ask = all();
    if let Some(state) = state {
        ask.and_where(Expr::col("state").eq(state.word()));
    }
    ask.order_by("changed", Order::Desc).order_by("key", Order::Asc).limit(most);
    db.query_all(&ask).await?.iter().map(read).collect()
}

/// How many messages are in each state; states without one are left out.
pub async fn counts(db: &impl ConnectionTrait) -> Result<Vec<(MessageState, i64)>> {
    let ask = Query::select()
        .column("state")
        .expr(Func::count(Expr::col("key")))
        .from(MESSAGES.name)
        .group_by_col("state")
        .to_owned();
    let mut found = vec![];
    for row in db.query_all(&ask).await? {
        let state: String = row.try_get_by_index(0)?;
        found
            .extend(MessageState::read(&state).map(|state| row.try_get_by_index(1).map(|n: i64| (state, n))));
    }
    let mut counts = found.into_iter().collect::<std::result::Result<Vec<_>, _>>()?;
    counts.sort();
    Ok(counts)
}

/// How a message comes into another state.
pub struct OutboxStep<'a> {
    pub key: &'a str,
    /// The states from which it may come.
    pub from: &'a [MessageState],
    pub to: MessageState,
    pub fault: Option<&'a str>,
    /// The account of the person who decided it.
    pub by: Option<&'a str>,
}

impl OutboxStep<'_> {
    /// The write. It refuses (`error-moved`) where the message is in none of the states that it may come from.
    pub fn written(&self, now: Timestamp) -> Beside {
        let is_there = Condition::all()
            .add(Expr::col("key").eq(self.key))
            .add(Expr::col("state").is_in(self.from.iter().map(|state| state.word())));
        let short = |text: &str| Cell::Text(text.chars().take(LONGEST_FAULT).collect());
        let mut cells = values([
            ("state", Cell::Text(self.to.word().into())),
            ("changed", Cell::Int(now.as_millisecond())),
            ("fault", self.fault.map_or(Cell::Null, short)),
            ("decided_by", self.by.map_or(Cell::Null, |by| Cell::Text(by.into()))),
        ]);
        // it is never sent again, so nothing needs its link
        if matches!(self.to, MessageState::Sent | MessageState::Withdrawn | MessageState::Bounced) {
            cells.insert("secret".into(), Cell::Null);
        }
        Beside::update(&MESSAGES, is_there, cells).or_refused("error-moved")
    }

    pub async fn take(&self, db: &Db, now: Timestamp) -> Result<()> {
        unversioned::write(db, [self.written(now)]).await
    }
}

/// Sends a message once more: one that failed, came back, waits long, or of which nobody knows whether it was sent.
///
/// Refused (`error-mail-no-body`): its bodies are gone, and so is its link. Refused (`error-moved`): it is in another state by now. Refused
/// (`error-job-under-way`): it is being sent at this moment.
pub async fn try_again(db: &Db, key: &str, by: &str, now: Timestamp) -> Result<()> {
    let found = message(db.reader(), key).await?.ok_or(Error::NotFound("message"))?;
    if found.text.is_none() || found.secret.is_none() {
        return Err(Error::refused("error-mail-no-body"));
    }
    let from = &[MessageState::Doubtful, MessageState::Failed, MessageState::Waiting];
    let step = OutboxStep { key, from, to: MessageState::Waiting, fault: None, by: Some(by) };
    let writes =
        [nobody_is_at(&SEND, key, now), step.written(now), job_is_gone(&SEND, key), job(&SEND, key, now)?];
    unversioned::write(db, writes).await
}

/// A message came back, whatever was thought of it: it is not sent again.
///
/// Refused (`error-moved`): it is no longer there.
pub async fn came_back(db: &Db, key: &str, why: &str, now: Timestamp) -> Result<()> {
    let from = &MessageState::ALL;
    let step = OutboxStep { key, from, to: MessageState::Bounced, fault: Some(why), by: None };
    unversioned::write(db, [step.written(now), job_is_gone(&SEND, key)]).await
}

/// Takes a message back that was not sent.
///
/// Refused (`error-moved`): it is in another state by now.
pub async fn withdraw(db: &Db, key: &str, by: &str, now: Timestamp) -> Result<()> {
    let from = &[MessageState::Doubtful, MessageState::Failed, MessageState::Waiting];
    let step = OutboxStep { key, from, to: MessageState::Withdrawn, fault: None, by: Some(by) };
    unversioned::write(db, [step.written(now), job_is_gone(&SEND, key)]).await
}

/// A person says of a message that it was sent.
///
/// Refused (`error-moved`): it is in another state by now.
pub async fn was_sent(db: &Db, key: &str, by: &str, now: Timestamp) -> Result<()> {
    OutboxStep { key, from: &[MessageState::Doubtful], to: MessageState::Sent, fault: None, by: Some(by) }
        .take(db, now)
        .await
}

/// How long bodies are kept after a message came into its last state, in days.
pub const BODIES_LAST: i64 = 30;
/// How long it is kept that a message was sent, in days.
pub const MESSAGES_LAST: i64 = 365;

/// Removes bodies and messages whose time is over. One that nobody decided is among them: its link has ended long ago.
pub async fn forget_old(db: &Db, now: Timestamp) -> Result<()> {
    let before = |days: i64| {
        Condition::all().add(Expr::col("changed").lt(now.as_millisecond() - days * 24 * 60 * 60 * 1000)).add(
            Expr::col("state").is_in(
                MessageState::ALL.into_iter().filter(|state| !state.has_a_job()).map(MessageState::word),
            ),
        )
    };
    let empty = values([("body", Cell::Null), ("html", Cell::Null), ("secret", Cell::Null)]);
    let writes = [
        Beside::update(&MESSAGES, before(BODIES_LAST), empty),
        Beside::delete(&MESSAGES, before(MESSAGES_LAST)),
    ];
    unversioned::write(db, writes).await
}

fn values<const N: usize>(cells: [(&str, Cell); N]) -> Values {
    cells.into_iter().map(|(name, cell)| (name.to_string(), cell)).collect()
}
