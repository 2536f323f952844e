//! The page of any record: its fields, and the panels for its kind.

use crate::web::components::{Link, drawing, link, tag};
use crate::web::layout::{Shell, document};
use crate::web::table::{Cell, Table, table};
use decapolis_drawing::Drawing;
use decapolis_register::journal::RowId;
use decapolis_register::table::Table as RegisterTable;
use maud::{Markup, html};

/// The page of a record.
#[derive(Clone, Default)]
pub struct RecordPage {
    /// The breadcrumbs: the list of its kind first.
    pub trail: Vec<Link>,
    /// The name of the breadcrumbs, for screen readers.
    pub trail_label: String,
    /// The kind of record: "Member".
    pub kind: String,
    /// Its name in the language of the page.
    pub name: String,
    /// Its name in its own language with the language tag, if it differs.
    pub own_name: Option<(String, String)>,
    /// The code of the record.
    pub code: String,
    /// One line under the name: since when, in which region.
    pub line: Vec<String>,
    /// The tag for illustrative data.
    pub tag: Option<String>,
    /// A notice at the top: the record left the network, or was merged.
    pub notice: Option<String>,
    /// The heading of the fields, for screen readers.
    pub fields_heading: String,
    /// The fields, in order. Empty ones are omitted by the caller, or have a dash.
    pub fields: Vec<RecordField>,
    /// A drawing beside the fields.
    pub drawing: Option<Drawing>,
    /// A map beside the fields.
    pub map: Option<decapolis_drawing::WorldMap>,
    /// Panels of other modules.
    pub panels: Vec<Panel>,
    /// Links to data, history and sources.
    pub links: Vec<Link>,
}

/// A field with its values.
#[derive(Clone, Debug, Default)]
pub struct RecordField {
    /// The name of the field.
    pub label: String,
    /// Its values; most fields have one.
    pub values: Vec<Cell>,
    /// A line under the value: since when, by which source.
    pub about: Option<String>,
}

/// A panel of a record's page.
#[derive(Clone, Default)]
pub struct Panel {
    /// Its fragment in the URL: `#key`.
    pub key: String,
    pub heading: String,
    /// A sentence above the rows.
    pub words: Option<String>,
    pub table: Table,
    /// The table of the register that it shows, and its rows in the order of those shown.
    pub of: Option<(&'static RegisterTable, Vec<RowId>)>,
    /// A link to all rows, if only the first ones are shown.
    pub more: Option<Link>,
    /// What it is about, where others are about the same.
    pub about: Option<&'static str>,
    /// Which of the rows are over, in their order.
    pub over: Vec<bool>,
    /// The column whose record the rows belong to, where that is not the record of the page.
    pub owner: Option<usize>,
    /// Whether the head of the page says what lasts of it.
    pub at_head: bool,
}

/// Renders the page of a record.
pub fn page(shell: &Shell, it: &RecordPage) -> Markup {
    document(shell, "record-page", &body(it))
}

/// The page without what surrounds it.
pub fn body(it: &RecordPage) -> Markup {
    html! {
            @if !it.trail.is_empty() {
                nav class="trail" aria-label=(it.trail_label) { ol { @for one in &it.trail { li { (link(one)) } } } }
            }
            div class="record-top" {
                p class="kind" { (it.kind) @if !it.code.is_empty() { " " span class="code" { (it.code) } } }
                h1 { (it.name) @if let Some(words) = &it.tag { " " (tag(words)) } }
                @if let Some((lang, name)) = &it.own_name { p class="own-name" lang=(lang) { (name) } }
                @if !it.line.is_empty() { p class="state" { @for part in &it.line { span { (part) } " " } } }
                @if let Some(notice) = &it.notice { p class="note" { (notice) } }
            }
            div class="record-body" {
                section class="fields" aria-labelledby="fields" {
                    h2 class="heard" id="fields" { (it.fields_heading) }
                    dl { @for field in &it.fields { (field_of(field)) } }
                    @if !it.links.is_empty() { ul class="links" { @for one in &it.links { li { (link(one)) } } } }
                }
                @if it.map.is_some() || it.drawing.is_some() {
                    div class="beside" {
                        @if let Some(map) = &it.map { (decapolis_drawing::world_map(map)) }
                        @if let Some(shape) = &it.drawing { (drawing(shape)) }
                    }
                }
            }
            @for panel in &it.panels { (panel_of(panel)) }
    }
}

/// Renders a field.
pub fn field_of(it: &RecordField) -> Markup {
    html! {
        div {
            dt { (it.label) }
            @for value in &it.values {
                dd {
                    @if let Some(href) = &value.href { a href=(href) { (value.text) } } @else { (value.text) }
                    @if let Some(words) = &value.tag { " " (tag(words)) }
                }
            }
            @if let Some(about) = &it.about { dd class="about" { (about) } }
        }
    }
}

fn panel_of(it: &Panel) -> Markup {
    html! {
        section class="panel" aria-labelledby=(it.key) {
            h2 id=(it.key) { (it.heading) }
            @if let Some(words) = &it.words { p { (words) } }
            (table(&it.table))
            @if let Some(more) = &it.more { p class="more" { (link(more)) } }
        }
    }
}
