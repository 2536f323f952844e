//! A record in the office: all that is known of it, what can be done, and what was done.

use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Response};
use decapolis_actions::{Deed, may};
use decapolis_register::journal::RowId;
use decapolis_register::permissions::{Audience, Subject, may_read};
use decapolis_register::records::{self, Record};
use decapolis_register::table::Table;
use decapolis_words::errors::{Error, Result};
use maud::{Markup, html};
use serde::Deserialize;

use super::act::refers_by;
use super::batches::{BatchAsks, ListedOn, just_saved, listed};
use super::desk::{Desk, at_the_desk};
use super::html::{document, saved};
use crate::records::eyes::Eyes;
use crate::records::history;
use crate::records::revised::row_in_words;
use crate::records::row_actions::title;
use crate::records::site::html::{RecordPage, body};
use crate::records::site::record::shown;
use crate::web::components::Link;
use crate::web::table::{Cell, Column};
use crate::web::visit::Visit;

/// The entries that a record's page shows of its history.
const ENTRIES: u64 = 20;

#[derive(Deserialize)]
pub struct RecordPath {
    pub kind: String,
    pub code: String,
}

#[derive(Deserialize)]
pub struct FactPath {
    kind: String,
    code: String,
    table: String,
    row: RowId,
}

pub async fn show(visit: Visit<RecordPath, BatchAsks>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, path, asks| {
        let RecordPath { kind, code } = path;
        let table = desk.site.app.all_tables().of_kind(&kind).ok_or(Error::NotFound("kind"))?;
        let record = of_code(&desk, &kind, &code).await?;
        let mine = desk.reaches(table, record.id).await?;
        let mut page = shown(desk.site, &desk.reader_of(table, record.id).await?, &kind, &code).await?;
        page.trail =
            vec![Link::new(desk.say(&format!("kinds-{kind}")), desk.reader.to(&format!("/{kind}")))];
        let base = format!("/{kind}/{code}");
        let just = just_saved(&desk, &asks).await?;
        let (mut offers, mut new) = (vec![], vec![]);
        if mine {
            lead_to_facts(&desk, &mut page, &base);
            (offers, new) = (offered(&desk, &kind, &base), adds(&desk, &kind, &base));
        }
        page.actions = html! {
            @if !offers.is_empty() {
                ul class="offered" { @for (n, one) in offers.iter().enumerate() { li { a class=(if n == 0 { "main" } else { "other" }) href=(one.href) { (one.words) } } } }
            }
        };
        let main = html! {
            @if let Some(it) = &just { (saved(it)) }
            (body(&page))
            @if !new.is_empty() {
                section class="panel" aria-labelledby="add" {
                    h2 id="add" { (desk.say("office-add")) }
                    ul class="offered" { @for one in &new { li { a class="other" href=(one.href) { (one.words) } } } }
                }
            }
            @if mine { (what_was_done(&desk, table, record.id).await?) }
        };
        Ok(document(&desk, &page.name, &base, &main).into_response())
    })
    .await
}

/// What can be done with the record itself: first what is done most.
fn offered(desk: &Desk<'_>, kind: &str, base: &str) -> Vec<Link> {
    let offers = desk.site.app.actions_on(kind);
    let mine = offers.filter(|offer| offer.by_fields.is_some() && may(&desk.who.actor, offer.about).is_ok());
    let mine = mine.map(|offer| {
        let to = desk.reader.to(&format!("{base}/do/{}", offer.about.name));
        let words = match offer.on_row {
            Some(on) => desk.say(&format!("deed-{}-this", on.deed.word())),
            None => title(offer.about.name, &desk.reader.locale).unwrap_or_default(),
        };
        (offer.on_row.is_some(), Link::new(words, to))
    });
    let mut all: Vec<(bool, Link)> = mine.collect();
    all.sort_by_key(|(is_general, _)| *is_general);
    all.into_iter().map(|(_, link)| link).collect()
}

/// The facts that can be added to a record of this kind.
fn adds(desk: &Desk<'_>, kind: &str, base: &str) -> Vec<Link> {
    let mut tables: Vec<&'static Table> = vec![];
    for panel in desk.site.app.panels(kind).filter(|panel| panel.table.kind().is_none()) {
        if !tables.iter().any(|table| table.name == panel.table.name) {
            tables.push(panel.table);
        }
    }
    let named = tables.into_iter().filter_map(|table| {
        let offer = desk.site.app.row_action(table, Deed::Create)?;
        may(&desk.who.actor, offer.about).ok()?;
        // what belongs to the whole network is not theirs to add
        if desk.scope.is_some() && table.belongs.is_empty() {
            return None;
        }
        let words = desk.say(&format!("table-{}", table.name.replace('_', "-")));
        Some(Link::new(words, desk.reader.to(&format!("{base}/do/{}", offer.about.name))))
    });
    named.collect()
}

