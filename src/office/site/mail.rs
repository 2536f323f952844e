//! The outbox: what waits, what failed, what was sent; each message as its reader sees it.

use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_actions::{Reach, SECRETARIAT};
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;
use maud::{Markup, PreEscaped, html};
use serde::Deserialize;

use super::desk::{Desk, at_the_desk, sent_to_the_desk};
use super::html::document;
use crate::accounts::site::html::worded;
use crate::accounts::store;
use crate::mail::message::{Message, MessageState};
use crate::mail::outbox::{self, BODIES_LAST};
use crate::web::sent::{Sent, field, fields};
use crate::web::visit::{Visit, asks};

/// The messages that one page shows.
const ROWS: u64 = 100;

/// What a message shown in a frame may do: style itself. It runs nothing, loads nothing, and leads nowhere.
const POLICY_OF_A_MESSAGE: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; sandbox; frame-ancestors 'self'";
/// The page around it.
const POLICY_WITH_A_FRAME: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

asks! {
    /// Which messages are shown, and what was done a moment ago.
    pub struct MailAsks {
        state,
    }
}

#[derive(Deserialize)]
pub struct MailPath {
    key: String,
}

/// Who may see the outbox: administrators and the secretariat of the whole network.
pub fn may_see(desk: &Desk<'_>) -> bool {
    desk.who.actor.writes(SECRETARIAT) == Reach::Everywhere
}

fn only_for_the_secretariat(desk: &Desk<'_>) -> Result<()> {
    if may_see(desk) { Ok(()) } else { Err(Error::NotAllowed("not-by-this-role")) }
}

pub async fn show(visit: Visit<(), MailAsks>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, (), asks| {
        only_for_the_secretariat(&desk)?;
        let state = asks.state.as_deref().and_then(MessageState::read);
        Ok(list(&desk, state).await?.into_response())
    })
    .await
}

async fn list(desk: &Desk<'_>, state: Option<MessageState>) -> Result<Markup> {
    let db = desk.site.app.db.reader();
    let counts = outbox::counts(db).await?;
    let shown = outbox::messages(db, state, ROWS).await?;
    let title = desk.say("mail-title");
    let tab = |to: Option<MessageState>, words: String, count: i64| {
        let query = to.map(|state| format!("?state={}", state.word())).unwrap_or_default();
        let current = (to == state).then_some("page");
        html! { li { a href=(desk.reader.to(&format!("/mail{query}"))) aria-current=[current] { (words) " " span class="count" { (desk.reader.locale.numerals.whole(count)) } } } }
    };
    let main = html! {
        h1 { (title) }
        (how_mail_leaves(desk))
        nav class="tabs" aria-label=(title) {
            ul {
                (tab(None, desk.say("mail-all"), counts.iter().map(|(_, n)| n).sum()))
                @for (state, n) in &counts { (tab(Some(*state), desk.say(&format!("mail-state-{}", state.word())), *n)) }
            }
        }
        @if shown.is_empty() { p { (desk.say("mail-none")) } }
        ul class="rows mails" {
            @for message in &shown {
                li {
                    a href=(desk.reader.to(&format!("/mail/{}", message.key))) { b { (message.subject) } }
                    span { (message.to) }
                    span class={ "mail-state " (message.state.word()) } { (desk.say(&format!("mail-state-{}", message.state.word()))) }
                    span class="hint" { (at(desk, message.changed)) }
                    @if let Some(fault) = &message.fault { span class="hint fault" { (fault) } }
                }
            }
        }
        p class="hint" { (desk.reader.locale.with("mail-kept", &[("days", BODIES_LAST.into())].into())) }
    };
    Ok(document(desk, &title, "/mail", &main))
}

/// How messages leave, or what an operator has to set.
fn how_mail_leaves(desk: &Desk<'_>) -> Markup {
    let app = &desk.site.app;
    match &app.mail {
        Some(mail) if !app.settings.address.is_empty() => {
            let args = [("way", mail.shown().into()), ("from", mail.sender().into())];
            html! { p class="hint" { (desk.reader.locale.with("mail-leaves", &args.into())) } }
        }
        mail => html! {
            div class="answer wrong" role="status" {
                p { b { (desk.say("mail-off")) } }
                @if mail.is_none() { p { (desk.say("mail-off-way")) } }
                @if app.settings.address.is_empty() { p { (desk.say("mail-off-address")) } }
            }
        },
    }
}

/// An instant as the office shows it, in the network's zone.
fn at(desk: &Desk<'_>, instant: Timestamp) -> String {
    let there = instant.to_zoned(desk.site.app.settings.zone.clone());
    format!(
        "{}, {:02}:{:02}",
        desk.reader.locale.numerals.day(there.date().into()),
        there.hour(),
        there.minute()
    )
}

pub async fn message(visit: Visit<MailPath, MailAsks>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, path, _| shown(&desk, &path.key, None).await).await
}

