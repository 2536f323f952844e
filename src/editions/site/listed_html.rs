//! The page of editions: when each was published, what was corrected since, and the signatures of the live page.

use crate::web::components::{Link, link};
use crate::web::layout::{Shell, document};
use crate::web::table::{Table, table};
use maud::{Markup, html};

/// The editions of a page.
#[derive(Clone, Debug, Default)]
pub struct EditionsPage {
    /// "Editions of 2020".
    pub heading: String,
    /// What an edition is, in one or two sentences.
    pub words: String,
    /// The text if there is no edition.
    pub none: Option<String>,
    /// The editions, newest first.
    pub editions: Vec<EditionShown>,
    /// The heading of the signatures.
    pub signatures_heading: String,
    /// What a signature means.
    pub signatures_words: String,
    /// The sections of the live page with their signatures. `None` if there is no live page.
    pub signatures: Option<Table>,
    /// The link to the live page.
    pub links: Vec<Link>,
}

/// One edition.
#[derive(Clone, Debug, Default)]
pub struct EditionShown {
    /// Its fragment in the URL: `#e1`.
    pub key: String,
    /// Its name, with a link to it.
    pub link: Link,
    /// Its day, publisher, and what it lacks: parts that are separated by dots.
    pub state: Vec<String>,
    /// The link to its proof.
    pub proof: Link,
    /// The heading of the corrections.
    pub corrections_heading: String,
    pub corrections: Vec<CorrectionShown>,
    /// The text if nothing was corrected.
    pub none: Option<String>,
    /// Rules that have changed since, one sentence each.
    pub rules: Vec<String>,
}

/// A number that differs today, or whose rows differ.
#[derive(Clone, Debug, Default)]
pub struct CorrectionShown {
    /// The figure, with a link to its rows as published.
    pub figure: Link,
    /// The figure's code of four characters.
    pub code: String,
    /// Whether the number itself differs. Then it has a mark.
    pub of_number: bool,
    /// "corrected: 141 → 140".
    pub change: String,
    /// The rows: record, change, reason, role and day.
    pub rows: Table,
    /// How many more rows there are.
    pub more: Option<String>,
}

/// Renders the page of editions.
pub fn page(shell: &Shell, it: &EditionsPage) -> Markup {
    document(
        shell,
        "editions-page",
        &html! {
            div class="list-top" {
                h1 { (it.heading) }
                p class="rule" { (it.words) }
            }
            @if let Some(none) = &it.none { p class="empty" { (none) } }
            @for one in &it.editions { (edition(one)) }
            @if let Some(signatures) = &it.signatures {
                section class="panel" aria-labelledby="signatures" {
                    h2 id="signatures" { (it.signatures_heading) }
                    p { (it.signatures_words) }
                    (table(signatures))
                }
            }
            @if !it.links.is_empty() { ul class="links" { @for one in &it.links { li { (link(one)) } } } }
        },
    )
}

fn edition(it: &EditionShown) -> Markup {
    html! {
        section class="panel edition" aria-labelledby=(it.key) {
            div class="edition-top" {
                h2 id=(it.key) { (link(&it.link)) }
                a class="button" href=(it.proof.href) { (it.proof.words) }
            }
            p class="state" { @for part in &it.state { span { (part) } " " } }
            @if let Some(none) = &it.none { p class="empty" { (none) } }
            @if !it.corrections.is_empty() {
                h3 { (it.corrections_heading) }
                @for one in &it.corrections { (correction(one)) }
            }
            @if !it.rules.is_empty() { ul class="rules" { @for rule in &it.rules { li { (rule) } } } }
        }
    }
}

fn correction(it: &CorrectionShown) -> Markup {
    html! {
        div class=(if it.of_number { "correction-shown of-number" } else { "correction-shown" }) {
            p {
                b { (link(&it.figure)) } " "
                @if !it.code.is_empty() { span class="code" { (it.code) } " " }
                span class="change" { (it.change) }
            }
            (table(&it.rows))
            @if let Some(more) = &it.more { p class="caption" { (more) } }
        }
    }
}
