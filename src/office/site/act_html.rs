//! The HTML of the form of an action.

use decapolis_actions::Field;
use decapolis_register::table::Kind;
use maud::{Markup, html};

use super::act::ActionForm;
use super::drafts::offered;
use super::follows::Outcome;
use super::languages::in_languages;
use super::likes::{question, told_apart};
use super::propose_button::propose_button;
use crate::office::drafts::begun;
use crate::records::asked::{ANSWER, AskedQuestion};
use crate::records::worded::label;

/// The form of an action with what was typed, what is wrong with it and what follows.
pub struct ActPage<'a> {
    pub act: &'a ActionForm<'a>,
    pub title: &'a str,
    pub outcome: &'a Outcome,
}

/// Renders the form. It works without script: one button shows what follows, and only then there is one that saves.
pub fn page(it: &ActPage<'_>) -> Markup {
    let ActPage { act, outcome, .. } = it;
    let desk = &act.desk;
    let reader = &desk.reader;
    let name = act.record.as_ref().and_then(|record| record.name(reader.audience, reader.lang()));
    let wrong = outcome.refused.is_some() || !outcome.faults.is_empty();
    let path = format!("/do/{}", act.about().name);
    let keeps_drafts = !act.about().fields.is_empty();
    html! {
        nav class="trail" aria-label=(desk.say("site-trail")) {
            ol {
                li { a href=(reader.to(&format!("/{}", act.kind))) { (desk.say(&format!("kinds-{}", act.kind))) } }
                @if let Some(name) = name { li { a href=(act.address("")) { (name) } } }
            }
        }
        h1 { (it.title) }
        @if let Some((draft, is_open)) = &outcome.draft { (offered(desk, draft, *is_open)) }
        form class="work" method="post" action=(act.address(&path)) data-drafts[keeps_drafts] {
            // the key Enter asks again, and never answers a question
            button type="submit" hidden {}
            div class="fields" {
                @if wrong { (what_is_wrong(it)) }
                @for id in told_apart(&act.typed) { input type="hidden" name="apart" value=(id); }
                @if let Some(row) = act.row { input type="hidden" name="row" value=(row); }
                @if keeps_drafts { input type="hidden" name="begun" value=(begun()); }
                @for field in act.asked() { (field_of(it, field)) }
                div class="field" {
                    label for="because" { (desk.say("do-reason")) }
                    input id="because" name="because" value=(typed(it, "because"));
                }
            }
            (follows(it))
            (ways_on(it, keeps_drafts))
        }
    }
}

/// What follows from saving, and what is asked first.
pub fn follows(it: &ActPage<'_>) -> Markup {
    let ActPage { act, outcome, .. } = it;
    let desk = &act.desk;
    html! {
        section class="follows" aria-labelledby="follows" {
            @if !outcome.likes.is_empty() { (question(desk, &outcome.likes)) }
            @else { h2 id="follows" { (desk.say(act.follows_title(outcome.needs_two))) } }
            @match &outcome.follows {
                None if !outcome.likes.is_empty() => {}
                None => p class="hint" { (desk.say("office-follows.hint")) },
                Some(rows) => {
                    @if rows.is_empty() { p { (desk.say("office-follows-nothing")) } }
                    ol {
                        @for row in rows {
                            li {
                                p { b { (row.title) } }
                                dl {
                                    @for (label, before, after) in &row.columns {
                                        div { dt { (label) } dd { @if !before.is_empty() { del { (before) } " → " } (after) } }
                                    }
                                }
                            }
                        }
                    }
                    input type="hidden" name="shown" value=(act.mark(outcome.questions.iter().filter_map(AskedQuestion::chosen)));
                    @for row in &outcome.seen { input type="hidden" name="seen" value=(row); }
                }
            }
            (questions(it))
        }
    }
}

/// The buttons: one that shows what follows, and only then one that saves.
fn ways_on(it: &ActPage<'_>, keeps_drafts: bool) -> Markup {
    let ActPage { act, outcome, .. } = it;
    let desk = &act.desk;
    html! {
        div class="save" {
            @if outcome.follows.is_some() {
                @if let Some(why) = act.only_proposes(outcome.needs_two) { (propose_button(desk, why)) }
                @else { button class="main" type="submit" name="save" value="yes" { (desk.say("office-save")) } }
                button type="submit" { (desk.say("office-look-again")) }
            } @else {
                button class="main" type="submit" { (desk.say("office-show-what-follows")) }
            }
            @if keeps_drafts { button type="submit" name="draft" value="keep" formnovalidate { (desk.say("draft-keep")) } }
            a href=(act.address("")) { (desk.say("office-leave")) }
            @if keeps_drafts { p class="hint" role="status" data-kept=(desk.say("draft-kept")) {} }
        }
    }
}

/// What is asked beside the fields: of each office of a leader who goes, what becomes of it.
fn questions(it: &ActPage<'_>) -> Markup {
    html! {
        @if !it.outcome.questions.is_empty() {
            h3 { (it.act.desk.say("office-questions")) }
            @for question in &it.outcome.questions {
                fieldset class="question" {
                    legend { (question.about) }
                    @for answer in &question.answers {
                        label {
                            input type="radio" name={ (ANSWER) (question.name) } value=(answer.word) checked[answer.chosen] disabled[it.outcome.fixed.contains(&question.name)];
                            " " (answer.label)
                        }
                    }
                }
            }
        }
    }
}

fn typed<'a>(it: &'a ActPage<'_>, name: &str) -> &'a str {
    it.act.typed.iter().find(|(field, _)| field == name).map_or("", |(_, text)| text)
}

