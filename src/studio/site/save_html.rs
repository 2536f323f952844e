//! The page that saves a figure: its key, its words in the languages of the network, and its file.

use crate::studio::site::html::file_text;
use crate::web::components::{Link, link};
use crate::web::layout::{Shell, document};
use maud::{Markup, html};

/// The page on which a figure is saved.
#[derive(Clone, Debug)]
pub struct StudioSave {
    pub heading: String,
    pub sentence: String,
    pub back: Link,
    /// What is wrong with the form, and what to do.
    pub error: Option<(String, String)>,
    /// The URL it is sent to, and the hidden fields.
    pub action: String,
    pub kept: Vec<(String, String)>,
    /// The field of the key: label, hint, value.
    pub key: (String, String, String),
    /// What code and version the figure will have.
    pub version: String,
    pub languages: Vec<LanguageFields>,
    /// The text of the button; or why saving is not possible here, and what to do.
    pub button: Result<String, (String, String)>,
    /// The text of the file, with its heading and download link.
    pub file: (String, String, Link),
}

/// The words in one language.
#[derive(Clone, Debug, Default)]
pub struct LanguageFields {
    pub lang: String,
    pub legend: String,
    pub fields: Vec<WordsField>,
}

/// A text field.
#[derive(Clone, Debug, Default)]
pub struct WordsField {
    pub name: String,
    pub label: String,
    pub value: String,
    /// Whether it is a sentence, which gets a larger field.
    pub long: bool,
}

/// Renders the page.
pub fn page(shell: &Shell, it: &StudioSave) -> Markup {
    document(
        shell,
        "studio-page",
        &html! {
            header class="list-top" {
                p { (link(&it.back)) }
                h1 { (it.heading) }
                p class="rule" { (it.sentence) }
            }
            @if let Some((words, mend)) = &it.error {
                div class="note" role="alert" { p { b { (words) } } p { (mend) } }
            }
            div class="studio" {
                form class="studio-form" method="post" action=(it.action) aria-label=(it.heading) {
                    @for (name, value) in &it.kept { input type="hidden" name=(name) value=(value); }
                    div class="field" {
                        label for="f-key" { (it.key.0) }
                        p class="hint" id="f-key-hint" { (it.key.1) }
                        input id="f-key" type="text" name="key" value=(it.key.2) maxlength="60" required autocomplete="off" aria-describedby="f-key-hint";
                        p class="hint" { (it.version) }
                    }
                    @for language in &it.languages {
                        fieldset {
                            legend { (language.legend) }
                            @for field in &language.fields {
                                div class="field" {
                                    label for={ "f-" (field.name) } { (field.label) }
                                    @if field.long {
                                        textarea id={ "f-" (field.name) } name=(field.name) lang=(language.lang) rows="4" maxlength="1000" { (field.value) }
                                    } @else {
                                        input id={ "f-" (field.name) } type="text" name=(field.name) value=(field.value) lang=(language.lang) maxlength="1000" autocomplete="off";
                                    }
                                }
                            }
                        }
                    }
                    @match &it.button {
                        Ok(words) => p class="send always" { button type="submit" { (words) } },
                        Err((words, mend)) => div class="note" { p { b { (words) } } p { (mend) } },
                    }
                }
                section class="studio-result" aria-labelledby="file" {
                    h2 id="file" { (it.file.0) }
                    (file_text(&it.file.1))
                    p class="links" { (link(&it.file.2)) }
                }
            }
        },
    )
}
