//! The start of the office, and finding records by name, private ones too.

use std::collections::BTreeMap;

use axum::Json;
use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Response};
use decapolis_actions::{Deed, may};
use decapolis_register::journal::RowId;
use decapolis_register::records::{self, Record};
use decapolis_words::errors::{Error, Result};
use decapolis_words::finding;
use maud::{Markup, html};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Order, Query};
use serde::Deserialize;

use super::batches::entries;
use super::desk::{Desk, at_the_desk};
use super::html::document;
use super::typed::with_code;
use crate::records::contains;
use crate::web::components::invented;
use crate::web::visit::{Visit, asks};

/// The most records that a list shows; with more, one types another letter.
const MOST: u64 = 100;

asks! {
    /// What is looked for.
    pub struct FindAsks {
        q,
    }
}

#[derive(Deserialize)]
pub struct KindPath {
    kind: String,
}

/// The start: what was written last.
pub async fn start(visit: Visit, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, (), ()| {
        let args = [("name", desk.who.name(&desk.reader.locale).into())];
        let main = html! {
            h1 { (desk.reader.locale.with("office-hello", &args.into())) }
            h2 { (desk.say("office-lately")) }
            (entries(&desk, 8).await?)
        };
        Ok(document(&desk, &desk.say("office-start"), "", &main).into_response())
    })
    .await
}

/// Records of all kinds with these words in their names.
pub async fn find(visit: Visit<(), FindAsks>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, (), asks| {
        let q = asks.q.unwrap_or_default();
        let found = if q.trim().is_empty() { vec![] } else { with_words(&desk, None, &q).await? };
        let main = html! {
            h1 { (desk.reader.locale.with("office-found", &[("q", q.as_str().into())].into())) }
            (list(&desk, &found, true))
        };
        Ok(document(&desk, &desk.say("office-find"), "/find", &main).into_response())
    })
    .await
}

/// The records of a kind.
pub async fn of_kind(visit: Visit<KindPath, FindAsks>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, path, asks| {
        desk.site.app.all_tables().of_kind(&path.kind).ok_or(Error::NotFound("kind"))?;
        let q = asks.q.unwrap_or_default();
        let found = with_words(&desk, Some(&path.kind), &q).await?;
        let heading = desk.say(&format!("kinds-{}", path.kind));
        let table = desk.site.app.all_tables().of_kind(&path.kind);
        let new = table.and_then(|table| desk.site.app.row_action(table, Deed::Create));
        let new = new.filter(|offer| may(&desk.who.actor, offer.about).is_ok());
        let main = html! {
            h1 { (heading) }
            @if let Some(offer) = new {
                ul class="offered" { li { a class="main" href=(desk.reader.to(&format!("/{}/do/{}", path.kind, offer.about.name))) { (desk.say("office-new")) } } }
            }
            form class="filter" method="get" action=(desk.reader.to(&format!("/{}", path.kind))) {
                label for="q" { (desk.say("office-name")) }
                input id="q" name="q" type="search" value=(q);
                button type="submit" { (desk.say("list-filter")) }
            }
            (list(&desk, &found, false))
        };
        Ok(document(&desk, &heading, &format!("/{}", path.kind), &main).into_response())
    })
    .await
}

/// The records with these words in their names, by name; without words, all.
async fn with_words(desk: &Desk<'_>, kind: Option<&str>, words: &str) -> Result<Vec<Record>> {
    let db = desk.site.app.db.reader();
    let mut ask = Query::select();
    ask.column("id").from("records");
    if let Some(kind) = kind {
        ask.and_where(Expr::col("kind").eq(kind));
    }
    if let Some(scope) = &desk.scope {
        let own = scope.of_records(db, desk.site.app.all_tables());
        ask.cond_where(Condition::any().add(Expr::col("public").eq(true)).add(own));
    }
    for word in finding([words].into_iter()).split_whitespace() {
        ask.and_where(Expr::col("finding").like(contains(word)));
    }
    ask.order_by("sorting", Order::Asc).order_by("id", Order::Asc).limit(MOST);
    let mut ids: Vec<RowId> = vec![];
    for row in db.query_all(&ask).await? {
        ids.push(row.try_get_by_index(0)?);
    }
    let mut found = records::by_ids(db, ids.iter().copied()).await?;
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// All kinds of records, each with how many there are.
pub async fn kinds(visit: Visit, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, (), ()| {
        let db = desk.site.app.db.reader();
        let ask = Query::select()
            .column("kind")
            .expr(Expr::col("id").count())
            .from("records")
            .group_by_col("kind")
            .to_owned();
        let mut counted: BTreeMap<String, i64> = BTreeMap::new();
        for row in db.query_all(&ask).await? {
            counted.insert(row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        }
        let kinds = desk.site.app.all_tables().0.iter().filter_map(|table| table.kind());
        let main = html! {
            h1 { (desk.say("office-kinds")) }
            ul class="rows" {
                @for kind in kinds {
                    li {
                        a href=(desk.reader.to(&format!("/{kind}"))) { (desk.say(&format!("kinds-{kind}"))) }
                        // who acts for some regions is not told how many there are elsewhere
                        @if desk.scope.is_none() { span { (desk.reader.locale.number(counted.get(kind).copied().unwrap_or(0))) } }
                    }
                }
            }
        };
        Ok(document(&desk, &desk.say("office-kinds"), "/kinds", &main).into_response())
    })
    .await
}

asks! {
    /// What is typed in a field that names a record.
    pub struct NamedAsks {
        q,
        /// The kind of record; all where it is empty.
        kind,
    }
}

/// The most records offered while a name is typed.
const OFFERED: usize = 12;

/// The records whose names have these words, as a field names them: for the script that offers them while somebody types.
pub async fn named(visit: Visit<(), NamedAsks>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, (), asks| {
        let q = asks.q.unwrap_or_default();
        let kind = asks.kind.filter(|kind| !kind.is_empty());
        let found = if q.trim().is_empty() { vec![] } else { with_words(&desk, kind.as_deref(), &q).await? };
        let named: Vec<[String; 2]> = found
            .iter()
            .take(OFFERED)
            .map(|record| {
                let place = desk.reader.to(&format!("/{}/{}", record.kind, record.code));
                [with_code(record, &desk), place]
            })
            .collect();
        Ok(Json(named).into_response())
    })
    .await
}

fn list(desk: &Desk<'_>, found: &[Record], with_kind: bool) -> Markup {
    let reader = &desk.reader;
    html! {
        @if found.is_empty() { p { (desk.say("office-nothing")) } }
        @if found.len() as u64 == MOST { p class="hint" { (reader.locale.with("office-first", &[("n", (MOST as i64).into())].into())) } }
        ul class="rows" {
            @for record in found {
                @let name = record.name(reader.audience, reader.lang()).unwrap_or_default();
                li {
                    a href=(reader.to(&format!("/{}/{}", record.kind, record.code))) { (name) @if record.illustrative { (invented(&desk.say("illustrative"))) } }
                    @if with_kind { span { (desk.say(&format!("kind-{}", record.kind))) } }
                    span class="code" { (record.code) }
                    @if !record.public { span { (desk.say("office-not-public")) } }
                }
            }
        }
    }
}
