//! Asks once more who has signed in, before what a browser left open must not do: change the password, the address or the second factor, and
//! make a token.

use std::net::IpAddr;

use axum::http::HeaderMap;
use decapolis_words::errors::{Error, Result};
use jiff::{SignedDuration, Timestamp};

use super::desk::Desk;
use crate::accounts::limits::Try;
use crate::accounts::secrets::digest;
use crate::accounts::site::private_line;
use crate::accounts::{cookie, passwords, store};
use crate::web::checks::FromThisMachine;
use crate::web::sent::{Pairs, raw};

/// Who has no password, because an identity provider signs them in, is asked nothing for so long after they signed in.
const FRESH: SignedDuration = SignedDuration::from_mins(15);

/// Asks for the password again. Who has none, because an identity provider signs them in, has signed in lately.
///
/// Refused: what [`current_password`] refuses; the sign-in is long ago (`error-signed-in-long-ago`).
pub async fn is_the_person(
    desk: &Desk<'_>,
    headers: &HeaderMap,
    typed: &Pairs,
    from: Option<IpAddr>,
    here: FromThisMachine,
) -> Result<()> {
    let account = &desk.who.account;
    if account.has_password {
        return current_password(desk, typed, from, here).await;
    }
    let own = digest(cookie::token(desk.site, headers).unwrap_or_default());
    let now = Timestamp::now();
    let sessions = store::sessions(desk.site.app.db.reader(), &account.code, now).await?;
    let is_fresh =
        |session: &store::Session| session.token == own && now.duration_since(session.made) < FRESH;
    match sessions.iter().any(is_fresh) {
        true => Ok(()),
        false => Err(Error::refused("error-signed-in-long-ago")),
    }
}

/// Asks once more for the password of who has signed in (`current`): whoever finds a browser left open does not take the account over.
///
/// Refused: it is another (`error-current-password`), or too many were tried (`error-too-many-tries`).
pub async fn current_password(
    desk: &Desk<'_>,
    typed: &Pairs,
    from: Option<IpAddr>,
    here: FromThisMachine,
) -> Result<()> {
    private_line(desk.site, here)?;
    let mail = &desk.who.account.mail;
    let tried = Try::begin(mail, from)?;
    let (_, kept) = store::password(desk.site.app.db.reader(), mail).await?.unzip();
    if !passwords::is_right(raw(typed, "current").to_string(), kept.flatten()).await? {
        return Err(Error::refused("error-current-password"));
    }
    tried.succeeded();
    Ok(())
}
