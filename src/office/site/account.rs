//! The account of somebody, for administrators: its roles, and its second factor.

use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_actions::{self as actions, Request, may};
use decapolis_words::errors::{Error, Result};
use maud::{Markup, html};
use serde::Deserialize;

use super::desk::{Desk, at_the_desk, sent_to_the_desk};
use super::html::document;
use crate::accounts::invite::INVITE;
use crate::accounts::remove_factor::{REMOVE_FACTOR, RemoveFactor};
use crate::accounts::site::html::worded;
use crate::accounts::store::{self, Account};
use crate::web::sent::{Sent, field, fields};
use crate::web::visit::Visit;

#[derive(Deserialize)]
pub struct AccountPath {
    code: String,
}

pub async fn show(visit: Visit<AccountPath>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, path, ()| {
        let account = account(&desk, &path.code).await?;
        Ok(page(&desk, &account, None).await?.into_response())
    })
    .await
}

/// Takes the second factor off the account.
pub async fn send(visit: Visit<AccountPath>, headers: HeaderMap, sent: Sent) -> Response {
    sent_to_the_desk(visit, &headers, async |desk, path, ()| {
        let typed = fields(&headers, sent)?;
        let account = account(&desk, &path.code).await?;
        let reason = field(&typed, "because");
        let removed = RemoveFactor { mail: account.mail.clone(), reason: reason.into() };
        let request = Request::by(desk.who.actor.clone()).because(Some(reason));
        match actions::run(&desk.site.app.register(), &REMOVE_FACTOR, request, removed).await {
            Ok(_) => Ok(Redirect::to(&desk.reader.to(&format!("/team/{}", account.code))).into_response()),
            Err(Error::Refused(why)) => {
                let wrong = Some(worded(&desk.reader.locale, &why));
                Ok((StatusCode::BAD_REQUEST, page(&desk, &account, wrong).await?).into_response())
            }
            Err(error) => Err(error),
        }
    })
    .await
}

/// The account with this code, for who says who may do what.
async fn account(desk: &Desk<'_>, code: &str) -> Result<Account> {
    may(&desk.who.actor, &INVITE.about)?;
    let found = store::by_code(desk.site.app.db.reader(), code, desk.site.app.settings.today()).await?;
    found.ok_or(Error::NotFound("account"))
}

async fn page(desk: &Desk<'_>, account: &Account, wrong: Option<[String; 2]>) -> Result<Markup> {
    let db = desk.site.app.db.reader();
    let locale = &desk.reader.locale;
    let regions = store::regions(db, std::slice::from_ref(account)).await?;
    let title = account.name(locale);
    let main = html! {
        h1 { (title) }
        @if let Some([what, mend]) = &wrong { div class="answer wrong" role="alert" { p { b { (what) } } p { (mend) } } }
        section class="fields" {
            dl {
                div { dt { (desk.say("sign-in-mail")) } dd { (account.mail) } }
                div { dt { (desk.say("team-role")) } dd { @if account.grants.is_empty() { (desk.say("team-no-role")) } @else { (account.roles(&regions, locale)) } } }
                div { dt { (desk.say("factor-title")) } dd { (desk.say(if account.has_second_factor { "factor-has" } else if account.lacks_second_factor() { "factor-lacks" } else { "factor-has-not" })) } }
            }
        }
        @if account.has_second_factor {
            details class="quiet" {
                summary { (desk.say("factor-lost")) }
                p { (desk.say("factor-lost-hint")) }
                form class="form" method="post" action=(desk.reader.to(&format!("/team/{}", account.code))) {
                    div class="field" { label for="because" { (desk.say("do-reason")) } input id="because" name="because" required; }
                    button type="submit" { (desk.say("factor-remove")) }
                }
            }
        }
    };
    Ok(document(desk, &title, &format!("/team/{}", account.code), &main))
}