async fn of_code(desk: &Desk<'_>, kind: &str, code: &str) -> Result<Record> {
    let found = records::by_code(desk.site.app.db.reader(), kind, code).await?;
    found.ok_or_else(|| Error::refused_with("site-error-record", [("code", code.into())].into()))
}

/// Gives the rows of facts a link to the page of each.
fn lead_to_facts(desk: &Desk<'_>, page: &mut RecordPage, base: &str) {
    for panel in &mut page.panels {
        let Some((table, rows)) = &panel.of else { continue };
        if table.kind().is_some() {
            continue;
        }
        let can = desk
            .site
            .app
            .row_action(table, Deed::Correct)
            .is_some_and(|offer| may(&desk.who.actor, offer.about).is_ok());
        let words = desk.say(if can { "office-change" } else { "office-open" });
        panel.table.columns.push(Column::default());
        for (cells, row) in panel.table.rows.iter_mut().zip(rows) {
            cells.push(Cell::link(words.clone(), desk.reader.to(&format!("{base}/{}/{row}", table.name))));
        }
    }
}

async fn what_was_done(desk: &Desk<'_>, table: &'static Table, record: RowId) -> Result<Markup> {
    let app = &desk.site.app;
    let panels = app.panels(table.kind().unwrap_or_default());
    let done = history::of_record(app.db.reader(), table, panels, record, ENTRIES).await?;
    Ok(html! {
        section class="panel" aria-labelledby="done" {
            h2 id="done" { (desk.say("office-history")) }
            (listed(desk, &done, ListedOn::OneRecord).await?)
        }
    })
}

/// One fact of a record: its values, what can be done with it, and what was done.
pub async fn fact(visit: Visit<FactPath>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, path, ()| {
        let FactPath { kind, code, table, row } = path;
        let app = &desk.site.app;
        let db = app.db.reader();
        let locale = &desk.reader.locale;
        let gone = || Error::refused("site-error-fact");
        let table = app.all_tables().named(&table).filter(|table| table.kind().is_none() && table.in_files).ok_or_else(gone)?;
        let record = of_code(&desk, &kind, &code).await.map_err(|_| gone())?;
        let of_record = app.all_tables().of_kind(&kind).ok_or_else(gone)?;
        let audience = desk.reader_of(of_record, record.id).await?.audience;
        may_read(audience, Subject::Record { public: record.public }).map_err(|_| gone())?;
        let by = refers_by(&desk, table, &kind).ok_or_else(gone)?;
        let values = decapolis_actions::row_of(db, table, row).await?.ok_or_else(gone)?;
        if values.get(by).and_then(|cell| cell.int()) != Some(record.id) {
            return Err(gone());
        }
        let reader = desk.reader_of(table, row).await?;
        if reader.audience == Audience::Public {
            return Err(gone());
        }
        let shown = row_in_words(db, table, &values, &Eyes { audience: reader.audience, ..desk.eyes() }, locale).await?;
        let base = format!("/{kind}/{code}");
        let mine = desk.reaches(table, row).await?;
        let offered = if mine { deeds(&desk, table, row, &base) } else { vec![] };
        let heading = desk.say(&format!("table-{}", table.name.replace('_', "-")));
        let name = record.name(desk.reader.audience, desk.reader.lang()).unwrap_or_default();
        let done = history::of_row(db, table, row, ENTRIES).await?;
        let main = html! {
            nav class="trail" aria-label=(desk.say("site-trail")) {
                ol {
                    li { a href=(desk.reader.to(&format!("/{kind}"))) { (desk.say(&format!("kinds-{kind}"))) } }
                    li { a href=(desk.reader.to(&base)) { (name) } }
                }
            }
            h1 { (heading) }
            @if !offered.is_empty() {
                ul class="offered" { @for one in &offered { li { a class="other" href=(one.href) { (one.words) } } } }
            }
            section class="fields" {
                dl { @for (label, text) in &shown { div { dt { (label) } dd { (text) } } } }
            }
            @if mine {
                section class="panel" aria-labelledby="done" {
                    h2 id="done" { (desk.say("office-history")) }
                    (listed(&desk, &done, ListedOn::OneRecord).await?)
                }
            }
        };
        Ok(document(&desk, &heading, &format!("{base}/{}/{row}", table.name), &main).into_response())
    })
    .await
}

/// What can be done with a fact.
fn deeds(desk: &Desk<'_>, table: &Table, row: RowId, base: &str) -> Vec<Link> {
    let can = |deed: Deed| {
        let offer = desk.site.app.row_action(table, deed)?;
        may(&desk.who.actor, offer.about).ok()?;
        let to = desk.reader.to(&format!("{base}/do/{}?row={row}", offer.about.name));
        Some(Link::new(desk.say(&format!("deed-{}-this", deed.word())), to))
    };
    [Deed::ChangeFrom, Deed::End, Deed::Correct, Deed::Remove].into_iter().filter_map(can).collect()
}
