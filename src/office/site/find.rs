//! The start of the office, and finding records by name, private ones too.

use std::collections::BTreeMap;

use axum::Json;
use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Response};
use decapolis_register::journal::RowId;
use decapolis_register::records::Record;
use decapolis_register::table::Table;
use decapolis_words::errors::Result;
use decapolis_words::finding;
use maud::{Markup, html};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Order, Query};

use super::batches::entries;
use super::desk::{Desk, at_the_desk};
use super::html::document;
use super::list_address::{heading, path_of};
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

/// The start: what was written last.
pub async fn start(visit: Visit, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, (), ()| {
        let args = [("name", desk.who.name(&desk.reader.locale).into())];
        let main = html! {
            h1 { (desk.reader.locale.with("office-hello", &args.into())) }
            (super::proposals::waiting_note(&desk).await?)
            (super::drafts::list(&desk).await?)
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
        let found = if q.trim().is_empty() { vec![] } else { with_words(&desk, None, &q, MOST).await? };
        let main = html! {
            h1 { (desk.reader.locale.with("office-found", &[("q", q.as_str().into())].into())) }
            (list(&desk, &found, true))
        };
        Ok(document(&desk, &desk.say("office-find"), "/find", &main).into_response())
    })
    .await
}

/// The first records with these words in their names, by name, at most this many.
async fn with_words(desk: &Desk<'_>, kind: Option<&str>, words: &str, most: u64) -> Result<Vec<Record>> {
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
    ask.order_by("sorting", Order::Asc).order_by("id", Order::Asc).limit(most);
    let mut ids: Vec<RowId> = vec![];
    for row in db.query_all(&ask).await? {
        ids.push(row.try_get_by_index(0)?);
    }
    let mut found = desk.records(ids.iter().copied()).await?;
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
        let tables = desk.site.app.all_tables().0.iter().copied();
        let (kinds, facts): (Vec<&Table>, Vec<&Table>) =
            tables.filter(|table| table.in_files).partition(|table| table.kind().is_some());
        let main = html! {
            h1 { (desk.say("office-kinds")) }
            ul class="rows" {
                @for table in kinds {
                    li {
                        a href=(desk.reader.to(&path_of(table))) { (heading(&desk, table)) }
                        // who acts for some regions is not told how many there are elsewhere
                        @if desk.scope.is_none() { span { (desk.reader.locale.number(counted.get(table.kind().unwrap_or_default()).copied().unwrap_or(0))) } }
                    }
                }
            }
            h2 { (desk.say("office-facts")) }
            ul class="rows" { @for table in facts { li { a href=(desk.reader.to(&path_of(table))) { (heading(&desk, table)) } } } }
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
const OFFERED: u64 = 12;

/// The records whose names have these words, as a field names them: for the script that offers them while somebody types.
pub async fn named(visit: Visit<(), NamedAsks>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, (), asks| {
        let q = asks.q.unwrap_or_default();
        let kind = asks.kind.filter(|kind| !kind.is_empty());
        let found = if q.trim().is_empty() {
            vec![]
        } else {
            with_words(&desk, kind.as_deref(), &q, OFFERED).await?
        };
        let named: Vec<[String; 2]> = found
            .iter()
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
