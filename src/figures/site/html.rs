//! The page of one figure: its value, its rule, its rows.

use crate::page::site::number::{NumberWords, code};
use crate::web::components::{Form, Link, form, link, tag};
use crate::web::layout::{Shell, document};
use crate::web::table::{Pager, Table, pager, table, table_in_lines};
use decapolis_drawing::{Columns, Drawing, Sign, columns};
use maud::{Markup, html};

/// The page of one figure.
#[derive(Clone, Debug, Default)]
pub struct FigurePage {
    /// The number as printed: "71 %". `None` is printed as a dash.
    pub shown: Option<String>,
    /// The text before the number: "More than".
    pub prefix: Option<String>,
    /// The sentence of the number, which is the heading of the page.
    pub sentence: String,
    /// How this number came about: "Of the 56 seats ... 40 were taken."
    pub rule: String,
    /// The figure's code of four characters.
    pub code: String,
    /// The signs for the kind of number.
    pub signs: Vec<Sign>,
    /// The period, the state of the register, the unit, the version of the rule: short parts separated by dots.
    pub about: Vec<String>,
    /// The notice about illustrative data.
    pub ribbon: Option<String>,
    /// Links to data, citation and picture.
    pub links: Vec<Link>,
    /// The drawing of the number, such as its strip.
    pub drawing: Option<Drawing>,
    /// The form for another day, another state of the register, or another breakdown.
    pub form: Form,
    /// Notices about the question: the number was corrected since, the day is still to come. A link without an address is plain text.
    pub notices: Vec<Link>,
    /// The breakdown.
    pub breakdown: Option<Breakdown>,
    /// The number over the years.
    pub years: Option<YearsTable>,
    /// The rows it was counted from.
    pub rows: Rows,
    /// How to cite the number: the heading and the text.
    pub cite: Option<(String, String)>,
    /// How to show the number on another site: the heading, the instruction, and the HTML to copy.
    pub embed: Option<(String, String, String)>,
    /// The texts that all numbers share.
    pub words: NumberWords,
}

/// The breakdown of a number.
#[derive(Clone, Debug, Default)]
pub struct Breakdown {
    /// The heading: "By region".
    pub heading: String,
    /// The groups with their numbers and bars.
    pub table: Table,
    /// Why groups may not add up to the number, if they do not.
    pub note: Option<String>,
}

/// The number over the years.
#[derive(Clone, Debug, Default)]
pub struct YearsTable {
    /// The heading: "By year".
    pub heading: String,
    /// The chart.
    pub chart: Columns,
    /// The text that opens the table.
    pub as_table: String,
    /// The numbers of the chart as a table.
    pub table: Table,
    /// A note if the rule changed in some year.
    pub note: Option<String>,
}

/// The rows a number was counted from, in three classes: counted, base only, left out.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// The heading: "Which rows it comes from".
    pub heading: String,
    /// The name of the choice of classes, for screen readers.
    pub label: String,
    /// Links to the classes with their counts: "40 counted".
    pub parts: Vec<Link>,
    /// Links to the two views of the counted rows: by unit, and row by row.
    pub views: Vec<Link>,
    /// The rows of the class, or counts by reason if rows may not be shown.
    pub shown: RowsShown,
    /// Why rows are not shown, or that names are withheld.
    pub note: Option<String>,
    /// The rows of the class as a file.
    pub download: Option<Link>,
    /// The links to further pages of rows.
    pub pager: Pager,
}

/// What is shown of a class of rows.
#[derive(Clone, Debug)]
pub enum RowsShown {
    /// Each row.
    Each(Table),
    /// Counts by reason: the number as printed, and the text of the reason.
    Reasons(Vec<(String, String)>),
}

impl Default for RowsShown {
    fn default() -> Self {
        RowsShown::Reasons(Vec::new())
    }
}

/// A number with more characters than this is set smaller.
const LONG: usize = 7;

/// Renders the page of a figure.
pub fn page(shell: &Shell, it: &FigurePage) -> Markup {
    document(
        shell,
        "figure-page",
        &html! {
            (top(it))
            @for notice in &it.notices {
                p class="note" { @if notice.href.is_empty() { (notice.words) } @else { (link(notice)) } }
            }
            @if let Some(breakdown) = &it.breakdown {
                section class="breakdown" aria-labelledby="breakdown" {
                    h2 id="breakdown" { (breakdown.heading) }
                    (table(&breakdown.table))
                    @if let Some(note) = &breakdown.note { p class="caption" { (note) } }
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

/// The number and its sentence, then the years, then how it is counted: on a phone in this order, on a wide screen with
/// the years beside the words.
fn top(it: &FigurePage) -> Markup {
    let shown = it.shown.as_deref().unwrap_or(&it.words.none);
    html! {
        div class="figure-top" {
            div class="figure-head" {
                p class=(if shown.chars().count() > LONG { "figure-value long" } else { "figure-value" }) {
                    @if let Some(prefix) = &it.prefix { span class="prefix" { (prefix) } " " }
                    span class="shown" { (shown) }
                }
                h1 { (it.sentence) }
            }
            @if let Some(all) = &it.years { (years(all)) }
            div class="figure-words" {
                p class="rule" { (it.rule) }
                @if let Some(shape) = &it.drawing { div class="figure-shape" { (crate::web::components::drawing(shape)) } }
                p class="state" {
                    (code(&it.code, &it.signs, &it.words)) " "
                    @for sign in &it.signs { span { (it.words.of(*sign)) } " " }
                    @for part in &it.about { span { (part) } " " }
                    @if let Some(ribbon) = &it.ribbon { (tag(ribbon)) }
                }
                @if !it.links.is_empty() { ul class="links" { @for one in &it.links { li { (link(one)) } } } }
            }
            (form(&it.form))
        }
    }
}

fn years(it: &YearsTable) -> Markup {
    html! {
        section class="figure-years" aria-labelledby="years" {
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
            @if !it.views.is_empty() { ul class="links" { @for one in &it.views { li { (link(one)) } } } }
            @match &it.shown {
                RowsShown::Each(all) if all.rows.iter().flatten().any(|cell| !cell.lines.is_empty()) => (table(all)),
                RowsShown::Each(all) => (table_in_lines(all)),
                RowsShown::Reasons(reasons) => @if !reasons.is_empty() {
                    ul class="reasons" { @for (shown, words) in reasons { li { b { (shown) } " " span { (words) } } } }
                },
            }
            (pager(&it.pager))
        }
    }
}
