//! A request of a program: for whom it speaks, and an answer as data whatever comes of it.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use decapolis_actions::Actor;
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;

use crate::accounts::signed_in::SignedIn;
use crate::accounts::site::private_line;
use crate::accounts::store;
use crate::accounts::tokens::{self, ApiToken};
use crate::office::site::desk::{Desk, desk_for};
use crate::web::context::{Reader, Site};
use crate::web::problem::problem;
use crate::web::visit::Visit;

/// A program with the token that it has shown.
pub struct Caller<'a> {
    pub desk: Desk<'a>,
    pub token: ApiToken,
}

/// Answers a program that has shown a token.
pub async fn answered<P, Q>(
    visit: Visit<P, Q>,
    headers: &HeaderMap,
    make: impl AsyncFnOnce(Caller<'_>, P, Q) -> Result<Response>,
) -> Response {
    let here = visit.here;
    let make = async |site: &Site, reader: &Reader<'_>, path: P, query: Q| {
        // a token that travels where others can read it is theirs
        private_line(site, here)?;
        make(caller(site, reader, headers).await?, path, query).await
    };
    let answer = visit.answer_as_data(make, problem).await;
    never_kept(answer)
}

/// Answers anybody: what the interface is, says nothing of the register.
pub async fn answered_to_all<P, Q>(
    visit: Visit<P, Q>,
    make: impl AsyncFnOnce(&Site, &Reader<'_>, P, Q) -> Result<Response>,
) -> Response {
    let mut answer = visit.answer_as_data(make, problem).await;
    answer.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-language"));
    answer
}

fn never_kept(mut answer: Response) -> Response {
    let headers = answer.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.insert(header::VARY, HeaderValue::from_static("authorization, accept-language"));
    answer
}

/// Refused: no token (`error-token-missing`), one that is unknown or has ended (`error-token-ended`), or one whose account has no role any
/// more (`site-error-no-role`).
async fn caller<'a>(site: &'a Site, reader: &Reader<'a>, headers: &HeaderMap) -> Result<Caller<'a>> {
    let said = headers.get(header::AUTHORIZATION).and_then(|said| said.to_str().ok()).unwrap_or_default();
    let (scheme, shown) = said.split_once(' ').unwrap_or_default();
    if !scheme.eq_ignore_ascii_case("bearer") || shown.trim().is_empty() {
        return Err(Error::refused("error-token-missing"));
    }
    let (db, now) = (site.app.db.reader(), Timestamp::now());
    let ended = || Error::refused("error-token-ended");
    let token = tokens::of(db, shown.trim(), now).await?.ok_or_else(ended)?;
    let mut account =
        store::by_code(db, &token.account, site.app.settings.today()).await?.ok_or_else(ended)?;
    account.grants = token.grants(&account.grants);
    let actor = Actor::account(account.code.clone(), account.grants.clone());
    let desk = desk_for(site, reader, SignedIn { actor, account }).await?;
    Ok(Caller { desk, token })
}
