//! The router: every route behind the same layers.

use std::sync::Arc;

use axum::Router;
use axum::http::header::{CONTENT_SECURITY_POLICY, X_FRAME_OPTIONS};
use axum::http::{HeaderName, HeaderValue, Response};
use axum::middleware::{from_fn, from_fn_with_state};
use decapolis_words::errors::Error;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::set_header::SetResponseHeaderLayer;

use super::answers::said;
use super::caching::Known;
use super::context::Site;
use super::routes::Route;
use super::served::Served;
use super::visit::Visit;
use super::{checks, kept, requests};

/// Pages run nothing but what the program itself serves; styles are in their file.
const POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// `DENY` for browsers and scanners that do not read `frame-ancestors`; nothing where the policy lets other sites show the page in a frame.
fn framed_nowhere<B>(response: &Response<B>) -> Option<HeaderValue> {
    let policy = response.headers().get(CONTENT_SECURITY_POLICY).map(HeaderValue::as_bytes);
    match policy {
        Some(policy) if policy.ends_with(b"frame-ancestors *") => None,
        Some(policy) if policy.ends_with(b"frame-ancestors 'self'") => {
            Some(HeaderValue::from_static("SAMEORIGIN"))
        }
        _ => Some(HeaderValue::from_static("DENY")),
    }
}

/// The site at these routes.
pub fn router(site: Arc<Site>, routes: Vec<Route>) -> Router {
    let fixed = |name: &'static str, value: &'static str| {
        SetResponseHeaderLayer::if_not_present(HeaderName::from_static(name), HeaderValue::from_static(value))
    };
    let served = Served::of(
        site,
        Known::of(routes.iter().map(|route| (route.path.as_str(), route.asks, route.keeps))),
    );
    // a workbook is compressed already
    let packed = NotForContentType::const_new("application/vnd.openxmlformats");
    // the layers that every request passes before its route is looked up, the outermost first: a cached response needs no route
    let before = ServiceBuilder::new()
        .layer(from_fn(requests::logged))
        .layer(CatchPanicLayer::custom(requests::panicked))
        .layer(from_fn(requests::in_time))
        .layer(fixed("cross-origin-opener-policy", "same-origin"))
        .layer(fixed("referrer-policy", "same-origin"))
        .layer(fixed("x-content-type-options", "nosniff"))
        .layer(SetResponseHeaderLayer::if_not_present(X_FRAME_OPTIONS, framed_nowhere))
        .layer(fixed("content-security-policy", POLICY))
        .layer(from_fn_with_state(served.clone(), checks::let_in))
        .layer(from_fn_with_state(served.clone(), kept::or_routed));
    // one layer for all, because the router copies each of its layers for every request
    let after = ServiceBuilder::new()
        .layer(from_fn(requests::routed))
        .layer(from_fn_with_state(served.clone(), kept::or_made))
        .layer(
            CompressionLayer::new()
                .quality(tower_http::CompressionLevel::Fastest)
                .compress_when(DefaultPredicate::new().and(packed)),
        );
    let found =
        routes.into_iter().fold(Router::new(), |router, route| router.route(&route.path, route.handler));
    let found = found
        .fallback(
            |visit: Visit| async move { said(&visit.site, &visit.language(), &Error::NotFound("page")) },
        )
        .layer(after)
        .with_state(served);
    Router::new().fallback_service(before.service(found))
}
