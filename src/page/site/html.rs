//! The page of a year in figures, for the screen and for print on one sheet of A4.

use crate::page::number::{Face, Number, NumberWords};
use crate::page::sheet::{Balance, Band, Groups, GroupsFace, Map, Section, Sheet, Show};
use crate::page::site::number::{code, number};
use crate::web::components::{drawing, key, link, tag};
use crate::web::layout::{Shell, document};
use decapolis_drawing::{Fill, MapLink, Part, Qr, WorldMap, linked_map, sign, swatch, thin_bar, world_map};
use maud::{Markup, html};

/// Renders the page in figures. `land` is the outline of the map.
pub fn page(shell: &Shell, it: &Sheet, land: &str) -> Markup {
    // the first band is shown even if nothing is known: the page is about its number
    let of = |band: Band| {
        it.sections.iter().filter(move |s| s.band == band && (band == Band::First || !s.is_empty()))
    };
    let columns = [Band::Left, Band::Right];
    html! {
        (document(
            shell,
            "sheet",
            &html! {
                (head(it))
                @for one in of(Band::First) { (first(one, &it.words, land)) }
                @if columns.iter().any(|band| of(*band).next().is_some()) {
                    div class="columns-two" {
                        @for band in columns { div { @for one in of(band) { (section(one, &it.words)) } } }
                    }
                }
                @if of(Band::Block).next().is_some() {
                    div class="blocks" { @for one in of(Band::Block) { (block(one, &it.words)) } }
                }
                (foot(it))
            },
        ))
    }
}

fn head(it: &Sheet) -> Markup {
    html! {
        div class="sheet-head" {
            div {
                h1 { (it.headline) }
                p class="state" {
                    @for part in &it.state { span { (part) } " " }
                    @if let Some(ribbon) = &it.ribbon { (tag(ribbon)) }
                }
                @if !it.downloads.is_empty() { ul class="links downloads" { @for one in &it.downloads { li { (link(one)) } } } }
            }
            @if let Some(address) = &it.address {
                div class="short" {
                    (Qr { title: address.words.clone(), text: address.href.clone() })
                    p { (address.words) }
                }
            }
        }
    }
}

/// The first band: the huge number with its steps, the map, and the big numbers.
fn first(it: &Section, words: &NumberWords, land: &str) -> Markup {
    let numbers = |huge: bool| {
        it.filled().filter_map(move |show| match show {
            Show::Number { face, number } if (*face == Face::Huge) == huge => Some((*face, number)),
            _ => None,
        })
    };
    let where_they_are = it.shows.iter().any(|show| matches!(show, Show::Map(_) | Show::Groups(_)));
    html! {
        section class="who" aria-labelledby=(it.key) {
            h2 class="heard" id=(it.key) { (it.heading) }
            div class="members" {
                @for (face, one) in numbers(true) { (number(one, face, words)) }
                @for show in &it.shows { @if let Show::Balance(sum) = show { (balance(sum, words)) } }
            }
            @if where_they_are {
                div class="where" {
                    @for show in &it.shows {
                        @match show {
                            Show::Map(map) => (world(map, land)),
                            Show::Groups(groups) => (bars(groups)),
                            _ => {}
                        }
                    }
                }
            }
            @if numbers(false).next().is_some() {
                div class="second" { @for (face, one) in numbers(false) { (number(one, face, words)) } }
            }
        }
    }
}

fn world(it: &Map, land: &str) -> Markup {
    let map = WorldMap { land: land.into(), ..it.map.clone() };
    let links = it.links.iter().map(|link| MapLink { href: &link.href, words: &link.words });
    html! {
        figure class="world" {
            @if it.links.is_empty() { (world_map(&map)) } @else { (linked_map(&map, &links.collect::<Vec<_>>())) }
            @if it.words.is_some() || it.list.is_some() {
                figcaption {
                    @if let Some(text) = &it.words { span class="shared" { (text) } " " }
                    @if let Some(list) = &it.list { (link(list)) }
                }
            }
        }
    }
}

fn balance(it: &Balance, words: &NumberWords) -> Markup {
    html! {
        ul class="balance" aria-label=(it.heading) {
            @for step in &it.steps {
                li {
                    span class="shown" { (step.shown) } " "
                    span { (step.words) } " "
                    a class="coded" href=(step.href) { (code(&step.code, &step.signs, words)) }
                }
            }
        }
    }
}

fn bars(it: &Groups) -> Markup {
    let most = it.groups.iter().map(|group| group.counted).max().unwrap_or(0) as f64;
    html! {
        ul class="regions" aria-label=(it.heading) {
            @for group in &it.groups {
                li {
                    a href=(group.href) {
                        span class="name" { (group.words) } " "
                        span class="shown" { (group.shown) }
                        (thin_bar(group.counted as f64, most))
                    }
                }
            }
        }
    }
}

