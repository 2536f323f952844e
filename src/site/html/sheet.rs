//! The page in figures of a year: an infographic to read, to open and to print on one A4.

use super::components::{Link, drawing, key, link, tag};
use super::layout::{Shell, document};
use super::number::{Face, Number, NumberWords, code, number};
use decapolis_drawing::{Drawing, Fill, Part, Sign, WorldMap, sign, swatch, thin_bar, world_map};
use maud::{Markup, html};

/// The page in figures. Each band may be left out, and each number in it may be a dash.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// What the page is called: "#Hashtag in 2020".
    pub headline: String,
    /// As of when, which edition, published when: parts that are set apart by dots.
    pub state: Vec<String>,
    /// The ribbon over illustrative data, in the head of the page, so that it is printed too.
    pub ribbon: Option<String>,
    /// The short address of the page as a picture; room is left for it.
    pub qr: Option<Markup>,
    /// The short address in words.
    pub short_address: Option<String>,
    /// Links to this page as a document, as data, as a picture.
    pub downloads: Vec<Link>,
    /// The words around all numbers.
    pub words: NumberWords,
    /// Who we are.
    pub who: Who,
    /// Sections of numbers in two columns: those of the first column, then those of the second.
    pub columns: [Vec<Section>; 2],
    /// Governance: four blocks or fewer.
    pub blocks: Vec<Block>,
    /// The heading of the blocks.
    pub blocks_heading: String,
    /// The themes with their counts.
    pub themes: Themes,
    /// What the signs and codes mean, and what the map is made of.
    pub legend: Legend,
}

/// Who we are: the members on the map, by region, the balance of the year, and the numbers of the second level.
#[derive(Clone, Debug, Default)]
pub struct Who {
    /// The heading; only heard, since the number speaks.
    pub heading: String,
    /// How many members there are.
    pub members: Number,
    /// How the number came about since the year before.
    pub balance: Option<Balance>,
    /// Where the members are.
    pub map: Option<WorldMap>,
    /// The list behind the map.
    pub map_list: Option<Link>,
    /// What a ring on the map is.
    pub map_words: Option<String>,
    /// The heading of the regions, only heard.
    pub regions_heading: String,
    /// The members by region, in the order they are shown.
    pub regions: Vec<Region>,
    /// The numbers of the second level: three at most.
    pub second: Vec<Number>,
}

/// The members of a region.
#[derive(Clone, Debug, Default)]
pub struct Region {
    /// The name of the region.
    pub words: String,
    /// Their number as written.
    pub shown: String,
    /// Their number.
    pub amount: f64,
    /// The list of them.
    pub href: String,
}

/// How a number came about: what there was, what came, what went, what there is.
#[derive(Clone, Debug, Default)]
pub struct Balance {
    /// What the sum is about, only heard: "Members in 2020".
    pub heading: String,
    /// The lines of the sum; the last is its result.
    pub steps: Vec<Step>,
}

/// A line of a sum.
#[derive(Clone, Debug, Default)]
pub struct Step {
    /// The number with its sign: "138", "+ 6", "− 3", "= 141".
    pub shown: String,
    /// What it is: "new members".
    pub words: String,
    /// The code of its figure, and where it is explained.
    pub figure: Option<(String, String)>,
    /// The signs of its figure.
    pub signs: Vec<Sign>,
}

/// A heading with rows of numbers.
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// A word for addresses: the section stands at `#key`.
    pub key: String,
    /// The heading.
    pub heading: String,
    /// The numbers in order.
    pub numbers: Vec<Number>,
    /// Small bars under the last number: a name, a number as written, a number.
    pub channels: Vec<Region>,
    /// The day of reading of the bars.
    pub channels_words: Option<String>,
}

/// A heading with drawings and numbers in sentences.
#[derive(Clone, Debug, Default)]
pub struct Block {
    /// A word for addresses: the block stands at `#key`.
    pub key: String,
    /// The heading.
    pub heading: String,
    /// What the block shows, in order.
    pub shows: Vec<Shown>,
}

/// What a block shows.
#[derive(Clone, Debug)]
pub enum Shown {
    /// Drawings beside each other.
    Drawings(Vec<Drawing>),
    /// A whole in parts: a ring with its key where there is room, a bar on a phone.
    Whole {
        /// What the picture says, in words.
        title: String,
        /// The parts; the words of each are its number as written.
        parts: Vec<Part>,
        /// For each part its number, which stands beside the ring.
        numbers: Vec<Number>,
    },
    /// A number in a sentence.
    Number(Box<Number>),
    /// A line of words: the stage of the accounts.
    Words(String),
}

/// The themes with their counts.
#[derive(Clone, Debug, Default)]
pub struct Themes {
    /// What is counted by theme: "Activities by theme".
    pub heading: String,
    /// The themes in order, from the first fill to the fourth.
    pub themes: Vec<Region>,
}

