//! A list of records with its filter and pages.

use super::components::{Form, Link, form, link, tag};
use super::layout::{Shell, document};
use super::table::{Pager, Table, pager, table};
use maud::{Markup, html};

/// A list of records.
#[derive(Clone, Debug, Default)]
pub struct ListPage {
    /// What is listed: "Members".
    pub heading: String,
    /// How many, as written: "141"; may be empty.
    pub count: String,
    /// A sentence under the heading: as of when, who is on the list.
    pub words: String,
    /// The mark of illustrative data.
    pub ribbon: Option<String>,
    /// Asks for a region or a word.
    pub form: Option<Form>,
    /// The filters that hold now, each as a link that drops it.
    pub holding: Vec<Link>,
    /// The name of the filters that hold, only heard.
    pub holding_label: String,
    /// The rows of this page.
    pub table: Table,
    /// The other pages.
    pub pager: Pager,
    /// The list as files.
    pub links: Vec<Link>,
}

/// Shows a list in its document.
pub fn page(shell: &Shell, it: &ListPage) -> Markup {
    document(
        shell,
        "list-page",
        &html! {
            div class="list-top" {
                h1 { (it.heading) @if !it.count.is_empty() { " " span class="count" { (it.count) } } }
                @if !it.words.is_empty() || it.ribbon.is_some() {
                    p class="rule" { (it.words) @if let Some(ribbon) = &it.ribbon { " " (tag(ribbon)) } }
                }
            }
            @if let Some(asked) = &it.form { (form(asked)) }
            @if !it.holding.is_empty() {
                ul class="holding" aria-label=(it.holding_label) { @for one in &it.holding { li { (link(one)) } } }
            }
            (table(&it.table))
            (pager(&it.pager))
            @if !it.links.is_empty() { ul class="links" { @for one in &it.links { li { (link(one)) } } } }
        },
    )
}
