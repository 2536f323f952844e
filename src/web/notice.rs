//! The page shown in place of another: not found, refused, broken.

use crate::web::components::{Form, Link, form, link};
use crate::web::layout::{Shell, document};
use maud::{Markup, html};

/// A page that says what happened and what to do.
#[derive(Clone, Debug, Default)]
pub struct Notice {
    /// What happened, in a few words.
    pub heading: String,
    /// Why, and what to do, one sentence each.
    pub words: Vec<String>,
    /// After an internal error: the text and the number to quote.
    pub quote: Option<(String, String)>,
    /// A search form, if something was not found.
    pub form: Option<Form>,
    /// Links to continue with.
    pub links: Vec<Link>,
}

/// Renders a notice.
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
