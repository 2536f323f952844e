//! The page of a list of records, with filters and pages.

use crate::web::components::{Form, Link, form, link, tag};
use crate::web::layout::{Shell, document};
use crate::web::table::{Pager, Table, pager, table};
use maud::{Markup, html};

/// A list of records.
#[derive(Clone, Debug, Default)]
pub struct ListPage {
    /// What is listed: "Members".
    pub heading: String,
    /// The number of records as printed: "141"; may be empty.
    pub count: String,
    /// A sentence under the heading: the day, and who is listed.
    pub words: String,
    /// The notice about illustrative data.
    pub ribbon: Option<String>,
    /// The form with filters and search.
    pub form: Option<Form>,
    /// The filters in use, each as a link that removes it.
    pub holding: Vec<Link>,
    /// The name of the filters in use, for screen readers.
    pub holding_label: String,
    /// The rows of this page.
    pub table: Table,
    /// The links to other pages.
    pub pager: Pager,
    /// Links to the list as files.
    pub links: Vec<Link>,
}

/// Renders the page of a list.
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
