//! One fact of a record: its values, what can be done with it, and what was done.

use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Response};
use decapolis_actions::{Deed, standing};
use decapolis_register::journal::RowId;
use decapolis_register::permissions::{Audience, Subject, may_read};
use decapolis_register::records::Record;
use decapolis_register::table::Table;
use decapolis_register::value::Values;
use decapolis_words::errors::{Error, Result};
use maud::html;
use serde::Deserialize;

use super::act::refers_by;
use super::as_of::{ask_for_a_day, bar};
use super::batches::{ListedOn, listed};
use super::desk::{Desk, at_the_desk};
use super::html::document;
use super::record::{ENTRIES, of_code};
use crate::office::list::OfficeRows;
use crate::records::as_of::AsOf;
use crate::records::eyes::Eyes;
use crate::records::history;
use crate::records::revised::row_in_words;
use crate::web::components::Link;
use crate::web::visit::{Visit, asks};

#[derive(Deserialize)]
pub struct FactAddress {
    kind: String,
    code: String,
    table: String,
    row: RowId,
}

asks! {
    /// Which day is shown.
    pub struct FactAsks {
        /// What was so on this day.
        on,
        /// As the register knew it on this day.
        known,
    }
}

/// A fact as a version of it says, and for whom it is shown.
struct FactFound {
    table: &'static Table,
    record: Record,
    values: Values,
    audience: Audience,
}

pub async fn show(visit: Visit<FactAddress, FactAsks>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, path, asks| {
        let db = desk.site.app.db.reader();
        let as_of = AsOf::read(db, asks.on.as_deref(), asks.known.as_deref()).await?;
        let FactFound { table, record, values, audience } = found(&desk, &path, &as_of).await?;
        let FactAddress { kind, code, row, .. } = path;
        let locale = &desk.reader.locale;
        let shown = row_in_words(db, table, &values, &Eyes { audience, known: as_of.known, ..desk.eyes() }, locale).await?;
        let base = format!("/{kind}/{code}");
        let place = format!("{base}/{}/{row}", table.name);
        let writes = as_of.is_now() && desk.reaches(table, row).await?;
        let offered = if writes { deeds(&desk, table, row, &base) } else { vec![] };
        let heading = desk.say(&format!("table-{}", table.name.replace('_', "-")));
        let name = record.name(desk.reader.audience, desk.reader.lang()).unwrap_or_default();
        let done = if writes { history::of_row(db, table, row, ENTRIES).await? } else { vec![] };
        let held = as_of.held(db, table, row).await?;
        let main = html! {
            nav class="trail" aria-label=(desk.say("site-trail")) {
                ol {
                    li { a href=(desk.reader.to(&format!("/{kind}"))) { (desk.say(&format!("kinds-{kind}"))) } }
                    li { a href=(desk.reader.to(&format!("{base}{}", as_of.query()))) { (name) } }
                }
            }
            @if !as_of.is_now() { (bar(&desk, &as_of, &desk.reader.to(&place))) }
            h1 { (heading) }
            @if !held { p class="note" { (desk.say("as-of-not-then")) } }
            @if !offered.is_empty() {
                ul class="offered" { @for one in &offered { li { a class="other" href=(one.href) { (one.words) } } } }
            }
            section class="fields" {
                dl { @for (label, text) in &shown { div { dt { (label) } dd { (text) } } } }
            }
            (ask_for_a_day(&desk, &as_of, &desk.reader.to(&place)))
            @if writes {
                section class="panel" aria-labelledby="done" {
                    h2 id="done" { (desk.say("office-history")) }
                    (listed(&desk, &done, ListedOn::OneRecord).await?)
                }
            }
        };
        Ok(document(&desk, &heading, &format!("{place}{}", as_of.query()), &main).into_response())
    })
    .await
}

/// Finds the version of a fact that was known. Refused (`site-error-fact`): there is none, it was of another record, or it is not theirs to
/// read.
async fn found(desk: &Desk<'_>, path: &FactAddress, as_of: &AsOf) -> Result<FactFound> {
    let app = &desk.site.app;
    let gone = || Error::refused("site-error-fact");
    let table = app.all_tables().named(&path.table);
    let table = table.filter(|table| table.kind().is_none() && table.in_files).ok_or_else(gone)?;
    let record = of_code(desk, &path.kind, &path.code, as_of).await.map_err(|_| gone())?;
    let of_record = app.all_tables().of_kind(&path.kind).ok_or_else(gone)?;
    let audience = desk.reader_of(of_record, record.id).await?.audience;
    may_read(audience, Subject::Record { public: record.public }).map_err(|_| gone())?;
    let by = refers_by(desk, table, &path.kind).ok_or_else(gone)?;
    let values = as_of.row(app.db.reader(), table, path.row).await?.ok_or_else(gone)?;
    if values.get(by).and_then(|cell| cell.int()) != Some(record.id) {
        return Err(gone());
    }
    let audience = desk.reader_of_version(table, path.row, as_of.known).await?.audience;
    if audience == Audience::Public {
        return Err(gone());
    }
    // of the network's own facts, those that the list of the table has
    if desk.scope.as_ref().is_some_and(|scope| scope.is_of_network(table)) {
        let currency = app.settings.counts_in();
        let listed = OfficeRows::read(table, &vec![], desk.reader.audience, desk.scope.clone(), currency)?;
        let there = listed.as_known(*as_of).one(app.db.reader(), app.all_tables(), path.row).await?;
        there.ok_or_else(gone)?;
    }
    Ok(FactFound { table, record, values, audience })
}

/// What can be done with a fact.
fn deeds(desk: &Desk<'_>, table: &Table, row: RowId, base: &str) -> Vec<Link> {
    let can = |deed: Deed| {
        let offer = desk.site.app.row_action(table, deed)?;
        standing(&desk.who.actor, offer).ok()?;
        let to = desk.reader.to(&format!("{base}/do/{}?row={row}", offer.about.name));
        Some(Link::new(desk.say(&format!("deed-{}-this", deed.word())), to))
    };
    [Deed::ChangeFrom, Deed::End, Deed::Correct, Deed::Remove].into_iter().filter_map(can).collect()
}
