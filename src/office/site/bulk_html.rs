//! The HTML of changing several rows: what is set, what follows for each row, which rows are refused.

use maud::{Markup, html};

use super::act_html::{ActPage, field_of};
use super::bulk::{Bulk, CHOSEN, END, LIST, WHAT, What};
use super::bulk_plan::Preview;
use super::bulk_words::{RowWordsTyped, inputs};
use super::follows::Outcome;
use super::list_address::{address, path_of};
use super::propose_button::propose_button;
use crate::records::worded::label;
use crate::web::sent::field;

/// Renders the form. It works without script: first what is set, then to which value, then what follows.
pub fn page(it: &Bulk<'_>, title: &str, words: &[RowWordsTyped], preview: &Preview) -> Markup {
    let desk = &it.form.desk;
    let locale = &desk.reader.locale;
    let back = address(desk, it.table, &it.list, None);
    let outcome = Outcome { faults: preview.faults.clone(), ..Outcome::default() };
    let fields = ActPage { act: &it.form, title, outcome: &outcome };
    // once it was shown, the form is about the rows that change; words of the others may still be written
    let has_shown = preview.looked && !preview.changed.is_empty();
    let rows: Vec<_> = match has_shown && !matches!(it.what, Some(What::Words(_))) {
        true => preview.changed.iter().map(|row| row.id).collect(),
        false => it.rows.clone(),
    };
    html! {
        nav class="trail" aria-label=(desk.say("site-trail")) {
            ol { li { a href=(desk.reader.to(&path_of(it.table))) { (super::list_address::heading(desk, it.table)) } } }
        }
        h1 { (title) }
        p { (locale.with("bulk-chosen", &[("n", (it.rows.len() as i64).into())].into())) }
        form class="work" method="post" action=(desk.reader.to(&format!("/bulk/{}", it.table.name))) {
            div class="fields" {
                @if let Some([what, mend]) = &preview.refused { div class="answer wrong" role="alert" { p { b { (what) } } p { (mend) } } }
                input type="hidden" name=(LIST) value=(field(&it.form.typed, LIST));
                @for row in &rows { input type="hidden" name=(CHOSEN) value=(row); }
                (what_is_done(it))
                @for asked in it.asked() { (field_of(&fields, asked)) }
                (inputs(it, words, preview))
                @if let Some(What::Set(_)) = it.what { p class="hint" { (desk.say("bulk-empty")) } }
                @if let Some(What::Words(_)) = it.what { p class="hint" { (desk.say("bulk-words-empty")) } }
                @if it.what.is_some() {
                    div class="field" {
                        label for="because" { (desk.say("do-reason")) }
                        input id="because" name="because" value=(field(&it.form.typed, "because"));
                    }
                }
            }
            @if it.what.is_some() {
                section class="follows" aria-labelledby="follows" {
                    h2 id="follows" { (desk.say("office-follows")) }
                    @if preview.looked { (what_follows(it, preview)) } @else { p class="hint" { (desk.say("office-follows.hint")) } }
                }
            }
            div class="save" {
                @match &it.what {
                    None => button class="main" type="submit" { (desk.say("bulk-next")) },
                    Some(_) if preview.looked && !preview.changed.is_empty() => {
                        @if let Some(why) = it.form.only_proposes(preview.needs_two) {
                            (propose_button(desk, why))
                        } @else {
                            button class="main" type="submit" name="save" value="yes" { (locale.with("bulk-save", &[("n", (preview.changed.len() as i64).into())].into())) }
                        }
                        button type="submit" name="look" value="yes" { (desk.say("office-look-again")) }
                    }
                    Some(_) => button class="main" type="submit" name="look" value="yes" { (desk.say("office-show-what-follows")) },
                }
                a href=(back) { (desk.say("office-leave")) }
            }
        }
    }
}

/// Which column is set, or that the rows end.
fn what_is_done(it: &Bulk<'_>) -> Markup {
    let desk = &it.form.desk;
    let locale = &desk.reader.locale;
    let chosen = field(&it.form.typed, WHAT);
    html! {
        div class="field" {
            label for=(WHAT) { (desk.say("bulk-what")) }
            select id=(WHAT) name=(WHAT) required {
                option value="" { (desk.say("office-choose")) }
                @if it.can_end() { option value=(END) selected[chosen == END] { (desk.say("deed-end-this")) } }
                @for one in it.can_set() {
                    option value=(one.name) selected[chosen == one.name] { (locale.with("bulk-set", &[("column", label(one.table.name, one.name, locale).into())].into())) }
                }
                @for one in it.can_word() { option value=(one.name()) selected[chosen == one.name()] { (one.title(desk)) } }
            }
        }
    }
}

/// What would follow, row by row, with the rows that cannot be changed so.
pub fn what_follows(it: &Bulk<'_>, preview: &Preview) -> Markup {
    let desk = &it.form.desk;
    let locale = &desk.reader.locale;
    let count = |key: &str, n: usize| locale.with(key, &[("n", (n as i64).into())].into());
    html! {
        p { b { (count("bulk-changes", preview.changed.len())) } }
        @if preview.same > 0 { p { (count("bulk-same", preview.same)) } }
        @if !preview.refused_rows.is_empty() {
            div class="answer wrong" role="alert" {
                p { b { (count("bulk-refused", preview.refused_rows.len())) } }
                ul {
                    @for (name, [what, mend]) in &preview.refused_rows { li { b { (name) } ": " (what) " " (mend) } }
                }
            }
        }
        ol class="rows-changed" {
            @for row in &preview.changed {
                li {
                    p { b { (row.name) } }
                    dl {
                        @for (label, before, after) in &row.columns {
                            div { dt { (label) } dd { @if !before.is_empty() { del { (before) } " → " } (if after.is_empty() { "—" } else { after }) } }
                        }
                    }
                }
            }
        }
        @if !preview.changed.is_empty() {
            input type="hidden" name="shown" value=(it.mark(preview));
            @for row in &preview.seen { input type="hidden" name="seen" value=(row); }
        }
    }
}
