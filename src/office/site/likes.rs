//! Before a new record is made: the records that it may be, with what tells them apart. Nothing is decided for the person who types.

use decapolis_actions::{Another, Likeness};
use decapolis_register::duplicates::compare::Reason;
use decapolis_register::journal::RowId;
use decapolis_words::errors::Result;
use maud::{Markup, html};

use super::desk::Desk;
use crate::records::as_of::AsOf;
use crate::records::eyes::Eyes;
use crate::records::site::html::RecordPage;
use crate::records::site::record::shown as record_shown;
use crate::web::sent::Pairs;

/// The answer of a program: the record is another one than any that it is like.
pub const OTHER_THAN_ANY: &str = "any";
/// The most records that are shown: the likeliest come first.
const SHOWN: usize = 5;
/// The fields that are shown of each.
const FIELDS: usize = 4;
/// The panels of which a row is shown: where a person works tells more than when they were born.
const PANELS: usize = 3;

/// A record that a new one may be, as the person who asks may see it.
pub struct LikeShown {
    pub id: RowId,
    page: RecordPage,
    href: String,
    why: Reason,
}

impl LikeShown {
    /// Its name, with its code.
    pub fn name(&self) -> String {
        format!("{} ({})", self.page.name, self.page.code)
    }
}

/// The records that somebody has said the new one is not.
pub fn told_apart(typed: &Pairs) -> impl Iterator<Item = RowId> {
    let said = typed.iter().any(|(name, text)| name == "another" && !text.is_empty());
    let answers = typed.iter().filter(move |(name, _)| name == "apart" || said && name == "like");
    answers.filter_map(|(_, id)| id.parse().ok())
}

/// The answer to the question whether a new record is one of the register. A program answers it for all records that it may be.
pub fn another(typed: &Pairs) -> Another {
    match typed.iter().any(|(name, text)| name == "another" && text == OTHER_THAN_ANY) {
        true => Another::ThanAny,
        false => Another::Than(told_apart(typed).collect()),
    }
}

/// What the page shows of these records.
pub async fn shown(desk: &Desk<'_>, likes: &[Likeness]) -> Result<Vec<LikeShown>> {
    let mut all = vec![];
    for Likeness { table, like } in likes.iter().take(SHOWN) {
        let kind = table.kind().unwrap_or_default();
        let reader = desk.reader_of(table, like.record).await?;
        let eyes = Eyes { audience: reader.audience, ..desk.eyes() };
        let page = record_shown(desk.site, &reader, &eyes, &AsOf::NOW, (kind, &like.code)).await?;
        let why = like.similarity.reasons.first().copied().unwrap_or(Reason::SameName);
        let href = desk.reader.to(&format!("/{kind}/{}", like.code));
        all.push(LikeShown { id: like.record, page, href, why });
    }
    Ok(all)
}

/// Asks whether the new record is one of these.
pub fn question(desk: &Desk<'_>, likes: &[LikeShown]) -> Markup {
    html! {
        h2 id="follows" { (desk.say("likes-title")) }
        p class="hint" { (desk.say("likes-title.hint")) }
        ol {
            @for like in likes {
                li {
                    p {
                        a href=(like.href) { b { (like.page.name) } }
                        " " span class="code" { (like.page.code) }
                        @if let Some(words) = &like.page.tag { " " (crate::web::components::invented(words)) }
                    }
                    p class="hint" { (desk.say(&format!("likes-by-{}", like.why.name()))) }
                    dl {
                        @for field in like.page.fields.iter().take(FIELDS) {
                            div { dt { (field.label) } dd { (texts(field.values.iter())) } }
                        }
                        @for panel in like.page.panels.iter().take(PANELS) {
                            @if let Some(row) = panel.table.rows.first() { div { dt { (panel.heading) } dd { (texts(row.iter())) } } }
                        }
                    }
                    input type="hidden" name="like" value=(like.id);
                }
            }
        }
        p { button type="submit" name="another" value="yes" { (desk.say("likes-another")) } }
    }
}

fn texts<'a>(cells: impl Iterator<Item = &'a crate::web::table::Cell>) -> String {
    let texts: Vec<&str> = cells.map(|cell| cell.text.as_str()).filter(|text| !text.is_empty()).collect();
    texts.join(" · ")
}
