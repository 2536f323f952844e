//! A request from somebody who has signed in.

use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_register::permissions::Audience;
use decapolis_words::errors::{Error, Result};

use crate::accounts::signed_in::SignedIn;
use crate::accounts::site::not_stored;
use crate::web::address::encoded;
use crate::web::context::{Reader, Site};
use crate::web::visit::Visit;

/// Who asks, and what they may read.
pub struct Desk<'a> {
    pub site: &'a Site,
    pub reader: Reader<'a>,
    pub who: SignedIn,
}

impl Desk<'_> {
    pub fn say(&self, key: &str) -> String {
        self.reader.locale.say(key)
    }

    /// The path of a page of the public site.
    pub fn public(&self, path: &str) -> String {
        format!("/{}{path}", self.reader.lang())
    }
}

/// Answers somebody who has signed in. A visitor is asked to sign in, and comes back to this page; an account without a role is told so.
pub async fn at_the_desk<P, Q>(
    visit: Visit<P, Q>,
    headers: &HeaderMap,
    uri: &Uri,
    make: impl AsyncFnOnce(Desk<'_>, P, Q) -> Result<Response>,
) -> Response {
    let answer = visit
        .answer(async |site, reader, path, query| {
            let Some(who) = SignedIn::of(site, headers).await? else {
                let to = encoded(uri.path_and_query().map_or("", |path| path.as_str()));
                return Ok(Redirect::to(&reader.to(&format!("/sign-in?to={to}"))).into_response());
            };
            let audience = who.actor.audience();
            if audience < Audience::Office {
                return Err(Error::refused("site-error-no-role"));
            }
            let reader = Reader { locale: reader.locale, audience, within: "/office" };
            make(Desk { site, reader, who }, path, query).await
        })
        .await;
    not_stored(answer)
}
