//! The page of the studio: the choices on one side, the number with its rows on the other.

use crate::web::components::{Choice, Choosable, Entry, Link, link};
use crate::web::layout::{Shell, document};
use crate::web::table::{Table, table};
use maud::{Markup, html};

/// The page on which a figure is made.
#[derive(Clone, Debug, Default)]
pub struct Studio {
    pub heading: String,
    pub intro: String,
    /// The URL the choices are sent to.
    pub action: String,
    /// Hidden fields.
    pub kept: Vec<(String, String)>,
    /// The name of the form, for screen readers.
    pub form_label: String,
    /// The lists to count.
    pub counted: Vec<ListFields>,
    /// The button that adds a list. `None` if there are enough.
    pub one_more: Option<String>,
    pub how: How,
    /// The list of the base, for a share.
    pub base: Option<ListFields>,
    pub shown: ShownFields,
    /// The button that shows the number. It is not needed with script.
    pub button: String,
    pub result: StudioResult,
    /// The URL of the script.
    pub script: String,
}

/// The fields of one list: which list, when, the unit, and the conditions.
#[derive(Clone, Debug, Default)]
pub struct ListFields {
    /// The legend of the fields: "What is counted".
    pub legend: String,
    pub listing: Choice,
    /// What a row of the list is.
    pub row: String,
    /// The time condition. `None` if there is only one option.
    pub when: Option<Choice>,
    pub on: Choice,
    pub conditions: Vec<ConditionFields>,
    /// The choice that adds a condition.
    pub add: Option<Choice>,
    /// What is wrong, by field.
    pub faults: Faults,
}

/// Field names with what is wrong there.
pub type Faults = Vec<(String, String)>;

/// A condition on one column.
#[derive(Clone, Debug, Default)]
pub struct ConditionFields {
    pub legend: String,
    /// What happens to rows that fail.
    pub does: Choice,
    /// The name of the fields of values.
    pub name: String,
    pub values: Vec<Choosable>,
    /// A field for one more record by name, with suggestions as (code, name).
    pub more: Option<(Entry, Vec<(String, String)>)>,
    pub error: Option<String>,
}

/// The choices of number or share, units or sum.
#[derive(Clone, Debug, Default)]
pub struct How {
    pub legend: String,
    pub shape: Choice,
    pub measure: Choice,
    pub faults: Faults,
}

/// The choices of breakdown, format and day.
#[derive(Clone, Debug, Default)]
pub struct ShownFields {
    pub legend: String,
    pub by_label: String,
    pub by: Vec<Choosable>,
    pub entries: Vec<Entry>,
}

/// The number of the draft, and the rows it comes from.
#[derive(Clone, Debug, Default)]
pub struct StudioResult {
    pub heading: String,
    /// The URL of the draft.
    pub address: String,
    /// What must be corrected before there is a number.
    pub wanting: Vec<(String, String)>,
    pub wanting_heading: String,
    pub prefix: Option<String>,
    pub shown: String,
    /// The unit under the number.
    pub unit: String,
    pub fraction: Option<String>,
    pub sentence: String,
    pub about: String,
    pub breakdowns: Vec<(String, Table)>,
    pub classes: Vec<RowsOfClass>,
    pub rows_heading: String,
    pub years: Option<Trying>,
    pub save: Option<Link>,
    /// The text of the figure file, with its heading.
    pub file: Option<(String, String)>,
}

/// The first rows of a class, or counts by reason.
#[derive(Clone, Debug, Default)]
pub struct RowsOfClass {
    pub key: &'static str,
    /// "54 rows are counted".
    pub summary: String,
    pub note: Option<String>,
    pub table: Option<Table>,
    pub reasons: Vec<(String, String)>,
    pub open: bool,
}

/// The adopted rule compared with the rule being tried.
#[derive(Clone, Debug, Default)]
pub struct Trying {
    pub heading: String,
    pub note: String,
    pub table: Table,
    /// The records added and removed, each group with a heading.
    pub moved: Vec<(String, Vec<Link>, Option<String>)>,
}

