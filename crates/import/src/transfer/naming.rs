//! The names of columns: in the words of a language, and in the file that they were read from.

use decapolis_words::message::Args;
use decapolis_words::{Locale, Words};

/// A column of the register where a file has a name of its own for it: its table, and its name with the language of texts (`label_es`).
#[derive(Clone, Debug, PartialEq)]
pub struct Meant {
    pub table: &'static str,
    pub column: String,
}

/// The name of a column in the words of a language; texts have their language behind them, as in "Name (es)". `None` if the language has
/// no words for it.
pub fn column_words(words: &Words, language: &str, table: &str, column: &str) -> Option<String> {
    let said = |key: String| words.find(language, &key.replace('_', "-"), &Args::default());
    let of = |name: &str| said(format!("column-{table}-{name}")).or_else(|| said(format!("column-{name}")));
    of(column).or_else(|| match column.rsplit_once('_')? {
        (name, "und") => of(name),
        (name, tag) => Some(format!("{} ({tag})", of(name)?)),
    })
}

impl Meant {
    /// What the register calls it.
    pub fn words(&self, locale: &Locale<'_>) -> String {
        let said = |language| column_words(locale.words, language, self.table, &self.column);
        said(locale.language).or_else(|| said("en")).unwrap_or_else(|| self.column.clone())
    }
}

/// A column as a reader knows it: by what the file calls it and, in brackets where that differs, what the register calls it.
pub fn column_shown(column: Option<&str>, meant: Option<&Meant>, locale: &Locale<'_>) -> Option<String> {
    let words = meant.map(|meant| meant.words(locale));
    match (column, words) {
        (Some(column), Some(words)) if column.to_lowercase() != words.to_lowercase() => {
            Some(format!("{column} ({words})"))
        }
        (Some(column), _) => Some(column.to_string()),
        (None, words) => words,
    }
}
