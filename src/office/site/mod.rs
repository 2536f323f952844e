//! The pages of the office: start, find, lists, records, actions and batches.

mod act;
mod act_html;
mod batches;
mod desk;
mod find;
mod html;
mod record;

use axum::extract::DefaultBodyLimit;

use crate::web::routes::Route;

/// The largest form, in bytes: pictures come with files.
const LONGEST: usize = 2 * 1024 * 1024;

pub fn routes() -> Vec<Route> {
    let all = [
        Route::get("/{lang}/office", find::start),
        Route::get("/{lang}/office/find", find::find).asks(find::FindAsks::NAMES),
        Route::form("/{lang}/office/batches", batches::show, batches::undo).asks(batches::BatchAsks::NAMES),
        Route::get("/{lang}/office/{kind}", find::of_kind).asks(find::FindAsks::NAMES),
        Route::get("/{lang}/office/{kind}/{code}", record::show).asks(batches::BatchAsks::NAMES),
        Route::form("/{lang}/office/{kind}/{code}/do/{action}", act::show, act::send),
    ];
    all.map(|route| {
        Route {
            handler: route.handler.layer::<_, std::convert::Infallible>(DefaultBodyLimit::max(LONGEST)),
            ..route
        }
        .never_kept()
    })
    .into()
}
