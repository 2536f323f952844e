//! The languages of the program, from `locales/languages.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::errors::{Error, Result};

/// A language: how it is called, and what the Unicode locale data does not say about it.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Language {
    /// Its name in itself.
    pub name: String,
    /// Whether the program has its words.
    #[serde(default = "yes")]
    pub words: bool,
    /// The locale that writes its numbers and days. `None`: its own code.
    pub numbers: Option<String>,
    /// What stands between thousands. `None`: what the locale data says.
    pub thousands: Option<String>,
    /// What follows the number of a percentage.
    #[serde(default = "percent")]
    pub percent: String,
    /// A whole number of these takes the plural form `[many]`, which the plural rules of Fluent do not know yet.
    pub many: Option<i64>,
    #[serde(default)]
    pub right_to_left: bool,
}

fn yes() -> bool {
    true
}

fn percent() -> String {
    "%".into()
}

impl Language {
    /// Reads the text of `languages.toml`: languages by code.
    ///
    /// Errors: `Broken`, with the line and what is wrong there.
    pub fn read(text: &str) -> Result<BTreeMap<String, Language>> {
        toml::from_str(text)
            .map_err(|e| Error::Broken(format!("locales/languages.toml: {}", e.to_string().trim_end())))
    }

    /// The language with exactly this code.
    pub(crate) fn named(code: &str) -> Option<&'static Language> {
        LANGUAGES.get(code)
    }

    /// Whether a number takes the plural form `[many]` beyond what the plural rules of Fluent say.
    pub(crate) fn is_many(&self, n: i64) -> bool {
        self.many.is_some_and(|many| n != 0 && n % many == 0)
    }

    /// The language of a tag: of `ar-EG` that of `ar`. `None` if the file does not name it.
    pub fn of(tag: &str) -> Option<&'static Language> {
        Language::named(tag).or_else(|| LANGUAGES.get(tag.split('-').next()?))
    }
}

static LANGUAGES: LazyLock<BTreeMap<String, Language>> = LazyLock::new(|| {
    Language::read(include_str!("../../../locales/languages.toml"))
        .unwrap_or_else(|mistake| panic!("{mistake}"))
});

/// The codes of the languages in which the program has words, in alphabetical order.
pub fn languages() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().filter(|(_, language)| language.words).map(|(code, _)| code.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_with_words_has_its_folder_and_each_folder_its_line() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
        let entries = std::fs::read_dir(folder).unwrap().flatten().filter(|entry| entry.path().is_dir());
        let mut folders: Vec<String> =
            entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        folders.sort();
        assert_eq!(languages().collect::<Vec<_>>(), folders);
    }

    #[test]
    fn a_mistake_in_the_file_is_named() {
        let said =
            Language::read("pt = { name = \"português\", direction = \"left\" }").unwrap_err().to_string();
        assert!(said.contains("direction") && said.contains("languages.toml"), "{said}");
        assert!(
            Language::of("ar-EG").is_some_and(|arabic| arabic.right_to_left) && Language::of("xx").is_none()
        );
    }
}
