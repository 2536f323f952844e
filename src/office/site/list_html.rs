//! The HTML of a list of the office.

use decapolis_register::journal::RowId;
use decapolis_register::table::{Column as RegisterColumn, Kind};
use maud::{Markup, html};

use super::as_of::{bar, days};
use super::bulk::{ALL, CHOSEN, LIST, MOST};
use super::desk::Desk;
use super::html::{JustSaved, saved};
use super::list_address::{address, file_address, filter_name, path_of, query};
use super::views::{Views, tabs};
use crate::office::list::OfficeRows;
use crate::records::worded::label;
use crate::web::files::FileKind;
use crate::web::sent::{Pairs, field};
use crate::web::table::Cell;

/// A list with what was asked of it.
pub struct OfficeList<'a> {
    pub heading: String,
    /// How many rows there are, counted up to a limit.
    pub total: i64,
    pub cells: Vec<Vec<Cell>>,
    /// The rows, in the order of their cells.
    pub ids: Vec<RowId>,
    /// Whether this person may change several of them at once.
    pub selects: bool,
    /// What was saved a moment ago.
    pub just: Option<JustSaved>,
    /// Where a new record is made, for who may.
    pub new: Option<String>,
    /// The address of the next page.
    pub next: Option<String>,
    pub listed: &'a OfficeRows,
    pub asked: &'a Pairs,
    /// The saved views of the list.
    pub views: Views,
    /// What was wrong with what was sent from the page.
    pub wrong: Option<[String; 2]>,
}

/// The most rows that are counted.
const COUNTED: i64 = 10_000;

