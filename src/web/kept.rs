//! Cache of responses. A response is kept until a table it is read from is written, or the day ends.
//!
//! All pages outside the office are made for the public. So a response depends only on its URL, the register and the
//! day, and one statement (the last journal entry) is enough to know that a cached response is still valid.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use decapolis_base::Day;
use decapolis_register::journal::JournalNo;
use decapolis_register::table::Table;
use decapolis_words::errors::{Error, Result};
use tracing::Instrument;

use crate::web::address::version;
use crate::web::answers::{said, said_at};
use crate::web::asked::Asked;
use crate::web::cache::{Keep, Key, Turn};
use crate::web::context::Site;
use crate::web::packed::{Coding, Packed};
use crate::web::served::{Now, Served};

/// Longer responses are not cached, in bytes.
const LONGEST: usize = 8 << 20;

/// The tables a response was made from. A handler adds this to the response's extensions; a write to other tables then
/// leaves the response valid. A response without it is made again after every write.
#[derive(Clone)]
pub struct MadeFrom(pub Vec<&'static Table>);

/// A cached response.
struct Answer {
    headers: HeaderMap,
    body: Packed,
    /// The journal entry and day it was made for. `None` for a file of the program.
    made: Option<(JournalNo, Day)>,
    made_from: Option<MadeFrom>,
    /// The last journal entry for which it was found to be still valid.
    good_at: AtomicI64,
}

impl Keep for Answer {
    fn bytes(&self) -> usize {
        self.body.bytes() + self.headers.len() * 100
    }
}

/// A request with the state of the register it is for.
struct Asking {
    site: Arc<Site>,
    /// The register and the day. `None` for a file of the program.
    now: Option<(Now, Day)>,
    key: Key,
}

/// Responds from the cache before the route is looked up; the other layers and [`or_made`] do the rest. The key of a
/// cached response is the URL that the page was made for, so the route does not matter.
pub async fn or_routed(State(served): State<Served>, mut request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD)
        && let Some(address) = request.uri().path_and_query()
    {
        let key = Key::new("answer", address.as_str());
        let site = served.site();
        if let Some(answer) = site.cache.find(&key, |_: &Answer| true) {
            let asking = match Asking::of(&served, key, answer.made.is_none()).await {
                Ok(asking) => asking,
                Err(error) => return said_at(&site, &request, &error),
            };
            // the site may have been made again meanwhile, with an empty cache
            if Arc::ptr_eq(&asking.site, &site) && asking.is_met_by(&answer) {
                return answer.send(&AsksFor::of(&request)).await;
            }
            request.extensions_mut().insert(Arc::new(asking));
        }
    }
    next.run(request).await
}

/// Responds from the cache, or makes the response and caches it. Only successful responses are cached, and never those
/// that depend on the reader's language without having it in the URL (the first page, refusals).
pub async fn or_made(State(served): State<Served>, mut request: Request, next: Next) -> Response {
    let asked = Asked::of(&request, served.routes());
    let Some(Asked { key, address, of_the_program }) = asked else {
        // even a response that is not cached is refused while the database cannot be reached
        return match served.now().await {
            Ok(_) => next.run(request).await,
            Err(error) => said_at(&served.site(), &request, &error),
        };
    };
    let looked = request
        .extensions_mut()
        .remove::<Arc<Asking>>()
        .and_then(Arc::into_inner)
        .filter(|asking| asking.key == key);
    let asking = match looked {
        Some(asking) => asking,
        None => match Asking::of(&served, key, of_the_program).await {
            Ok(asking) => asking,
            Err(error) => return said_at(&served.site(), &request, &error),
        },
    };
    let reader = AsksFor::of(&request);
    if let Some(answer) = asking.site.cache.find(&asking.key, |answer| asking.is_met_by(answer)) {
        return answer.send(&reader).await;
    }
    // the ETag is of this state of the register, so it is the same whether or not the response is cached
    let etag = asking.etag();
    if reader.knows(&etag) {
        return not_modified(HeaderMap::from_iter([(ETAG, etag)]));
    }
    *request.uri_mut() = address;
    *request.method_mut() = Method::GET;
    // the response is cached uncompressed, and compressed for each reader
    request.headers_mut().remove(ACCEPT_ENCODING);
    // in a task of its own: if this reader hangs up, others who wait for the same response still get it
    match tokio::spawn(make(asking, request, next).in_current_span()).await {
        Ok(Ok(answer)) => answer.send(&reader).await,
        Ok(Err(response)) => response,
        Err(stopped) => match stopped.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        },
    }
}

/// The response for the cache, or one that cannot be cached.
async fn make(asking: Asking, request: Request, next: Next) -> std::result::Result<Arc<Answer>, Response> {
    let cache = &asking.site.cache;
    match cache.turn(&asking.key, |answer| asking.is_met_by(answer)).await {
        Turn::Found(answer) => Ok(answer),
        Turn::Make(turn) => match asking.answer(next.run(request).await).await {
            Ok(answer) => Ok(turn.keep(answer)),
            Err(response) => {
                // after an internal error the next reader tries again; a refusal goes to all who wait
                if !response.status().is_server_error() {
                    turn.cannot_be_kept();
                }
                Err(response)
            }
        },
        Turn::Alone => Ok(cache.keep(asking.key.clone(), asking.answer(next.run(request).await).await?)),
    }
}

