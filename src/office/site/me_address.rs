//! Changing one's own mail address: asked for with the password, confirmed at both addresses.

use std::net::IpAddr;

use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;
use maud::{Markup, html};

use super::asked_again::is_the_person;
use super::desk::{Desk, at_the_desk, sent_to_the_desk};
use super::html::document;
use super::me::MeAsks;
use crate::accounts::site::html::worded;
use crate::accounts::{address, cookie};
use crate::mail;
use crate::web::checks::FromThisMachine;
use crate::web::sent::{Pairs, Sent, field, fields};
use crate::web::visit::Visit;

pub async fn show(visit: Visit<(), MeAsks>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, (), asks| {
        Ok(page(&desk, &vec![], asks.done.is_some(), None).into_response())
    })
    .await
}

pub async fn send(visit: Visit<(), MeAsks>, headers: HeaderMap, sent: Sent) -> Response {
    let (from, here) = (visit.from, visit.here);
    sent_to_the_desk(visit, &headers, async |desk, (), _| {
        let typed = fields(&headers, sent)?;
        match asked(&desk, &headers, &typed, from, here).await {
            Ok(()) => Ok(Redirect::to(&desk.reader.to("/me/address?done=yes")).into_response()),
            Err(Error::Refused(why)) => {
                let wrong = worded(&desk.reader.locale, &why);
                Ok((StatusCode::BAD_REQUEST, page(&desk, &typed, false, Some(wrong))).into_response())
            }
            Err(error) => Err(error),
        }
    })
    .await
}

async fn asked(
    desk: &Desk<'_>,
    headers: &HeaderMap,
    typed: &Pairs,
    from: Option<IpAddr>,
    here: FromThisMachine,
) -> Result<()> {
    is_the_person(desk, headers, typed, from, here).await?;
    let account = &desk.who.account;
    let session = cookie::token(desk.site, headers).unwrap_or_default();
    let (app, to) = (&desk.site.app, field(typed, "mail"));
    address::ask(app, desk.reader.lang(), account, session, to, Timestamp::now()).await
}

fn page(desk: &Desk<'_>, typed: &Pairs, done: bool, wrong: Option<[String; 2]>) -> Markup {
    let title = desk.say("me-address");
    let main = html! {
        h1 { (title) }
        @if done { div class="answer" role="status" { p { b { (desk.say("me-address-done")) } } } }
        @if let Some([what, mend]) = &wrong { div class="answer wrong" role="alert" { p { b { (what) } } p { (mend) } } }
        p { (desk.reader.locale.with("me-address-now", &[("mail", desk.who.account.mail.as_str().into())].into())) }
        @if mail::is_on(&desk.site.app) {
            form class="form" method="post" action=(desk.reader.to("/me/address")) {
                div class="field" {
                    label for="mail" { (desk.say("me-address-new")) }
                    p class="hint" id="mail-hint" { (desk.say("me-address-new.hint")) }
                    input id="mail" name="mail" type="email" autocomplete="email" required aria-describedby="mail-hint" value=(field(typed, "mail"));
                }
                @if desk.who.account.has_password {
                    div class="field" { label for="current" { (desk.say("me-current")) } input id="current" name="current" type="password" autocomplete="current-password" required; }
                }
                button class="main" type="submit" { (desk.say("me-address-button")) }
            }
        } @else { p { (desk.say("me-address-off")) } }
    };
    document(desk, &title, "/me/address", &main)
}
