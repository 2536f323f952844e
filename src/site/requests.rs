//! A number for every request, and one line in the log for every answer that is a fault of ours.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, OnceLock};

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tracing::Instrument;

/// The characters of a number that a reader may quote by telephone.
const SIGNS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";

/// Travels with an answer of status 500 to the one place that logs it.
#[derive(Clone, Debug)]
pub struct Fault {
    /// What the reader sees and quotes.
    pub number: String,
    /// For the log only: it may name files, tables and statements.
    pub cause: String,
}

impl Fault {
    pub fn new(cause: impl Into<String>) -> Fault {
        Fault { number: drawn(), cause: cause.into() }
    }
}

/// What is said of a request in the log, told by those that find it out.
#[derive(Clone)]
struct Said {
    id: String,
    route: Arc<OnceLock<MatchedPath>>,
}

/// Gives the request its id, which goes back in `x-request-id`, and logs the answer if it is a fault: number, id, route and cause in one
/// line. The path and the parameters stay out of the log, since they may name people.
pub async fn logged(mut request: Request, next: Next) -> Response {
    let said = Said { id: drawn(), route: Arc::default() };
    let method = request.method().clone();
    request.extensions_mut().insert(said.clone());
    let mut response = next.run(request).await;
    let Said { id, route } = said;
    let route = || route.get().map_or("none", MatchedPath::as_str);
    match response.status() {
        StatusCode::INTERNAL_SERVER_ERROR => {
            let Fault { number, cause } = response.extensions().get().cloned().unwrap_or_else(|| Fault::new("not said"));
            tracing::error!(number, request = id, %method, route = route(), cause, "a request failed");
        }
        StatusCode::SERVICE_UNAVAILABLE => tracing::warn!(request = id, %method, route = route(), "a request was not served"),
        _ => {}
    }
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(HeaderName::from_static("x-request-id"), id);
    }
    response
}

/// Tells [`logged`] which route was found, and sets the request's id before every line of the log that belongs to it.
pub async fn routed(request: Request, next: Next) -> Response {
    let Some(said) = request.extensions().get::<Said>().cloned() else { return next.run(request).await };
    if let Some(route) = request.extensions().get::<MatchedPath>() {
        let _ = said.route.set(route.clone());
    }
    next.run(request).instrument(tracing::info_span!("request", id = said.id)).await
}

/// The answer where the program's own code panicked. Words of any kind might panic again, so it has none but these.
pub fn panicked(why: Box<dyn std::any::Any + Send>) -> Response {
    let said = why.downcast_ref::<String>().map(String::as_str).or(why.downcast_ref::<&str>().copied());
    let fault = Fault::new(format!("panic: {}", said.unwrap_or("of an unknown kind")));
    let text = format!("500: {}\n", fault.number);
    let mut response = (StatusCode::INTERNAL_SERVER_ERROR, text).into_response();
    response.extensions_mut().insert(fault);
    response
}

/// Eight signs, so that a number is found in the logs of many runs: a start drawn by chance once, and a step of the golden ratio for every
/// number after it, which gives every number of 40 bits once before one comes again.
fn drawn() -> String {
    const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
    static NEXT: LazyLock<AtomicU64> = LazyLock::new(|| {
        let mut start = [0; 8];
        // a machine without chance still answers
        let _ = getrandom::fill(&mut start);
        AtomicU64::new(u64::from_le_bytes(start))
    });
    let number = NEXT.fetch_add(STEP, Ordering::Relaxed);
    (0..8).map(|sign| char::from(SIGNS[(number >> (5 * sign)) as usize % SIGNS.len()])).collect()
}
