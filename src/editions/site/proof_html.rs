//! The page of the proof of an edition: whether it is as published, and whether its numbers can be recounted.

use crate::web::components::{Link, link};
use crate::web::layout::{Shell, document};
use crate::web::table::{Table, table};
use maud::{Markup, html};

/// The proof of an edition.
#[derive(Clone, Debug, Default)]
pub struct ProofPage {
    /// "Proof of edition 1 of 2020".
    pub heading: String,
    /// Whether everything passed.
    pub stands: bool,
    /// The outcome in a sentence.
    pub summary: String,
    /// What failed, one sentence each.
    pub findings: Vec<String>,
    /// What was compared with what, one sentence each.
    pub words: Vec<String>,
    /// The heading of the numbers.
    pub numbers_heading: String,
    /// A row for each number: as published, its list, recounted, as known on its day, as known now.
    pub numbers: Table,
    /// The heading of the pages.
    pub pages_heading: String,
    /// A row for each language.
    pub pages: Table,
    /// Links to the edition and to all editions.
    pub links: Vec<Link>,
}

/// Renders the page of a proof.
pub fn page(shell: &Shell, it: &ProofPage) -> Markup {
    document(
        shell,
        "proof-page",
        &html! {
            div class="list-top" {
                h1 { (it.heading) }
                p class=(if it.stands { "verdict stands" } else { "verdict" }) role="status" { (it.summary) }
            }
            @if !it.findings.is_empty() { ul class="note findings" { @for one in &it.findings { li { (one) } } } }
            section class="panel" aria-labelledby="numbers" {
                h2 id="numbers" { (it.numbers_heading) }
                @for words in &it.words { p { (words) } }
                (table(&it.numbers))
            }
            section class="panel" aria-labelledby="pages" {
                h2 id="pages" { (it.pages_heading) }
                (table(&it.pages))
            }
            @if !it.links.is_empty() { ul class="links" { @for one in &it.links { li { (link(one)) } } } }
        },
    )
}
