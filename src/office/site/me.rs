//! One's own account: the password, and the browsers that have signed in.

use std::net::IpAddr;

use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;
use maud::{Markup, html};

use super::account::identity_in_words;
use super::asked_again::current_password;
use super::desk::{Desk, at_the_desk, sent_to_the_desk};
use super::html::document;
use crate::accounts::provider::store::{BoundIdentity, free_own, of_account};
use crate::accounts::secrets::digest;
use crate::accounts::site::html::worded;
use crate::accounts::{cookie, passwords, store};
use crate::web::checks::FromThisMachine;
use crate::web::sent::{Pairs, Sent, field, fields, raw};
use crate::web::visit::{Visit, asks};

asks! {
    /// What was done a moment ago.
    pub struct MeAsks {
        done,
    }
}

pub async fn show(visit: Visit<(), MeAsks>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, (), asks| {
        Ok(page(&desk, &headers, asks.done.is_some(), None).await?.into_response())
    })
    .await
}

/// Changes the password, ends other sessions, or frees the account from its identity.
pub async fn send(visit: Visit<(), MeAsks>, headers: HeaderMap, sent: Sent) -> Response {
    let (from, here) = (visit.from, visit.here);
    sent_to_the_desk(visit, &headers, async |desk, (), _| {
        let typed = fields(&headers, sent)?;
        match changed(&desk, &headers, &typed, from, here).await {
            Ok(()) => Ok(Redirect::to(&desk.reader.to("/me?done=yes")).into_response()),
            Err(Error::Refused(why)) => {
                let wrong = worded(&desk.reader.locale, &why);
                Ok((StatusCode::BAD_REQUEST, page(&desk, &headers, false, Some(wrong)).await?)
                    .into_response())
            }
            Err(error) => Err(error),
        }
    })
    .await
}

async fn changed(
    desk: &Desk<'_>,
    headers: &HeaderMap,
    typed: &Pairs,
    from: Option<IpAddr>,
    here: FromThisMachine,
) -> Result<()> {
    let db = &desk.site.app.db;
    let account = &desk.who.account;
    let token = cookie::token(desk.site, headers).unwrap_or_default();
    let ends = field(typed, "end");
    if !ends.is_empty() {
        return store::end_others(db, &account.code, token, Some(ends).filter(|one| *one != "all")).await;
    }
    current_password(desk, typed, from, here).await?;
    if field(typed, "do") == "free-identity" {
        return free_own(db, &account.code, token).await;
    }
    let fresh =
        passwords::kept(raw(typed, "password").to_string(), [account.name.clone(), account.mail.clone()])
            .await?;
    store::change_password(db, &account.code, token, fresh).await
}

async fn page(
    desk: &Desk<'_>,
    headers: &HeaderMap,
    done: bool,
    wrong: Option<[String; 2]>,
) -> Result<Markup> {
    let locale = &desk.reader.locale;
    let account = &desk.who.account;
    let own = digest(cookie::token(desk.site, headers).unwrap_or_default());
    let sessions = store::sessions(desk.site.app.db.reader(), &account.code, Timestamp::now()).await?;
    let zone = &desk.site.app.settings.zone;
    let identity = of_account(desk.site.app.db.reader(), &account.code).await?;
    let title = desk.say("me-title");
    let to = desk.reader.to("/me");
    let main = html! {
        h1 { (title) }
        @if done { div class="answer" role="status" { p { b { (desk.say("me-done")) } } } }
        @if let Some([what, mend]) = &wrong { div class="answer wrong" role="alert" { p { b { (what) } } p { (mend) } } }
        section class="fields" {
            dl {
                div { dt { (desk.say("office-name")) } dd { (desk.who.name(locale)) } }
                div { dt { (desk.say("sign-in-mail")) } dd { (account.mail) " " a href={ (to) "/address" } { (desk.say("me-address")) } } }
                div { dt { (desk.say("team-role")) } dd { (desk.roles) } }
            }
        }
        p { a href=(desk.reader.to("/tokens")) { (desk.say("tokens-title")) } }
        p { a href=(desk.reader.to("/me/lookups")) { (desk.say("me-lookups")) } }
        h2 { (desk.say("me-sessions")) }
        ul class="rows" {
            @for session in &sessions {
                li {
                    span { (locale.numerals.day(session.made.to_zoned(zone.clone()).date().into())) }
                    @if session.token == own { b { (desk.say("me-this-one")) } }
                    @else {
                        form method="post" action=(to) {
                            button type="submit" name="end" value=(session.token) { (desk.say("me-end")) }
                        }
                    }
                }
            }
        }
        @if sessions.len() > 1 {
            form method="post" action=(to) { button type="submit" name="end" value="all" { (desk.say("me-end-all")) } }
        }
        h2 { (desk.say("factor-title")) }
        p {
            @if account.has_second_factor { (desk.say("factor-is-on")) } @else { (desk.say("factor-is-off")) }
            " " a href=(desk.reader.to("/me/second-factor")) { (desk.say(if account.has_second_factor { "factor-change" } else { "factor-set-up" })) }
        }
        @if let Some(identity) = &identity { (own_identity(desk, identity)) }
        h2 { (desk.say("me-password")) }
        form class="form" method="post" action=(to) {
            div class="field" { label for="current" { (desk.say("me-current")) } input id="current" name="current" type="password" autocomplete="current-password" required; }
            div class="field" {
                label for="password" { (desk.say("join-password")) }
                p class="hint" id="password-hint" { (desk.say("join-password.hint")) }
                input id="password" name="password" type="password" autocomplete="new-password" required aria-describedby="password-hint";
            }
            button class="main" type="submit" { (desk.say("me-change-password")) }
        }
    };
    Ok(document(desk, &title, "/me", &main))
}

/// The identity with which a provider signs this person in, and how to be rid of it.
fn own_identity(desk: &Desk<'_>, identity: &BoundIdentity) -> Markup {
    html! {
        h2 { (desk.say("identity-title")) }
        p { (identity_in_words(desk, identity)) }
        @if desk.who.account.has_password {
            details class="quiet" {
                summary { (desk.say("identity-leave")) }
                p { (desk.say("identity-leave-hint")) }
                form class="form" method="post" action=(desk.reader.to("/me")) {
                    div class="field" { label for="current-identity" { (desk.say("me-current")) } input id="current-identity" name="current" type="password" autocomplete="current-password" required; }
                    button type="submit" name="do" value="free-identity" { (desk.say("identity-free")) }
                }
            }
        } @else { p { (desk.say("identity-only")) } }
    }
}
