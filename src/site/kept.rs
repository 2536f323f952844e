//! Answers kept as they were made, until a table they are read from is written or the day ends.
//!
//! Pages outside the office are made for the public, whoever asks. So an answer depends on its address, the register, and the day it is;
//! one statement (where the journal is) is enough to know that a kept answer is still the answer.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use decapolis_base::Day;
use decapolis_core::errors::{Error, Result};
use decapolis_core::journal::JournalNo;
use decapolis_core::table::Table;
use tracing::Instrument;

use super::asked::Asked;
use super::context::{Site, version};
use super::packed::{Coding, Packed};
use super::served::{Now, Served};
use crate::cache::{Keep, Key, Turn};

/// A longer answer is not kept.
const LONGEST: usize = 8 << 20;

/// The tables an answer was made from; a handler puts it into the answer's extensions. A write to other tables leaves such an answer as
/// it is. An answer without it is made again after every write.
#[derive(Clone)]
pub struct MadeFrom(pub Vec<&'static Table>);

/// An answer as it was made.
struct Answer {
    headers: HeaderMap,
    body: Packed,
    /// The state it was made in; `None` for a file of the program.
    made: Option<(JournalNo, Day)>,
    made_from: Option<MadeFrom>,
    /// The last entry of the journal at which it was still the answer.
    good_at: AtomicI64,
}

impl Keep for Answer {
    fn bytes(&self) -> usize {
        self.body.bytes() + self.headers.len() * 100
    }
}

/// The state in which an answer is asked for.
struct Asking {
    site: Arc<Site>,
    /// The register and the day; `None` for a file of the program.
    now: Option<(Now, Day)>,
    key: Key,
}

/// Answers with the kept answer of this very address before a route is looked for; the other layers and [`or_made`] do the rest. An
/// address under which something is kept is the one that the page was made for, so no route has to be known.
pub async fn or_routed(State(served): State<Served>, mut request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD)
        && let Some(address) = request.uri().path_and_query()
    {
        let key = Key::new("answer", address.as_str());
        let site = served.site();
        if let Some(answer) = site.cache.find(&key, |_: &Answer| true) {
            let asking = match Asking::of(&served, key, answer.made.is_none()).await {
                Ok(asking) => asking,
                Err(error) => return super::said_at(&site, &request, &error),
            };
            // the site may be another one by now, with nothing kept
            if Arc::ptr_eq(&asking.site, &site) && asking.is_met_by(&answer) {
                return answer.send(&AsksFor::of(&request)).await;
            }
            request.extensions_mut().insert(Arc::new(asking));
        }
    }
    next.run(request).await
}

/// Answers with the kept answer, or has it made and keeps it. Only what was found is kept; what the reader's language decides without
/// being in the address (the first page, refusals) never is.
pub async fn or_made(State(served): State<Served>, mut request: Request, next: Next) -> Response {
    let asked = Asked::of(&request);
    let Some(Asked { key, address, of_the_program }) = asked else {
        // what is not kept is refused too while the register is out of reach
        return match served.now().await {
            Ok(_) => next.run(request).await,
            Err(error) => super::said_at(&served.site(), &request, &error),
        };
    };
    let looked = request.extensions_mut().remove::<Arc<Asking>>().and_then(Arc::into_inner).filter(|asking| asking.key == key);
    let asking = match looked {
        Some(asking) => asking,
        None => match Asking::of(&served, key, of_the_program).await {
            Ok(asking) => asking,
            Err(error) => return super::said_at(&served.site(), &request, &error),
        },
    };
    let reader = AsksFor::of(&request);
    if let Some(answer) = asking.site.cache.find(&asking.key, |answer| asking.is_met_by(answer)) {
        return answer.send(&reader).await;
    }
    // given out in this state of the register: it is the same, whether or not it is kept
    let etag = asking.etag();
    if reader.knows(&etag) {
        return not_modified(HeaderMap::from_iter([(ETAG, etag)]));
    }
    *request.uri_mut() = address;
    *request.method_mut() = Method::GET;
    // it is kept plain and packed for each reader
    request.headers_mut().remove(ACCEPT_ENCODING);
    // in a task of its own: a reader who hangs up does not take it from those who wait for the same
    match tokio::spawn(make(asking, request, next).in_current_span()).await {
        Ok(Ok(answer)) => answer.send(&reader).await,
        Ok(Err(response)) => response,
        Err(stopped) => match stopped.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        },
    }
}

/// The answer, or a response that cannot be kept.
async fn make(asking: Asking, request: Request, next: Next) -> std::result::Result<Arc<Answer>, Response> {
    let cache = &asking.site.cache;
    match cache.turn(&asking.key, |answer| asking.is_met_by(answer)).await {
        Turn::Found(answer) => Ok(answer),
        Turn::Make(turn) => match asking.answer(next.run(request).await).await {
            Ok(answer) => Ok(turn.keep(answer)),
            Err(response) => {
                // after a fault of ours the next one tries; what is refused is refused to all who wait
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
    /// Looks at the register, unless nothing in it changes the answer.
    async fn of(served: &Served, key: Key, of_the_program: bool) -> Result<Asking> {
        if of_the_program {
            return Ok(Asking { site: served.site(), now: None, key });
        }
        let now = served.now().await?;
        let (site, today) = (now.site.clone(), now.site.app.settings.today());
        Ok(Asking { site, now: Some((now, today)), key })
    }

    /// Whether this is still the answer.
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

    /// A mark of the answer: of the journal, the day, the address, and this start of the program, which may have read other words.
    fn etag(&self) -> HeaderValue {
        let (number, day) = self.now.as_ref().map_or((0, 0), |(now, day)| (now.heads.last, day.number()));
        let address = version(self.site.mark.bytes().chain(self.key.of.bytes()));
        HeaderValue::from_str(&format!("W/\"{number}-{day}-{address}\"")).expect("digits and letters")
    }

    /// The answer as it is kept; as it came where it cannot be.
    async fn answer(&self, response: Response) -> std::result::Result<Answer, Response> {
        if response.status() != StatusCode::OK {
            return Err(response);
        }
        let (parts, body) = response.into_parts();
        let body = match to_bytes(body, LONGEST).await {
            Ok(body) => body,
            Err(error) => {
                let lang = self.key.of.split('/').nth(1).unwrap_or_default();
                return Err(super::said(&self.site, lang, &Error::Broken(format!("the answer at {} is too long: {error}", self.key.of))));
            }
        };
        let mut headers = parts.headers;
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

/// What a request says of the form in which it wants the answer.
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

    /// Whether the reader has this already.
    fn knows(&self, etag: &HeaderValue) -> bool {
        let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_string();
        let (Some(known), Ok(etag)) = (self.known.as_ref().and_then(|k| k.to_str().ok()), etag.to_str()) else { return false };
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

/// The answer to somebody who has it already.
fn not_modified(mut headers: HeaderMap) -> Response {
    for name in [CONTENT_TYPE, CONTENT_LENGTH, CONTENT_ENCODING] {
        headers.remove(name);
    }
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
    headers.entry(VARY).or_insert(HeaderValue::from_static("accept-encoding"));
    (StatusCode::NOT_MODIFIED, headers).into_response()
}
