//! The page of one figure: its value, its rule, its rows.

use super::components::{Form, Link, form, link, tag};
use super::layout::{Shell, document};
use super::number::{NumberWords, code};
use super::table::{Pager, Table, pager, table};
use decapolis_drawing::{Columns, Drawing, Sign, columns};
use maud::{Markup, html};

/// The page of one figure.
#[derive(Clone, Debug, Default)]
pub struct FigurePage {
    /// The number as written: "71 %"; without one a dash stands in its place.
    pub shown: Option<String>,
    /// Words before the number: "More than".
    pub prefix: Option<String>,
    /// What the number says; the heading of the page.
    pub sentence: String,
    /// How it came about in this case: "Of the 56 seats ... 40 were taken."
    pub rule: String,
    /// The four characters it is quoted by.
    pub code: String,
    /// What kind of number it is.
    pub signs: Vec<Sign>,
    /// The period, as known when, the unit, the version of the rule: short parts set apart by dots.
    pub about: Vec<String>,
    /// The ribbon over illustrative data.
    pub ribbon: Option<String>,
    /// Data, citation, picture.
    pub links: Vec<Link>,
    /// The drawing of the number, such as its strip.
    pub drawing: Option<Drawing>,
    /// Asks for another day, another state of knowledge, another breakdown.
    pub form: Form,
    /// Something to be said about what was asked: that the day lies before the register, that a breakdown is not offered.
    pub notice: Option<String>,
    /// The number in groups.
    pub breakdown: Option<Breakdown>,
    /// The number over the years.
    pub years: Option<Years>,
    /// The rows it was counted from.
    pub rows: Rows,
    /// How to cite the number: the heading and the text.
    pub cite: Option<(String, String)>,
    /// How to show the number in another site: the heading, what to do, and the text to copy.
    pub embed: Option<(String, String, String)>,
    /// The words around numbers.
    pub words: NumberWords,
}

/// The number in groups.
#[derive(Clone, Debug, Default)]
pub struct Breakdown {
    /// The heading: "By region".
    pub heading: String,
    /// The groups with their numbers and a column of bars.
    pub table: Table,
    /// Why groups may not add up to the number, if they do not.
    pub note: Option<String>,
}

/// The number over the years.
#[derive(Clone, Debug, Default)]
pub struct Years {
    /// The heading: "By year".
    pub heading: String,
    /// The chart.
    pub chart: Columns,
    /// The words that open the same as a table.
    pub as_table: String,
    /// The same as a table.
    pub table: Table,
    /// That the rule changed in some year, if it did.
    pub note: Option<String>,
}

/// The rows a number was counted from, in parts: counted, in the base only, left out.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// The heading: "Which rows it comes from".
    pub heading: String,
    /// The name of the choice of parts, only heard.
    pub label: String,
    /// The parts with their counts: "40 counted".
    pub parts: Vec<Link>,
    /// The rows of the part, or numbers with reasons where rows may not be shown.
    pub shown: RowsShown,
    /// Why rows are not shown, or that names are withheld.
    pub note: Option<String>,
    /// The part as a file.
    pub download: Option<Link>,
    /// The pages of the rows.
    pub pager: Pager,
}

/// What may be shown of a part.
#[derive(Clone, Debug)]
pub enum RowsShown {
    /// Each row.
    Each(Table),
    /// Only how many, for which reason: the number as written and its words.
    Reasons(Vec<(String, String)>),
}

impl Default for RowsShown {
    fn default() -> Self {
        RowsShown::Reasons(Vec::new())
    }
}

/// Shows the page of a figure in its document.
pub fn page(shell: &Shell, it: &FigurePage) -> Markup {
    document(
        shell,
        "figure-page",
        &html! {
            (top(it))
            (form(&it.form))
            @if let Some(notice) = &it.notice { p class="note" { (notice) } }
            @if it.breakdown.is_some() || it.years.is_some() {
                div class="figure-views" {
                    @if let Some(breakdown) = &it.breakdown {
                        section class="breakdown" aria-labelledby="breakdown" {
                            h2 id="breakdown" { (breakdown.heading) }
                            (table(&breakdown.table))
                            @if let Some(note) = &breakdown.note { p class="caption" { (note) } }
                        }
                    }
                    @if let Some(all) = &it.years { (years(all)) }
                }
            }
            (rows(&it.rows))
            @if let Some((heading, words, text)) = &it.embed {
                section class="panel" aria-labelledby="embed" {
                    h2 id="embed" { (heading) }
                    p class="hint" { (words) }
                    p { code class="copied" dir="ltr" { (text) } }
                }
            }
            @if let Some((heading, text)) = &it.cite {
                section class="panel" aria-labelledby="cite" {
                    h2 id="cite" { (heading) }
                    p class="rule" { (text) }
                }
            }
        },
    )
}

fn top(it: &FigurePage) -> Markup {
    html! {
        div class="figure-top" {
            p class="figure-value" {
                @if let Some(prefix) = &it.prefix { span class="prefix" { (prefix) } " " }
                span class="shown" { (it.shown.as_deref().unwrap_or(&it.words.none)) }
            }
            div class="figure-words" {
                h1 { (it.sentence) }
                p class="rule" { (it.rule) }
                @if let Some(shape) = &it.drawing { div class="figure-shape" { (super::components::drawing(shape)) } }
                p class="state" {
                    (code(&it.code, &it.signs, &it.words)) " "
                    @for sign in &it.signs { span { (it.words.of(*sign)) } " " }
                    @for part in &it.about { span { (part) } " " }
                    @if let Some(ribbon) = &it.ribbon { (tag(ribbon)) }
                }
                @if !it.links.is_empty() { ul class="links" { @for one in &it.links { li { (link(one)) } } } }
            }
        }
    }
}

fn years(it: &Years) -> Markup {
    html! {
        section aria-labelledby="years" {
            h2 id="years" { (it.heading) }
            (columns(&it.chart))
            @if let Some(note) = &it.note { p class="caption" { (note) } }
            details class="as-table" { summary { (it.as_table) } (table(&it.table)) }
        }
    }
}

fn rows(it: &Rows) -> Markup {
    html! {
        section class="figure-rows" aria-labelledby="rows" {
            h2 id="rows" { (it.heading) }
            div class="above-rows" {
                @if !it.parts.is_empty() {
                    nav class="tabs" aria-label=(it.label) { ul { @for part in &it.parts { li { (link(part)) } } } }
                }
                @if let Some(download) = &it.download { (link(download)) }
            }
            @if let Some(note) = &it.note { p class="note" { (note) } }
            @match &it.shown {
                RowsShown::Each(all) => (table(all)),
                RowsShown::Reasons(reasons) => @if !reasons.is_empty() {
                    ul class="reasons" { @for (shown, words) in reasons { li { b { (shown) } " " span { (words) } } } }
                },
            }
            (pager(&it.pager))
        }
    }
}
