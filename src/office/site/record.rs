//! A record in the office: all that is known of it, and what can be done.

use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Response};
use decapolis_actions::may;
use maud::html;
use serde::Deserialize;

use super::batches::{BatchAsks, just_saved};
use super::desk::at_the_desk;
use super::html::{document, saved};
use crate::records::action_words;
use crate::records::site::html::body;
use crate::records::site::record::shown;
use crate::web::components::Link;
use crate::web::visit::Visit;

#[derive(Deserialize)]
pub struct RecordPath {
    pub kind: String,
    pub code: String,
}

pub async fn show(visit: Visit<RecordPath, BatchAsks>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, path, asks| {
        let RecordPath { kind, code } = path;
        let mut page = shown(desk.site, &desk.reader, &kind, &code).await?;
        page.trail =
            vec![Link::new(desk.say(&format!("kinds-{kind}")), desk.reader.to(&format!("/{kind}")))];
        let offered: Vec<Link> = desk
            .site
            .app
            .actions_on(&kind)
            .filter(|offer| offer.by_fields.is_some() && may(&desk.who.actor, offer.about).is_ok())
            .map(|offer| {
                let to = desk.reader.to(&format!("/{kind}/{code}/do/{}", offer.about.name));
                Link::new(desk.say(&action_words(offer.about.name)), to)
            })
            .collect();
        let just = just_saved(&desk, &asks).await?;
        let main = html! {
            @if let Some(it) = &just { (saved(it)) }
            @if !offered.is_empty() {
                ul class="offered" { @for one in &offered { li { a class="main" href=(one.href) { (one.words) } } } }
            }
            (body(&page))
        };
        Ok(document(&desk, &page.name, &format!("/{kind}/{code}"), &main).into_response())
    })
    .await
}
