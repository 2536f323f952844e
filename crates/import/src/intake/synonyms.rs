//! What the files of others call columns and choices.

use std::collections::BTreeMap;

use super::spelling::spelled;

/// What columns are called in the files of others: `mappings/synonyms.toml`.
#[derive(Clone, Debug, Default)]
pub struct Synonyms {
    columns: BTreeMap<String, Vec<String>>,
    /// By the value of a choice.
    choices: BTreeMap<String, Vec<String>>,
    /// By a word: what it means beside each of these other words.
    together: BTreeMap<String, BTreeMap<String, String>>,
}

impl Synonyms {
    /// Errors: one line that names the file and the place.
    pub fn read(file: &str, text: &str) -> Result<Synonyms, String> {
        // a column of one table only is a table of its own in TOML: activities.activity
        let by_language: BTreeMap<String, toml::Table> =
            toml::from_str(text).map_err(|e| format!("{file}: {}", e.message()))?;
        let mut all = Synonyms::default();
        let words_of = |name: &str, words: &toml::Value| -> Result<Vec<String>, String> {
            let words: Option<Vec<&str>> =
                words.as_array().and_then(|words| words.iter().map(toml::Value::as_str).collect());
            Ok(words
                .ok_or_else(|| format!("{file}: “{name}” is a list of words"))?
                .into_iter()
                .map(spelled)
                .collect())
        };
        for (language, named) in &by_language {
            if language == "together" {
                let beside = |words: &toml::Value| words.clone().try_into::<BTreeMap<String, String>>().ok();
                for (word, words) in named {
                    let meant =
                        beside(words).ok_or_else(|| format!("{file}: “{word}” is a table of words"))?;
                    all.together.insert(word.clone(), meant);
                }
                continue;
            }
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

    pub(super) fn of<'a>(&'a self, table: &str, column: &str) -> impl Iterator<Item = &'a str> {
        let own = self.columns.get(&format!("{table}.{column}"));
        own.or_else(|| self.columns.get(column)).into_iter().flatten().map(String::as_str)
    }

    /// The columns it speaks of, those of one table only as `table.column`.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.columns.keys().map(String::as_str)
    }

    /// Words that mean something only beside another word of the same column, with what they mean beside each.
    pub fn together(&self) -> &BTreeMap<String, BTreeMap<String, String>> {
        &self.together
    }

    /// Values of choices, each with what the files of others write for it.
    pub fn choices(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.choices.iter().map(|(value, words)| (value.as_str(), words.as_slice()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_in_the_synonyms_is_named() {
        assert!(Synonyms::read("synonyms.toml", "[en]\nlabel = 3\n").unwrap_err().contains("label"));
        let said =
            Synonyms::read("synonyms.toml", "[en]\nactivities.activity = [\"Kind\"]\nlabel = [\"Título\"]\n")
                .unwrap();
        assert_eq!(said.of("activities", "activity").collect::<Vec<_>>(), ["kind"]);
        assert_eq!(said.of("places", "label").collect::<Vec<_>>(), ["titulo"]);
    }
}
