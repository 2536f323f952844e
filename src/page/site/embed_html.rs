//! A number, a card or the map as a document for a frame on another site. It has no script and no navigation, and loads
//! only the style sheet.

use crate::page::number::{Number, NumberWords};
use crate::page::sheet::Map;
use crate::page::site::number::{code, said};
use crate::web::components::{Link, drawing, tag};
use decapolis_drawing::{WorldMap, world_map};
use maud::{DOCTYPE, Markup, html};

/// A part of a page with what surrounds it.
#[derive(Clone, Debug, Default)]
pub struct Embed {
    /// The language tag.
    pub lang: String,
    /// Whether the language is written from right to left.
    pub right_to_left: bool,
    /// The title, for screen readers.
    pub title: String,
    /// The name of the network, with a link to the page.
    pub network: Link,
    /// The state of the data: "Status on 31 December 2020", "edition 1".
    pub state: Vec<String>,
    /// The notice about illustrative data.
    pub ribbon: Option<String>,
    /// The URLs of the style sheets, in order.
    pub styles: Vec<String>,
    /// The texts that all numbers share.
    pub words: NumberWords,
    pub piece: Piece,
}

/// The part that is shown.
#[derive(Clone, Debug)]
pub enum Piece {
    /// The number and its noun on one line.
    Number(Box<Number>),
    /// The number with its sentence, drawing and fraction.
    Card(Box<Number>),
    /// The members on a map, and the outline of the land.
    Map(Box<Map>, String),
}

impl Default for Piece {
    fn default() -> Piece {
        Piece::Number(Box::default())
    }
}

/// Renders the part as a document. Its links open outside the frame.
pub fn page(it: &Embed) -> Markup {
    let class = match it.piece {
        Piece::Number(_) => "embed embed-number",
        Piece::Card(_) => "embed embed-card",
        Piece::Map(..) => "embed embed-map",
    };
    html! {
        (DOCTYPE)
        html lang=(it.lang) dir=(if it.right_to_left { "rtl" } else { "ltr" }) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex";
                base target="_top";
                title { (it.title) " · " (it.network.words) }
                @for style in &it.styles { link rel="stylesheet" href=(style); }
            }
            body class=(class) {
                main {
                    h1 class="heard" { (it.title) }
                    @match &it.piece {
                        Piece::Number(one) => p class="line" { (value(one, &it.words)) " " (said(&Number { verb: None, ..Number::clone(one) })) " " (coded(one, &it.words)) },
                        Piece::Card(one) => (card(one, &it.words)),
                        Piece::Map(map, land) => figure { (world_map(&WorldMap { land: land.clone(), ..map.map.clone() })) },
                    }
                    p class="from" {
                        a href=(it.network.href) { (it.network.words) }
                        @for part in &it.state { " · " span { (part) } }
                        @if let Some(ribbon) = &it.ribbon { " " (tag(ribbon)) }
                    }
                }
            }
        }
    }
}

fn value(it: &Number, words: &NumberWords) -> Markup {
    html! {
        a class="value" href=(it.href) {
            @if let Some(prefix) = &it.prefix { span class="prefix" { (prefix) } " " }
            b { (it.shown.as_deref().unwrap_or(&words.none)) }
        }
    }
}

fn coded(it: &Number, words: &NumberWords) -> Markup {
    html! { a class="coded" href=(it.href) { (code(&it.code, &it.signs, words)) } }
}

fn card(it: &Number, words: &NumberWords) -> Markup {
    html! {
        p class="big" {
            (value(it, words))
            @if let Some(also) = &it.also { " " span class="also" { (also) } }
            @if it.pair.is_some() { " " (said(&Number { verb: None, ..it.clone() })) }
        }
        @match (&it.pair, &it.verb) {
            (None, _) => p { (said(it)) },
            (Some(_), Some(verb)) => p class="verb" { (verb) },
            (Some(_), None) => {}
        }
        @if let Some(shape) = &it.drawing { div class="shape" { (drawing(shape)) } }
        p class="caption" { @if let Some(caption) = &it.caption { (caption) " " } (coded(it, words)) }
    }
}
