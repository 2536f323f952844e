//! Saved views above a list: opened, kept, renamed, shared and deleted.

use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_actions::may;
use decapolis_register::table::Table;
use decapolis_words::errors::{Error, Result};
use maud::{Markup, html};
use sea_orm::ConnectionTrait;
use serde::Deserialize;

use super::bulk::LIST;
use super::desk::{Desk, at_the_desk, sent_to_the_desk};
use super::list::show as show_list;
use super::list_address::{address, facts_of, path_of, query, rows_asked};
use crate::accounts::invite::INVITE;
use crate::accounts::site::html::worded;
use crate::office::views::{self, Named, View};
use crate::web::sent::{Pairs, Sent, field, fields};
use crate::web::visit::Visit;

#[derive(Deserialize)]
pub struct ViewsPath {
    table: String,
}

/// The views of a list for this person, and the one that is open.
pub struct Views {
    pub all: Vec<View>,
    pub open: Option<View>,
    /// The columns and filters of the open view that are no longer there.
    pub gone: Vec<String>,
}

/// A form of views begins at their list.
pub async fn show(visit: Visit<ViewsPath>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, path, ()| {
        let table = facts_of(&desk, &path.table)?;
        Ok(Redirect::to(&desk.reader.to(&path_of(table))).into_response())
    })
    .await
}

/// Keeps, renames or deletes a view.
pub async fn send(visit: Visit<ViewsPath>, headers: HeaderMap, sent: Sent) -> Response {
    sent_to_the_desk(visit, &headers, async |desk, path, ()| {
        let typed = fields(&headers, sent)?;
        let table = facts_of(&desk, &path.table)?;
        let asked: Pairs = form_urlencoded::parse(field(&typed, LIST).as_bytes()).into_owned().collect();
        match done(&desk, table, &typed, &asked).await {
            Ok(view) => {
                let open = view.map(|code| vec![("view".to_string(), code)]).unwrap_or_default();
                Ok(Redirect::to(&address(&desk, table, &open, None)).into_response())
            }
            Err(Error::Refused(why)) => {
                let wrong = worded(&desk.reader.locale, &why);
                show_list(&desk, table, &asked, Some(wrong)).await
            }
            Err(error) => Err(error),
        }
    })
    .await
}

/// Does what was asked, and gives the code of the view that is open afterwards.
async fn done(desk: &Desk<'_>, table: &Table, typed: &Pairs, asked: &Pairs) -> Result<Option<String>> {
    let (db, account) = (&desk.site.app.db, desk.who.account.code.as_str());
    let code = field(typed, "view");
    let named = Named { name: field(typed, "name"), shared: !field(typed, "shared").is_empty() };
    let minds_all = may(&desk.who.actor, &INVITE.about).is_ok();
    let all = views::of_table(db.reader(), table.name, account).await?;
    let is_own = all.iter().any(|view| view.code == code && view.account == account);
    let by = Some(account).filter(|_| is_own || !minds_all);
    match field(typed, "do") {
        "keep" => Ok(Some(views::save(db, account, table.name, &query(asked, None), named).await?)),
        "rename" => views::rename(db, code, by, named).await.map(|()| Some(code.to_string())),
        "delete" => views::delete(db, code, by).await.map(|()| None),
        _ => Err(Error::refused("site-error-request")),
    }
}

/// The views above a list, and what the list is asked: what the open view asks, where the address names one.
pub async fn opened(
    desk: &Desk<'_>,
    table: &'static Table,
    asked: &Pairs,
    db: &impl ConnectionTrait,
) -> Result<(Views, Pairs)> {
    let all = views::of_table(db, table.name, &desk.who.account.code).await?;
    let code = field(asked, "view");
    if let Some(view) = all.iter().find(|view| view.code == code) {
        let open = Some(view.clone());
        let kept: Pairs = form_urlencoded::parse(view.query.as_bytes()).into_owned().collect();
        let (mut pairs, gone) = still_there(desk, table, kept, db).await?;
        pairs.extend(asked.iter().filter(|(name, _)| name == "saved").cloned());
        return Ok((Views { all, open, gone }, pairs));
    }
    let asked: Pairs = asked.iter().filter(|(name, _)| name != "view").cloned().collect();
    let now = query(&asked, None);
    let open = all.iter().find(|view| !now.is_empty() && view.query == now).cloned();
    Ok((Views { all, open, gone: vec![] }, asked))
}

