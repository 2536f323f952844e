//! A number of the page: what it says, its code and signs, and what opens under it.

use super::components::{Link, link};
use decapolis_drawing::{Drawing, Sign, sign, swatch};
use maud::{Markup, html};

/// A number as it stands on the page. Everything but its code and noun may be missing.
#[derive(Clone, Debug, Default)]
pub struct Number {
    /// The key of the figure; the number stands at `#key` on the page.
    pub key: String,
    /// The four characters it is quoted by.
    pub code: String,
    /// The page of the figure.
    pub href: String,
    /// The number as written; without one a dash stands in its place.
    pub shown: Option<String>,
    /// Words before the number: "More than".
    pub prefix: Option<String>,
    /// A second number under the first: "+ 6".
    pub also: Option<String>,
    /// What is counted.
    pub noun: String,
    /// How the network was involved.
    pub verb: Option<String>,
    /// The fraction behind a share, or another line under the drawing: "107 of 141".
    pub caption: Option<String>,
    /// What kind of number it is.
    pub signs: Vec<Sign>,
    /// The drawing under the words.
    pub drawing: Option<Drawing>,
    /// Other figures that stand in the same sentence, each with its own code.
    pub within: Vec<Within>,
    /// What opens under the number.
    pub details: Details,
}

/// A further figure in the sentence of a number.
#[derive(Clone, Debug, Default)]
pub struct Within {
    /// Its four characters.
    pub code: String,
    /// The page of the figure.
    pub href: String,
    /// Its number and noun: "8 activities".
    pub words: String,
    /// What kind of number it is.
    pub signs: Vec<Sign>,
}

/// What opens under a number. A text that is missing is left out with its heading.
#[derive(Clone, Debug, Default)]
pub struct Details {
    /// What is counted.
    pub counted: Option<String>,
    /// The day or the period, and as known when.
    pub period: Option<String>,
    /// The rule in one sentence.
    pub rule: Option<String>,
    /// The base of a share: "141 members on 31 December".
    pub base: Option<String>,
    /// How many of the base nobody knows about.
    pub unknown: Option<String>,
    /// What was left out and why.
    pub left_out: Option<String>,
    /// The list, the table for spreadsheets, the data, the citation, the picture to share: in this order, those that there are.
    pub links: Vec<Link>,
}

/// The words around all numbers of a page.
#[derive(Clone, Debug, Default)]
pub struct NumberWords {
    /// The heading of [`Details::counted`].
    pub counted: String,
    /// The heading of [`Details::period`].
    pub period: String,
    /// The heading of [`Details::rule`].
    pub rule: String,
    /// The heading of [`Details::base`].
    pub base: String,
    /// The heading of [`Details::unknown`].
    pub unknown: String,
    /// The heading of [`Details::left_out`].
    pub left_out: String,
    /// The link to the page of the figure: "The figure over the years".
    pub open: String,
    /// What stands in place of a number that there is none of.
    pub none: String,
    /// The heading of the other figures of the sentence.
    pub within: String,
    /// The words of the signs, in the order on the day, during the year, at least, provisional.
    pub signs: [String; 4],
}

impl NumberWords {
    /// The words of a sign.
    pub fn of(&self, it: Sign) -> &str {
        match it {
            Sign::OnTheDay => &self.signs[0],
            Sign::DuringTheYear => &self.signs[1],
            Sign::AtLeast => &self.signs[2],
            Sign::Provisional => &self.signs[3],
        }
    }
}

/// How much room a number takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// The one number the page begins with.
    Huge,
    /// One of the few under it.
    Big,
    /// A row: the number on the axis, its words beside it.
    Row,
    /// In a sentence of its own, the number first.
    Running,
}

/// Shows a number; it opens without script.
pub fn number(it: &Number, face: Face, words: &NumberWords) -> Markup {
    let class = match face {
        Face::Huge => "number huge",
        Face::Big => "number big",
        Face::Row => "number row",
        Face::Running => "number running",
    };
    html! {
        details class=(class) id=(it.key) {
            summary {
                span class="value" {
                    @if let Some(prefix) = &it.prefix { span class="prefix" { (prefix) } " " }
                    span class="shown" { (it.shown.as_deref().unwrap_or(&words.none)) }
                    @if let Some(also) = &it.also { " " span class="also" { (also) } }
                }
                " "
                span class="words" {
                    span class="noun" { (it.noun) }
                    @if let Some(verb) = &it.verb { " " span class="verb" { (verb) } }
                    @if let Some(shape) = &it.drawing { span class="shape" { (inline_drawing(shape)) } }
                    @if let Some(caption) = &it.caption { " " span class="caption" { (caption) } }
                }
                " "
                span class="codes" {
                    (code(&it.code, &it.signs, words))
                    @for one in &it.within { " " (code(&one.code, &one.signs, words)) }
                }
            }
            (details(it, words))
        }
    }
}

/// A code with its signs.
pub fn code(code: &str, signs: &[Sign], words: &NumberWords) -> Markup {
    html! {
        span class="code" {
            (code)
            @for one in signs { (sign(*one, words.of(*one))) }
        }
    }
}

/// A drawing inside a line of text: its key is a run of spans, since a list may not stand there.
fn inline_drawing(shape: &Drawing) -> Markup {
    html! {
        (shape)
        @if let Drawing::Bar(bar) = shape {
            @if bar.parts.iter().any(|part| !part.words.is_empty()) {
                span class="key" { @for part in &bar.parts { span { (swatch(part.fill)) (part.words) } " " } }
            }
        }
    }
}

fn details(it: &Number, words: &NumberWords) -> Markup {
    let said = &it.details;
    let facts = [
        (&words.counted, &said.counted),
        (&words.period, &said.period),
        (&words.rule, &said.rule),
        (&words.base, &said.base),
        (&words.unknown, &said.unknown),
        (&words.left_out, &said.left_out),
    ];
    html! {
        div class="opened" {
            @if facts.iter().any(|fact| fact.1.is_some()) || !it.within.is_empty() {
                dl {
                    @for (heading, text) in facts {
                        @if let Some(text) = text { div { dt { (heading) } dd { (text) } } }
                    }
                    @if !it.within.is_empty() {
                        div {
                            dt { (words.within) }
                            @for one in &it.within { dd { a href=(one.href) { (one.words) } " " (code(&one.code, &one.signs, words)) } }
                        }
                    }
                }
            }
            ul class="links" {
                @if !it.href.is_empty() { li { a class="main-link" href=(it.href) { (words.open) } } }
                @for one in &said.links { li { (link(one)) } }
            }
        }
    }
}
