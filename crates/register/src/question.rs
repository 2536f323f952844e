//! What an action asks beside its fields, because it depends on what is in the register: of each seat of a leader who goes, whether it passes
//! to the next. What is doubtful is asked, and what is proposed is done only when somebody has said so.

use std::collections::BTreeMap;

use decapolis_words::errors::{Error, Result};

use crate::journal::RowId;

/// A question about a record, with the answers that are offered. The first is the one that is proposed.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The name of its answer: `seat-01`.
    pub name: String,
    /// The record that it is about.
    pub record: RowId,
    pub offered: Vec<Offered>,
    /// Which answer was given, by its place.
    pub given: Option<usize>,
}

/// An answer that is offered.
#[derive(Clone, Debug, PartialEq)]
pub struct Offered {
    /// What is sent: `passes-on`, `acting.p-7kq2mx`.
    pub word: String,
    /// The key of its words: `answer-passes-on`.
    pub key: &'static str,
    /// The record that its words name.
    pub record: Option<RowId>,
}

impl Question {
    /// The question, with the answer that was given under its name.
    ///
    /// Refused (`error-answer`): an answer that is not offered.
    pub fn asked(
        name: &str,
        record: RowId,
        offered: Vec<Offered>,
        answers: &BTreeMap<String, String>,
    ) -> Result<Question> {
        let given = match answers.get(name).map(|word| word.trim()).filter(|word| !word.is_empty()) {
            None => None,
            Some(word) => Some(offered.iter().position(|one| one.word == word).ok_or_else(|| {
                let words: Vec<&str> = offered.iter().map(|one| one.word.as_str()).collect();
                let args = [("name", name.into()), ("text", word.into()), ("words", words.join(", ").into())];
                Error::refused_with("error-answer", args.into())
            })?),
        };
        Ok(Question { name: name.into(), record, offered, given })
    }

    /// The answer that holds: the one given, else the one proposed.
    pub fn answer(&self) -> &Offered {
        &self.offered[self.given.unwrap_or_default()]
    }
}
