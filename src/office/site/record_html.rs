//! A record in the office: its facts by what they are about, each with when it lasts and where it is changed, and beside them what was done.

use maud::{Markup, html};

use super::desk::Desk;
use crate::records::site::html::{Panel, RecordField, RecordPage, field_of};
use crate::web::components::{Link, link, tag};
use crate::web::table::{Cell, Table, table};

/// The rows of a panel that are shown before it is opened.
const FEW: usize = 6;

/// What the page of a record shows beside what is known of it.
#[derive(Default)]
pub struct RecordParts {
    /// What can be done: first what is done most.
    pub offers: Vec<Link>,
    /// What can be done with any record.
    pub general: Vec<Link>,
    /// Where a fact is added, by the table of the register.
    pub adds: Vec<(&'static str, Link)>,
    /// Which day is shown, or the question for one.
    pub day: Markup,
    /// The files on it.
    pub files: Markup,
    /// What was done to it.
    pub history: Markup,
}

/// The record with its facts.
pub fn whole(desk: &Desk<'_>, it: &RecordPage, parts: &RecordParts) -> Markup {
    let all_invented = it.tag.is_some();
    html! {
        nav class="trail" aria-label=(it.trail_label) { ol { @for one in &it.trail { li { (link(one)) } } } }
        div class="record-top" {
            div {
                p class="kind" { (it.kind) @if !it.code.is_empty() { " " span class="code" { (it.code) } } }
                h1 { (it.name) @if let Some(words) = &it.tag { " " (tag(words)) } }
                @if let Some((lang, name)) = &it.own_name { p class="own-name" lang=(lang) { (name) } }
                @if !it.line.is_empty() { p class="state" { (it.line.join(" · ")) } }
            }
            @if !(parts.offers.is_empty() && parts.general.is_empty()) {
                ul class="offered" {
                    @for (n, one) in parts.offers.iter().enumerate() { li { a class=(if n == 0 { "main" } else { "other" }) href=(one.href) { (one.words) } } }
                    @for one in &parts.general { li { a class="plain" href=(one.href) { (one.words) } } }
                }
            }
        }
        @if let Some(notice) = &it.notice { p class="note" { (notice) } }
        (parts.day)
        div class="record-office" {
            div class="known" {
                section class="fields" aria-labelledby="fields" {
                    h2 class="heard" id="fields" { (it.fields_heading) }
                    dl { @for field in &it.fields { (field_of(&plain(field, all_invented))) } }
                }
                @for group in groups(&it.panels) { (group_of(desk, &group, parts, all_invented)) }
                (parts.files)
                (not_there_yet(desk, &it.panels, parts))
            }
            (parts.history)
        }
    }
}

/// The panels that are about the same, in the order in which the first of each stands.
fn groups(panels: &[Panel]) -> Vec<Vec<&Panel>> {
    let mut all: Vec<Vec<&Panel>> = vec![];
    for panel in panels {
        let same = |group: &&mut Vec<&Panel>| panel.about.is_some() && group[0].about == panel.about;
        match all.iter_mut().find(same) {
            Some(group) => group.push(panel),
            None => all.push(vec![panel]),
        }
    }
    all
}

fn group_of(desk: &Desk<'_>, group: &[&Panel], parts: &RecordParts, all_invented: bool) -> Markup {
    let first = group[0];
    let heading = match first.about {
        Some(about) => desk.say(&format!("about-{about}")),
        None => first.heading.clone(),
    };
    let id = format!("about-{}", first.about.unwrap_or(&first.key));
    html! {
        section class="panel facts" aria-labelledby=(id) {
            h2 id=(id) { (heading) }
            @for panel in group {
                @let add = parts.adds.iter().find(|(table, _)| panel.of.as_ref().is_some_and(|(of, _)| of.name == *table));
                div class="of" {
                    div {
                        h3 class=[(panel.heading == heading).then_some("heard")] { (panel.heading) }
                        @if let Some((_, add)) = add {
                            a class="add" href=(add.href) aria-label={ (desk.say("office-add")) ": " (add.words) } { (desk.say("office-add")) }
                        }
                    }
                    (rows_of(desk, panel, all_invented))
                }
            }
        }
    }
}

/// The rows that last, or the first ones; the others are folded.
fn rows_of(desk: &Desk<'_>, panel: &Panel, all_invented: bool) -> Markup {
    let lasts = |n: usize| !panel.over.get(n).copied().unwrap_or(false);
    let few = (0..panel.table.rows.len()).filter(|n| lasts(*n)).take(FEW).collect::<Vec<_>>();
    let part = |shown: bool| Table {
        rows: panel
            .table
            .rows
            .iter()
            .enumerate()
            .filter(|(n, _)| few.contains(n) == shown)
            .map(|(_, row)| row.iter().map(|cell| unmarked(cell, all_invented)).collect())
            .collect(),
        ..panel.table.clone()
    };
    let (shown, folded) = (part(true), part(false));
    let spans = panel.over.contains(&true);
    html! {
        div {
            @if let Some(words) = &panel.words { p class="hint" { (words) } }
            @if !shown.rows.is_empty() { (table(&shown)) }
            @if !folded.rows.is_empty() {
                details class="folded" {
                    summary { (desk.reader.locale.with(if spans { "office-earlier" } else { "office-more-rows" }, &[("n", folded.rows.len().into())].into())) }
                    (table(&folded))
                }
            }
        }
    }
}

/// A cell without its mark, where all of the record is invented and its head says so.
fn unmarked(cell: &Cell, all_invented: bool) -> Cell {
    Cell { tag: cell.tag.clone().filter(|_| !all_invented), ..cell.clone() }
}

/// A field without its marks, likewise.
fn plain(field: &RecordField, all_invented: bool) -> RecordField {
    let values = field.values.iter().map(|value| unmarked(value, all_invented)).collect();
    RecordField { values, ..field.clone() }
}

/// The facts of which there are none yet.
fn not_there_yet(desk: &Desk<'_>, panels: &[Panel], parts: &RecordParts) -> Markup {
    let there =
        |table: &str| panels.iter().any(|panel| panel.of.as_ref().is_some_and(|(of, _)| of.name == table));
    let others: Vec<&Link> =
        parts.adds.iter().filter(|(table, _)| !there(table)).map(|(_, link)| link).collect();
    html! {
        @if !others.is_empty() {
            section class="panel facts" aria-labelledby="add" {
                h2 id="add" { (desk.say("office-nothing-yet")) }
                ul class="offered" { @for one in others { li { a class="other" href=(one.href) { (one.words) } } } }
            }
        }
    }
}
