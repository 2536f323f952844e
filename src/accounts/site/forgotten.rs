//! The pages of a forgotten password and of a change of address: what links in messages open.

use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use decapolis_words::errors::{Error, Result};
use decapolis_words::message::Message;
use jiff::Timestamp;
use maud::html;
use serde::Deserialize;

use super::html::{FormField, FormPage, form_page, worded};
use super::not_stored;
use crate::accounts::limits::{Door, Try};
use crate::accounts::{address, forgotten};
use crate::mail;
use crate::web::context::{Reader, Site};
use crate::web::layout::document;
use crate::web::routes::Route;
use crate::web::sent::{Sent, field, fields};
use crate::web::shell::shell;
use crate::web::visit::Visit;

#[derive(Deserialize)]
struct LinkPath {
    token: String,
}

pub fn routes() -> [Route; 2] {
    [Route::form("/{lang}/forgotten", ask, asked), Route::form("/{lang}/address/{token}", confirm, confirmed)]
}

/// The form exists only where mail is sent.
fn where_mail_is_sent(site: &Site) -> Result<()> {
    if mail::is_on(&site.app) { Ok(()) } else { Err(Error::refused("site-error-no-mail")) }
}

async fn ask(visit: Visit) -> Response {
    visit
        .answer(async |site, reader, (), ()| {
            where_mail_is_sent(site)?;
            Ok(not_stored(form_page(&asking(site, reader, "", None))))
        })
        .await
}

/// The answer is the same for known and unknown addresses, and does not wait for what follows from it.
async fn asked(visit: Visit, headers: HeaderMap, sent: Sent) -> Response {
    let from = visit.from;
    visit
        .answer(async |site, reader, (), ()| {
            where_mail_is_sent(site)?;
            let sent = fields(&headers, sent)?;
            let mail = field(&sent, "mail").to_string();
            if let Err(Error::Refused(why)) = Try::at(Door::Forgotten, &mail, from) {
                let page = asking(site, reader, &mail, Some(&why));
                return Ok(not_stored((StatusCode::BAD_REQUEST, form_page(&page))));
            }
            let (app, language) = (site.app.clone(), reader.lang().to_string());
            tokio::spawn(async move {
                if let Err(error) = forgotten::send_link(&app, &language, &mail, Timestamp::now()).await {
                    tracing::error!(%error, "the link for a new password is not sent");
                }
            });
            Ok(told(site, reader, "/forgotten", "forgotten-sent", "forgotten-sent.words"))
        })
        .await
}

fn asking(site: &Site, reader: &Reader<'_>, mail: &str, why: Option<&Message>) -> FormPage {
    let say = |key: &str| reader.locale.say(key);
    FormPage {
        shell: shell(site, reader, &say("forgotten-title"), "/forgotten", None),
        heading: say("forgotten-title"),
        words: vec![say("forgotten-words")],
        error: why.map(|why| worded(&reader.locale, why)),
        action: reader.to("/forgotten"),
        fields: vec![FormField::new("mail", say("sign-in-mail"), "email", "username").with(mail)],
        button: say("forgotten-button"),
        ..FormPage::default()
    }
}

/// A page with nothing but a sentence.
fn told(site: &Site, reader: &Reader<'_>, path: &str, title: &str, words: &str) -> Response {
    let title = reader.locale.say(title);
    let shell = shell(site, reader, &title, path, None);
    let main = html! { h1 { (title) } p class="rule" { (reader.locale.say(words)) } };
    not_stored(document(&shell, "form-page", &main))
}

/// A GET shows only: programs that look at mail open links too.
async fn confirm(visit: Visit<LinkPath>) -> Response {
    visit
        .answer(async |site, reader, path, ()| {
            let waiting = address::of_link(site.app.db.reader(), &path.token, Timestamp::now()).await?;
            let waiting = waiting.ok_or_else(|| Error::refused("site-error-link"))?;
            let say = |key: &str| reader.locale.say(key);
            let args = [("mail", waiting.mail.as_str().into())];
            let words = if waiting.is_taken { "address-words-taken" } else { "address-words-left" };
            let page = FormPage {
                shell: shell(site, reader, &say("address-title"), "/sign-in", None),
                heading: say("address-title"),
                words: vec![reader.locale.with(words, &args.into())],
                action: reader.to(&format!("/address/{}", path.token)),
                button: say("address-button"),
                ..FormPage::default()
            };
            Ok(not_stored(form_page(&page)))
        })
        .await
}

async fn confirmed(visit: Visit<LinkPath>, headers: HeaderMap, sent: Sent) -> Response {
    visit
        .answer(async |site, reader, path, ()| {
            fields(&headers, sent)?;
            let (title, words) = match address::confirm(&site.app, &path.token, Timestamp::now()).await? {
                true => ("address-done", "address-done.words"),
                false => ("address-half", "address-half.words"),
            };
            Ok(told(site, reader, "/sign-in", title, words).into_response())
        })
        .await
}
