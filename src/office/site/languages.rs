//! The words of one field in several languages, a tab for each.
//!
//! The tabs are radio buttons and the style sheet shows the words of the chosen one, so they need no script: all words are in one form, and
//! nothing is lost when another tab is opened. A browser that cannot do this shows all languages below each other.

use decapolis_actions::Field;
use maud::{Markup, html};

use super::act::ActionForm;
use crate::web::sent::field as sent;

/// What the name of a tab begins with: `tab_label`. It is no field of an action.
pub const TAB: &str = "tab_";
/// Words that are the same in every language.
const EVERY: &str = "und";

/// One input per language: those of the network, and those in which there are words already. A name can be the same in all of them.
pub fn in_languages(act: &ActionForm<'_>, field: &Field, is_wrong: bool) -> Markup {
    let locale = &act.desk.reader.locale;
    let id = field.name;
    let languages = languages_of(act, id);
    let open = open_tab(act, id, &languages);
    html! {
        div class="languages" {
            @for language in &languages {
                @let name = format!("{id}_{language}");
                @let words = if *language == EVERY { locale.say("office-every-language") } else { locale.language_name(language) };
                @let lang = (*language != EVERY).then_some(*language);
                div class=(if *language == EVERY { "language every" } else { "language" }) {
                    label class="tab" {
                        input type="radio" name={ (TAB) (id) } value=(language) checked[Some(*language) == open];
                        " " (words) " "
                        @if *language != EVERY { span class="lacks" { (locale.say("office-lacks-words")) } }
                    }
                    div class="words" {
                        label class="heard" for=(name) { (words) }
                        // the blank lets the style sheet see that nothing is typed
                        @if id == "label" {
                            input id=(name) name=(name) value=(sent(&act.typed, &name)) placeholder=" " autocomplete="off" lang=[lang] dir="auto" aria-invalid=[is_wrong.then_some("true")];
                        } @else {
                            textarea id=(name) name=(name) rows="4" placeholder=" " lang=[lang] dir="auto" aria-invalid=[is_wrong.then_some("true")] { (sent(&act.typed, &name)) }
                        }
                    }
                }
            }
        }
    }
}

/// The languages in the order of their tabs: what is the same in all first, then the language of the page.
fn languages_of<'a>(act: &'a ActionForm<'_>, id: &str) -> Vec<&'a str> {
    let reader = &act.desk.reader;
    let with_words = act.typed.iter().filter(|(_, text)| !text.is_empty());
    let mut languages: Vec<&str> =
        with_words.filter_map(|(name, _)| name.strip_prefix(id)?.strip_prefix('_')).collect();
    let own = act.desk.site.app.settings.languages.iter().map(String::as_str);
    // a text is written in a language; a name may be none
    let every = if id == "label" { Some(EVERY) } else { None };
    for language in every.into_iter().chain(own) {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    languages.sort_by_key(|language| (*language != EVERY, *language != reader.locale.language));
    languages
}

/// The tab that is open: the one that was, else the page's language where there are words in it, else the first with words.
fn open_tab<'a>(act: &ActionForm<'_>, id: &str, languages: &[&'a str]) -> Option<&'a str> {
    let was = sent(&act.typed, &format!("{TAB}{id}"));
    let has_words = |language: &&&str| !sent(&act.typed, &format!("{id}_{language}")).is_empty();
    let of_page = |language: &&&str| **language == act.desk.reader.locale.language;
    let all = || languages.iter();
    let open = all().find(|language| **language == was);
    let open = open.or_else(|| all().find(|language| of_page(language) && has_words(language)));
    open.or_else(|| all().find(has_words)).or_else(|| languages.first()).copied()
}
