//! The studio: make figures in the browser. All choices are in the URL; only saving writes.

mod bench;
mod form;
pub mod html;
mod result;
mod save;
pub mod save_html;
mod years;

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::rejection::QueryRejection;
use axum::extract::{DefaultBodyLimit, Path, Query, RawQuery, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use tower_http::set_header::SetResponseHeaderLayer;

use self::bench::{Bench, Pairs, open, understood};
use super::address;
use crate::web::answers::answer;
use crate::web::context::Site;
use crate::web::routes::Route;
use crate::web::shell;

/// The studio runs one script of the program, which may only call this site.
const POLICY: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The largest body of a save request, in bytes.
const LONGEST: usize = 64 * 1024;

/// The routes of the studio.
pub fn routes() -> Vec<Route> {
    let policy = SetResponseHeaderLayer::if_not_present(
        HeaderName::from_static("content-security-policy"),
        HeaderValue::from_static(POLICY),
    );
    let all = [
        Route::get("/{lang}/studio", show),
        Route::form("/{lang}/studio/figures", save::show, save::save),
        Route::get("/{lang}/studio/figure.toml", save::file),
    ];
    // hardly two requests are equal
    all.map(|route| {
        Route {
            handler: route
                .handler
                .layer::<_, Infallible>(policy.clone())
                .layer(DefaultBodyLimit::max(LONGEST)),
            ..route
        }
        .never_kept()
    })
    .into()
}

async fn show(
    State(site): State<Arc<Site>>,
    Path(lang): Path<String>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
    pairs: std::result::Result<Query<Pairs>, QueryRejection>,
) -> Response {
    answer(&site, &lang, &headers, async |reader| {
        open(&site)?;
        let pairs = understood(pairs, query.as_deref())?;
        let db = site.app.db.snapshot().await?;
        let bench = Bench::read(&site, &db, reader, &pairs).await?;
        let shown = bench.page(&db).await?;
        db.commit().await?;
        let title = reader.locale.say("studio-title");
        Ok(html::page(
            &shell::shell(&site, reader, &title, &format!("/studio?{}", address::query(&bench.draft)), None),
            &shown,
        )
        .into_response())
    })
    .await
}
