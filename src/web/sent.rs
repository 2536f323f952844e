//! Forms that were sent: whether they come from a page of this site, and what is in them.

use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use axum::http::{HeaderMap, StatusCode, header};
use decapolis_register::rules::control_character;
use decapolis_words::errors::{Error, Result};

/// The fields of a form, in their order.
pub type Pairs = Vec<(String, String)>;

/// What axum read of a form.
pub type Sent = std::result::Result<Form<Pairs>, FormRejection>;

/// Whether a request that writes comes from a page of this site. Browsers say so; a request that does not say is not from a browser's form.
pub fn comes_from_here(headers: &HeaderMap) -> bool {
    let said = |name: &str| headers.get(name).and_then(|v| v.to_str().ok());
    let host = said(header::HOST.as_str()).unwrap_or_default();
    let from_here = said("origin")
        .is_some_and(|o| o.split_once("://").is_some_and(|(_, rest)| rest == host && !host.is_empty()));
    match said("sec-fetch-site") {
        Some(site) => site == "same-origin" && (said("origin").is_none() || from_here),
        None => from_here,
    }
}

/// The fields of a form that was sent from a page of this site.
///
/// `NotAllowed` for one that comes from elsewhere; refused if it is too large (`site-error-long`), cannot be read (`site-error-request`) or
/// has characters that are not allowed (`site-error-control`).
pub fn fields(headers: &HeaderMap, sent: Sent) -> Result<Pairs> {
    if !comes_from_here(headers) {
        return Err(Error::NotAllowed("from-elsewhere"));
    }
    let Form(pairs) = sent.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Error::refused("site-error-long"),
        _ => Error::refused("site-error-request"),
    })?;
    match pairs.iter().any(|(name, value)| control_character(name).or(control_character(value)).is_some()) {
        true => Err(Error::refused("site-error-control")),
        false => Ok(pairs),
    }
}

/// The value of a field, without blanks around it; empty where it was not sent.
pub fn field<'a>(pairs: &'a Pairs, name: &str) -> &'a str {
    pairs.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.trim())
}

/// The value of a field with the blanks around it, which may belong to a password; empty where it was not sent.
pub fn raw<'a>(pairs: &'a Pairs, name: &str) -> &'a str {
    pairs.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
}
