//! A text in several languages, the original first.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::isolated::isolated;

/// The language tag of a text that has no language, such as the name of a city.
pub const NO_LANGUAGE: &str = "und";

/// Pairs of language and text; the first is the original.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    texts: Vec<(String, String)>,
    /// How the texts are shown that turn the direction of writing; seldom any.
    isolated: Vec<(String, String)>,
}

impl Texts {
    /// A text in no language.
    pub fn new() -> Texts {
        Texts::default()
    }

    /// A text without a language.
    pub fn plain(words: &str) -> Texts {
        Texts::of(vec![(NO_LANGUAGE.to_string(), words.to_string())])
    }

    fn of(texts: Vec<(String, String)>) -> Texts {
        let shown = |(language, words): &(String, String)| match isolated(words) {
            Cow::Owned(shown) => Some((language.clone(), shown)),
            Cow::Borrowed(_) => None,
        };
        Texts { isolated: texts.iter().filter_map(shown).collect(), texts }
    }

    /// Sets the text of a language. An empty text removes the language.
    pub fn set(&mut self, language: &str, words: &str) {
        let mut texts = std::mem::take(&mut self.texts);
        let at = texts.iter().position(|(l, _)| l == language);
        match (at, words.is_empty()) {
            (Some(at), true) => drop(texts.remove(at)),
            (Some(at), false) => texts[at].1 = words.to_string(),
            (None, true) => {}
            (None, false) => texts.push((language.to_string(), words.to_string())),
        }
        *self = Texts::of(texts);
    }

    /// The text of a language as it is stored.
    pub fn get(&self, language: &str) -> Option<&str> {
        self.texts.iter().find(|(l, _)| l == language).map(|(_, words)| words.as_str())
    }

    /// The text in this language, or else the one without a language, or else the original, as it may be shown beside others: see
    /// [`isolated`]. The second value is its language.
    pub fn best(&self, language: &str) -> Option<(&str, &str)> {
        let held = |wanted: &str| self.texts.iter().find(|(l, _)| l == wanted);
        let (language, words) =
            held(language).or_else(|| held(NO_LANGUAGE)).or_else(|| self.texts.first())?;
        let shown = self.isolated.iter().find(|(l, _)| l == language);
        Some((shown.map_or(words.as_str(), |(_, shown)| shown.as_str()), language.as_str()))
    }

    /// The text of [`Texts::best`], or an empty one.
    pub fn words(&self, language: &str) -> &str {
        self.best(language).map_or("", |(words, _)| words)
    }

    /// Whether there is no text in any language.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// Languages and texts as they are stored, the original first.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(l, w)| (l.as_str(), w.as_str()))
    }

    /// The stored form: a JSON object, the original language first.
    pub fn to_json(&self) -> String {
        Value::Object(
            self.texts.iter().map(|(l, w)| (l.clone(), Value::String(w.clone()))).collect::<Map<_, _>>(),
        )
        .to_string()
    }

    /// Reads the form of [`Texts::to_json`]. Any other input becomes a text without a language, so that a stored text is never lost.
    pub fn from_json(json: &str) -> Texts {
        match serde_json::from_str::<Map<String, Value>>(json) {
            Ok(map) => {
                Texts::of(map.into_iter().filter_map(|(l, w)| Some((l, w.as_str()?.to_string()))).collect())
            }
            Err(_) => Texts::plain(json),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_original_language_comes_first_and_is_the_last_resort() {
        let mut t = Texts::new();
        t.set("fr", "Montréal");
        t.set("es", "Montreal");
        assert_eq!(t.to_json(), r#"{"fr":"Montréal","es":"Montreal"}"#);
        assert_eq!(Texts::from_json(&t.to_json()), t);
        assert_eq!(t.best("es"), Some(("Montreal", "es")));
        assert_eq!(t.best("en"), Some(("Montréal", "fr")));
        assert_eq!(Texts::plain("Accra").words("es"), "Accra");
    }

    #[test]
    fn a_name_that_turns_the_writing_is_shown_isolated_and_stored_as_it_is() {
        let mut t = Texts::plain("\u{202e}arccA");
        assert_eq!(t.words("es"), "\u{2068}\u{202e}arccA\u{202c}\u{2069}");
        assert_eq!(t.get(NO_LANGUAGE), Some("\u{202e}arccA"));
        assert_eq!(t.to_json(), "{\"und\":\"\u{202e}arccA\"}");
        t.set(NO_LANGUAGE, "Accra");
        assert_eq!(t.words("es"), "Accra");
    }
}
