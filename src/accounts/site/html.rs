//! The HTML of the pages of accounts.

use decapolis_words::Locale;
use decapolis_words::message::Message;
use maud::{Markup, html};

use crate::web::components::{Link, links};
use crate::web::layout::{Shell, document};

/// A page with one form.
#[derive(Clone, Debug, Default)]
pub struct FormPage {
    pub shell: Shell,
    pub heading: String,
    /// Sentences above the form.
    pub words: Vec<String>,
    /// What was wrong with what was sent, and what to do.
    pub error: Option<[String; 2]>,
    /// The URL it is sent to.
    pub action: String,
    pub fields: Vec<FormField>,
    /// Hidden fields with their values.
    pub kept: Vec<(String, String)>,
    /// Empty where nothing is sent.
    pub button: String,
    /// Another way to do the same: the URL that it is sent to, and the words of its button. It is sent with the hidden fields.
    pub other_way: Option<[String; 2]>,
    pub links: Vec<Link>,
}

/// A field of such a form.
#[derive(Clone, Debug, Default)]
pub struct FormField {
    pub name: &'static str,
    pub label: String,
    pub hint: Option<String>,
    /// The type of the input: "email", "password", "text".
    pub kind: &'static str,
    /// What a browser may fill in: "username", "current-password".
    pub fills: &'static str,
    pub value: String,
    pub is_read_only: bool,
}

impl FormField {
    /// An empty field that must be filled.
    pub fn new(name: &'static str, label: String, kind: &'static str, fills: &'static str) -> FormField {
        FormField { name, label, kind, fills, ..FormField::default() }
    }

    pub fn with(self, value: &str) -> FormField {
        FormField { value: value.into(), ..self }
    }

    pub fn hinted(self, hint: String) -> FormField {
        FormField { hint: Some(hint), ..self }
    }

    pub fn read_only(self) -> FormField {
        FormField { is_read_only: true, ..self }
    }
}

/// A refusal in words: what is wrong, and what to do.
pub fn worded(locale: &Locale<'_>, why: &Message) -> [String; 2] {
    [locale.message(why), locale.mend(why).unwrap_or_default()]
}

/// Renders a page with one form.
pub fn form_page(it: &FormPage) -> Markup {
    document(
        &it.shell,
        "form-page",
        &html! {
            h1 { (it.heading) }
            @for words in &it.words { p class="rule" { (words) } }
            @if let Some([what, mend]) = &it.error {
                div class="answer wrong" role="alert" { p { b { (what) } } @if !mend.is_empty() { p { (mend) } } }
            }
            @if let Some([action, words]) = &it.other_way {
                form method="post" action=(action) {
                    @for (name, value) in &it.kept { input type="hidden" name=(name) value=(value); }
                    button class="main" type="submit" { (words) }
                }
            }
            @if !it.button.is_empty() { (form(it)) }
            (links("links", "", &it.links))
        },
    )
}

fn form(it: &FormPage) -> Markup {
    html! {
            form class="form" method="post" action=(it.action) {
                @for (name, value) in &it.kept { input type="hidden" name=(name) value=(value); }
                @for field in &it.fields {
                    @let hint = field.hint.as_ref().map(|_| format!("{}-hint", field.name));
                    div class="field" {
                        label for=(field.name) { (field.label) }
                        @if let Some(words) = &field.hint { p class="hint" id=[&hint] { (words) } }
                        input id=(field.name) name=(field.name) type=(field.kind) value=(field.value) autocomplete=(field.fills)
                            required readonly[field.is_read_only] aria-describedby=[&hint];
                    }
                }
                button class=[it.other_way.is_none().then_some("main")] type="submit" { (it.button) }
            }
    }
}

/// The cast of the demo.
#[derive(Clone, Debug, Default)]
pub struct CastPage {
    pub shell: Shell,
    pub heading: String,
    pub words: String,
    /// The URL that a choice is sent to.
    pub action: String,
    pub button: String,
    /// The words for who has signed in.
    pub current: String,
    pub members: Vec<CastMember>,
}

#[derive(Clone, Debug, Default)]
pub struct CastMember {
    pub code: String,
    pub name: String,
    /// What the role may do, as a sentence.
    pub may: String,
    pub is_current: bool,
}

/// Renders the cast.
pub fn cast(it: &CastPage) -> Markup {
    document(
        &it.shell,
        "cast-page",
        &html! {
            h1 { (it.heading) }
            p class="rule" { (it.words) }
            form method="post" action=(it.action) {
                ul class="cast" {
                    @for member in &it.members {
                        li {
                            div {
                                h2 { (member.name) }
                                p { (member.may) }
                            }
                            @if member.is_current { p class="current" { (it.current) } }
                            @else {
                                button type="submit" name="as" value=(member.code) aria-label={ (it.button) ": " (member.name) } { (it.button) }
                            }
                        }
                    }
                }
            }
        },
    )
}
