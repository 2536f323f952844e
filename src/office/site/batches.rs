//! What was written, batch by batch, with who, why and an undo beside each.

use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_actions::{Done, Request, UNDO, Undo, may, undo_batch};
use decapolis_register::journal::{Past, is_of, past};
use decapolis_words::errors::{Error, Result};
use maud::{Markup, html};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use super::actor_names::ActorNames;
use super::desk::{Desk, at_the_desk, sent_to_the_desk};
use super::html::{JustSaved, document, saved};
use super::propose_button::of_proposal;
use super::undo_proposed::propose_undo;
use crate::accounts::site::html::worded;
use crate::records::row_actions::title;
use crate::web::sent::{Sent, field, fields};
use crate::web::visit::{Visit, asks};

/// The batches that one page shows.
const ROWS: u64 = 50;
/// The tables that are named of an entry.
const TABLES: usize = 6;

asks! {
    /// What was done a moment ago.
    pub struct BatchAsks {
        /// The batch that was just written.
        saved,
    }
}

pub async fn show(visit: Visit<(), BatchAsks>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, (), asks| page(&desk, &asks, None, None).await).await
}

/// The page; `proposes` is the batch of which an undo can be proposed, because it needs two people.
async fn page(
    desk: &Desk<'_>,
    asks: &BatchAsks,
    wrong: Option<[String; 2]>,
    proposes: Option<&str>,
) -> Result<Response> {
    let just = just_saved(desk, asks).await?;
    let main = html! {
        h1 { (desk.say("office-batches")) }
        @if let Some(it) = &just { (saved(it)) }
        @if let Some([what, mend]) = &wrong {
            div class="answer wrong" role="alert" {
                p { b { (what) } } p { (mend) }
                @if let Some(batch) = proposes {
                    form method="post" action=(desk.reader.to("/batches")) {
                        input type="hidden" name="batch" value=(batch);
                        button class="main" type="submit" name="propose" value="yes" { (desk.say("propose-button")) }
                    }
                }
            }
        }
        (entries(desk, ROWS).await?)
    };
    let shown = document(desk, &desk.say("office-batches"), "/batches", &main);
    Ok(if wrong.is_some() { (StatusCode::CONFLICT, shown).into_response() } else { shown.into_response() })
}

/// Takes a batch back and says so.
pub async fn undo(visit: Visit<(), BatchAsks>, headers: HeaderMap, sent: Sent) -> Response {
    sent_to_the_desk(visit, &headers, async |desk, (), asks| {
        let sent = fields(&headers, sent)?;
        let batch = field(&sent, "batch");
        if !field(&sent, "propose").is_empty() {
            let code = propose_undo(&desk, batch).await?;
            return Ok(Redirect::to(&of_proposal(&desk, &code)).into_response());
        }
        let request = Request::by(desk.who.actor.clone());
        match undone(&desk, request, batch).await {
            Ok(done) => {
                Ok(Redirect::to(&desk.reader.to(&format!("/batches?saved={}", done.batch))).into_response())
            }
            Err(Error::Refused(why)) => {
                let wrong = Some(worded(&desk.reader.locale, &why));
                let proposes = (why.key == "error-two-people").then_some(batch);
                page(&desk, &asks, wrong, proposes).await
            }
            Err(error) => Err(error),
        }
    })
    .await
}

/// Takes a batch back. Who acts for some regions is not told why a batch of somebody else cannot be: it would tell of what others do.
pub async fn undone(desk: &Desk<'_>, request: Request, batch: &str) -> Result<Done> {
    let app = &desk.site.app;
    let done = undo_batch(&app.register(), request, batch, app.descriptions()).await;
    match done {
        Err(Error::Refused(_)) if desk.scope.is_some() && !is_theirs(desk, batch).await? => {
            Err(Error::refused("error-not-in-scope"))
        }
        done => done,
    }
}

/// Whether the person wrote this batch.
pub async fn is_theirs(desk: &Desk<'_>, batch: &str) -> Result<bool> {
    let own = Query::select()
        .column("number")
        .from("journal")
        .and_where(Expr::col("batch").eq(batch))
        .cond_where(is_of(&desk.who.account.code))
        .limit(1)
        .to_owned();
    Ok(desk.site.app.db.reader().query_one(&own).await?.is_some())
}

