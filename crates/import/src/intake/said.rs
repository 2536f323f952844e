//! Words of a mapping, in one language or in several.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Words of a mapping: in one language for everybody, or by language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged, expecting = "words, or words by language: { es = \"…\", en = \"…\" }")]
pub enum Said {
    Plain(String),
    By(BTreeMap<String, String>),
}

impl Default for Said {
    fn default() -> Said {
        Said::Plain(String::new())
    }
}

impl Said {
    pub fn is_empty(&self) -> bool {
        match self {
            Said::Plain(words) => words.is_empty(),
            Said::By(all) => all.is_empty(),
        }
    }

    /// In this language, or else in English, or else in any.
    pub fn words(&self, language: &str) -> &str {
        match self {
            Said::Plain(words) => words,
            Said::By(all) => all
                .get(language)
                .or_else(|| all.get("en"))
                .or_else(|| all.values().next())
                .map_or("", String::as_str),
        }
    }
}