async fn found(desk: &Desk<'_>, key: &str) -> Result<Message> {
    only_for_the_secretariat(desk)?;
    outbox::message(desk.site.app.db.reader(), key).await?.ok_or(Error::NotFound("message"))
}

async fn shown(desk: &Desk<'_>, key: &str, wrong: Option<[String; 2]>) -> Result<Response> {
    let message = found(desk, key).await?;
    let who = match &message.decided_by {
        None => None,
        Some(code) => {
            let all = store::all(desk.site.app.db.reader(), desk.site.app.settings.today()).await?;
            let account = all.iter().find(|account| account.code == *code);
            Some(account.map_or_else(|| desk.say("actor-gone"), |account| account.name(&desk.reader.locale)))
        }
    };
    let to = desk.reader.to(&format!("/mail/{}", message.key));
    let line = |key: &str, words: &str| html! { div { dt { (desk.say(key)) } dd { (words) } } };
    let state = desk.say(&format!("mail-state-{}", message.state.word()));
    let main = html! {
        p class="back" { a href=(desk.reader.to("/mail")) { (desk.say("mail-title")) } }
        h1 { (message.subject) }
        @if let Some([what, mend]) = &wrong { div class="answer wrong" role="alert" { p { b { (what) } } p { (mend) } } }
        p class="rule" { b { (state) } ". " (desk.say(&format!("mail-state-{}.what", message.state.word()))) }
        (deeds(desk, &message, &to))
        section class="fields" {
            dl {
                (line("mail-to", &message.to))
                (line("mail-written", &at(desk, message.made)))
                (line("mail-since", &at(desk, message.changed)))
                @if let Some(who) = &who { (line("mail-decided-by", who)) }
                @if let Some(fault) = &message.fault { (line("mail-fault", fault)) }
                (line("mail-language", &desk.reader.locale.language_name(&message.language)))
                (line("mail-id", &message.message_id))
            }
        }
        @if let Some(text) = &message.text {
            h2 { (desk.say("mail-preview")) }
            p class="hint" { (desk.say("mail-preview.hint")) }
            iframe class="letter" src={ (to) "/html" } title=(message.subject) sandbox="" {}
            h2 { (desk.say("mail-as-text")) }
            pre class="letter" lang=(message.language) { (text) }
        } @else { p { (desk.reader.locale.with("mail-body-gone", &[("days", BODIES_LAST.into())].into())) } }
    };
    let page = document(desk, &message.subject, &format!("/mail/{}", message.key), &main);
    let status = if wrong.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    Ok((status, [(header::CONTENT_SECURITY_POLICY, POLICY_WITH_A_FRAME)], page).into_response())
}

/// What a person can decide of a message.
fn deeds(desk: &Desk<'_>, message: &Message, to: &str) -> Markup {
    let offered: &[&str] = match message.state {
        MessageState::Doubtful => &["again", "sent", "withdraw"],
        MessageState::Failed => &["again", "withdraw"],
        MessageState::Waiting => &["again", "withdraw"],
        MessageState::Bounced | MessageState::Sending | MessageState::Sent | MessageState::Withdrawn => &[],
    };
    html! {
        @if !offered.is_empty() {
            form class="deeds" method="post" action=(to) {
                @for deed in offered {
                    button class=[(*deed == offered[0]).then_some("main")] type="submit" name="deed" value=(deed) { (desk.say(&format!("mail-do-{deed}"))) }
                }
            }
        }
    }
}

/// Tries again, withdraws, or says that it was sent.
pub async fn decide(visit: Visit<MailPath, MailAsks>, headers: HeaderMap, sent: Sent) -> Response {
    sent_to_the_desk(visit, &headers, async |desk, path, _| {
        let sent = fields(&headers, sent)?;
        found(&desk, &path.key).await?;
        let (db, by, now) = (&desk.site.app.db, desk.who.account.code.as_str(), Timestamp::now());
        let done = match field(&sent, "deed") {
            "again" => outbox::try_again(db, &path.key, by, now).await,
            "withdraw" => outbox::withdraw(db, &path.key, by, now).await,
            "sent" => outbox::was_sent(db, &path.key, by, now).await,
            _ => Err(Error::refused("site-error-request")),
        };
        match done {
            Ok(()) => Ok(Redirect::to(&desk.reader.to(&format!("/mail/{}", path.key))).into_response()),
            Err(Error::Refused(why)) => {
                shown(&desk, &path.key, Some(worded(&desk.reader.locale, &why))).await
            }
            Err(error) => Err(error),
        }
    })
    .await
}

/// The message as its reader sees it, for a frame: its link leads nowhere, because its token is not in the outbox page.
pub async fn preview(visit: Visit<MailPath>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, path, ()| {
        let message = found(&desk, &path.key).await?;
        let body = message.html.ok_or(Error::NotFound("message"))?;
        Ok(([(header::CONTENT_SECURITY_POLICY, POLICY_OF_A_MESSAGE)], PreEscaped(body)).into_response())
    })
    .await
}
