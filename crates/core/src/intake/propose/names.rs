//! How alike the name of a column in a file is to what the register calls a column.

use std::collections::BTreeMap;

use crate::intake::spelling::spelled;
use crate::intake::vocabulary::Vocabulary;
use crate::table::Table;

/// What columns are called in the files of others: `mappings/synonyms.toml`.
#[derive(Clone, Debug, Default)]
pub struct Synonyms {
    columns: BTreeMap<String, Vec<String>>,
    /// By the value of a choice.
    choices: BTreeMap<String, Vec<String>>,
}

impl Synonyms {
    /// Errors: one line that names the file and the place.
    pub fn read(file: &str, text: &str) -> Result<Synonyms, String> {
        // a column of one table only is a table of its own in TOML: activities.activity
        let by_language: BTreeMap<String, toml::Table> = toml::from_str(text).map_err(|e| format!("{file}: {}", e.message()))?;
        let mut all = Synonyms::default();
        let words_of = |name: &str, words: &toml::Value| -> Result<Vec<String>, String> {
            let words: Option<Vec<&str>> = words.as_array().and_then(|words| words.iter().map(toml::Value::as_str).collect());
            Ok(words.ok_or_else(|| format!("{file}: “{name}” is a list of words"))?.into_iter().map(spelled).collect())
        };
        for (language, named) in &by_language {
            let into = if language == "choices" { &mut all.choices } else { &mut all.columns };
            for (name, words) in named {
                match words.as_table() {
                    Some(inner) => {
                        for (own, words) in inner {
                            into.entry(format!("{name}.{own}")).or_default().extend(words_of(own, words)?);
                        }
                    }
                    None => into.entry(name.clone()).or_default().extend(words_of(name, words)?),
                }
            }
        }
        Ok(all)
    }

    fn of<'a>(&'a self, table: &str, column: &str) -> impl Iterator<Item = &'a str> {
        let own = self.columns.get(&format!("{table}.{column}"));
        own.or_else(|| self.columns.get(column)).into_iter().flatten().map(String::as_str)
    }

    /// The columns it speaks of, those of one table only as `table.column`.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.columns.keys().map(String::as_str)
    }

    /// Values of choices, each with what the files of others write for it.
    pub fn choices(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.choices.iter().map(|(value, words)| (value.as_str(), words.as_slice()))
    }
}

/// Words that tell nothing apart.
const SMALL: &[&str] = &[
    "the", "of", "in", "on", "de", "del", "la", "el", "los", "las", "le", "les", "du", "des", "d", "l", "en", "y", "et", "and", "or", "a",
];

/// From 0 to 1: 0.9 for another name that is known, less for one that shares some of its words.
pub(super) fn alike(table: &Table, column: &str, heading: &str, vocabulary: &Vocabulary, synonyms: &Synonyms) -> f64 {
    let said = spelled(heading);
    if said.is_empty() {
        return 0.0;
    }
    let bare = column.rsplit_once('_').filter(|(_, l)| l.len() == 2).map_or(column, |(of, _)| of);
    let mut best: f64 = 0.0;
    if synonyms.of(table.name, bare).any(|word| word == said) && bare == column {
        // the first words of the list are the usual ones
        let place = synonyms.of(table.name, bare).position(|word| word == said).unwrap_or(0);
        best = 0.9 - 0.01 * (place.min(20) as f64) / 4.0;
    }
    let known = vocabulary.called(table.name, column).chain(synonyms.of(table.name, bare).filter(|_| bare == column));
    for name in known {
        best = best.max(0.82 * tokens_alike(&said, name));
    }
    best
}

/// Which part of the words two names share.
fn tokens_alike(a: &str, b: &str) -> f64 {
    let tokens = |text: &str| -> Vec<String> { text.split(' ').filter(|t| !SMALL.contains(t)).map(str::to_string).collect() };
    let (a, b) = (tokens(a), tokens(b));
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let close = |x: &String, y: &String| x == y || x.len() > 4 && strsim::normalized_damerau_levenshtein(x, y) >= 0.8;
    let shared = a.iter().filter(|x| b.iter().any(|y| close(x, y))).count();
    2.0 * shared as f64 / (a.len() + b.len()) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_alike_by_the_words_they_share() {
        assert_eq!(tokens_alike("nom de la commune", "nom commune"), 1.0);
        assert!(tokens_alike("organization", "organisation") == 1.0);
        assert_eq!(tokens_alike("year", "country"), 0.0);
    }

    #[test]
    fn a_mistake_in_the_synonyms_is_named() {
        assert!(Synonyms::read("synonyms.toml", "[en]\nlabel = 3\n").unwrap_err().contains("label"));
        let said = Synonyms::read("synonyms.toml", "[en]\nactivities.activity = [\"Kind\"]\nlabel = [\"Título\"]\n").unwrap();
        assert_eq!(said.of("activities", "activity").collect::<Vec<_>>(), ["kind"]);
        assert_eq!(said.of("places", "label").collect::<Vec<_>>(), ["titulo"]);
    }
}
