//! A record in the office: all that is known of it, what can be done, and what was done.

use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Response};
use decapolis_actions::{Deed, Standing, Within, may, standing, writes_within};
use decapolis_register::journal::RowId;
use decapolis_register::records::{self, Record};
use decapolis_register::table::Table;
use decapolis_words::errors::{Error, Result};
use maud::{Markup, html};
use serde::Deserialize;

use super::as_of::{ask_for_a_day, bar};
use super::batches::{BatchAsks, ListedOn, just_saved, listed};
use super::desk::{Desk, at_the_desk};
use super::files;
use super::html::{document, saved};
use super::record_html::{RecordParts, whole};
use crate::accounts::invite::INVITE;
use crate::lookups::way::WayOfReading;
use crate::records::as_of::AsOf;
use crate::records::eyes::{Eyes, PERSON};
use crate::records::history;
use crate::records::row_actions::title;
use crate::records::site::html::RecordPage;
use crate::records::site::record::shown;
use crate::web::components::Link;
use crate::web::table::{Cell, Column};
use crate::web::visit::{Visit, asks};

/// The entries that a record's page shows of its history.
pub const ENTRIES: u64 = 20;

#[derive(Deserialize)]
pub struct OfficeRecordPath {
    pub kind: String,
    pub code: String,
}

asks! {
    /// What was done a moment ago, and which day is shown.
    pub struct RecordAsks {
        /// The batch that was just written.
        saved,
        /// What was so on this day.
        on,
        /// As the register knew it on this day.
        known,
    }
}

pub async fn show(visit: Visit<OfficeRecordPath, RecordAsks>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, path, asks| {
        let OfficeRecordPath { kind, code } = path;
        let table = desk.site.app.all_tables().of_kind(&kind).ok_or(Error::NotFound("kind"))?;
        let db = desk.site.app.db.reader();
        let as_of = AsOf::read(db, asks.on.as_deref(), asks.known.as_deref()).await?;
        let record = of_code(&desk, &kind, &code, &as_of).await?;
        // the scope of today decides, whichever day is shown
        let mine = desk.reaches(table, record.id).await?;
        let reader = desk.reader_of(table, record.id).await?;
        let eyes = Eyes { audience: reader.audience, known: as_of.known, ..desk.eyes() };
        let mut page = shown(desk.site, &reader, &eyes, &as_of, (&kind, &code)).await?;
        page.trail = vec![Link::new(desk.say(&format!("kinds-{kind}")), desk.reader.to(&format!("/{kind}")))];
        let base = format!("/{kind}/{code}");
        let just = just_saved(&desk, &BatchAsks { saved: asks.saved }).await?;
        let mut parts = RecordParts::default();
        if mine {
            desk.looks_up(WayOfReading::Page, table, [record.id]);
            lead_to_facts(&desk, &mut page, &base, &as_of);
        }
        // nothing is written on a page of the past
        let writes = mine && as_of.is_now();
        if writes {
            (parts.offers, parts.general) = offered(&desk, &kind, &base);
            parts.adds = adds(&desk, &kind, &base);
            parts.history = what_was_done(&desk, table, record.id).await?;
        }
        if as_of.is_now() {
            parts.files = files::section(&desk, &kind, &code).await?;
        }
        parts.day = html! {
            @if !as_of.is_now() { (bar(&desk, &as_of, &desk.reader.to(&base))) }
            (ask_for_a_day(&desk, &as_of, &desk.reader.to(&base)))
        };
        let main = html! {
            @if let Some(it) = &just { (saved(it)) }
            (whole(&desk, &page, &parts))
            @if may(&desk.who.actor, &INVITE.about).is_ok() {
                p { a href=(desk.reader.to(&format!("{base}/who"))) { (desk.say("who-title")) } }
                @if kind == PERSON { p { a href=(desk.reader.to(&format!("{base}/lookups"))) { (desk.say("lookups-title")) } } }
            }
        };
        let path = format!("{base}{}", as_of.query());
        Ok(document(&desk, &page.name, &path, &main).into_response())
    })
    .await
}

