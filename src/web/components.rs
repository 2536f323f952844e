//! The components that all pages use.

use decapolis_drawing::{Drawing, Part, swatch};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};

/// A link with its text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Link {
    /// The text of the link.
    pub words: String,
    /// The URL.
    pub href: String,
    /// Whether the link is to the current page.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub current: bool,
}

impl Link {
    /// A link to another page.
    pub fn new(words: impl Into<String>, href: impl Into<String>) -> Self {
        Link { words: words.into(), href: href.into(), current: false }
    }

    /// A link to the current page.
    pub fn here(words: impl Into<String>, href: impl Into<String>) -> Self {
        Link { words: words.into(), href: href.into(), current: true }
    }
}

/// Renders a link.
pub fn link(link: &Link) -> Markup {
    html! { a href=(link.href) aria-current=[link.current.then_some("page")] { (link.words) } }
}

/// Renders links as a list with a name for screen readers. Empty if there are no links.
pub fn links(class: &str, name: &str, all: &[Link]) -> Markup {
    html! {
        @if !all.is_empty() {
            ul class=(class) aria-label=[(!name.is_empty()).then_some(name)] {
                @for one in all { li { (link(one)) } }
            }
        }
    }
}

/// A tag for illustrative or provisional data.
pub fn tag(words: &str) -> Markup {
    html! { span class="tag" { (words) } }
}

/// The quiet mark of what is invented: an open diamond, which screen readers read as its words. The space before it
/// keeps it with the last word of the name.
pub fn invented(words: &str) -> Markup {
    html! {
        "\u{a0}" svg class="invented" viewBox="0 0 12 12" role="img" aria-label=(words) { title { (words) } path d="M6 1l5 5-5 5-5-5z" {} }
    }
}

/// A drawing, with a legend if its parts have labels.
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

/// The legend of a drawing: each label beside a square filled like its part.
pub fn key(parts: &[Part]) -> Markup {
    html! {
        @if parts.iter().any(|part| !part.words.is_empty()) {
            ul class="key" { @for part in parts { li { (swatch(part.fill)) (part.words) } } }
        }
    }
}

/// A select field of a GET form.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// The label of the field.
    pub label: String,
    /// The name of the parameter.
    pub name: String,
    /// The options, in order.
    pub options: Vec<Choosable>,
}

/// An option of a select field.
#[derive(Clone, Debug, Default)]
pub struct Choosable {
    /// The value sent.
    pub value: String,
    /// The text shown.
    pub words: String,
    /// Whether it is selected.
    pub chosen: bool,
}

/// A date or text field of a GET form.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// The label of the field.
    pub label: String,
    /// The name of the parameter.
    pub name: String,
    /// The current value, as typed.
    pub value: String,
    /// The type of field: "date", "search", "text".
    pub kind: &'static str,
    /// A hint under the field.
    pub hint: Option<String>,
    /// What is wrong with the value, and what to do.
    pub error: Option<String>,
}

/// A field of a GET form.
#[derive(Clone, Debug)]
pub enum Field {
    /// A select field.
    Choice(Choice),
    /// A date or text field.
    Entry(Entry),
    /// A hidden field.
    Kept {
        /// The name of the parameter.
        name: String,
        /// Its value.
        value: String,
    },
}

/// A GET form. It works without script.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// The name of the form, for screen readers.
    pub label: String,
    /// The URL it is sent to.
    pub action: String,
    /// The fields, in order.
    pub fields: Vec<Field>,
    /// The text of the button.
    pub button: String,
}

/// Renders a GET form.
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
