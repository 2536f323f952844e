//! Who has signed in, as a request says by its cookie.

use axum::http::HeaderMap;
use decapolis_actions::Actor;
use decapolis_words::Locale;
use decapolis_words::errors::Result;
use jiff::Timestamp;

use super::{cookie, store};
use crate::web::context::Site;

/// A person who has signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    pub actor: Actor,
    pub account: store::Account,
}

impl SignedIn {
    /// Who sends this request; `None` for a visitor, or where the session has ended. What the account was granted is read with every
    /// request: what is withdrawn ends at once.
    pub async fn of(site: &Site, headers: &HeaderMap) -> Result<Option<SignedIn>> {
        let Some(token) = cookie::token(site, headers) else { return Ok(None) };
        let today = site.app.settings.today();
        let found = store::of_session(site.app.db.reader(), token, Timestamp::now(), today).await?;
        Ok(found.map(|account| SignedIn {
            actor: Actor::account(account.code.clone(), account.grants.clone()),
            account,
        }))
    }

    /// How the person is called on the pages of the office.
    pub fn name(&self, locale: &Locale<'_>) -> String {
        self.account.name(locale)
    }
}
