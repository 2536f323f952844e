//! What follows from an action, and the save: the rows that would change, the rules that they would not keep, and the records that a new one
//! may be.

use decapolis_actions::{self as actions, Another, Field, Given, Looked, Once};
use decapolis_import::transfer::FieldFault;
use decapolis_register::journal::{RowId, Write};
use decapolis_register::question::Question;
use decapolis_register::rules::Fault;
use decapolis_register::table::Table;
use decapolis_words::errors::{Error, Result};
use decapolis_words::message::Message;

use super::act::{ActionForm, NOT_TYPED};
use super::languages::TAB;
use super::likes::{LikeShown, another, shown as likes_shown, told_apart};
use crate::accounts::secrets::digest;
use crate::accounts::site::html::worded;
use crate::office::drafts::KeptDraft;
use crate::records::asked::{ANSWER, AskedQuestion, answers, asked};
use crate::records::revised::{RevisedRow, revised};
use crate::web::sent::field;

/// What came of what was typed.
#[derive(Default)]
pub struct Outcome {
    /// What is wrong, by field.
    pub faults: Vec<FieldFault>,
    /// What is wrong with the whole.
    pub refused: Option<[String; 2]>,
    /// What follows from saving.
    pub follows: Option<Vec<RevisedRow>>,
    /// The rows that would change, for the form to send back.
    pub seen: Vec<String>,
    /// What is asked beside the fields, with the answers that hold.
    pub questions: Vec<AskedQuestion>,
    /// The draft of the form, and whether the form shows it.
    pub draft: Option<(KeptDraft, bool)>,
    /// The records that a new one may be, which is asked first.
    pub likes: Vec<LikeShown>,
    /// Whether the network wants two people for it.
    pub needs_two: bool,
    /// The questions that who proposed it has answered: nobody answers them anew.
    pub fixed: Vec<String>,
}