/// What a view asks that can still be asked; what cannot, by the name of its column: its value may name somebody. Only where something is
/// refused is each part asked by itself.
async fn still_there(
    desk: &Desk<'_>,
    table: &'static Table,
    kept: Pairs,
    db: &impl ConnectionTrait,
) -> Result<(Pairs, Vec<String>)> {
    match can_be_asked(desk, table, &kept, db).await {
        Ok(()) => return Ok((kept, vec![])),
        Err(Error::Refused(_)) => {}
        Err(error) => return Err(error),
    }
    let (mut pairs, mut gone) = (vec![], vec![]);
    for pair in kept {
        match can_be_asked(desk, table, &vec![pair.clone()], db).await {
            Ok(()) => pairs.push(pair),
            Err(Error::Refused(_)) => {
                let column = if pair.0 == "column" || pair.0 == "sort" { pair.1 } else { pair.0 };
                gone.push(column.trim_start_matches("is.").trim_start_matches('-').to_string());
            }
            Err(error) => return Err(error),
        }
    }
    Ok((pairs, gone))
}

async fn can_be_asked(
    desk: &Desk<'_>,
    table: &'static Table,
    asked: &Pairs,
    db: &impl ConnectionTrait,
) -> Result<()> {
    rows_asked(desk, table, asked, db).await?.can_be_asked(db, desk.site.app.all_tables()).await
}

/// The views as tabs, and the forms that keep and change one.
pub fn tabs(desk: &Desk<'_>, table: &'static Table, it: &Views, asked: &Pairs) -> Markup {
    let open = it.open.as_ref();
    let is_open = |view: &View| open.is_some_and(|open| open.code == view.code).then_some("page");
    let whole = query(asked, None).is_empty() && open.is_none();
    let action = desk.reader.to(&format!("/views/{}", table.name));
    let minds = |view: &View| {
        let is_own = view.account == desk.who.account.code;
        is_own || view.shared && may(&desk.who.actor, &INVITE.about).is_ok()
    };
    html! {
        nav class="views" aria-label=(desk.say("views-title")) {
            ul {
                li { a href=(desk.reader.to(&path_of(table))) aria-current=[whole.then_some("page")] { (desk.say("views-all")) } }
                @for view in &it.all {
                    li {
                        a href=(address(desk, table, &vec![("view".into(), view.code.clone())], None)) aria-current=[is_open(view)] { (view.name) }
                        @if !view.shared { " " span class="hint" { (desk.say("views-mine")) } }
                    }
                }
            }
        }
        @if !it.gone.is_empty() {
            p class="note" { (desk.reader.locale.with("views-gone", &[("columns", it.gone.join(", ").into())].into())) }
        }
        div class="narrow views-forms" {
            @if open.is_none() && !whole {
                details {
                    summary { (desk.say("views-keep")) }
                    form class="filter" method="post" action=(action) {
                        input type="hidden" name=(LIST) value=(query(asked, None));
                        (named(desk, None))
                        button type="submit" name="do" value="keep" { (desk.say("views-keep-button")) }
                    }
                }
            }
            @if let Some(view) = open.filter(|view| minds(view)) {
                details {
                    summary { (desk.say("views-change")) }
                    form class="filter" method="post" action=(action) {
                        input type="hidden" name="view" value=(view.code);
                        (named(desk, Some(view)))
                        button type="submit" name="do" value="rename" { (desk.say("office-save")) }
                        button type="submit" name="do" value="delete" { (desk.say("views-delete")) }
                    }
                }
            }
        }
    }
}

/// What a view is called, and for whom it is.
fn named(desk: &Desk<'_>, view: Option<&View>) -> Markup {
    html! {
        label for="view-name" { (desk.say("office-name")) }
        input id="view-name" name="name" required maxlength="80" autocomplete="off" value=(view.map_or("", |view| &view.name));
        label class="choose" {
            input type="checkbox" name="shared" value="yes" checked[view.is_some_and(|view| view.shared)];
            " " (desk.say("views-shared"))
        }
    }
}
