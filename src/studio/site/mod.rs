//! The studio: make figures in the browser. All choices are in the URL; only saving writes.

mod bench;
mod form;
pub mod html;
mod result;
mod save;
pub mod save_html;
mod years;

use std::convert::Infallible;

use axum::extract::{DefaultBodyLimit, RawQuery};
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use tower_http::set_header::SetResponseHeaderLayer;

use self::bench::{Bench, not_too_long, open};
use super::address;
use crate::web::assets::POLICY_WITH_SCRIPT;
use crate::web::routes::Route;
use crate::web::sent::Pairs;
use crate::web::shell;
use crate::web::visit::Visit;

/// The largest body of a save request, in bytes.
const LONGEST: usize = 64 * 1024;

/// The routes of the studio.
pub fn routes() -> Vec<Route> {
    let policy = SetResponseHeaderLayer::if_not_present(
        HeaderName::from_static("content-security-policy"),
        HeaderValue::from_static(POLICY_WITH_SCRIPT),
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

async fn show(visit: Visit<(), Pairs>, RawQuery(query): RawQuery) -> Response {
    visit
        .answer(async |site, reader, (), pairs| {
            open(site)?;
            not_too_long(query.as_deref())?;
            let db = site.app.db.snapshot().await?;
            let bench = Bench::read(site, &db, reader, &pairs).await?;
            let shown = bench.page(&db).await?;
            db.commit().await?;
            let title = reader.locale.say("studio-title");
            let path = format!("/studio?{}", address::query(&bench.draft));
            Ok(html::page(&shell::shell(site, reader, &title, &path, None), &shown).into_response())
        })
        .await
}
