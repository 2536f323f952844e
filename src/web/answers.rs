//! Answers of handlers: a page for a reader, or a page that says why there is none.

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use decapolis_words::errors::{Error, passes};
use maud::Markup;

use super::components::Link;
use super::context::Site;
use super::notice::{self, Notice};
use super::problem::{OF_PROGRAMS, problem};
use super::requests::Fault;
use super::shell;

/// After how many seconds a reader is asked to come back while the database is out of reach.
const AGAIN_AFTER: HeaderValue = HeaderValue::from_static("5");

/// A page with the header that asks the reader to try again later.
pub fn later(page: Markup) -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, AGAIN_AFTER)], page).into_response()
}

/// The error page for this request, in the language of its URL if it has one.
pub fn said_at(site: &Site, request: &Request, error: &Error) -> Response {
    let lang = request.uri().path().split('/').nth(1).unwrap_or_default();
    if site.reader(lang).is_ok() {
        return said(site, lang, error);
    }
    let language = site.language_for(accepted(request.headers()));
    match site.reader(&language) {
        Ok(reader) if request.uri().path().starts_with(OF_PROGRAMS) => problem(site, &reader, error),
        _ => said(site, &language, error),
    }
}

/// The error page. An internal error is attached to the response for the log.
pub fn said(site: &Site, lang: &str, error: &Error) -> Response {
    let mut fault = None;
    let Ok(reader) = site.reader(lang) else { return StatusCode::NOT_FOUND.into_response() };
    let (status, key, args) = match error {
        Error::NotFound(_) => (StatusCode::NOT_FOUND, "site-error-not-found", Default::default()),
        Error::NotAllowed(_) => (StatusCode::FORBIDDEN, "site-error-refused", Default::default()),
        Error::Refused(message) if passes(message.key) => {
            tracing::warn!(why = message.plain(), "the register does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "site-error-unavailable", Default::default())
        }
        Error::Refused(message) => (status_of(message.key), message.key, message.args.clone()),
        Error::Unavailable(why) => {
            tracing::warn!(%why, "the register cannot be reached");
            (StatusCode::SERVICE_UNAVAILABLE, "site-error-unavailable", Default::default())
        }
        Error::Broken(text) => {
            let made = fault.insert(Fault::new(text));
            (
                StatusCode::INTERNAL_SERVER_ERROR,
                "site-error-broken",
                [("number", made.number.as_str().into())].into(),
            )
        }
    };
    let words = |suffix: &str| reader.locale.with(&format!("{key}{suffix}"), &args);
    let title = words(".title");
    let page = Notice {
        heading: title.clone(),
        words: vec![words(""), words(".hint")],
        quote: None,
        form: None,
        links: vec![Link::new(
            reader.locale.with(
                "site-back-to-year",
                &[("year", site.app.settings.year_starts.words(site.app.settings.home_year).into())].into(),
            ),
            reader.to(&format!("/{}", site.app.settings.home_year)),
        )],
    };
    let path = format!("/{}", site.app.settings.home_year);
    let markup: Markup = notice::page(&shell::shell(site, &reader, &title, &path, None), &page);
    let mut response = if status == StatusCode::SERVICE_UNAVAILABLE {
        later(markup)
    } else {
        (status, markup).into_response()
    };
    if let Some(fault) = fault {
        response.extensions_mut().insert(fault);
    }
    response
}

/// The status of a refusal, by the key of its message.
fn status_of(key: &str) -> StatusCode {
    match key {
        "site-error-year"
        | "site-error-language"
        | "site-error-figure"
        | "site-error-record"
        | "site-error-edition"
        | "site-error-entry"
        | "site-error-link"
        | "site-error-fact" => StatusCode::NOT_FOUND,
        "site-error-host" => StatusCode::MISDIRECTED_REQUEST,
        "site-error-body" | "site-error-long" => StatusCode::PAYLOAD_TOO_LARGE,
        "site-error-not-saved"
        | "site-error-no-role"
        | "site-error-second-factor"
        | "site-error-signed-out" => StatusCode::FORBIDDEN,
        _ => StatusCode::BAD_REQUEST,
    }
}

pub fn accepted(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok())
}
