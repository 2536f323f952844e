//! A forgotten password: a link by mail to choose another, for an hour and once.

use decapolis_register::unversioned::{self, Beside};
use decapolis_register::value::Cell;
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;

use super::checked::{has_a_role, has_address};
use super::secrets::{digest, token};
use super::store::{by_mail, row};
use super::table::LINKS;
use crate::app::App;
use crate::mail::letter::{About, Leads, Letter};
use crate::mail::{self, outbox};

/// How long the link can be used, in minutes.
pub const LASTS: i64 = 60;
/// In so many minutes an account gets one message, however often somebody asks.
const ONE_MESSAGE_IN: i64 = 5;

/// Sends a link to the account with this mail address, in this language. Nothing happens for an address without an account, for an account
/// without a role, and where no mail is sent.
pub async fn send_link(app: &App, language: &str, mail: &str, now: Timestamp) -> Result<()> {
    let Some(way) = app.mail.as_ref().filter(|_| mail::is_on(app)) else { return Ok(()) };
    let Some(locale) = app.locale(language) else { return Ok(()) };
    let found = by_mail(app.db.reader(), mail, app.settings.today()).await?;
    let Some(account) = found.filter(|account| !account.grants.is_empty()) else { return Ok(()) };
    let drawn = token()?;
    let now_ms = now.as_millisecond();
    let key = digest(&format!("new password {} {}", account.code, now_ms / (ONE_MESSAGE_IN * 60_000)));
    let args = [("name", account.name(&locale).into()), ("minutes", LASTS.into())];
    let leads = Leads { path: "/join", token: &drawn };
    let letter = Letter::write(app, &locale, About::NewPassword, &account.mail, &key, &leads, args.into())
        .of_account(&account.code);
    let code = account.code;
    let link = row([
        ("token", Cell::Text(digest(&drawn))),
        ("account", Cell::Text(code.clone())),
        ("made", Cell::Int(now_ms)),
        ("ends", Cell::Int(now_ms + LASTS * 60_000)),
    ]);
    let still = [has_address(&code, &account.mail), has_a_role(&code, app.settings.today())];
    let writes = outbox::queued(&letter, way.host(), now)?.into_iter().chain([Beside::insert(&LINKS, link)]);
    match unversioned::write(&app.db, still.into_iter().chain(writes)).await {
        // the message of these minutes is under way, or the account was closed or left this address meanwhile
        Err(Error::Refused(why)) if why.key != "error-busy" => Ok(()),
        done => done,
    }
}
