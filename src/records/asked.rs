//! What an action asks beside its fields, in the words of the person who is asked: of each seat of a leader who goes, what becomes of it.

use decapolis_register::journal::RowId;
use decapolis_register::question::Question;
use decapolis_words::Locale;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;
use serde::Serialize;

use super::eyes::Eyes;
use crate::web::sent::Pairs;

/// What the names of answers begin with in a form.
pub const ANSWER: &str = "answer.";

/// A question as it is shown.
#[derive(Clone, Debug, Serialize)]
pub struct AskedQuestion {
    pub name: String,
    /// The record that it is about.
    pub about: String,
    pub answers: Vec<OfferedAnswer>,
}

/// An answer that can be chosen.
#[derive(Clone, Debug, Serialize)]
pub struct OfferedAnswer {
    pub word: String,
    pub label: String,
    /// Whether it is the one that was given, or else the one that is proposed.
    pub chosen: bool,
}

impl AskedQuestion {
    /// Its name, with the answer that holds.
    pub fn chosen(&self) -> Option<(&str, &str)> {
        let chosen = self.answers.iter().find(|answer| answer.chosen)?;
        Some((&self.name, &chosen.word))
    }
}

/// The questions in words, each with the answer that holds.
pub async fn asked(
    db: &impl ConnectionTrait,
    eyes: &Eyes<'_>,
    locale: &Locale<'_>,
    questions: &[Question],
) -> Result<Vec<AskedQuestion>> {
    let named = questions.iter().flat_map(|question| question.offered.iter().filter_map(|one| one.record));
    let about = questions.iter().map(|question| question.record);
    let ids: Vec<RowId> = about.chain(named).collect();
    let records = eyes.records(db, locale, ids).await?;
    let name = |id| records.get(&id).map(|record| record.label.words(locale.language).to_string());
    let in_words = |question: &Question| AskedQuestion {
        name: question.name.clone(),
        about: name(question.record).unwrap_or_else(|| question.name.clone()),
        answers: question
            .offered
            .iter()
            .map(|one| {
                let who = one.record.and_then(name).unwrap_or_default();
                OfferedAnswer {
                    word: one.word.clone(),
                    label: locale.with(one.key, &[("name", who.into())].into()),
                    chosen: one == question.answer(),
                }
            })
            .collect(),
    };
    Ok(questions.iter().map(in_words).collect())
}

/// The answers that were sent with a form, by the names of their questions.
pub fn answers(typed: &Pairs) -> impl Iterator<Item = (&str, &str)> {
    typed.iter().filter_map(|(name, word)| Some((name.strip_prefix(ANSWER)?, word.as_str())))
}