/// What the signs and codes mean.
#[derive(Clone, Debug, Default)]
pub struct Legend {
    /// The heading, only heard.
    pub heading: String,
    /// The signs that are explained.
    pub signs: Vec<Sign>,
    /// Further lines: that every number opens its list, where the land comes from.
    pub lines: Vec<String>,
    /// The link to how everything is counted.
    pub methods: Option<Link>,
}

/// Shows the page in figures in its document.
pub fn page(shell: &Shell, it: &Sheet) -> Markup {
    document(
        shell,
        "sheet",
        &html! {
            (head(it))
            (who(&it.who, &it.words))
            @if it.columns.iter().any(|column| !column.is_empty()) {
                div class="columns-two" {
                    @for column in &it.columns { div { @for one in column { (section(one, &it.words)) } } }
                }
            }
            @if !it.blocks.is_empty() {
                section class="blocks" aria-labelledby="blocks" {
                    h2 class="heard" id="blocks" { (it.blocks_heading) }
                    @for one in &it.blocks { (block(one, &it.words)) }
                }
            }
            (foot(it))
        },
    )
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
            @if it.qr.is_some() || it.short_address.is_some() {
                div class="short" {
                    @if let Some(qr) = &it.qr { (qr) }
                    @if let Some(address) = &it.short_address { p { (address) } }
                }
            }
        }
    }
}

fn who(it: &Who, words: &NumberWords) -> Markup {
    html! {
        section class="who" aria-labelledby="who" {
            h2 class="heard" id="who" { (it.heading) }
            div class="members" {
                (number(&it.members, Face::Huge, words))
                @if let Some(sum) = &it.balance { (balance(sum, words)) }
            }
            div class="where" {
                @if let Some(map) = &it.map {
                    figure class="world" {
                        (world_map(map))
                        @if it.map_words.is_some() || it.map_list.is_some() {
                            figcaption {
                                @if let Some(text) = &it.map_words { span class="shared" { (text) } " " }
                                @if let Some(list) = &it.map_list { (link(list)) }
                            }
                        }
                    }
                }
                (regions(&it.regions_heading, &it.regions))
            }
            @if !it.second.is_empty() {
                div class="second" { @for one in &it.second { (number(one, Face::Big, words)) } }
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
                    @if let Some((quoted, href)) = &step.figure { a class="coded" href=(href) { (code(quoted, &step.signs, words)) } }
                }
            }
        }
    }
}

fn regions(heading: &str, all: &[Region]) -> Markup {
    let most = all.iter().map(|region| region.amount).fold(0.0, f64::max);
    html! {
        @if !all.is_empty() {
            ul class="regions" aria-label=(heading) {
                @for region in all {
                    li {
                        a href=(region.href) {
                            span class="name" { (region.words) } " "
                            span class="shown" { (region.shown) }
                            (thin_bar(region.amount, most))
                        }
                    }
                }
            }
        }
    }
}

fn section(it: &Section, words: &NumberWords) -> Markup {
    let most = it.channels.iter().map(|channel| channel.amount).fold(0.0, f64::max);
    html! {
        section class="section" aria-labelledby=(it.key) {
            h2 id=(it.key) { (it.heading) }
            @for one in &it.numbers { (number(one, Face::Row, words)) }
            @if !it.channels.is_empty() {
                div class="channels" {
                    @if let Some(text) = &it.channels_words { p { (text) } }
                    ul {
                        @for channel in &it.channels {
                            li {
                                a class="name" href=[(!channel.href.is_empty()).then_some(&channel.href)] { (channel.words) }
                                " " (thin_bar(channel.amount, most)) " " span class="shown" { (channel.shown) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn block(it: &Block, words: &NumberWords) -> Markup {
    html! {
        section class={ "block block-" (it.key) } aria-labelledby=(it.key) {
            h3 id=(it.key) { (it.heading) }
            @for shown in &it.shows {
                @match shown {
                    Shown::Drawings(all) => div class="drawings" { @for one in all { div { (drawing(one)) } } },
                    Shown::Whole { title, parts, numbers } => (whole(title, parts, numbers, words)),
                    Shown::Number(one) => (number(one, Face::Running, words)),
                    Shown::Words(text) => p class="caption" { (text) },
                }
            }
        }
    }
}

/// The ring with its key beside it; the bar says the same to a phone, and only one of them is ever shown.
fn whole(title: &str, parts: &[Part], numbers: &[Number], words: &NumberWords) -> Markup {
    let silent = |part: &Part| Part { words: if numbers.is_empty() { part.words.clone() } else { String::new() }, ..part.clone() };
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

fn foot(it: &Sheet) -> Markup {
    html! {
        div class="sheet-foot" {
            @if !it.themes.themes.is_empty() {
                section class="themes" aria-labelledby="themes" {
                    h2 id="themes" { (it.themes.heading) }
                    ul {
                        @for (at, theme) in it.themes.themes.iter().enumerate() {
                            li { a href=(theme.href) { (swatch(Fill::Theme(at as u8 + 1))) span { (theme.words) } " " b { (theme.shown) } } }
                        }
                    }
                }
            }
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
