//! The jobs of mail: a message is sent, and old messages are forgotten.

use std::sync::Arc;
use std::time::Duration;

use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;

use super::message::MessageState;
use super::outbox::{self, OutboxStep};
use super::transport::NotSent;
use crate::app::App;
use crate::jobs::kind::JobKind;

/// Sends the message with this key.
pub static SEND: JobKind = JobKind {
    name: "mail.send-message",
    run: |app, key| Box::pin(send(app, key)),
    gave_up: Some(|app, key| Box::pin(give_up(app, key))),
    again_after: None,
};

/// Removes bodies and messages whose time is over.
pub static FORGET: JobKind = JobKind {
    name: "mail.forget-messages",
    run: |app, _| Box::pin(async move { outbox::forget_old(&app.db, Timestamp::now()).await }),
    gave_up: None,
    again_after: Some(Duration::from_secs(24 * 60 * 60)),
};

pub static JOBS: &[&JobKind] = &[&SEND, &FORGET];

/// Waiting, sending, sent. A message that is found in "sending" was left there by a program that broke off: whether the server took it,
/// nobody knows, so a person decides.
async fn send(app: Arc<App>, key: String) -> Result<()> {
    let db = &app.db;
    let Some(message) = outbox::message(db.reader(), &key).await? else { return Ok(()) };
    let now = Timestamp::now();
    let step = |from: &'static [MessageState], to: MessageState| OutboxStep {
        key: &key,
        from,
        to,
        fault: None,
        by: None,
    };
    match message.state {
        MessageState::Waiting => {}
        MessageState::Sending => {
            return step(&[MessageState::Sending], MessageState::Doubtful).take(db, now).await;
        }
        _ => return Ok(()),
    }
    let not_now = async |from: &'static [MessageState], why: String| {
        OutboxStep { fault: Some(&why), ..step(from, MessageState::Waiting) }
            .take(db, Timestamp::now())
            .await?;
        Err(Error::Unavailable(why))
    };
    let Some(mail) = &app.mail else {
        return not_now(&[MessageState::Waiting], "DECAPOLIS_MAIL is not set".into()).await;
    };
    if let Err(NotSent::Later(why) | NotSent::Never(why) | NotSent::NobodyKnows(why)) = mail.is_open().await {
        return not_now(&[MessageState::Waiting], why).await;
    }
    step(&[MessageState::Waiting], MessageState::Sending).take(db, now).await?;
    let sending: &'static [MessageState] = &[MessageState::Sending];
    let (to, fault) = match mail.send(&message).await {
        Ok(()) => (MessageState::Sent, None),
        Err(NotSent::Later(why)) => return not_now(sending, why).await,
        Err(NotSent::Never(why)) => (MessageState::Failed, Some(why)),
        Err(NotSent::NobodyKnows(why)) => (MessageState::Doubtful, Some(why)),
    };
    OutboxStep { fault: fault.as_deref(), ..step(sending, to) }.take(db, Timestamp::now()).await
}

/// It was tried for more than a day. Of one that was on its way nobody knows whether it was sent.
async fn give_up(app: Arc<App>, key: String) -> Result<()> {
    let Some(message) = outbox::message(app.db.reader(), &key).await? else { return Ok(()) };
    let (from, to): (&'static [MessageState], MessageState) = match message.state {
        MessageState::Waiting => (&[MessageState::Waiting], MessageState::Failed),
        MessageState::Sending => (&[MessageState::Sending], MessageState::Doubtful),
        _ => return Ok(()),
    };
    let step = OutboxStep { key: &key, from, to, fault: message.fault.as_deref(), by: None };
    step.take(&app.db, Timestamp::now()).await
}
