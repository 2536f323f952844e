//! A text in several languages, the original first.

use serde_json::{Map, Value};

/// The language tag of a text that has no language, such as the name of a city.
pub const NO_LANGUAGE: &str = "und";

/// Pairs of language and text; the first is the original.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts(Vec<(String, String)>);

impl Texts {
    pub fn new() -> Texts {
        Texts::default()
    }

    /// A text without a language.
    pub fn plain(words: &str) -> Texts {
        Texts(vec![(NO_LANGUAGE.to_string(), words.to_string())])
    }

    /// Sets the text of a language. An empty text removes the language.
    pub fn set(&mut self, language: &str, words: &str) {
        let at = self.0.iter().position(|(l, _)| l == language);
        match (at, words.is_empty()) {
            (Some(at), true) => drop(self.0.remove(at)),
            (Some(at), false) => self.0[at].1 = words.to_string(),
            (None, true) => {}
            (None, false) => self.0.push((language.to_string(), words.to_string())),
        }
    }

    pub fn get(&self, language: &str) -> Option<&str> {
        self.0.iter().find(|(l, _)| l == language).map(|(_, words)| words.as_str())
    }

    /// The text in this language, or else the one without a language, or else the original. The second value is its language.
    pub fn best(&self, language: &str) -> Option<(&str, &str)> {
        let held = |wanted: &str| self.0.iter().find(|(l, _)| l == wanted);
        held(language)
            .or_else(|| held(NO_LANGUAGE))
            .or_else(|| self.0.first())
            .map(|(l, words)| (words.as_str(), l.as_str()))
    }

    /// The text of [`Texts::best`], or an empty one.
    pub fn words(&self, language: &str) -> &str {
        self.best(language).map_or("", |(words, _)| words)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(l, w)| (l.as_str(), w.as_str()))
    }

    /// The stored form: a JSON object, the original language first.
    pub fn to_json(&self) -> String {
        Value::Object(
            self.0.iter().map(|(l, w)| (l.clone(), Value::String(w.clone()))).collect::<Map<_, _>>(),
        )
        .to_string()
    }

    /// Reads the form of [`Texts::to_json`]. Any other input becomes a text without a language, so that a stored text is never lost.
    pub fn from_json(json: &str) -> Texts {
        match serde_json::from_str::<Map<String, Value>>(json) {
            Ok(map) => {
                Texts(map.into_iter().filter_map(|(l, w)| Some((l, w.as_str()?.to_string()))).collect())
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
}
