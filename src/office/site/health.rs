//! The health page: whether the program and its register are in order, and the work that was given up.

use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_actions::{ADMINISTRATORS, Reach};
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;
use maud::{Markup, html};

use super::desk::{Desk, at_the_desk, sent_to_the_desk};
use super::html::document;
use crate::health::check::lines;
use crate::health::line::{Grade, HealthLine};
use crate::jobs::store::{self, Dead};
use crate::web::sent::{Sent, field, fields};
use crate::web::visit::Visit;

/// Who may see it: administrators.
pub fn may_see(desk: &Desk<'_>) -> bool {
    desk.who.actor.writes(ADMINISTRATORS) == Reach::Everywhere
}

fn only_for_administrators(desk: &Desk<'_>) -> Result<()> {
    if may_see(desk) { Ok(()) } else { Err(Error::NotAllowed("not-by-this-role")) }
}

pub async fn show(visit: Visit, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, (), ()| {
        only_for_administrators(&desk)?;
        let app = &desk.site.app;
        let found = lines(app, &desk.reader.locale, Timestamp::now()).await?;
        let dead = store::dead(app.db.reader()).await?;
        Ok(page(&desk, &found, &dead).into_response())
    })
    .await
}

fn page(desk: &Desk<'_>, found: &[HealthLine], dead: &[Dead]) -> Markup {
    let locale = &desk.reader.locale;
    let title = desk.say("health-title");
    let worst = found.iter().map(|line| line.grade).max().unwrap_or(Grade::Good);
    let main = html! {
        h1 { (title) }
        p class="rule" { (desk.say(&format!("{}.all", worst.key()))) }
        ul class="health" {
            @for line in found {
                li class=(line.grade.class()) {
                    p class="grade" { (desk.say(line.grade.key())) }
                    div {
                        h2 { (line.title(locale)) }
                        p { (line.words(locale)) }
                        @if let Some(mend) = line.mend(locale) { p class="hint" { (mend) } }
                    }
                }
            }
        }
        @if !dead.is_empty() {
            h2 { (desk.say("health-dead")) }
            ul class="rows" {
                @for job in dead {
                    li {
                        b { (desk.say(&format!("job-{}", job.kind.replace('.', "-")))) }
                        span { (job.fault) }
                        form class="deeds" method="post" action=(desk.reader.to("/health")) {
                            input type="hidden" name="job" value=(job.code);
                            button type="submit" name="deed" value="again" { (desk.say("job-again")) }
                            button type="submit" name="deed" value="forget" { (desk.say("job-forget")) }
                        }
                    }
                }
            }
        }
        p class="hint" { (desk.say("health-command")) }
    };
    document(desk, &title, "/health", &main)
}

/// Tries work again that was given up, or gives it up for good.
pub async fn send(visit: Visit, headers: HeaderMap, sent: Sent) -> Response {
    sent_to_the_desk(visit, &headers, async |desk, (), ()| {
        let sent = fields(&headers, sent)?;
        only_for_administrators(&desk)?;
        let (db, job) = (&desk.site.app.db, field(&sent, "job"));
        match field(&sent, "deed") {
            "again" => store::try_again(db, job, Timestamp::now()).await?,
            "forget" => store::forget(db, job).await?,
            _ => return Err(Error::refused("site-error-request")),
        }
        Ok(Redirect::to(&desk.reader.to("/health")).into_response())
    })
    .await
}