/// Renders the studio.
pub fn page(shell: &Shell, it: &Studio) -> Markup {
    document(
        shell,
        "studio-page",
        &html! {
            header class="list-top" { h1 { (it.heading) } p class="rule" { (it.intro) } }
            div class="studio" {
                (form(it))
                (result(&it.result))
            }
            script type="module" src=(it.script) {}
        },
    )
}

fn form(it: &Studio) -> Markup {
    html! {
        form class="studio-form" id="studio-form" method="get" action=(it.action) aria-label=(it.form_label) {
            @for (name, value) in &it.kept { input type="hidden" name=(name) value=(value); }
            // pressing Enter uses the first button of the form
            button type="submit" hidden { (it.button) }
            @for one in &it.counted { (list(one)) }
            @if let Some(words) = &it.one_more {
                p class="one-more" { button class="plain" type="submit" name="add" value="part" { (words) } }
            }
            fieldset {
                legend { (it.how.legend) }
                (radios(&it.how.shape))
                (select(&it.how.measure, &it.how.faults))
            }
            @if let Some(base) = &it.base { (list(base)) }
            fieldset {
                legend { (it.shown.legend) }
                @if !it.shown.by.is_empty() {
                    div class="ticks" role="group" aria-label=(it.shown.by_label) {
                        p class="label" { (it.shown.by_label) }
                        (ticks("by", &it.shown.by, None))
                    }
                }
                div class="in-a-row" { @for one in &it.shown.entries { (entry(one)) } }
            }
            p class="send" { button type="submit" { (it.button) } }
        }
    }
}

fn list(it: &ListFields) -> Markup {
    html! {
        fieldset {
            legend { (it.legend) }
            (select(&it.listing, &it.faults))
            p class="hint" { (it.row) }
            div class="in-a-row" {
                (select(&it.on, &it.faults))
                @if let Some(when) = &it.when { (select(when, &it.faults)) }
            }
            @for one in &it.conditions { (condition(one)) }
            @if let Some(add) = &it.add { (select(add, &it.faults)) }
        }
    }
}

fn condition(it: &ConditionFields) -> Markup {
    let error = it.error.as_ref().map(|_| format!("f-{}-error", it.name));
    html! {
        fieldset class=(if it.error.is_some() { "condition wrong" } else { "condition" }) aria-describedby=[error.as_ref()] {
            legend { (it.legend) }
            (select(&it.does, &vec![]))
            @if let (Some(words), Some(id)) = (&it.error, &error) { p class="error" id=(id) { (words) } }
            (ticks(&it.name, &it.values, error.as_deref()))
            @if let Some((one, offered)) = &it.more {
                (entry_with(one, Some(&format!("f-{}-offered", one.name))))
                datalist id={ "f-" (one.name) "-offered" } {
                    @for (code, name) in offered { option value=(code) { (name) } }
                }
            }
        }
    }
}

fn ticks(name: &str, all: &[Choosable], described_by: Option<&str>) -> Markup {
    html! {
        @if !all.is_empty() {
            ul class="tick-list" {
                @for (n, one) in all.iter().enumerate() {
                    li {
                        input type="checkbox" id={ "f-" (name) "-" (n) } name=(name) value=(one.value) checked[one.chosen] aria-describedby=[described_by];
                        label for={ "f-" (name) "-" (n) } { (one.words) }
                    }
                }
            }
        }
    }
}

fn radios(it: &Choice) -> Markup {
    html! {
        div class="radios" role="radiogroup" aria-label=(it.label) {
            @for (n, one) in it.options.iter().enumerate() {
                span {
                    input type="radio" id={ "f-" (it.name) "-" (n) } name=(it.name) value=(one.value) checked[one.chosen];
                    label for={ "f-" (it.name) "-" (n) } { (one.words) }
                }
            }
        }
    }
}

