//! The pages of records of any kind: the list of a kind, its files, and the page of one record.

mod file;
pub mod html;
mod list;
mod panel_rows;
pub mod record;
mod record_words;

use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::records::lists::ListAsks;
use crate::web::files::FileKind;
use crate::web::routes::Route;
use crate::web::visit::Visit;

#[derive(Deserialize)]
struct RecordPath {
    code: String,
}

/// The addresses of these kinds of record; the second value says whether a kind has no page of its own.
pub fn routes(kinds: impl Iterator<Item = (&'static str, bool)>) -> Vec<Route> {
    kinds.flat_map(|(kind, has_no_page)| of_kind(kind, has_no_page)).collect()
}

fn of_kind(kind: &'static str, has_no_page: bool) -> Vec<Route> {
    let list = move |visit: Visit<(), ListAsks>| async move {
        visit
            .answer(async |site, reader, (), asks| {
                Ok(list::show(site, reader, kind, &asks).await?.into_response())
            })
            .await
    };
    let mut routes = vec![Route::get(format!("/{{lang}}/{kind}"), list).asks(ListAsks::NAMES)];
    for file in FileKind::ALL {
        let handler = move |visit: Visit<(), ListAsks>| in_a_file(visit, kind, file);
        routes.push(
            Route::get(format!("/{{lang}}/{kind}.{}", file.ending()), handler)
                .asks(ListAsks::NAMES)
                .never_kept(),
        );
    }
    if has_no_page {
        let page = move |visit: Visit<RecordPath>| async move {
            visit
                .answer(async |site, reader, path, ()| {
                    Ok(record::show(site, reader, kind, &path.code).await?.into_response())
                })
                .await
        };
        routes.push(Route::get(format!("/{{lang}}/{kind}/{{code}}"), page));
    }
    routes
}

async fn in_a_file(visit: Visit<(), ListAsks>, kind: &'static str, file: FileKind) -> Response {
    visit
        .answer_with_file(async move |site, reader, (), asks, turn| {
            file::send(site, reader, kind, &asks, file, turn).await
        })
        .await
}
