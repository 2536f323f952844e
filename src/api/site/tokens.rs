//! The page on which people make and end the tokens of their programs.

use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_register::records::{self, Record};
use decapolis_register::scope::Part;
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;
use maud::{Markup, html};

use crate::accounts::checked::is_signed_in;
use crate::accounts::cookie;
use crate::accounts::site::html::worded;
use crate::accounts::site::private_line;
use crate::accounts::tokens::{self, ApiToken, MOST_DAYS, NewToken};
use crate::office::site::asked_again::is_the_person;
use crate::office::site::desk::{Desk, at_the_desk, sent_to_the_desk};
use crate::office::site::html::document;
use crate::web::sent::{Pairs, Sent, field, fields};
use crate::web::visit::Visit;

/// What came of the form.
#[derive(Default)]
struct Told {
    wrong: Option<[String; 2]>,
    /// The new token: it is shown once.
    made: Option<String>,
    typed: Pairs,
}

pub async fn show(visit: Visit, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, (), ()| {
        Ok(page(&desk, &Told::default()).await?.into_response())
    })
    .await
}

/// Makes a token, or ends one.
pub async fn send(visit: Visit, headers: HeaderMap, sent: Sent) -> Response {
    let (from, here) = (visit.from, visit.here);
    sent_to_the_desk(visit, &headers, async |desk, (), ()| {
        let typed = fields(&headers, sent)?;
        private_line(desk.site, here)?;
        let done = match field(&typed, "end") {
            "" => match is_the_person(&desk, &headers, &typed, from, here).await {
                Ok(()) => make(&desk, &headers, &typed).await.map(Some),
                Err(error) => Err(error),
            },
            digest => tokens::end(&desk.site.app.db, &desk.who.account.code, digest).await.map(|()| None),
        };
        match done {
            Ok(Some(made)) => {
                Ok(page(&desk, &Told { made: Some(made), ..Told::default() }).await?.into_response())
            }
            Ok(None) => Ok(Redirect::to(&desk.reader.to("/tokens")).into_response()),
            Err(Error::Refused(why)) => {
                let wrong = Some(worded(&desk.reader.locale, &why));
                let shown = page(&desk, &Told { wrong, typed, ..Told::default() }).await?;
                Ok((StatusCode::BAD_REQUEST, shown).into_response())
            }
            Err(error) => Err(error),
        }
    })
    .await
}

async fn make(desk: &Desk<'_>, headers: &HeaderMap, typed: &Pairs) -> Result<String> {
    let session = cookie::token(desk.site, headers).unwrap_or_default();
    let account = &desk.who.account.code;
    let db = &desk.site.app.db;
    let code = field(typed, "region");
    if !code.is_empty() && !offered_regions(desk).await?.iter().any(|region| region.code == code) {
        return Err(Error::refused_with("error-no-region", [("code", code.into())].into()));
    }
    let new = NewToken {
        name: field(typed, "name").into(),
        writes: field(typed, "writes") == "yes",
        region: desk.part(code).await?.map(|region| region.id),
        days: field(typed, "days").parse().unwrap_or_default(),
    };
    tokens::make(db, account, new, Timestamp::now(), is_signed_in(account, session)).await
}

/// The regions to which a token can be narrowed: of those that are not public only the person's own, where they do not read everything.
async fn offered_regions(desk: &Desk<'_>) -> Result<Vec<Record>> {
    let mut all = records::of_kind(desk.site.app.db.reader(), "region").await?;
    if let Some(scope) = &desk.scope {
        all.retain(|region| region.public || scope.parts.contains(&Part::region(region.id)));
    }
    Ok(all)
}

async fn page(desk: &Desk<'_>, told: &Told) -> Result<Markup> {
    let db = desk.site.app.db.reader();
    let own = tokens::all(db, &desk.who.account.code, Timestamp::now()).await?;
    let regions = offered_regions(desk).await?;
    let title = desk.say("tokens-title");
    let main = html! {
        h1 { (title) }
        p class="lead" { (desk.say("tokens-about")) " " a href="/api/v1/openapi.json" { (desk.say("tokens-described")) } }
        @if let Some([what, mend]) = &told.wrong { div class="answer wrong" role="alert" { p { b { (what) } } p { (mend) } } }
        @if let Some(made) = &told.made {
            div class="answer" role="status" {
                p { b { (desk.say("tokens-made")) } }
                p { (desk.say("tokens-once")) }
                p { input class="link-once" readonly value=(made) aria-label=(desk.say("tokens-token")); }
            }
        }
        @if own.is_empty() { p { (desk.say("tokens-none")) } }
        @else {
            ul class="rows team" { @for one in &own { li { (listed(desk, one, &regions)) } } }
        }
        h2 { (desk.say("tokens-new")) }
        (form(desk, told, &regions))
    };
    Ok(document(desk, &title, "/tokens", &main))
}

fn listed(desk: &Desk<'_>, one: &ApiToken, regions: &[Record]) -> Markup {
    let locale = &desk.reader.locale;
    let day =
        |at: Timestamp| locale.numerals.day(at.to_zoned(desk.site.app.settings.zone.clone()).date().into());
    let region = one.region.and_then(|id| regions.iter().find(|region| region.id == id));
    html! {
        b { (one.name) }
        span {
            (desk.say(if one.writes { "tokens-writes" } else { "tokens-reads" }))
            @if let Some(region) = region { " · " (region.label.words(locale.language)) }
        }
        span { (locale.with("tokens-ends", &[("day", day(one.ends).into())].into())) }
        form method="post" action=(desk.reader.to("/tokens")) {
            button type="submit" name="end" value=(one.digest) aria-label={ (desk.say("me-end")) ": " (one.name) } { (desk.say("me-end")) }
        }
    }
}

fn form(desk: &Desk<'_>, told: &Told, regions: &[Record]) -> Markup {
    let typed = |name: &str| field(&told.typed, name);
    let locale = &desk.reader.locale;
    html! {
        form class="form" method="post" action=(desk.reader.to("/tokens")) {
            div class="field" {
                label for="name" { (desk.say("tokens-name")) }
                p class="hint" id="name-hint" { (desk.say("tokens-name.hint")) }
                input id="name" name="name" value=(typed("name")) required maxlength="80" aria-describedby="name-hint";
            }
            div class="field" {
                label for="writes" { (desk.say("tokens-may")) }
                select id="writes" name="writes" {
                    option value="no" { (desk.say("tokens-reads")) }
                    option value="yes" selected[typed("writes") == "yes"] { (desk.say("tokens-writes")) }
                }
            }
            div class="field" {
                label for="region" { (desk.say("tokens-region")) }
                select id="region" name="region" {
                    option value="" { (desk.say("tokens-whole")) }
                    @for region in regions {
                        option value=(region.code) selected[typed("region") == region.code] { (region.label.words(locale.language)) }
                    }
                }
            }
            div class="field" {
                label for="days" { (desk.say("tokens-days")) }
                p class="hint" id="days-hint" { (locale.with("tokens-days.hint", &[("most", MOST_DAYS.into())].into())) }
                input id="days" name="days" type="number" min="1" max=(MOST_DAYS) value=(if typed("days").is_empty() { "90" } else { typed("days") }) required aria-describedby="days-hint";
            }
            @if desk.who.account.has_password {
                div class="field" {
                    label for="current" { (desk.say("me-current")) }
                    input id="current" name="current" type="password" autocomplete="current-password" required;
                }
            }
            button class="main" type="submit" { (desk.say("tokens-make")) }
        }
    }
}
