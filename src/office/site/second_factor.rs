//! One's own second factor: set up with a picture and a first code, its recovery codes, and turning it off.

use std::net::IpAddr;

use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_drawing::Qr;
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;
use maud::{Markup, html};

use super::asked_again::is_the_person;
use super::desk::{Desk, before_the_second_factor, sent_before_the_second_factor};
use super::html::document;
use crate::accounts::limits::Try;
use crate::accounts::second_factor::{self, InUse};
use crate::accounts::site::html::worded;
use crate::accounts::{cookie, totp};
use crate::web::checks::FromThisMachine;
use crate::web::sent::{Pairs, Sent, field, fields};
use crate::web::visit::Visit;

/// What the page shows.
enum Face {
    /// No second factor, or one in use with what can be done.
    Rest,
    /// A secret that waits for its first code.
    Secret(String),
    /// Recovery codes, shown once.
    Codes(Vec<String>),
}

pub async fn show(visit: Visit, headers: HeaderMap, uri: Uri) -> Response {
    before_the_second_factor(visit, &headers, &uri, async |desk, (), ()| {
        Ok(page(&desk, &Face::Rest, None).await?.into_response())
    })
    .await
}

/// Sets it up in two steps, makes new recovery codes, or turns it off.
pub async fn send(visit: Visit, headers: HeaderMap, sent: Sent) -> Response {
    let (from, here) = (visit.from, visit.here);
    sent_before_the_second_factor(visit, &headers, async |desk, (), ()| {
        let typed = fields(&headers, sent)?;
        match changed(&desk, &headers, &typed, from, here).await {
            Ok(Face::Rest) => Ok(Redirect::to(&desk.reader.to("/me/second-factor")).into_response()),
            Ok(face) => Ok(page(&desk, &face, None).await?.into_response()),
            Err(Error::Refused(why)) => {
                let wrong = worded(&desk.reader.locale, &why);
                let face = face_again(&desk, field(&typed, "secret")).await;
                Ok((StatusCode::BAD_REQUEST, page(&desk, &face, Some(wrong)).await?).into_response())
            }
            Err(error) => Err(error),
        }
    })
    .await
}

/// After a wrong first code, the picture stays: for who was shown it, and for no other browser of the account.
async fn face_again(desk: &Desk<'_>, sent: &str) -> Face {
    let (db, account) = (desk.site.app.db.reader(), &desk.who.account.code);
    match second_factor::waiting(db, account, Timestamp::now()).await {
        Ok(secret) if secret == sent => Face::Secret(secret),
        _ => Face::Rest,
    }
}

async fn changed(
    desk: &Desk<'_>,
    headers: &HeaderMap,
    typed: &Pairs,
    from: Option<IpAddr>,
    here: FromThisMachine,
) -> Result<Face> {
    let db = &desk.site.app.db;
    let account = &desk.who.account;
    let now = Timestamp::now();
    let what = field(typed, "do");
    let session = cookie::token(desk.site, headers).unwrap_or_default();
    if what == "confirm" {
        let tried = Try::begin(&account.mail, from)?;
        let codes = second_factor::confirm(db, &account.code, session, field(typed, "code"), now).await?;
        tried.succeeded();
        return Ok(Face::Codes(codes));
    }
    is_the_person(desk, headers, typed, from, here).await?;
    match what {
        "begin" => Ok(Face::Secret(second_factor::begin(db, &account.code, session, now).await?)),
        "codes" => Ok(Face::Codes(second_factor::new_codes(db, &account.code, session, now).await?)),
        "off" if account.needs_second_factor => Err(Error::refused("error-second-factor-required")),
        "off" => {
            second_factor::turn_off(db, &account.code, session).await?;
            Ok(Face::Rest)
        }
        _ => Err(Error::refused("site-error-request")),
    }
}

