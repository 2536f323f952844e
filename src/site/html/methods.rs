//! How it is counted: every figure with its code and its rule.

use super::components::{Link, links};
use super::layout::{Shell, document};
use super::number::{NumberWords, code};
use decapolis_drawing::{Sign, sign};
use maud::{Markup, html};

/// How it is counted.
#[derive(Clone, Debug, Default)]
pub struct Methods {
    /// The heading of the page.
    pub heading: String,
    /// What one should know before: stock and flow, the base, illustrative data. One paragraph each.
    pub words: Vec<String>,
    /// The name of the links to the groups.
    pub groups_label: String,
    /// The groups of figures.
    pub groups: Vec<Group>,
    /// The heading of the signs.
    pub signs_heading: String,
    /// The signs with what each means.
    pub signs: Vec<(Sign, String)>,
    /// The words around numbers.
    pub number_words: NumberWords,
    /// The heading of the sources.
    pub sources_heading: String,
    /// What the records come from: a source, and how many records name it.
    pub sources: Vec<(String, String)>,
    /// Under which licence the numbers may be used, and how the records without a source are to be read.
    pub licence: Vec<String>,
    /// This page as files and as data.
    pub data: Vec<Link>,
}

/// A group of figures.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// A word for addresses: the group stands at `#key`.
    pub key: String,
    /// The heading.
    pub heading: String,
    /// The figures.
    pub figures: Vec<Method>,
}

/// A figure with its rule.
#[derive(Clone, Debug, Default)]
pub struct Method {
    /// The four characters it is quoted by.
    pub code: String,
    /// Its name, which leads to its page.
    pub figure: Link,
    /// The number as written; without one a dash stands in its place.
    pub shown: Option<String>,
    /// What kind of number it is.
    pub signs: Vec<Sign>,
    /// The rule in one sentence.
    pub rule: String,
    /// The version of the rule, and what it is counted from.
    pub about: Vec<String>,
}

/// Shows how it is counted in its document.
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