/// What can be done with the record itself, first what is done most; and what can be done with any record.
fn offered(desk: &Desk<'_>, kind: &str, base: &str) -> (Vec<Link>, Vec<Link>) {
    let offers = desk.site.app.actions_on(kind);
    let mine = offers.filter(|offer| offer.by_fields.is_some() && standing(&desk.who.actor, offer).is_ok());
    let mine = mine.map(|offer| {
        let to = desk.reader.to(&format!("{base}/do/{}", offer.about.name));
        let words = match offer.on_row {
            Some(on) => desk.say(&format!("deed-{}-this", on.deed.word())),
            None => title(offer.about.name, &desk.reader.locale).unwrap_or_default(),
        };
        (offer.on_row.is_some(), Link::new(words, to))
    });
    let (general, own): (Vec<_>, Vec<_>) = mine.partition(|(is_general, _)| *is_general);
    let links = |all: Vec<(bool, Link)>| all.into_iter().map(|(_, link)| link).collect();
    (links(own), links(general))
}

/// The facts that can be added to a record of this kind.
fn adds(desk: &Desk<'_>, kind: &str, base: &str) -> Vec<(&'static str, Link)> {
    let mut tables: Vec<&'static Table> = vec![];
    for panel in
        desk.site.app.panels(kind).filter(|panel| panel.table.kind().is_none() && panel.through.is_none())
    {
        if !tables.iter().any(|table| table.name == panel.table.name) {
            tables.push(panel.table);
        }
    }
    let named = tables.into_iter().filter_map(|table| {
        let offer = desk.site.app.row_action(table, Deed::Create)?;
        // what belongs to the whole network is not theirs to add who act for a region
        match standing(&desk.who.actor, offer).ok()? {
            Standing::Does if writes_within(&desk.who.actor, offer, table) == Within::Nothing => return None,
            _ => {}
        }
        let words = desk.say(&format!("table-{}", table.name.replace('_', "-")));
        Some((table.name, Link::new(words, desk.reader.to(&format!("{base}/do/{}", offer.about.name)))))
    });
    named.collect()
}

/// The record with this code. Who may read everything also finds one that was there on the day that is shown and has been removed since.
pub async fn of_code(desk: &Desk<'_>, kind: &str, code: &str, as_of: &AsOf) -> Result<Record> {
    let db = desk.site.app.db.reader();
    let found = match records::by_code(db, kind, code).await? {
        None if desk.scope.is_none() => as_of.record(db, kind, code).await?,
        found => found,
    };
    found.ok_or_else(|| Error::refused_with("site-error-record", [("code", code.into())].into()))
}

/// Gives the rows of facts a link to the page of each.
fn lead_to_facts(desk: &Desk<'_>, page: &mut RecordPage, base: &str, as_of: &AsOf) {
    for panel in &mut page.panels {
        let Some((table, rows)) = &panel.of else { continue };
        if table.kind().is_some() {
            continue;
        }
        let can = desk
            .site
            .app
            .row_action(table, Deed::Correct)
            .is_some_and(|offer| as_of.is_now() && standing(&desk.who.actor, offer).is_ok());
        let days = as_of.query();
        let words = desk.say(if can { "office-change" } else { "office-open" });
        panel.table.columns.push(Column::default());
        for (cells, row) in panel.table.rows.iter_mut().zip(rows) {
            // a fact of a record that belongs to this one has its page there
            let of = match panel.owner {
                None => Some(desk.reader.to(base)),
                Some(at) => cells.get(at).and_then(|cell| cell.href.clone()),
            };
            cells.push(of.map_or_else(Cell::default, |of| {
                Cell::link(words.clone(), format!("{of}/{}/{row}{days}", table.name))
            }));
        }
    }
}

async fn what_was_done(desk: &Desk<'_>, table: &'static Table, record: RowId) -> Result<Markup> {
    let app = &desk.site.app;
    let panels = app.panels(table.kind().unwrap_or_default());
    let done = history::of_record(app.db.reader(), table, panels, record, ENTRIES).await?;
    Ok(html! {
        section class="panel past" aria-labelledby="done" {
            h2 id="done" { (desk.say("office-history")) }
            (listed(desk, &done, ListedOn::OneRecord).await?)
        }
    })
}