fn small_bars(it: &Groups) -> Markup {
    let most = it.groups.iter().map(|group| group.counted).max().unwrap_or(0) as f64;
    html! {
        div class="channels" {
            @if let Some(text) = &it.words { p { (text) } }
            ul aria-label=(it.heading) {
                @for group in &it.groups {
                    li {
                        a class="name" href=(group.href) { (group.words) }
                        " " (thin_bar(group.counted as f64, most)) " " span class="shown" { (group.shown) }
                    }
                }
            }
        }
    }
}

/// Renders an item that has no arrangement of its own.
fn shown(show: &Show, words: &NumberWords) -> Markup {
    html! {
        @match show {
            Show::Number { face, number: one } => (number(one, *face, words)),
            Show::Balance(sum) => (balance(sum, words)),
            Show::Groups(groups) => @match groups.face {
                GroupsFace::Bars => (bars(groups)),
                GroupsFace::SmallBars => (small_bars(groups)),
                GroupsFace::Themes => (themes(groups)),
            },
            Show::Drawings(all) => div class="drawings" { @for one in all { div { (drawing(one)) } } },
            Show::Whole { title, parts, numbers } => (whole(title, parts, numbers, words)),
            Show::Words(text) => p class="caption" { (text) },
            // the map is in the first band, which has the land
            Show::Map(_) => {}
        }
    }
}

fn section(it: &Section, words: &NumberWords) -> Markup {
    html! {
        section class="section" aria-labelledby=(it.key) {
            h2 id=(it.key) { (it.heading) }
            @for show in &it.shows { (shown(show, words)) }
        }
    }
}

fn block(it: &Section, words: &NumberWords) -> Markup {
    html! {
        section class={ "block block-" (it.key) } aria-labelledby=(it.key) {
            h2 id=(it.key) { (it.heading) }
            @for show in &it.shows { (shown(show, words)) }
        }
    }
}

/// A ring with its legend, and a bar with the same content for narrow screens. Only one of them is visible.
fn whole(title: &str, parts: &[Part], numbers: &[Number], words: &NumberWords) -> Markup {
    let silent = |part: &Part| Part {
        words: if numbers.is_empty() { part.words.clone() } else { String::new() },
        ..part.clone()
    };
    let ring = decapolis_drawing::Donut { title: title.into(), parts: parts.iter().map(silent).collect() };
    let bar = decapolis_drawing::Bar { title: title.into(), parts: parts.to_vec() };
    html! {
        div class="whole" {
            div class="ring-of-parts" { (decapolis_drawing::donut(&ring)) }
            div class="bar-of-parts" { (decapolis_drawing::bar(&bar)) }
            @if numbers.is_empty() { (key(parts)) } @else {
                div class="parts" {
                    @for (part, one) in parts.iter().zip(numbers) {
                        div class="part-of-whole" { (swatch(part.fill)) (number(one, Face::Running, words)) }
                    }
                }
            }
        }
    }
}

fn themes(it: &Groups) -> Markup {
    html! {
        ul {
            @for (at, theme) in it.groups.iter().enumerate() {
                li { a href=(theme.href) { (swatch(Fill::Theme(at as u8 + 1))) span { (theme.words) } " " b { (theme.shown) } } }
            }
        }
    }
}

fn foot(it: &Sheet) -> Markup {
    html! {
        div class="sheet-foot" {
            @for one in it.sections.iter().filter(|s| s.band == Band::Foot && !s.is_empty()) {
                section class="themes" aria-labelledby=(one.key) {
                    h2 id=(one.key) { (one.heading) }
                    @for show in &one.shows { (shown(show, &it.words)) }
                }
            }
            (unfilled(it))
            section class="legend" aria-labelledby="legend" {
                h2 class="heard" id="legend" { (it.legend.heading) }
                p {
                    @for one in &it.legend.signs { span class="explained" { (sign(*one, "")) (it.words.of(*one)) } " " }
                    @for line in &it.legend.lines { span class="explained" { (line) } " " }
                    @if let Some(methods) = &it.legend.methods { (link(methods)) }
                }
            }
        }
    }
}

/// What the page has no data for, folded. Only the live page says which files fill it: an edition stays as it is.
fn unfilled(it: &Sheet) -> Markup {
    let live = it.edition.is_none();
    html! {
        @if let Some(folded) = &it.unfilled {
            details class="unfilled" {
                summary { (folded.summary) }
                @if live { p class="hint" { (folded.hint) } }
                dl {
                    @for one in &folded.parts {
                        div {
                            dt { (one.words) }
                            @if live {
                                dd {
                                    @for file in &one.files { code { (file) } " " }
                                    @if one.files.is_empty() { (folded.no_rows) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