/// What the batch in the address has just written; nothing where somebody has made the address up.
pub async fn just_saved(desk: &Desk<'_>, asks: &BatchAsks) -> Result<Option<JustSaved>> {
    let Some(batch) = asks.saved.as_ref().filter(|batch| !batch.is_empty()) else { return Ok(None) };
    Ok(lately(desk, ROWS).await?.into_iter().find(|entry| entry.batch.as_ref() == Some(batch)).map(|entry| {
        JustSaved {
            words: desk.reader.locale.with("office-saved", &[("what", said(desk, &entry).into())].into()),
            undo: can_be_undone(desk, &entry).then(|| (desk.reader.to("/batches"), desk.say("office-undo"))),
            batch: batch.clone(),
        }
    }))
}

/// What an entry did, in words.
pub fn said(desk: &Desk<'_>, entry: &Past) -> String {
    let locale = &desk.reader.locale;
    match &entry.undoes {
        Some(batch) => locale.with("history-undoes", &[("batch", batch.as_str().into())].into()),
        None => title(&entry.action, locale)
            .or_else(|| locale.maybe(&format!("history-{}", entry.action.replace('.', "-"))))
            .unwrap_or_else(|| entry.action.clone()),
    }
}

/// Whether an undo beside this entry would be tried: what stands on it, the undo itself says.
fn can_be_undone(desk: &Desk<'_>, entry: &Past) -> bool {
    let described = desk.site.app.descriptions().iter().find(|action| action.name == entry.action);
    entry.batch.is_some()
        && entry.undoes.is_none()
        && entry.undone_by.is_none()
        && described.is_none_or(|action| action.undo == Undo::Batch)
        && may(&desk.who.actor, &UNDO).is_ok()
}

/// The last entries of the journal that this person may see: who acts for some regions sees what they did themselves.
async fn lately(desk: &Desk<'_>, most: u64) -> Result<Vec<Past>> {
    let own = desk.scope.as_ref().map(|_| desk.who.account.code.as_str());
    past(desk.site.app.db.reader(), None, own, most).await
}

/// The last entries of the journal, the newest first.
pub async fn entries(desk: &Desk<'_>, most: u64) -> Result<Markup> {
    listed(desk, &lately(desk, most).await?, ListedOn::PageOfItsOwn).await
}

/// Where entries are listed.
#[derive(Clone, Copy, PartialEq)]
pub enum ListedOn {
    PageOfItsOwn,
    /// On the page of one record: an import of thousands of rows is not taken back from there.
    OneRecord,
}

/// Entries with who, why and what they wrote, and an undo beside each.
pub async fn listed(desk: &Desk<'_>, lately: &[Past], beside: ListedOn) -> Result<Markup> {
    let locale = &desk.reader.locale;
    let names = ActorNames::read(desk, lately.iter().map(|entry| entry.actor.as_str()).collect()).await?;
    Ok(html! {
        @if lately.is_empty() { p { (desk.say("history-empty")) } }
        ol class="entries" {
            @for entry in lately {
                li {
                    p class="when" { (entry.day.map(|day| locale.numerals.day(day)).unwrap_or_default()) }
                    div {
                        p { b { (said(desk, entry)) } " · " (names.of(desk, &entry.actor)) }
                        @if let Some(reason) = &entry.reason { p { (locale.with("office-reason", &[("reason", reason.as_str().into())].into())) } }
                        // on the page of a record, the tables of an import say nothing of that record
                        @let tables = beside == ListedOn::PageOfItsOwn || entry.action != "register.import";
                        p class="hint" {
                            @if tables { @for (n, table) in entry.tables.iter().filter(|table| *table != "records").enumerate() {
                                @if n > 0 && n <= TABLES { ", " }
                                // of an import of everything the first ones tell enough
                                @if n < TABLES { (locale.maybe(&format!("table-{}", table.replace('_', "-"))).unwrap_or_else(|| table.clone())) }
                                @else if n == TABLES { "…" }
                            } " · " }
                            @if let Some(batch) = &entry.batch { span class="code" { (batch) } }
                        }
                    }
                    @if let Some(by) = &entry.undone_by { p class="hint" { (locale.with("history-undone", &[("batch", by.as_str().into())].into())) } }
                    @if can_be_undone(desk, entry) && (beside == ListedOn::PageOfItsOwn || entry.action != "register.import") {
                        form method="post" action=(desk.reader.to("/batches")) {
                            input type="hidden" name="batch" value=[entry.batch.as_deref()];
                            button type="submit" aria-label={ (desk.say("office-undo")) ": " (entry.batch.as_deref().unwrap_or_default()) } { (desk.say("office-undo")) }
                        }
                    }
                }
            }
        }
    })
}
