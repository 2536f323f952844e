//! The page about methods: every figure with its code and rule.

use crate::page::site::number::{NumberWords, code};
use crate::web::components::{Link, links};
use crate::web::layout::{Shell, document};
use decapolis_drawing::{Sign, sign};
use maud::{Markup, html};

/// The page about methods.
#[derive(Clone, Debug, Default)]
pub struct Methods {
    /// The heading of the page.
    pub heading: String,
    /// An introduction: stock and flow, the base, illustrative data. One paragraph each.
    pub words: Vec<String>,
    /// The name of the links to the groups.
    pub groups_label: String,
    /// The groups of figures.
    pub groups: Vec<MethodGroup>,
    /// The heading of the signs.
    pub signs_heading: String,
    /// The signs with their meanings.
    pub signs: Vec<(Sign, String)>,
    /// The texts that all numbers share.
    pub number_words: NumberWords,
    /// The heading of the sources.
    pub sources_heading: String,
    /// The sources of the records, and how many records name each.
    pub sources: Vec<(String, String)>,
    /// The licence of the numbers, and what records without a source mean.
    pub licence: Vec<String>,
    /// Links to this page as files and data.
    pub data: Vec<Link>,
}

/// A group of figures.
#[derive(Clone, Debug, Default)]
pub struct MethodGroup {
    /// Its fragment in the URL: `#key`.
    pub key: String,
    pub heading: String,
    pub figures: Vec<Method>,
}

/// A figure with its rule.
#[derive(Clone, Debug, Default)]
pub struct Method {
    /// The figure's code of four characters.
    pub code: String,
    /// Its name, with a link to its page.
    pub figure: Link,
    /// The number as printed; `None` is printed as a dash.
    pub shown: Option<String>,
    /// The signs for the kind of number.
    pub signs: Vec<Sign>,
    /// The rule in one sentence.
    pub rule: String,
    /// The version of the rule, and the tables it reads.
    pub about: Vec<String>,
}

/// Renders the page about methods.
pub fn page(shell: &Shell, it: &Methods) -> Markup {
    document(
        shell,
        "methods-page",
        &html! {
            h1 { (it.heading) }
            @for words in &it.words { p class="rule" { (words) } }
            @if it.groups.len() > 1 {
                nav class="tabs" aria-label=(it.groups_label) {
                    ul { @for group in &it.groups { li { a href={ "#" (group.key) } { (group.heading) } } } }
                }
            }
            @if !it.signs.is_empty() {
                section class="panel" aria-labelledby="signs" {
                    h2 id="signs" { (it.signs_heading) }
                    ul class="signs" { @for (one, words) in &it.signs { li { (sign(*one, it.number_words.of(*one))) b { (it.number_words.of(*one)) } " " span { (words) } } } }
                }
            }
            @for group in &it.groups {
                section class="panel" aria-labelledby=(group.key) {
                    h2 id=(group.key) { (group.heading) }
                    @for method in &group.figures { (method_of(method, &it.number_words)) }
                }
            }
            @if !it.sources.is_empty() || !it.licence.is_empty() {
                section class="panel" aria-labelledby="sources" {
                    h2 id="sources" { (it.sources_heading) }
                    @for words in &it.licence { p class="rule" { (words) } }
                    ul class="sources" { @for (source, count) in &it.sources { li { span { (source) } " " span class="caption" { (count) } } } }
                }
            }
            (links("links", "", &it.data))
        },
    )
}

fn method_of(it: &Method, words: &NumberWords) -> Markup {
    html! {
        article class="method" id=(it.code) {
            p class="shown" { (it.shown.as_deref().unwrap_or(&words.none)) }
            div {
                h3 { a href=(it.figure.href) { (it.figure.words) } }
                p { (it.rule) }
                @if !it.about.is_empty() { p class="caption state" { @for part in &it.about { span { (part) } " " } } }
            }
            (code(&it.code, &it.signs, words))
        }
    }
}