fn select(it: &Choice, faults: &Faults) -> Markup {
    let id = format!("f-{}", it.name);
    let fault = faults.iter().find(|(name, _)| *name == it.name).map(|(_, words)| words);
    html! {
        div class=(if fault.is_some() { "field wrong" } else { "field" }) {
            label for=(id) { (it.label) }
            @if let Some(words) = fault { p class="error" id={ (id) "-error" } { (words) } }
            select id=(id) name=(it.name) aria-invalid=[fault.map(|_| "true")] aria-describedby=[fault.map(|_| format!("{id}-error"))] {
                @for option in &it.options { option value=(option.value) selected[option.chosen] { (option.words) } }
            }
        }
    }
}

fn entry(it: &Entry) -> Markup {
    entry_with(it, None)
}

fn entry_with(it: &Entry, offered: Option<&str>) -> Markup {
    let id = format!("f-{}", it.name);
    html! {
        div class=(if it.error.is_some() { "field wrong" } else { "field" }) {
            label for=(id) { (it.label) }
            @if let Some(words) = &it.error { p class="error" id={ (id) "-error" } { (words) } }
            input id=(id) type=(it.kind) name=(it.name) value=(it.value) list=[offered] autocomplete="off"
                aria-invalid=[it.error.as_ref().map(|_| "true")] aria-describedby=[it.error.as_ref().map(|_| format!("{id}-error"))];
        }
    }
}

fn result(it: &StudioResult) -> Markup {
    html! {
        section class="studio-result" id="studio-result" data-address=(it.address) aria-labelledby="studio-result-heading" {
            h2 class="heard" id="studio-result-heading" { (it.heading) }
            // announced by screen readers when the choices change
            div class="studio-number" id="studio-number" aria-live="polite" aria-atomic="true" {
                @if it.wanting.is_empty() {
                    p class="figure-value" {
                        @if let Some(prefix) = &it.prefix { span class="prefix" { (prefix) } " " }
                        span class="shown" { (it.shown) }
                    }
                    p class="studio-unit" { (it.unit) @if let Some(fraction) = &it.fraction { span class="hint" { " " (fraction) } } }
                } @else {
                    p class="studio-unit" { (it.wanting_heading) }
                    ul class="wanting" { @for (field, words) in &it.wanting { li { a href={ "#f-" (field) } { (words) } } } }
                }
            }
            @if !it.sentence.is_empty() {
                div class="studio-rule" {
                    p class="rule" { (it.sentence) }
                    p class="about" { (it.about) }
                    @if let Some(save) = &it.save { p class="studio-save" { a class="button" href=(save.href) { (save.words) } } }
                }
            }
            @if let Some(years) = &it.years { (trying(years)) }
            @for (heading, groups) in &it.breakdowns {
                section class="breakdown" { h2 { (heading) } (table(groups)) }
            }
            @if !it.classes.is_empty() {
                section class="figure-rows" {
                    h2 { (it.rows_heading) }
                    @for class in &it.classes { (rows_of(class)) }
                }
            }
            @if let Some((words, text)) = &it.file {
                details class="as-table" id="studio-file" { summary { (words) } (file_text(text)) }
            }
        }
    }
}

/// The text of a file, in a block that scrolls.
pub fn file_text(text: &str) -> Markup {
    html! { pre class="file-text" tabindex="0" { (text) } }
}

fn rows_of(it: &RowsOfClass) -> Markup {
    html! {
        details class="rows-of-class" id={ "rows-" (it.key) } open[it.open] {
            summary { (it.summary) }
            @if let Some(note) = &it.note { p class="note" { (note) } }
            @if let Some(rows) = &it.table { (table(rows)) }
            @if !it.reasons.is_empty() {
                ul class="reasons" { @for (shown, words) in &it.reasons { li { b { (shown) } " " span { (words) } } } }
            }
        }
    }
}

fn trying(it: &Trying) -> Markup {
    html! {
        section class="trying" {
            h2 { (it.heading) }
            p class="caption" { (it.note) }
            (table(&it.table))
            @for (heading, who, note) in &it.moved {
                h3 { (heading) }
                @if let Some(note) = note { p class="caption" { (note) } }
                @if !who.is_empty() { ul class="moved" { @for one in who { li { (link(one)) } } } }
            }
        }
    }
}