impl ActionForm<'_> {
    /// What would follow. A refusal of the action is part of it.
    pub async fn follows(&self, given: Given) -> Result<Outcome> {
        let app = &self.desk.site.app;
        let request = self.request();
        if !self.is_for_owners_in_scope(&given).await? {
            let why = Message::new("error-not-in-scope");
            return Ok(Outcome {
                refused: Some(worded(&self.desk.reader.locale, &why)),
                ..Outcome::default()
            });
        }
        match self.by_fields.look(&app.register(), &request, given).await {
            Ok(looked) if !looked.faults.is_empty() => {
                // what is asked stays: another answer may keep the rules
                let questions = self.asked_beside(looked.changes.questions()).await?;
                Ok(Outcome { questions, ..self.wrong(looked) })
            }
            Ok(Looked { changes, needs_two, .. }) => {
                let db = app.db.reader();
                let likes = self.likes(changes.writes()).await?;
                if !likes.is_empty() {
                    return Ok(Outcome { likes, ..Outcome::default() });
                }
                let revisions = actions::revisions(db, changes.writes()).await?;
                let reader = &self.desk.reader;
                Ok(Outcome {
                    follows: Some(revised(db, &revisions, &self.desk.eyes(), &reader.locale).await?),
                    seen: actions::rows_to_change(db, changes.writes()).await?,
                    questions: self.asked_beside(changes.questions()).await?,
                    needs_two,
                    ..Outcome::default()
                })
            }
            Err(Error::Refused(why)) => {
                Ok(Outcome { refused: Some(worded(&self.desk.reader.locale, &why)), ..Outcome::default() })
            }
            Err(error) => Err(error),
        }
    }

    async fn asked_beside(&self, questions: &[Question]) -> Result<Vec<AskedQuestion>> {
        let db = self.desk.site.app.db.reader();
        asked(db, &self.desk.eyes(), &self.desk.reader.locale, questions).await
    }

    /// The rules that would not be kept: each at the field of its column where the form has it, the first other one at the head.
    fn wrong(&self, looked: Looked) -> Outcome {
        let mut outcome = Outcome::default();
        for Fault { row, column, message } in looked.faults {
            let table = looked.changes.writes().get(row).map(|(table, _)| table.name);
            let of = |field: &&&Field| Some(field.table.name) == table && field.name == column;
            match self.asked().collect::<Vec<_>>().iter().find(of) {
                Some(field) => outcome.faults.push(FieldFault { field: field.name, message }),
                None if outcome.refused.is_none() => {
                    outcome.refused = Some(worded(&self.desk.reader.locale, &message));
                }
                None => {}
            }
        }
        outcome
    }

    /// The records that a new one may be, without those that it is told apart from.
    async fn likes(&self, writes: &[(&'static Table, Write)]) -> Result<Vec<LikeShown>> {
        let app = &self.desk.site.app;
        let apart: Vec<RowId> = told_apart(&self.typed).collect();
        let scope = self.desk.scope.as_ref();
        let mut likes = actions::likenesses(app.db.reader(), app.all_tables(), scope, writes).await?;
        likes.retain(|one| !apart.contains(&one.like.record));
        likes_shown(&self.desk, &likes).await
    }

    /// The refusal of a new record that may be one that is there, where nobody has said that it is another (`error-like-existing`).
    pub async fn unlike_existing(&self, writes: &[(&'static Table, Write)]) -> Result<Option<Error>> {
        if another(&self.typed) == Another::ThanAny {
            return Ok(None);
        }
        let likes = self.likes(writes).await?;
        let names = likes.iter().map(LikeShown::name).collect::<Vec<_>>().join(", ");
        let refused = || Error::refused_with("error-like-existing", [("names", names.into())].into());
        Ok((!likes.is_empty()).then(refused))
    }

    /// A mark of what was typed and of the answers that hold, for the form to send back: what is saved is what it has shown the
    /// consequences of.
    pub fn mark<'q>(&self, answers: impl Iterator<Item = (&'q str, &'q str)>) -> String {
        // which tab is open is nothing that is saved
        let is_own =
            |name: &str| !NOT_TYPED.contains(&name) && !name.starts_with(ANSWER) && !name.starts_with(TAB);
        let own = self.typed.iter().filter(|(name, _)| is_own(name));
        let typed = own.filter(|(_, text)| !text.trim().is_empty());
        let typed: String = typed.map(|(name, text)| format!("{name}={}\n", text.trim())).collect();
        let mut answers: Vec<String> =
            answers.map(|(name, word)| format!("{ANSWER}{name}={word}\n")).collect();
        answers.sort();
        digest(&format!("{typed}{}", answers.concat()))
    }

    /// Does it.
    ///
    /// Refused: what was typed has changed since the form showed what follows (`error-form-changed`), or other rows would change than it
    /// has shown (`error-row-moved`).
    pub async fn save(&self, given: Given) -> Result<actions::Done> {
        if !self.is_for_owners_in_scope(&given).await? {
            return Err(Error::refused("error-not-in-scope"));
        }
        if field(&self.typed, "shown") != self.mark(answers(&self.typed)) {
            return Err(Error::refused("error-form-changed"));
        }
        let seen = self.typed.iter().filter(|(name, _)| name == "seen").map(|(_, row)| row.clone());
        let request = self.request().having_seen_rows(seen.collect());
        self.by_fields.run(&self.desk.site.app.register(), request, given).await
    }

    /// What would follow, as data: the rows that would change, and what is asked beside the fields. Refused: what the action refuses.
    pub async fn planned(&self, given: Given) -> Result<serde_json::Value> {
        if !self.is_for_owners_in_scope(&given).await? {
            return Err(Error::refused("error-not-in-scope"));
        }
        let app = &self.desk.site.app;
        let changes = self.by_fields.plan(&app.register(), &self.request(), given).await?;
        let revisions = actions::revisions(app.db.reader(), changes.writes()).await?;
        let follows =
            revised(app.db.reader(), &revisions, &self.desk.eyes(), &self.desk.reader.locale).await?;
        let asked = self.asked_beside(changes.questions()).await?;
        Ok(serde_json::json!({ "follows": follows, "questions": asked }))
    }

    /// Does it for a program, once however often it asks with this key.
    pub async fn done_once(&self, given: Given, once: Once) -> Result<actions::Done> {
        if !self.is_for_owners_in_scope(&given).await? {
            return Err(Error::refused("error-not-in-scope"));
        }
        self.by_fields.run(&self.desk.site.app.register(), self.request().once(once), given).await
    }
}
