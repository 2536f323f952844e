//! What surrounds every page of the office, and its parts.

use std::sync::LazyLock;

use decapolis_actions::may;
use maud::{DOCTYPE, Markup, html};

use super::desk::Desk;
use crate::accounts::invite::INVITE;
use crate::web::assets::script;
use crate::web::components::{Link, link};

/// What was saved, with its undo.
#[derive(Clone, Debug)]
pub struct JustSaved {
    pub words: String,
    /// The URL and the words of its undo; `None` where it cannot be undone.
    pub undo: Option<(String, String)>,
    /// Hidden fields of the undo.
    pub batch: String,
}

/// A page of the office. `path` is its own, within the office and without the language.
pub fn document(desk: &Desk<'_>, title: &str, path: &str, main: &Markup) -> Markup {
    let (site, reader) = (desk.site, &desk.reader);
    let network = site.app.settings.name.words(reader.lang()).to_string();
    let place = |key: &str, to: &str| Link { words: desk.say(key), href: reader.to(to), current: path == to };
    let mut places = vec![
        place("office-start", ""),
        place("kinds-organisation", "/organisation"),
        place("kinds-person", "/person"),
        place("kinds-activity", "/activity"),
        place("office-kinds", "/kinds"),
        place("office-batches", "/batches"),
        place("proposals-title", "/proposals"),
    ];
    if may(&desk.who.actor, &INVITE.about).is_ok() {
        places.push(place("team-title", "/team"));
    }
    if super::settings::may_change(desk) {
        places.push(place("settings-title", "/settings"));
    }
    if super::health::may_see(desk) {
        places.push(place("health-title", "/health"));
    }
    if super::mail::may_see(desk) {
        places.push(place("mail-title", "/mail"));
    }
    html! {
        (DOCTYPE)
        html lang=(reader.lang()) dir=(if reader.right_to_left() { "rtl" } else { "ltr" }) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex";
                title { (title) " · " (network) }
                link rel="icon" type="image/svg+xml" href="/assets/icon.svg";
                link rel="stylesheet" href={ "/assets/site.css?" (site.style_version) };
                script type="module" src=(office_script()) {}
                @if let Some(colours) = site.colours() { link rel="stylesheet" href=(colours); }
            }
            body class="office" data-named=(reader.to("/named.json")) {
                a class="skip" href="#main" { (desk.say("site-skip")) }
                @if site.app.demo { (demo_bar(desk)) }
                header class="rail" {
                    p class="brand" { a href=(reader.to("")) { (network) } }
                    form class="find" method="get" action=(reader.to("/find")) role="search" {
                        label class="heard" for="find" { (desk.say("office-find")) }
                        input id="find" name="q" type="search" placeholder=(desk.say("office-find")) data-finds="" data-opens="yes" autocomplete="off" title="Ctrl K";
                    }
                    nav aria-label=(desk.say("site-navigation")) { ul { @for one in &places { li { (link(one)) } } } }
                    div class="me" {
                        p { a href=(reader.to("/me")) { (desk.who.name(&reader.locale)) } }
                        p { (desk.roles) }
                        form method="post" action=(desk.public("/sign-out")) { button type="submit" { (desk.say("office-sign-out")) } }
                        ul class="tongues" aria-label=(desk.say("site-languages")) {
                            @for language in site.app.settings.languages.iter().filter(|l| *l != reader.lang()) {
                                li { a href={ "/" (language) "/office" (path) } lang=(language) hreflang=(language) { (reader.locale.language_name(language)) } }
                            }
                        }
                        p { a href=(desk.public("/")) { (desk.say("office-public")) } }
                    }
                }
                main id="main" tabindex="-1" { (main) }
            }
        }
    }
}

/// The address of the script of the office.
fn office_script() -> &'static str {
    static ADDRESS: LazyLock<String> = LazyLock::new(|| script("office.js"));
    &ADDRESS
}

/// Says in the demo who one is, and leads to the rest of the cast.
fn demo_bar(desk: &Desk<'_>) -> Markup {
    let args = [("name", desk.who.name(&desk.reader.locale).into())];
    html! {
        aside class="demo-bar" aria-label=(desk.say("cast-title")) {
            p {
                (desk.reader.locale.with("cast-bar", &args.into())) " "
                a href=(desk.public("/cast")) { (desk.say("cast-change")) }
            }
        }
    }
}

/// What was saved, and the button that takes it back.
pub fn saved(it: &JustSaved) -> Markup {
    html! {
        div class="answer" role="status" {
            p { b { (it.words) } }
            @if let Some((action, words)) = &it.undo {
                form method="post" action=(action) {
                    input type="hidden" name="batch" value=(it.batch);
                    button type="submit" { (words) }
                }
            }
        }
    }
}
