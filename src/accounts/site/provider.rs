//! Signing in at the identity provider: the way there and the way back.

use std::net::IpAddr;
use std::sync::Arc;

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;

use super::entering::{Entered, enter, entered};
use super::html::{self, FormPage};
use super::{not_stored, private_line, sign_in_page};
use crate::accounts::limits::{Door, Try};
use crate::accounts::provider::{Provider, store};
use crate::accounts::{cookie, secrets};
use crate::web::checks::FromThisMachine;
use crate::web::components::Link;
use crate::web::context::{Reader, Site};
use crate::web::sent::{Sent, field, fields};
use crate::web::shell::shell;
use crate::web::visit::{Visit, asks};

asks! {
    /// What the provider sends back with the browser.
    pub struct BackAsks {
        code,
        state,
        /// What went wrong there.
        error,
    }
}

/// The address to which the provider sends browsers back; the operator tells it to the provider.
pub const BACK: &str = "/sign-in/back";

fn provider(site: &Site) -> Result<&Arc<Provider>> {
    site.app.provider.as_ref().ok_or(Error::NotFound("page"))
}

/// The page of the way there is the answer to a form: whoever opens its address begins at the sign-in.
pub async fn not_begun(visit: Visit) -> Response {
    visit.answer(async |_, reader, (), ()| Ok(Redirect::to(&reader.to("/sign-in")).into_response())).await
}

/// Sends the browser to the provider. The page does it and not the answer to the form, because forms of this site are sent to this site
/// only, wherever an answer would lead them.
pub async fn begin(visit: Visit, headers: HeaderMap, sent: Sent) -> Response {
    let (from, here) = (visit.from, visit.here);
    visit
        .answer(async |site, reader, (), ()| {
            let sent = fields(&headers, sent)?;
            let provider = provider(site)?;
            let to = field(&sent, "to");
            match begun(site, reader, provider, to, here, from).await {
                Ok((address, browser)) => Ok(on_the_way(site, reader, provider, &address, &browser)),
                Err(Error::Refused(why)) => {
                    let page = sign_in_page(site, reader, "", to, Some(&why));
                    Ok(not_stored((StatusCode::BAD_REQUEST, html::form_page(&page))))
                }
                Err(error) => Err(error),
            }
        })
        .await
}

/// The address at the provider, and the token of the browser that goes there.
async fn begun(
    site: &Site,
    reader: &Reader<'_>,
    provider: &Provider,
    to: &str,
    here: FromThisMachine,
    from: Option<IpAddr>,
) -> Result<(String, String)> {
    private_line(site, here)?;
    Try::of_an_address(Door::Provider, from)?;
    let browser = secrets::token()?;
    // the way back has one address; the language comes back with the state
    let state = format!("{}.{}", reader.lang(), secrets::token()?);
    let begun = provider.begin(&back(site), state).await?;
    store::keep(&site.app.db, &begun, &browser, to, Timestamp::now()).await?;
    Ok((begun.address, browser))
}

fn back(site: &Site) -> String {
    format!("{}{BACK}", site.base.trim_end_matches('/'))
}

fn on_the_way(
    site: &Site,
    reader: &Reader<'_>,
    provider: &Provider,
    address: &str,
    browser: &str,
) -> Response {
    let say = |key: &str| reader.locale.say(key);
    let words = reader.locale.with("provider-on-the-way", &[("name", provider.name.as_str().into())].into());
    let page = FormPage {
        shell: shell(site, reader, &say("sign-in-title"), "/sign-in", None),
        heading: say("sign-in-title"),
        words: vec![words],
        links: vec![Link::new(say("provider-go-on"), address)],
        ..FormPage::default()
    };
    let goes = HeaderValue::from_str(&format!("0; url={address}"));
    let mut answer = not_stored(html::form_page(&page));
    answer.headers_mut().insert(header::SET_COOKIE, cookie::set_on_the_way(site, browser));
    if let Ok(goes) = goes {
        answer.headers_mut().insert("refresh", goes);
    }
    answer
}

/// The browser comes back. It is a GET, because the provider sends it; what it does, it does once, and for the browser that went there.
pub async fn came_back(visit: Visit<(), BackAsks>, headers: HeaderMap) -> Response {
    let here = visit.here;
    let site = visit.site.clone();
    let asks = visit.asked().map(|((), asks)| asks.clone()).unwrap_or_default();
    let said =
        asks.state.as_deref().and_then(|state| state.split_once('.')).map(|(lang, _)| lang.to_string());
    let lang = said.filter(|lang| site.reader(lang).is_ok()).unwrap_or_else(|| visit.language());
    visit
        .in_language(lang)
        .answer(async |site, reader, (), asks| {
            let provider = provider(site)?;
            let mut answer = match with_provider(site, provider, &headers, asks, here).await {
                Ok((how_far, to)) => entered(site, reader, how_far, &to),
                Err(Error::Refused(why)) => {
                    let page = sign_in_page(site, reader, "", "", Some(&why));
                    not_stored((StatusCode::BAD_REQUEST, html::form_page(&page)))
                }
                Err(error) => return Err(error),
            };
            answer.headers_mut().append(header::SET_COOKIE, cookie::set_on_the_way(site, ""));
            Ok(answer)
        })
        .await
}

/// Lets in whom the provider signed in, where they were invited here. Gives how far they came, and the page they wanted.
///
/// Refused: the browser did not begin this sign-in (`error-provider-state`), the person did not go on at the provider
/// (`error-provider-declined`), what [`Provider::finish`] and [`store::account_of`] refuse.
async fn with_provider(
    site: &Site,
    provider: &Provider,
    headers: &HeaderMap,
    asks: BackAsks,
    here: FromThisMachine,
) -> Result<(Entered, String)> {
    private_line(site, here)?;
    let (db, now) = (&site.app.db, Timestamp::now());
    let browser = cookie::on_the_way(site, headers).unwrap_or_default();
    let kept = store::came_back(db, asks.state.as_deref().unwrap_or_default(), browser, now).await?;
    let code = asks.code.filter(|_| asks.error.is_none());
    let code = code.ok_or_else(|| Error::refused("error-provider-declined"))?;
    let identity = provider.finish(&back(site), &code, &kept.nonce, &kept.verifier).await?;
    let (account, checked) = store::account_of(db, &identity, now, site.app.settings.today()).await?;
    let how_far = enter(site, &account.code, account.has_second_factor, checked).await?;
    Ok((how_far, kept.to))
}
