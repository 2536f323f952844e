//! Gives every request an id, and logs one line for every internal error.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, OnceLock};
use std::time::Duration;

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tracing::Instrument;

/// Characters that can be read out by telephone without confusion.
const SIGNS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";

/// Attached to a response of status 500, for the one place that logs it.
#[derive(Clone, Debug)]
pub struct Fault {
    /// The number that the reader sees and can quote.
    pub number: String,
    /// The cause, only for the log: it may name files, tables and statements.
    pub cause: String,
}

impl Fault {
    pub fn new(cause: impl Into<String>) -> Fault {
        Fault { number: drawn(), cause: cause.into() }
    }
}

/// What the log says of a request, filled in by the layers that know it.
#[derive(Clone)]
struct Said {
    id: String,
    route: Arc<OnceLock<MatchedPath>>,
}

/// How long a request may take.
const TIME: Duration = Duration::from_secs(20);
/// How long one may take that brings a file: over a slow line the file takes minutes.
const TIME_WITH_A_FILE: Duration = Duration::from_secs(300);

/// Answers a request, or says that it took too long.
pub async fn in_time(request: Request, next: Next) -> Response {
    let is_form_with_file = request
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|sort| sort.as_bytes().starts_with(b"multipart/form-data"));
    let time = if is_form_with_file { TIME_WITH_A_FILE } else { TIME };
    let answered = tokio::time::timeout(time, next.run(request)).await;
    answered.unwrap_or_else(|_| StatusCode::SERVICE_UNAVAILABLE.into_response())
}

/// Gives the request an id, which is returned in `x-request-id`, and logs an internal error in one line: number, id,
/// route and cause. Path and parameters are not logged, because they may name people.
pub async fn logged(mut request: Request, next: Next) -> Response {
    let said = Said { id: drawn(), route: Arc::default() };
    let method = request.method().clone();
    request.extensions_mut().insert(said.clone());
    let mut response = next.run(request).await;
    let Said { id, route } = said;
    let route = || route.get().map_or("none", MatchedPath::as_str);
    match response.status() {
        StatusCode::INTERNAL_SERVER_ERROR => {
            let Fault { number, cause } =
                response.extensions().get().cloned().unwrap_or_else(|| Fault::new("not said"));
            tracing::error!(number, request = id, %method, route = route(), cause, "a request failed");
        }
        StatusCode::SERVICE_UNAVAILABLE => {
            tracing::warn!(request = id, %method, route = route(), "a request was not served")
        }
        _ => {}
    }
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(HeaderName::from_static("x-request-id"), id);
    }
    response
}

/// Tells [`logged`] the route, and adds the request's id to every log line of the request.
pub async fn routed(request: Request, next: Next) -> Response {
    let Some(said) = request.extensions().get::<Said>().cloned() else { return next.run(request).await };
    if let Some(route) = request.extensions().get::<MatchedPath>() {
        let _ = said.route.set(route.clone());
    }
    next.run(request).instrument(tracing::info_span!("request", id = said.id)).await
}

/// The response after a panic. It has no worded text, because wording might panic again.
pub fn panicked(why: Box<dyn std::any::Any + Send>) -> Response {
    let said = why.downcast_ref::<String>().map(String::as_str).or(why.downcast_ref::<&str>().copied());
    let fault = Fault::new(format!("panic: {}", said.unwrap_or("of an unknown kind")));
    let text = format!("500: {}\n", fault.number);
    let mut response = (StatusCode::INTERNAL_SERVER_ERROR, text).into_response();
    response.extensions_mut().insert(fault);
    response
}

/// Eight characters, so that a number can be found in the logs of many runs. The first number is random; each further
/// one is a golden-ratio step on, so no number of 40 bits repeats before all have been used.
fn drawn() -> String {
    const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
    static NEXT: LazyLock<AtomicU64> = LazyLock::new(|| {
        let mut start = [0; 8];
        // without a random source the server still responds
        let _ = getrandom::fill(&mut start);
        AtomicU64::new(u64::from_le_bytes(start))
    });
    let number = NEXT.fetch_add(STEP, Ordering::Relaxed);
    (0..8).map(|sign| char::from(SIGNS[(number >> (5 * sign)) as usize % SIGNS.len()])).collect()
}
