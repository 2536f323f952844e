//! Serves the network's colours and logo as files.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::web::context::Site;
use crate::web::routes::Route;

/// The policy of a logo that is opened by itself: it may not run or load anything.
const LOGO_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

pub fn routes() -> Vec<Route> {
    vec![Route::get("/brand/{name}", file).of_the_program()]
}

/// Serves `/brand/colours.css`, `/brand/logo.svg` and `/brand/logo.png`, if the network has them.
async fn file(State(site): State<Arc<Site>>, Path(name): Path<String>) -> Response {
    let cached = (header::CACHE_CONTROL, "public, max-age=31536000, immutable");
    let logo = site.app.settings.brand.logo.as_ref();
    match (name.as_str(), logo) {
        ("colours.css", _) if !site.brand.style.is_empty() => {
            ([(header::CONTENT_TYPE, "text/css; charset=utf-8"), cached], site.brand.style.clone())
                .into_response()
        }
        ("logo.svg", Some(logo)) if logo.svg => {
            let policy = (header::CONTENT_SECURITY_POLICY, LOGO_POLICY);
            ([(header::CONTENT_TYPE, "image/svg+xml"), cached, policy], logo.bytes.clone()).into_response()
        }
        ("logo.png", Some(logo)) if !logo.svg => {
            ([(header::CONTENT_TYPE, "image/png"), cached], logo.bytes.clone()).into_response()
        }
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}
