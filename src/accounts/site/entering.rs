//! From a right password, a link or an identity provider to a session, with the question for the second factor between them.

use std::net::IpAddr;

use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_register::unversioned::Beside;
use decapolis_words::errors::{Error, Result};
use decapolis_words::message::Message;
use jiff::Timestamp;

use super::html::{self, FormField, FormPage};
use super::{not_stored, private_line};
use crate::accounts::checked::{asks_no_code, held};
use crate::accounts::limits::Try;
use crate::accounts::{cookie, second_factor, secrets, store};
use crate::web::checks::FromThisMachine;
use crate::web::context::{Reader, Site};
use crate::web::sent::{Sent, field, fields};
use crate::web::shell::shell;
use crate::web::visit::Visit;

/// How far somebody has come in.
pub enum Entered {
    /// The token of a session.
    Session(String),
    /// The token of a sign-in that waits for the second factor. It opens nothing else, and no cookie has it.
    Half(String),
}

/// Lets an account in whose password was right, or asks it for its second factor. `checked` is written before it, or nobody comes in.
pub async fn enter(
    site: &Site,
    account: &str,
    asks_a_code: bool,
    mut checked: Vec<Beside>,
) -> Result<Entered> {
    let (db, token) = (&site.app.db, secrets::token()?);
    if asks_a_code {
        store::begin_half_sign_in(db, account, &token, Timestamp::now(), checked).await?;
        return Ok(Entered::Half(token));
    }
    checked.push(asks_no_code(account));
    store::begin_session(db, account, &token, Timestamp::now(), checked).await?;
    Ok(Entered::Session(token))
}

/// The answer to whoever has come in: the page they wanted, or the question for the second factor.
pub fn entered(site: &Site, reader: &Reader<'_>, how_far: Entered, to: &str) -> Response {
    match how_far {
        Entered::Session(token) => begun(site, &token, &place(reader, to)),
        Entered::Half(token) => not_stored(html::form_page(&code_page(site, reader, &token, to, None))),
    }
}

/// Sets the cookie of a session, or removes it where the token is empty, and goes on to a page.
pub fn begun(site: &Site, token: &str, to: &str) -> Response {
    not_stored(([(header::SET_COOKIE, cookie::set(site, token))], Redirect::to(to)))
}

/// Where to go after the sign-in: a page of the office of this site in the reader's language, and nowhere else.
fn place(reader: &Reader<'_>, to: &str) -> String {
    let office = reader.to("/office");
    let inside = to.strip_prefix(&office).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']));
    if inside && !to.contains(['\\', '\r', '\n']) { to.to_string() } else { office }
}

/// The page of the code is the answer to a form: whoever opens its address begins at the password.
pub async fn no_code(visit: Visit) -> Response {
    visit.answer(async |_, reader, (), ()| Ok(Redirect::to(&reader.to("/sign-in")).into_response())).await
}

pub async fn code(visit: Visit, headers: HeaderMap, sent: Sent) -> Response {
    let (from, here) = (visit.from, visit.here);
    visit
        .answer(async |site, reader, (), ()| {
            let sent = fields(&headers, sent)?;
            let (half, to) = (field(&sent, "half"), field(&sent, "to"));
            match with_code(site, half, field(&sent, "code"), from, here).await {
                Ok(token) => Ok(begun(site, &token, &place(reader, to))),
                Err(Error::Refused(why)) if why.key == "error-sign-in-again" => {
                    let page = super::sign_in_page(site, reader, "", to, Some(&why));
                    Ok(not_stored((StatusCode::BAD_REQUEST, html::form_page(&page))))
                }
                Err(Error::Refused(why)) => {
                    let page = code_page(site, reader, half, to, Some(&why));
                    Ok(not_stored((StatusCode::BAD_REQUEST, html::form_page(&page))))
                }
                Err(error) => Err(error),
            }
        })
        .await
}

/// Ends a sign-in with the code of the second factor, and gives the token of the session.
///
/// Refused: the sign-in has waited too long (`error-sign-in-again`), too many tries (`error-too-many-tries`), and what
/// [`second_factor::used`] refuses.
async fn with_code(
    site: &Site,
    half: &str,
    code: &str,
    from: Option<IpAddr>,
    here: FromThisMachine,
) -> Result<String> {
    private_line(site, here)?;
    let db = &site.app.db;
    let (now, today) = (Timestamp::now(), site.app.settings.today());
    let account = store::of_half_sign_in(db.reader(), half, now, today)
        .await?
        .ok_or_else(|| Error::refused("error-sign-in-again"))?;
    let tried = Try::begin(&account.mail, from)?;
    let mut checked = second_factor::used(db, &account.code, code, now).await?;
    // of two that send the same sign-in, one comes in; none if the account was closed meanwhile
    checked.splice(0..0, [held(&account.code), store::half_sign_in_ended(half)]);
    let token = secrets::token()?;
    store::begin_session(db, &account.code, &token, now, checked).await?;
    tried.succeeded();
    Ok(token)
}

fn code_page(site: &Site, reader: &Reader<'_>, half: &str, to: &str, why: Option<&Message>) -> FormPage {
    let say = |key: &str| reader.locale.say(key);
    FormPage {
        shell: shell(site, reader, &say("code-title"), "/sign-in", None),
        heading: say("code-title"),
        words: vec![say("code-words")],
        error: why.map(|why| html::worded(&reader.locale, why)),
        action: reader.to("/sign-in/code"),
        fields: vec![
            FormField::new("code", say("code-field"), "text", "one-time-code").hinted(say("code-field.hint")),
        ],
        kept: vec![("half".into(), half.into()), ("to".into(), to.into())],
        button: say("sign-in-button"),
        ..FormPage::default()
    }
}