fn what_is_wrong(it: &ActPage<'_>) -> Markup {
    html! {
        div class="answer wrong" role="alert" {
            @match &it.outcome.refused {
                Some([what, mend]) => { p { b { (what) } } p { (mend) } },
                None => {
                    p { b { (it.act.desk.say("office-to-mend")) } }
                    ul { @for fault in &it.outcome.faults { li { a href={ "#" (fault.field) } { (it.act.desk.reader.locale.named(&label_of(it, fault.field), &it.act.desk.reader.locale.message(&fault.message))) } } } }
                }
            }
        }
    }
}

fn label_of(it: &ActPage<'_>, name: &str) -> String {
    let field = it.act.about().fields.iter().find(|field| field.name == name);
    field.map(|field| words_of(it, field)).unwrap_or_default()
}

/// The label of a field: of the action where it has one of its own, else of the column.
fn words_of(it: &ActPage<'_>, field: &Field) -> String {
    let locale = &it.act.desk.reader.locale;
    let own = format!("field-{}-{}", it.act.about().name.replace('.', "-"), field.name.replace('_', "-"));
    locale.maybe(&own).unwrap_or_else(|| label(field.table.name, field.name, locale))
}

/// One field: its label, a hint, what is wrong with it, and its input.
pub fn field_of(it: &ActPage<'_>, field: &'static Field) -> Markup {
    let locale = &it.act.desk.reader.locale;
    let id = field.name;
    let fault = it.outcome.faults.iter().find(|fault| fault.field == id);
    let own = format!("field-{}-{}.hint", it.act.about().name.replace('.', "-"), id.replace('_', "-"));
    let kind = field.column().map(|column| column.kind);
    let hint = locale.maybe(&own).or_else(|| match kind {
        Some(_) if field.table.is_records() && id == "code" => Some(locale.say("office-code-hint")),
        Some(_) if field.table.is_records() && id == "label" => Some(locale.say("office-label-hint")),
        // said once, at the first of them
        Some(Kind::Day | Kind::Bound)
            if is_first(it, field, |kind| matches!(kind, Kind::Day | Kind::Bound)) =>
        {
            Some(locale.say("office-day-hint"))
        }
        Some(Kind::Ref(_)) if is_first(it, field, |kind| matches!(kind, Kind::Ref(_))) => {
            Some(locale.say("office-reference-hint"))
        }
        _ => None,
    });
    let about: Vec<String> = [(hint.is_some(), "hint"), (fault.is_some(), "error")]
        .into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, which)| format!("{id}-{which}"))
        .collect();
    let described = (!about.is_empty()).then(|| about.join(" "));
    let words = html! { (words_of(it, field)) @if !field.required { " " span class="optional" { (locale.say("office-optional")) } } };
    let said = Said { described: described.as_deref(), is_wrong: fault.is_some() };
    let inner = html! {
        @if let Some(words) = &hint { p class="hint" id={ (id) "-hint" } { (words) } }
        @if let Some(fault) = fault {
            p class="error" id={ (id) "-error" } { (locale.message(&fault.message)) " " (locale.mend(&fault.message).unwrap_or_default()) }
        }
        (input_of(it, field, &said))
    };
    let class = if fault.is_some() { "field wrong" } else { "field" };
    html! {
        @if kind == Some(Kind::Texts) {
            fieldset class=(class) id=(id) aria-describedby=[said.described] { legend { (words) } (inner) }
        } @else {
            div class=(class) { label for=(id) { (words) } (inner) }
        }
    }
}

/// Whether it is the first field of such a kind.
fn is_first(it: &ActPage<'_>, field: &Field, such: impl Fn(Kind) -> bool) -> bool {
    let first = it.act.asked().find(|field| field.column().is_some_and(|column| such(column.kind)));
    first.is_some_and(|first| first.name == field.name)
}

/// What a field's input says to a screen reader.
struct Said<'a> {
    described: Option<&'a str>,
    is_wrong: bool,
}

fn input_of(it: &ActPage<'_>, field: &Field, said: &Said<'_>) -> Markup {
    let locale = &it.act.desk.reader.locale;
    let id = field.name;
    let (described, invalid) = (said.described, said.is_wrong.then_some("true"));
    let choice = |choices: &[&str]| {
        html! {
            select id=(id) name=(id) aria-describedby=[described] aria-invalid=[invalid] {
                option value="" { (locale.say("office-choose")) }
                @for choice in choices {
                    option value=(choice) selected[typed(it, id) == *choice] { (locale.maybe(&format!("choice-{choice}")).unwrap_or_else(|| choice.to_string())) }
                }
            }
        }
    };
    match field.column().map(|column| column.kind) {
        Some(Kind::Choice(choices)) => choice(choices),
        Some(Kind::Bool) => choice(&["yes", "no"]),
        Some(Kind::Texts) => in_languages(it.act, field, said.is_wrong),
        Some(Kind::Text) if typed(it, id).contains('\n') => html! {
            textarea id=(id) name=(id) rows="3" aria-describedby=[described] aria-invalid=[invalid] { (typed(it, id)) }
        },
        kind => html! {
            input id=(id) name=(id) value=(typed(it, id)) autocomplete="off" required[field.required]
                data-finds=[finds(kind)] aria-describedby=[described] aria-invalid=[invalid];
        },
    }
}

/// The kind of record that is found while its name is typed.
fn finds(kind: Option<Kind>) -> Option<&'static str> {
    match kind {
        Some(Kind::Ref(of)) => Some(of),
        _ => None,
    }
}
