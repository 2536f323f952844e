//! The small parts that every page is made of.

use decapolis_drawing::{Drawing, Part, swatch};
use maud::{Markup, html};

pub use crate::page::sheet::Link;

/// Shows a link.
pub fn link(link: &Link) -> Markup {
    html! { a href=(link.href) aria-current=[link.current.then_some("page")] { (link.words) } }
}

/// Shows links as a list under a name that is only heard; nothing when there are none.
pub fn links(class: &str, name: &str, all: &[Link]) -> Markup {
    html! {
        @if !all.is_empty() {
            ul class=(class) aria-label=[(!name.is_empty()).then_some(name)] {
                @for one in all { li { (link(one)) } }
            }
        }
    }
}

/// The mark of illustrative or unfinished data.
pub fn tag(words: &str) -> Markup {
    html! { span class="tag" { (words) } }
}

/// A drawing, with the words of its parts under it where it has any.
pub fn drawing(it: &Drawing) -> Markup {
    html! {
        (it)
        @match it {
            Drawing::Bar(bar) => (key(&bar.parts)),
            Drawing::Seats(seats) if !seats.words.is_empty() => p class="drawing-words" { (seats.words) },
            _ => {}
        }
    }
}

/// The words of the parts of a drawing, each beside a square filled like its part.
pub fn key(parts: &[Part]) -> Markup {
    html! {
        @if parts.iter().any(|part| !part.words.is_empty()) {
            ul class="key" { @for part in parts { li { (swatch(part.fill)) (part.words) } } }
        }
    }
}

/// A choice in a form that is sent by GET.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// The label of the field.
    pub label: String,
    /// The name it is sent under.
    pub name: String,
    /// The choices in order.
    pub options: Vec<Choosable>,
}

/// One of the options of a choice.
#[derive(Clone, Debug, Default)]
pub struct Choosable {
    /// The value that is sent.
    pub value: String,
    /// The words that are read.
    pub words: String,
    /// Whether it is chosen now.
    pub chosen: bool,
}

/// A day, or words that are searched for, in a form that is sent by GET.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// The label of the field.
    pub label: String,
    /// The name it is sent under.
    pub name: String,
    /// What was typed or holds now.
    pub value: String,
    /// The kind of field: "date", "search", "text".
    pub kind: &'static str,
    /// A hint under the field.
    pub hint: Option<String>,
    /// What is wrong with what was typed, and what to do.
    pub error: Option<String>,
}

/// A field of a form that is sent by GET.
#[derive(Clone, Debug)]
pub enum Field {
    /// A choice.
    Choice(Choice),
    /// A day or words.
    Entry(Entry),
    /// A value that travels along unseen.
    Kept {
        /// The name it is sent under.
        name: String,
        /// Its value.
        value: String,
    },
}

/// A form that only asks; it works without script.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// The name of the form, only heard.
    pub label: String,
    /// Where it is sent.
    pub action: String,
    /// Its fields in order.
    pub fields: Vec<Field>,
    /// The words of the button.
    pub button: String,
}

/// Shows a form that asks.
pub fn form(it: &Form) -> Markup {
    html! {
        form class="ask" method="get" action=(it.action) aria-label=(it.label) {
            @for field in &it.fields { (field_of(field)) }
            button type="submit" { (it.button) }
        }
    }
}

fn field_of(field: &Field) -> Markup {
    match field {
        Field::Kept { name, value } => html! { input type="hidden" name=(name) value=(value); },
        Field::Choice(choice) => html! {
            div class="field" {
                label for={ "ask-" (choice.name) } { (choice.label) }
                select id={ "ask-" (choice.name) } name=(choice.name) {
                    @for option in &choice.options {
                        option value=(option.value) selected[option.chosen] { (option.words) }
                    }
                }
            }
        },
        Field::Entry(entry) => {
            let about = [(&entry.hint, "hint"), (&entry.error, "error")]
                .iter()
                .filter(|about| about.0.is_some())
                .map(|about| format!("ask-{}-{}", entry.name, about.1))
                .collect::<Vec<_>>()
                .join(" ");
            html! {
                div class=(if entry.error.is_some() { "field wrong" } else { "field" }) {
                    label for={ "ask-" (entry.name) } { (entry.label) }
                    @if let Some(hint) = &entry.hint { p class="hint" id={ "ask-" (entry.name) "-hint" } { (hint) } }
                    @if let Some(error) = &entry.error { p class="error" id={ "ask-" (entry.name) "-error" } { (error) } }
                    input id={ "ask-" (entry.name) } type=(entry.kind) name=(entry.name) value=(entry.value)
                        aria-describedby=[(!about.is_empty()).then_some(about)] aria-invalid=[entry.error.is_some().then_some("true")];
                }
            }
        }
    }
}