pub fn page(desk: &Desk<'_>, it: &OfficeList<'_>) -> Markup {
    let locale = &desk.reader.locale;
    let (listed, table) = (it.listed, it.listed.table);
    let words = |column: &RegisterColumn| label(table.name, column.name, locale);
    let sorted = |column: &RegisterColumn| {
        listed.sort.filter(|(by, _)| by.name == column.name).map(|(_, descends)| descends)
    };
    html! {
        div class="list-top" {
            h1 {
                (it.heading) " "
                span class="count" {
                    @if it.total > COUNTED { (locale.with("list-more-than", &[("n", COUNTED.into())].into())) } @else { (locale.number(it.total)) }
                }
            }
            ul class="offered" {
                @if let Some(to) = &it.new { li { a class="main" href=(to) { (desk.say("office-new")) } } }
                @for kind in FileKind::ALL { li { a class="other" href=(file_address(desk, table, it.asked, kind)) { (desk.say(kind.words())) } } }
            }
        }
        @if listed.as_of.known_on.is_some() { (bar(desk, &listed.as_of, &address(desk, table, it.asked, Some(("known", ""))))) }
        @if let Some(it) = &it.just { (saved(it)) }
        @if let Some([what, mend]) = &it.wrong { div class="answer wrong" role="alert" { p { b { (what) } } p { (mend) } } }
        (tabs(desk, table, &it.views, it.asked))
        (conditions(desk, it))
        (filter_form(desk, it))
        @if it.cells.is_empty() { p { (desk.say("office-nothing")) } }
        @else {
            form class="selects" method="post" action=(desk.reader.to(&format!("/bulk/{}", table.name))) {
            @if it.selects { (change_rows(desk, it)) }
            div class="scrolls" tabindex="0" role="region" aria-label=(it.heading) {
                table class="list" {
                    thead {
                        tr {
                            @if it.selects { th scope="col" class="tick" data-ticks { span class="heard" { (desk.say("bulk-tick")) } } }
                            @for column in &listed.shown {
                                @let descends = sorted(column);
                                @let next = match descends { Some(false) => format!("-{}", column.name), _ => column.name.to_string() };
                                th scope="col" class=(class_of(Some(column)))
                                    aria-sort=[descends.map(|descends| if descends { "descending" } else { "ascending" })] {
                                    a href=(address(desk, table, it.asked, Some(("sort", &next)))) {
                                        (words(column)) @match descends { Some(true) => " ↓", Some(false) => " ↑", None => "" }
                                    }
                                }
                            }
                            @if table.kind().is_none() { th scope="col" { span class="heard" { (desk.say("office-open")) } } }
                        }
                    }
                    tbody {
                        @for (row, id) in it.cells.iter().zip(&it.ids) {
                            tr {
                                @if it.selects {
                                    td class="tick" { input type="checkbox" name=(CHOSEN) value=(id) aria-label={ (desk.say("bulk-tick")) ": " (row.first().map_or("", |cell| &cell.text)) }; }
                                }
                                @for (n, cell) in row.iter().enumerate() {
                                    td class=(class_of(listed.shown.get(n))) {
                                        @if let Some(href) = &cell.href { a href=(href) { (cell.text) } } @else { (cell.text) }
                                        @if let Some(tag) = &cell.tag { " " (crate::web::components::invented(tag)) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            }
            @if let Some(next) = &it.next { p class="more" { a class="other" href=(next) { (desk.say("site-next-page")) } } }
        }
    }
}

/// What can be done with the rows that are ticked, or with all of the list where they are not too many.
fn change_rows(desk: &Desk<'_>, it: &OfficeList<'_>) -> Markup {
    let n = [("n", it.total.into())];
    html! {
        input type="hidden" name=(LIST) value=(query(it.asked, None));
        div class="offered" {
            button type="submit" { (desk.say("bulk-ticked")) }
            @if it.total > 1 && it.total <= MOST as i64 {
                button type="submit" name=(ALL) value="yes" { (desk.reader.locale.with("bulk-all", &n.into())) }
            }
        }
    }
}

/// How the cells of a column are set.
fn class_of(column: Option<&&'static RegisterColumn>) -> &'static str {
    match column.map(|column| column.kind) {
        Some(Kind::Int | Kind::Number | Kind::Money(_)) => "number",
        Some(Kind::Day | Kind::Bound | Kind::Instant) => "day",
        _ => "text",
    }
}

/// What narrows the list, each with a link that takes it away.
fn conditions(desk: &Desk<'_>, it: &OfficeList<'_>) -> Markup {
    let locale = &desk.reader.locale;
    let (listed, table) = (it.listed, it.listed.table);
    let mut held: Vec<(String, String)> = vec![];
    if !listed.words.is_empty() {
        held.push((format!("“{}”", listed.words), "q".into()));
    }
    for (words, name) in days(locale, &listed.as_of)
        .into_iter()
        .map(|(words, day)| locale.named(&words, &day))
        .zip(listed.as_of.names())
    {
        held.push((words, name.into()));
    }
    for (column, text) in &listed.filters {
        let value = match (text.as_str(), column.kind) {
            ("-", _) => desk.say("list-empty-value"),
            (text, Kind::Choice(_) | Kind::Bool) => {
                locale.maybe(&format!("choice-{text}")).unwrap_or_else(|| text.into())
            }
            (text, _) => text.to_string(),
        };
        held.push((locale.named(&label(table.name, column.name, locale), &value), filter_name(column)));
    }
    html! {
        @if !held.is_empty() {
            ul class="conditions" aria-label=(desk.say("list-filters")) {
                @for (words, name) in &held {
                    li { (words) " " a href=(address(desk, table, it.asked, Some((name, "")))) aria-label={ (desk.say("list-clear")) ": " (words) } { "×" } }
                }
            }
        }
    }
}

/// The form that narrows the list and chooses its columns.
fn filter_form(desk: &Desk<'_>, it: &OfficeList<'_>) -> Markup {
    let locale = &desk.reader.locale;
    let (listed, table) = (it.listed, it.listed.table);
    let words = |column: &RegisterColumn| label(table.name, column.name, locale);
    html! {
        form class="narrow" method="get" action=(desk.reader.to(&path_of(table))) {
            div class="filter" {
                @if table.kind().is_some() {
                    label class="heard" for="q" { (desk.say("office-name")) }
                    input id="q" name="q" type="search" value=(listed.words) placeholder=(desk.say("office-name"));
                }
                @if table.span.is_some() {
                    label for="on" { (desk.say("list-as-of")) }
                    input id="on" name="on" type="date" value=[listed.as_of.on.map(|day| day.to_string())];
                }
                @if let Some((column, descends)) = listed.sort { input type="hidden" name="sort" value={ @if descends { "-" } (column.name) }; }
                button type="submit" { (desk.say("list-filter")) }
            }
            details open[!listed.filters.is_empty() || listed.as_of.known_on.is_some()] {
                summary { (desk.say("list-filters")) }
                p class="hint" { (desk.say("list-filter-hint")) }
                div class="filters" {
                    @for column in &listed.offered {
                        @if column.name != "label" {
                            @let name = filter_name(column);
                            div class="field" {
                                label for=(name) { (words(column)) }
                                (filter_input(desk, column, &name, field(it.asked, &name)))
                            }
                        }
                    }
                    div class="field" {
                        label for="known" { (desk.say("as-of-known")) }
                        input id="known" name="known" type="date" value=[listed.as_of.known_on.map(|day| day.to_string())];
                    }
                }
            }
            details {
                summary { (desk.say("list-columns")) }
                div class="filters" {
                    @for column in &listed.offered {
                        label class="choose" {
                            input type="checkbox" name="column" value=(column.name) checked[listed.shown.iter().any(|shown| shown.name == column.name)];
                            " " (words(column))
                        }
                    }
                }
            }
        }
    }
}

fn filter_input(desk: &Desk<'_>, column: &RegisterColumn, name: &str, typed: &str) -> Markup {
    let locale = &desk.reader.locale;
    let choice = |choices: &[&str]| {
        html! {
            select id=(name) name=(name) {
                option value="" { (locale.say("office-choose")) }
                @for choice in choices { option value=(choice) selected[typed == *choice] { (locale.maybe(&format!("choice-{choice}")).unwrap_or_else(|| choice.to_string())) } }
                @if !column.required { option value="-" selected[typed == "-"] { (desk.say("list-empty-value")) } }
            }
        }
    };
    match column.kind {
        Kind::Choice(choices) => choice(choices),
        Kind::Bool => choice(&["yes", "no"]),
        Kind::Ref(kind) => {
            html! { input id=(name) name=(name) value=(typed) autocomplete="off" data-finds=(kind); }
        }
        _ => html! { input id=(name) name=(name) value=(typed) autocomplete="off"; },
    }
}
