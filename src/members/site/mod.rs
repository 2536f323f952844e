//! The members on a day: the list and its files.

mod asked;
mod file;
mod list;

use axum::response::{IntoResponse, Response};
use decapolis_register::panels::OwnList;

use self::asked::MembersAsks;
use crate::web::files::FileKind;
use crate::web::routes::Route;
use crate::web::visit::Visit;

/// The members in place of all organisations.
pub const LIST: OwnList = OwnList { of: "organisation", path: "/members", words: "site-members" };

pub fn routes() -> Vec<Route> {
    let file = |kind: FileKind| {
        let handler = move |visit: Visit<(), MembersAsks>| in_a_file(visit, kind);
        Route::get(format!("/{{lang}}/members.{}", kind.ending()), handler)
            .asks(MembersAsks::NAMES)
            .never_kept()
    };
    let list = Route::get("/{lang}/members", members).asks(MembersAsks::NAMES);
    std::iter::once(list).chain(FileKind::ALL.map(file)).collect()
}

async fn members(visit: Visit<(), MembersAsks>) -> Response {
    visit
        .answer(async |site, reader, (), asks| Ok(list::show(site, reader, &asks).await?.into_response()))
        .await
}

async fn in_a_file(visit: Visit<(), MembersAsks>, kind: FileKind) -> Response {
    visit
        .answer_with_file(async move |site, reader, (), asks, turn| {
            file::send(site, reader, &asks, kind, turn).await
        })
        .await
}
