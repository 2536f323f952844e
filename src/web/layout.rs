//! The document of every page: head, navigation, footer.

use crate::web::components::{Link, link, links, tag};
use maud::{DOCTYPE, Markup, html};

/// What surrounds every page.
#[derive(Clone, Debug, Default)]
pub struct Shell {
    /// The language tag of the page: "es", "zh-Hans".
    pub lang: String,
    /// Whether the language is written from right to left.
    pub right_to_left: bool,
    /// The title of the document, without the name of the network.
    pub title: String,
    /// One sentence for search engines and link previews.
    pub description: String,
    /// The name of the network, with a link to its first page.
    pub network: Link,
    /// The URL of the network's logo, shown before its name.
    pub logo: Option<String>,
    /// The URL of the network's own colours, which replace those of the style sheet.
    pub colours: Option<String>,
    /// The text of the link that skips the navigation.
    pub skip: String,
    /// The name of the main navigation, for screen readers.
    pub pages_label: String,
    /// The main pages.
    pub pages: Vec<Link>,
    /// The label of the choice of years.
    pub years_label: String,
    /// Links to the years.
    pub years: Vec<Link>,
    /// The label of the choice of languages.
    pub languages_label: String,
    /// The languages of this page.
    pub languages: Vec<Language>,
    /// The notice about illustrative data; `None` if all data is real.
    pub ribbon: Option<String>,
    /// The URL of the folder of styles and fonts, with a final slash: "/assets/".
    pub assets: String,
    /// The version of the style sheet, so that browsers fetch a new one; may be empty.
    pub version: String,
    /// The absolute URL of this page without parameters; may be empty.
    pub canonical: String,
    /// The absolute URL of a picture for link previews.
    pub picture: Option<String>,
    /// The footer of the page.
    pub footer: Footer,
}

/// A language that the page is available in.
#[derive(Clone, Debug, Default)]
pub struct Language {
    /// The language tag: "ar".
    pub lang: String,
    /// The name of the language in the language itself: "العربية".
    pub name: String,
    /// The URL of the page in this language.
    pub href: String,
    /// Whether it is the language of this page.
    pub current: bool,
}

/// The footer of every page.
#[derive(Clone, Debug, Default)]
pub struct Footer {
    /// The name of the links, for screen readers.
    pub label: String,
    /// Links to the licence, the contact, the accessibility statement.
    pub links: Vec<Link>,
    /// Lines of text, such as sources and the version of the register.
    pub lines: Vec<String>,
}

/// Renders the document of a page. `kind` is a class of the main element, for the style sheet.
pub fn document(shell: &Shell, kind: &str, main: &Markup) -> Markup {
    let dir = if shell.right_to_left { "rtl" } else { "ltr" };
    html! {
        (DOCTYPE)
        html lang=(shell.lang) dir=(dir) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (shell.title) @if !shell.network.words.is_empty() { " · " (shell.network.words) } }
                @if !shell.description.is_empty() {
                    meta name="description" content=(shell.description);
                    meta property="og:description" content=(shell.description);
                }
                meta property="og:title" content=(shell.title);
                @if let Some(picture) = &shell.picture {
                    meta property="og:image" content=(picture);
                    meta name="twitter:card" content="summary_large_image";
                }
                @if !shell.canonical.is_empty() { link rel="canonical" href=(shell.canonical); }
                @for language in &shell.languages {
                    link rel="alternate" hreflang=(language.lang) href=(language.href);
                }
                link rel="preload" href={ (shell.assets) "fonts/source-sans-3-latin.woff2" } as="font" type="font/woff2" crossorigin;
                link rel="icon" type="image/svg+xml" href={ (shell.assets) "icon.svg" };
                link rel="stylesheet" href={ (shell.assets) "site.css" @if !shell.version.is_empty() { "?" (shell.version) } };
                @if let Some(colours) = &shell.colours { link rel="stylesheet" href=(colours); }
            }
            body {
                a class="skip" href="#main" { (shell.skip) }
                (header(shell))
                main id="main" class=(kind) tabindex="-1" { (main) }
                (footer(&shell.footer))
            }
        }
    }
}

fn header(shell: &Shell) -> Markup {
    html! {
        header class="site-header" {
            div class="bar-across" {
                a class="network" href=(shell.network.href) { @if let Some(logo) = &shell.logo { img class="logo" src=(logo) alt="" height="32"; } (shell.network.words) }
                @if let Some(ribbon) = &shell.ribbon { (tag(ribbon)) }
                @if !shell.pages.is_empty() {
                    nav class="pages" aria-label=(shell.pages_label) { (links("", "", &shell.pages)) }
                }
                @if !shell.languages.is_empty() {
                    nav class="languages" aria-label=(shell.languages_label) {
                        ul {
                            @for language in &shell.languages {
                                li { a href=(language.href) lang=(language.lang) hreflang=(language.lang) aria-current=[language.current.then_some("true")] { (language.name) } }
                            }
                        }
                    }
                }
            }
            @if !shell.years.is_empty() {
                nav class="years" aria-label=(shell.years_label) {
                    ul { @for year in &shell.years { li { (link(year)) } } }
                }
            }
        }
    }
}

fn footer(footer: &Footer) -> Markup {
    html! {
        footer class="site-footer" {
            @if !footer.links.is_empty() {
                nav aria-label=(footer.label) { (links("", "", &footer.links)) }
            }
            @for line in &footer.lines { p { (line) } }
        }
    }
}
