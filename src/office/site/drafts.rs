//! Drafts of forms: kept while somebody types, offered again when the form is opened, listed at the start of the office.

use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_actions::RowToken;
use decapolis_register::records;
use decapolis_words::errors::{Error, Result};
use maud::{Markup, html};

use super::act::ActionForm;
use super::desk::{Desk, at_the_desk, sent_to_the_desk};
use crate::office::drafts::{self, KeptDraft};
use crate::records::row_actions::title;
use crate::web::sent::{Pairs, Sent, field, fields};
use crate::web::visit::Visit;

/// What a form sends that is not part of what was typed.
const NOT_KEPT: [&str; 8] = ["save", "seen", "shown", "draft", "begun", "another", "like", "apart"];

/// Drafts are listed at the start of the office.
pub async fn show(visit: Visit, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, (), ()| {
        Ok(Redirect::to(&desk.reader.to("")).into_response())
    })
    .await
}

/// Discards a draft. Nobody can name one of another person.
pub async fn discard(visit: Visit, headers: HeaderMap, sent: Sent) -> Response {
    sent_to_the_desk(visit, &headers, async |desk, (), ()| {
        let typed = fields(&headers, sent)?;
        let form = field(&typed, "form");
        if form.is_empty() {
            return Err(Error::refused("site-error-request"));
        }
        drafts::discard(&desk.site.app.db, &desk.who.account.code, form).await?;
        let back = if field(&typed, "back").is_empty() { String::new() } else { form.to_string() };
        Ok(Redirect::to(&desk.reader.to(&back)).into_response())
    })
    .await
}

impl ActionForm<'_> {
    /// The path of the form within the office: the key of its draft.
    pub fn draft_path(&self) -> String {
        let within = self.record.as_ref().map(|record| format!("/{}", record.code)).unwrap_or_default();
        let row = self.row.filter(|row| row.table.kind().is_none());
        let row = row.map(|row| format!("?row={}", row.id)).unwrap_or_default();
        format!("/{}{within}/do/{}{row}", self.kind, self.about().name)
    }

    /// The draft of this form; `None` where nothing was kept.
    pub async fn draft(&self) -> Result<Option<KeptDraft>> {
        let (db, account) = (self.desk.site.app.db.reader(), &self.desk.who.account.code);
        drafts::of_form(db, account, &self.draft_path()).await
    }

    /// Keeps what was typed. The script is answered without a page, and a button with the form as it was kept.
    pub async fn keep_draft(&self, headers: &HeaderMap) -> Result<Response> {
        let typed: Pairs =
            self.typed.iter().filter(|(name, _)| !NOT_KEPT.contains(&name.as_str())).cloned().collect();
        let path = self.draft_path();
        // a form that does not say when it was shown is older than any other
        let begun = field(&self.typed, "begun").parse().unwrap_or(0);
        let account = &self.desk.who.account.code;
        let kept = drafts::keep(&self.desk.site.app.db, account, &path, &typed, begun).await;
        let accepts = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if accepts.starts_with("application/json") {
            return match kept {
                Ok(()) => Ok(StatusCode::NO_CONTENT.into_response()),
                Err(Error::Refused(_)) => Ok(StatusCode::CONFLICT.into_response()),
                Err(error) => Err(error),
            };
        }
        kept?;
        Ok(Redirect::to(&self.desk.reader.to(&with_draft(&path))).into_response())
    }

    /// What was saved is no draft any more.
    pub async fn discard_draft(&self) -> Result<()> {
        drafts::discard(&self.desk.site.app.db, &self.desk.who.account.code, &self.draft_path()).await
    }

    /// Goes on with a draft: with what was typed, about the version of the row that it was typed for. If the row has changed since, the form
    /// shows both versions as for a form that stayed open.
    pub fn go_on_with(&mut self, draft: &KeptDraft) {
        let token = field(&draft.typed, "row");
        self.row = self.row.map(|now| {
            let kept = RowToken::read(now.table, token).filter(|kept| kept.id == now.id);
            kept.unwrap_or(now)
        });
        self.typed = draft.typed.iter().filter(|(name, _)| name != "row").cloned().collect();
    }
}

/// The path that opens a form with its draft.
fn with_draft(form: &str) -> String {
    format!("{form}{}draft=yes", if form.contains('?') { '&' } else { '?' })
}

/// Offers the draft of a form, or says that it is what the form shows.
pub fn offered(desk: &Desk<'_>, draft: &KeptDraft, is_open: bool) -> Markup {
    let locale = &desk.reader.locale;
    let words = if is_open { "draft-open" } else { "draft-there" };
    html! {
        div class="answer" role="status" {
            p { (locale.with(words, &[("day", when(desk, draft).into())].into())) }
            @if !is_open { a class="other" href=(desk.reader.to(&with_draft(&draft.form))) { (desk.say("draft-go-on")) } }
            (discard_button(desk, draft, true))
        }
    }
}

/// The drafts of this person; nothing where there is none.
pub async fn list(desk: &Desk<'_>) -> Result<Markup> {
    let db = desk.site.app.db.reader();
    let own = drafts::of_account(db, &desk.who.account.code).await?;
    let mut named = vec![];
    for draft in &own {
        named.push(words_of(desk, draft).await?);
    }
    Ok(html! {
        @if !own.is_empty() {
            h2 { (desk.say("drafts-title")) }
            ul class="rows drafts" {
                @for (draft, words) in own.iter().zip(&named) {
                    li {
                        a href=(desk.reader.to(&with_draft(&draft.form))) { (words) }
                        span { (when(desk, draft)) }
                        (discard_button(desk, draft, false))
                    }
                }
            }
        }
    })
}

/// What a draft is about: the action, and the record as this person sees it today.
async fn words_of(desk: &Desk<'_>, draft: &KeptDraft) -> Result<String> {
    let path = draft.form.split('?').next().unwrap_or_default();
    let (of, action) = path.split_once("/do/").unwrap_or((path, ""));
    let title = title(action, &desk.reader.locale).unwrap_or_else(|| action.to_string());
    let Some((kind, code)) = of.trim_start_matches('/').split_once('/') else { return Ok(title) };
    let record = records::by_code(desk.site.app.db.reader(), kind, code).await?;
    let seen = match record {
        Some(record) => desk.records([record.id]).await?.remove(&record.id),
        None => None,
    };
    let name = seen.as_ref().and_then(|record| record.name(desk.reader.audience, desk.reader.lang()));
    Ok(match name {
        Some(name) => format!("{title} · {name}"),
        None => title,
    })
}

fn when(desk: &Desk<'_>, draft: &KeptDraft) -> String {
    let zone = desk.site.app.settings.zone.clone();
    let at = draft.kept.to_zoned(zone);
    let day = desk.reader.locale.numerals.day(at.date().into());
    format!("{day} {:02}:{:02}", at.hour(), at.minute())
}

fn discard_button(desk: &Desk<'_>, draft: &KeptDraft, comes_back: bool) -> Markup {
    html! {
        form method="post" action=(desk.reader.to("/drafts")) {
            input type="hidden" name="form" value=(draft.form);
            @if comes_back { input type="hidden" name="back" value="yes"; }
            button type="submit" aria-label={ (desk.say("draft-discard")) ": " (when(desk, draft)) } { (desk.say("draft-discard")) }
        }
    }
}
