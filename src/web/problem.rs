//! What went wrong, as programs read it (RFC 9457).

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use decapolis_import::transfer::FieldFault;
use decapolis_words::Locale;
use decapolis_words::errors::{Error, passes};
use decapolis_words::message::Message;
use serde_json::{Value, json};

use super::context::{Reader, Site};
use super::requests::Fault;

/// What the addresses begin with that answer programs: there, whatever goes wrong is said as data.
pub const OF_PROGRAMS: &str = "/api/";
/// The media type of a problem.
const PROBLEM: HeaderValue = HeaderValue::from_static("application/problem+json");

/// The answer to a request that failed. `key` names the refusal for a program, `title` and `hint` tell a person what is wrong and what to
/// do.
pub fn problem(_site: &Site, reader: &Reader<'_>, error: &Error) -> Response {
    let locale = &reader.locale;
    match error {
        Error::NotFound("method") => {
            told(StatusCode::METHOD_NOT_ALLOWED, locale, &Message::new("error-api-method"))
        }
        Error::NotFound(_) => told(StatusCode::NOT_FOUND, locale, &Message::new("error-api-not-found")),
        Error::NotAllowed(why) => {
            let why = Message::new(locale.maybe(why).map_or("error-api-not-allowed", |_| why));
            told(StatusCode::FORBIDDEN, locale, &why)
        }
        Error::Refused(why) if passes(why.key) => later(locale, why),
        Error::Refused(why) => told(status_of(why.key), locale, why),
        Error::Unavailable(why) => {
            tracing::warn!(%why, "the register cannot be reached");
            later(locale, &Message::new("error-api-unavailable"))
        }
        Error::Broken(text) => {
            let fault = Fault::new(text);
            let why = Message::with("error-api-broken", [("number", fault.number.as_str().into())]);
            let mut answer = told(StatusCode::INTERNAL_SERVER_ERROR, locale, &why);
            answer.extensions_mut().insert(fault);
            answer
        }
    }
}

/// The fields of an action that could not be read, each with what is wrong with it.
pub fn wrong_fields(locale: &Locale<'_>, faults: &[FieldFault]) -> Response {
    let one = |fault: &FieldFault| {
        let mut said = said(locale, &fault.message);
        said["field"] = json!(fault.field);
        said
    };
    let mut body = body(StatusCode::UNPROCESSABLE_ENTITY, locale, &Message::new("error-api-fields"));
    body["fields"] = faults.iter().map(one).collect();
    answer(StatusCode::UNPROCESSABLE_ENTITY, &body)
}

fn told(status: StatusCode, locale: &Locale<'_>, why: &Message) -> Response {
    let mut answer = answer(status, &body(status, locale, why));
    if status == StatusCode::UNAUTHORIZED {
        let asks = HeaderValue::from_static("Bearer realm=\"decapolis\"");
        answer.headers_mut().insert(header::WWW_AUTHENTICATE, asks);
    }
    answer
}

fn later(locale: &Locale<'_>, why: &Message) -> Response {
    let mut answer = told(StatusCode::SERVICE_UNAVAILABLE, locale, why);
    answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    answer
}

fn answer(status: StatusCode, body: &Value) -> Response {
    (status, [(header::CONTENT_TYPE, PROBLEM)], body.to_string()).into_response()
}

fn body(status: StatusCode, locale: &Locale<'_>, why: &Message) -> Value {
    let mut body = said(locale, why);
    // no page explains a kind of problem by itself: the key names it
    body["type"] = json!("about:blank");
    body["status"] = json!(status.as_u16());
    body
}

/// A refusal in words: those of pages have a title and a hint, those of actions what is wrong and how to mend it.
fn said(locale: &Locale<'_>, why: &Message) -> Value {
    let of_page = locale.maybe(&format!("{}.title", why.key)).is_some();
    match of_page {
        true => {
            let words = |part: &str| locale.with(&format!("{}{part}", why.key), &why.args);
            json!({ "key": why.key, "title": words(".title"), "detail": words(""), "hint": words(".hint") })
        }
        false => json!({ "key": why.key, "title": locale.message(why), "hint": locale.mend(why) }),
    }
}

/// The status of a refusal.
fn status_of(key: &str) -> StatusCode {
    match key {
        "error-token-missing" | "error-token-ended" => StatusCode::UNAUTHORIZED,
        "site-error-record" | "site-error-proposal" | "site-error-fact" | "error-batch-unknown" => {
            StatusCode::NOT_FOUND
        }
        "error-no-tls"
        | "site-error-no-role"
        | "site-error-second-factor"
        | "error-not-in-scope"
        | "error-token-reads"
        | "error-only-proposes"
        | "error-two-people"
        | "error-proposer-gone"
        | "error-proposal-own" => StatusCode::FORBIDDEN,
        "error-row-moved" => StatusCode::PRECONDITION_FAILED,
        "error-proposal-decided" | "error-moved" | "error-batch-stands-on" | "error-code-used" => {
            StatusCode::CONFLICT
        }
        "error-key-used" => StatusCode::UNPROCESSABLE_ENTITY,
        "error-row-unsaid" => StatusCode::PRECONDITION_REQUIRED,
        "site-error-host" => StatusCode::MISDIRECTED_REQUEST,
        "site-error-long" | "site-error-body" => StatusCode::PAYLOAD_TOO_LARGE,
        "error-api-after"
        | "error-filters-many"
        | "error-api-parameter"
        | "error-api-limit"
        | "error-api-json"
        | "error-api-key"
        | "error-api-undo"
        | "error-filter" => StatusCode::BAD_REQUEST,
        key if key.starts_with("site-error") => StatusCode::BAD_REQUEST,
        // what the rules of the register say no to
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}