async fn page(desk: &Desk<'_>, face: &Face, wrong: Option<[String; 2]>) -> Result<Markup> {
    let account = &desk.who.account;
    let in_use = second_factor::in_use(desk.site.app.db.reader(), &account.code).await?;
    let title = desk.say("factor-title");
    let inner = match (face, &in_use) {
        (Face::Secret(secret), _) => secret_form(desk, secret)?,
        (Face::Codes(codes), _) => shown_codes(desk, codes),
        (Face::Rest, Some(in_use)) => in_use_forms(desk, in_use),
        (Face::Rest, None) => begin_form(desk),
    };
    let main = html! {
        h1 { (title) }
        @if let Some([what, mend]) = &wrong { div class="answer wrong" role="alert" { p { b { (what) } } p { (mend) } } }
        (inner)
    };
    Ok(document(desk, &title, "/me/second-factor", &main))
}

/// A form that asks for the password again and does one thing.
fn password_form(desk: &Desk<'_>, what: &str, button: &str) -> Markup {
    let id = format!("current-{what}");
    html! {
        form class="form" method="post" action=(desk.reader.to("/me/second-factor")) {
            @if desk.who.account.has_password {
                div class="field" { label for=(id) { (desk.say("factor-password")) } input id=(id) name="current" type="password" autocomplete="current-password" required; }
            }
            button class=[(what == "begin").then_some("main")] type="submit" name="do" value=(what) { (desk.say(button)) }
        }
    }
}

fn begin_form(desk: &Desk<'_>) -> Markup {
    html! {
        @if desk.who.account.needs_second_factor {
            div class="answer" role="status" { p { b { (desk.say("factor-required")) } } }
        }
        p { (desk.say("factor-words")) }
        (password_form(desk, "begin", "factor-set-up"))
    }
}

fn secret_form(desk: &Desk<'_>, secret: &str) -> Result<Markup> {
    let network = desk.site.app.settings.name.words(desk.reader.lang()).to_string();
    let address = totp::address(secret, &network, &desk.who.account.mail)?;
    let picture = Qr { title: desk.say("factor-picture"), text: address.clone() };
    Ok(html! {
        ol class="steps" {
            li { p { (desk.say("factor-step-application")) } }
            li {
                p { (desk.say("factor-step-picture")) }
                div class="factor" {
                    (picture)
                    div {
                        p { (desk.say("factor-by-hand")) br; code class="code" { (totp::in_groups(secret)) } }
                        p { a href=(address) { (desk.say("factor-here")) } }
                    }
                }
            }
            li {
                p { (desk.say("factor-step-code")) }
                form class="form" method="post" action=(desk.reader.to("/me/second-factor")) {
                    input type="hidden" name="secret" value=(secret);
                    div class="field" {
                        label for="code" { (desk.say("code-field")) }
                        input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required;
                    }
                    button class="main" type="submit" name="do" value="confirm" { (desk.say("factor-confirm")) }
                }
            }
        }
    })
}

fn shown_codes(desk: &Desk<'_>, codes: &[String]) -> Markup {
    html! {
        div class="answer" role="status" { p { b { (desk.say("factor-codes-once")) } } p { (desk.say("factor-codes-words")) } }
        ol class="recovery" { @for code in codes { li { code { (code) } } } }
        p { a class="main" href=(desk.reader.to("")) { (desk.say("factor-codes-kept")) } }
    }
}

fn in_use_forms(desk: &Desk<'_>, in_use: &InUse) -> Markup {
    let locale = &desk.reader.locale;
    let since = in_use.since.to_zoned(desk.site.app.settings.zone.clone()).date();
    let since = [("day", locale.numerals.day(since.into()).into())];
    html! {
        p { (locale.with("factor-since", &since.into())) " " (locale.with("factor-codes-left", &[("n", in_use.codes.into())].into())) }
        h2 { (desk.say("factor-codes")) }
        p { (desk.say("factor-codes-hint")) }
        (password_form(desk, "codes", "factor-new-codes"))
        h2 { (desk.say("factor-turn-off")) }
        @if desk.who.account.needs_second_factor { p { (desk.say("factor-required")) } }
        @else {
            p { (desk.say("factor-turn-off-hint")) }
            (password_form(desk, "off", "factor-turn-off"))
        }
    }
}
