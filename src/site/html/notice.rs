//! What is said in place of a page: not found, refused, broken.

use super::components::{Form, Link, form, link};
use super::layout::{Shell, document};
use maud::{Markup, html};

/// What is said in place of a page.
#[derive(Clone, Debug, Default)]
pub struct Notice {
    /// What happened, in a few words.
    pub heading: String,
    /// Why, and what to do: one sentence each.
    pub words: Vec<String>,
    /// The number to quote when something broke, with the words before it.
    pub quote: Option<(String, String)>,
    /// A search, when something was not found.
    pub form: Option<Form>,
    /// Where to go from here.
    pub links: Vec<Link>,
}

/// Shows a notice in its document.
pub fn page(shell: &Shell, it: &Notice) -> Markup {
    document(
        shell,
        "notice-page",
        &html! {
            h1 { (it.heading) }
            @for words in &it.words { p class="rule" { (words) } }
            @if let Some((words, number)) = &it.quote { p class="quote" { (words) " " code { (number) } } }
            @if let Some(asked) = &it.form { (form(asked)) }
            @if !it.links.is_empty() { ul class="links" { @for one in &it.links { li { (link(one)) } } } }
        },
    )
}
