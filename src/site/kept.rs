//! Pages kept as they were made, until the register is written or the day ends.
//!
//! A page of the public site depends on its address, the register, and the day it is; all three stand in the key. So one statement
//! (where the journal stands) is enough to know that a kept page is still the page.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use decapolis_base::Day;
use decapolis_core::journal::{self, JournalNo};

use super::served::Served;
use super::studio::is_of_the_studio;

/// At most so many bytes of pages are kept; past it all are dropped, and made anew as they are wanted.
const MOST_BYTES: usize = 12 << 20;

#[derive(Default)]
pub struct Pages(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    /// What the register and the day were when these pages were made.
    at: Option<(JournalNo, Day)>,
    pages: HashMap<String, Arc<Page>>,
    bytes: usize,
}

/// A page as it was made.
pub struct Page {
    html: String,
    /// The policy it was sent with, where that is its own: a piece for other sites may stand in a frame.
    policy: Option<HeaderValue>,
}

impl Pages {
    /// The page of this address, if it was made in this state of the register and on this day.
    pub fn find(&self, address: &str, at: (JournalNo, Day)) -> Option<Arc<Page>> {
        let kept = self.0.lock().expect("the kept pages are whole");
        if kept.at == Some(at) { kept.pages.get(address).cloned() } else { None }
    }

    pub fn keep(&self, address: &str, at: (JournalNo, Day), page: Page) {
        let mut kept = self.0.lock().expect("the kept pages are whole");
        if kept.at != Some(at) || kept.bytes + page.html.len() > MOST_BYTES {
            *kept = Kept { at: Some(at), ..Kept::default() };
        }
        kept.bytes += address.len() + page.html.len();
        kept.pages.insert(address.to_string(), Arc::new(page));
    }
}

/// Answers with the kept page, or has it made and keeps it. Only whole pages that were found are kept: what the reader's language
/// decides without standing in the address (the first page, refusals) never is.
pub async fn or_made(State(served): State<Served>, request: Request, next: Next) -> Response {
    let address = request.uri().path_and_query().map(|a| a.to_string()).unwrap_or_default();
    let readable = request.method() == Method::GET && !address.starts_with("/assets/");
    let Some(last) = (if readable { journal::last(served.site().app.db.reader()).await.ok() } else { None }) else {
        return next.run(request).await;
    };
    let site = served.at(last).await;
    // the studio has a policy of its own, and hardly two people choose alike; a proof looks at what a hand may have altered without
    // moving the journal
    if address.len() >= 1_000 || is_of_the_studio(request.uri().path()) || request.uri().path().ends_with("/proof") {
        return next.run(request).await;
    }
    let at = (last, site.app.settings.today());
    if let Some(page) = site.pages.find(&address, at) {
        let policy = page.policy.clone().map(|policy| (CONTENT_SECURITY_POLICY, policy));
        return (HeaderMap::from_iter(policy), Html(page.html.clone())).into_response();
    }
    let response = next.run(request).await;
    let is_page = response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if response.status() != StatusCode::OK || !is_page {
        return response;
    }
    let (parts, body) = response.into_parts();
    match to_bytes(body, MOST_BYTES).await {
        Ok(bytes) => {
            if let Ok(html) = std::str::from_utf8(&bytes) {
                let policy = parts.headers.get(CONTENT_SECURITY_POLICY).cloned();
                site.pages.keep(&address, at, Page { html: html.to_string(), policy });
            }
            Response::from_parts(parts, bytes.into())
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(html: &str) -> Page {
        Page { html: html.to_string(), policy: None }
    }

    #[test]
    fn a_page_is_kept_until_the_register_or_the_day_changes() {
        let (pages, day) = (Pages::default(), Day::last_of_year(2020));
        pages.keep("/es/2020", (7, day), page("page"));
        assert_eq!(pages.find("/es/2020", (7, day)).unwrap().html, "page");
        assert!(pages.find("/es/2020", (8, day)).is_none());
        assert!(pages.find("/es/2020", (7, Day::first_of_year(2021))).is_none());
        assert!(pages.find("/en/2020", (7, day)).is_none());
    }

    #[test]
    fn pages_never_take_more_than_their_share_of_memory() {
        let (pages, day) = (Pages::default(), Day::last_of_year(2020));
        for n in 0..40 {
            pages.keep(&n.to_string(), (1, day), page(&"x".repeat(1 << 20)));
        }
        assert!(pages.0.lock().unwrap().bytes <= MOST_BYTES + 64);
        assert!(pages.find("39", (1, day)).is_some() && pages.find("0", (1, day)).is_none());
    }
}
