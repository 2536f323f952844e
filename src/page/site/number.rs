//! A number on a page: its text, code, signs and details.

pub use crate::page::number::{Details, Face, Number, NumberWords, Within};
use crate::web::components::{Link, link};
use decapolis_drawing::{Drawing, Sign, sign, swatch};
use maud::{Markup, html};

/// Renders a number. Its details open without script.
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
                    span class="said" { (said(it)) }
                    @if let Some(shape) = &it.drawing { span class="shape" { (inline_drawing(shape)) } }
                    @if let Some(caption) = &it.caption { " " span class="caption" { (caption) } }
                }
                " "
                span class="codes" {
                    @if !it.code.is_empty() { (code(&it.code, &it.signs, words)) (corrected(it.corrected.as_ref())) }
                    @for one in &it.within { " " (code(&one.code, &one.signs, words)) (corrected(one.corrected.as_ref())) }
                }
            }
            (details(it, words))
        }
    }
}

/// The sentence of a number after the number itself.
pub fn said(it: &Number) -> Markup {
    html! {
        span class="noun" { (it.noun) }
        @if let Some(pair) = &it.pair {
            " · " span class="pair" { span class="shown" { (pair.shown) } " " span class="noun" { (pair.noun) } }
        }
        @if let Some(verb) = &it.verb { " " span class="verb" { (verb) } }
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

/// The mark of a number that was corrected since publication: an outlined triangle, unlike the sign of a period. Its
/// text is in the details.
fn corrected(it: Option<&Link>) -> Markup {
    html! {
        @if let Some(it) = it {
            svg class="corrected" viewBox="0 0 12 12" role="img" aria-label=(it.words) { path fill-rule="evenodd" d="M6 .8l5.7 10.4H.3zM6 3.2L2.2 10h7.6zM5.5 5.2h1v2.6h-1zM5.5 8.3h1v1h-1z" {} }
        }
    }
}

/// A drawing inside a line of text. Its legend is made of spans, because a list is not allowed there.
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
            @for one in it.corrected.iter().chain(it.within.iter().filter_map(|w| w.corrected.as_ref())) {
                p class="correction" { (link(one)) }
            }
            ul class="links" {
                @if !it.href.is_empty() { li { a class="main-link" href=(it.href) { (words.open) } } }
                @for one in &said.links { li { (link(one)) } }
            }
        }
    }
}
