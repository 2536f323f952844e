//! Messages that come back: what a delivery status notification (RFC 3464) says of a message that we sent.

use decapolis_register::db::Db;
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;
use mail_parser::{MessageParser, MimeHeaders, PartType};

use super::message::Message;
use super::outbox;

/// What a notification says.
#[derive(Clone, Debug, PartialEq)]
pub struct Notification {
    /// The Message-IDs that it names, without angle brackets: that of the message that came back is among them.
    pub names: Vec<String>,
    /// Whether the message will never arrive. A delay is none.
    pub is_final: bool,
    /// What the other server said.
    pub why: String,
}

/// What became of a notification.
#[derive(Debug, PartialEq)]
pub enum Received {
    /// This message came back.
    Marked { to: String, why: String },
    /// It is late, and is still being tried.
    Late,
    /// It is no notification, or of no message of this outbox.
    NotOurs,
}

/// Reads a notification; `None` for any other message.
pub fn read(bytes: &[u8]) -> Option<Notification> {
    let message = MessageParser::default().parse(bytes)?;
    let is = |of: &str, part: &mail_parser::MessagePart<'_>| {
        part.content_type().is_some_and(|kind| {
            let subtype = kind.subtype().unwrap_or_default();
            format!("{}/{subtype}", kind.ctype()).eq_ignore_ascii_case(of)
        })
    };
    let status = message.parts.iter().find(|part| is("message/delivery-status", part))?;
    let status = String::from_utf8_lossy(status.contents()).into_owned();
    let field = |name: &str| {
        unfolded(&status).into_iter().find_map(|line| {
            let (field, value) = line.split_once(':')?;
            field.trim().eq_ignore_ascii_case(name).then(|| value.trim().to_string())
        })
    };
    let action = field("action").unwrap_or_default().to_lowercase();
    let said = [field("status"), field("diagnostic-code")].into_iter().flatten().collect::<Vec<_>>();
    let mut names = vec![];
    for part in &message.parts {
        if let PartType::Message(original) = &part.body {
            names.extend(original.message_id().map(str::to_string));
        }
        if is("text/rfc822-headers", part) || is("message/rfc822-headers", part) {
            names.extend(named_in(&String::from_utf8_lossy(part.contents())));
        }
    }
    names.extend(message.in_reply_to().as_text().map(str::to_string));
    Some(Notification { names, is_final: action == "failed", why: said.join(" ") })
}

/// The Message-ID that a list of headers gives.
fn named_in(headers: &str) -> Option<String> {
    unfolded(headers).into_iter().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.trim()
            .eq_ignore_ascii_case("message-id")
            .then(|| value.trim().trim_matches(['<', '>']).to_string())
    })
}

/// The lines of headers, each whole: one that begins with a blank goes on from the line before.
fn unfolded(headers: &str) -> Vec<String> {
    let mut lines: Vec<String> = vec![];
    for line in headers.lines() {
        match lines.last_mut().filter(|_| line.starts_with([' ', '\t'])) {
            Some(last) => {
                last.push(' ');
                last.push_str(line.trim());
            }
            None => lines.push(line.to_string()),
        }
    }
    lines
}

/// Marks the message that a notification is about.
///
/// Refused (`error-mail-unreadable`): the bytes are no message.
pub async fn receive(db: &Db, bytes: &[u8], now: Timestamp) -> Result<Received> {
    if MessageParser::default().parse(bytes).is_none() {
        return Err(Error::refused("error-mail-unreadable"));
    }
    let Some(notification) = read(bytes) else { return Ok(Received::NotOurs) };
    let Some(message) = ours(db, &notification.names).await? else { return Ok(Received::NotOurs) };
    if !notification.is_final {
        return Ok(Received::Late);
    }
    outbox::came_back(db, &message.key, &notification.why, now).await?;
    Ok(Received::Marked { to: message.to, why: notification.why })
}

async fn ours(db: &Db, names: &[String]) -> Result<Option<Message>> {
    for name in names {
        if let Some(message) = outbox::by_message_id(db.reader(), name).await? {
            return Ok(Some(message));
        }
    }
    Ok(None)
}
