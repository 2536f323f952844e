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

/// The name of the cookie of a browser that has gone to the identity provider.
fn name_on_the_way(site: &Site) -> &'static str {
    if site.base.starts_with("https://") { "__Host-decapolis-way" } else { "decapolis-way" }
}

/// How long somebody may take at the identity provider, in seconds.
const ON_THE_WAY_LASTS: i64 = 10 * 60;

/// The token that the browser sends.
pub fn token<'a>(site: &Site, headers: &'a HeaderMap) -> Option<&'a str> {
    sent(name(site), headers)
}

/// The token of a browser that comes back from the identity provider.
pub fn on_the_way<'a>(site: &Site, headers: &'a HeaderMap) -> Option<&'a str> {
    sent(name_on_the_way(site), headers)
}

fn sent<'a>(named: &str, headers: &'a HeaderMap) -> Option<&'a str> {
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
    set_named(site, name(site), token, LASTS)
}

/// What sets the cookie of a browser that goes to the identity provider; an empty token removes it. It comes back with a link from there,
/// so it is sent with links (`Lax`).
pub fn set_on_the_way(site: &Site, token: &str) -> HeaderValue {
    set_named(site, name_on_the_way(site), token, ON_THE_WAY_LASTS)
}

fn set_named(site: &Site, name: &str, token: &str, lasts: i64) -> HeaderValue {
    let secure = if site.base.starts_with("https://") { "; Secure" } else { "" };
    let lasts = if token.is_empty() { 0 } else { lasts };
    let text = format!("{name}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={lasts}{secure}");
    HeaderValue::from_str(&text).expect("a token is of letters, digits, - and _")
}