impl Asking {
    /// Reads the state of the register, unless the response does not depend on it.
    async fn of(served: &Served, key: Key, of_the_program: bool) -> Result<Asking> {
        if of_the_program {
            return Ok(Asking { site: served.site(), now: None, key });
        }
        let now = served.now().await?;
        let (site, today) = (now.site.clone(), now.site.app.settings.today());
        Ok(Asking { site, now: Some((now, today)), key })
    }

    /// Whether the cached response is still valid.
    fn is_met_by(&self, answer: &Answer) -> bool {
        let (Some((now, today)), Some((made, day))) = (&self.now, answer.made) else { return true };
        if day != *today {
            return false;
        }
        if answer.good_at.load(Ordering::Relaxed) == now.heads.last {
            return true;
        }
        let untouched = answer.made_from.as_ref().is_some_and(|from| now.heads.of(&from.0) <= made);
        if untouched {
            answer.good_at.store(now.heads.last, Ordering::Relaxed);
        }
        untouched
    }

    /// The ETag: a hash of the journal entry, the day, the URL, and this start of the program, because words may have changed.
    fn etag(&self) -> HeaderValue {
        let (number, day) = self.now.as_ref().map_or((0, 0), |(now, day)| (now.heads.last, day.number()));
        let address = version(self.site.mark.bytes().chain(self.key.of.bytes()));
        HeaderValue::from_str(&format!("W/\"{number}-{day}-{address}\"")).expect("digits and letters")
    }

    /// The response as it is cached. `Err` with the response if it cannot be cached.
    async fn answer(&self, response: Response) -> std::result::Result<Answer, Response> {
        if response.status() != StatusCode::OK {
            return Err(response);
        }
        let (parts, body) = response.into_parts();
        let body = match to_bytes(body, LONGEST).await {
            Ok(body) => body,
            Err(error) => {
                let lang = self.key.of.split('/').nth(1).unwrap_or_default();
                return Err(said(
                    &self.site,
                    lang,
                    &Error::Broken(format!("the answer at {} is too long: {error}", self.key.of)),
                ));
            }
        };
        let mut headers = parts.headers;
        // a page is written into a text that grows by doubling: what it did not need is given back
        let is_page = headers.get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
        let body = if is_page { Bytes::copy_from_slice(&body) } else { body };
        headers.remove(CONTENT_LENGTH);
        headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        headers.insert(ETAG, self.etag());
        let body = Packed::of(body, headers.get(CONTENT_TYPE));
        let made = self.now.as_ref().map(|(now, day)| (now.heads.last, *day));
        let good_at = AtomicI64::new(made.map_or(0, |(number, _)| number));
        Ok(Answer { headers, body, made, made_from: parts.extensions.get().cloned(), good_at })
    }
}

/// The headers of a request that choose the form of the response.
struct AsksFor {
    coding: Coding,
    known: Option<HeaderValue>,
    only_head: bool,
}

impl AsksFor {
    fn of(request: &Request) -> AsksFor {
        AsksFor {
            coding: Coding::accepted(request.headers()),
            known: request.headers().get(IF_NONE_MATCH).cloned(),
            only_head: request.method() == Method::HEAD,
        }
    }

    /// Whether the reader already has this version.
    fn knows(&self, etag: &HeaderValue) -> bool {
        let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_string();
        let (Some(known), Ok(etag)) = (self.known.as_ref().and_then(|k| k.to_str().ok()), etag.to_str())
        else {
            return false;
        };
        known.split(',').any(|tag| bare(tag) == bare(etag))
    }
}

impl Answer {
    async fn send(&self, reader: &AsksFor) -> Response {
        if self.headers.get(ETAG).is_some_and(|etag| reader.knows(etag)) {
            return not_modified(self.headers.clone());
        }
        let (coding, body) = self.body.get(reader.coding).await;
        let mut headers = self.headers.clone();
        headers.insert(CONTENT_LENGTH, HeaderValue::from(body.len()));
        if let Some(coding) = coding.name() {
            headers.insert(CONTENT_ENCODING, coding);
        }
        (headers, if reader.only_head { Body::empty() } else { Body::from(body) }).into_response()
    }
}

/// The response for a reader who already has it (304).
fn not_modified(mut headers: HeaderMap) -> Response {
    for name in [CONTENT_TYPE, CONTENT_LENGTH, CONTENT_ENCODING] {
        headers.remove(name);
    }
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
    headers.entry(VARY).or_insert(HeaderValue::from_static("accept-encoding"));
    (StatusCode::NOT_MODIFIED, headers).into_response()
}
