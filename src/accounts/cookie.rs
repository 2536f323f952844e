//! The cookie of a session.

use axum::http::{HeaderMap, HeaderValue, header};

use crate::web::context::Site;

/// How long a session lasts, in seconds: two weeks, then its owner signs in again.
pub const LASTS: i64 = 14 * 24 * 60 * 60;

/// Its name. With the prefix, a browser takes it only over TLS, from this host and for all of it; on a machine of one's own there is no
/// TLS.
fn name(site: &Site) -> &'static str {
    if site.base.starts_with("https://") { "__Host-decapolis" } else { "decapolis" }
}

/// The token that the browser sends.
pub fn token<'a>(site: &Site, headers: &'a HeaderMap) -> Option<&'a str> {
    let named = name(site);
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == named)
        .map(|(_, token)| token)
        .filter(|token| !token.is_empty())
}

/// What sets the cookie; an empty token removes it.
pub fn set(site: &Site, token: &str) -> HeaderValue {
    let secure = if site.base.starts_with("https://") { "; Secure" } else { "" };
    let lasts = if token.is_empty() { 0 } else { LASTS };
    let text = format!("{}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={lasts}{secure}", name(site));
    HeaderValue::from_str(&text).expect("a token is of letters, digits, - and _")
}
