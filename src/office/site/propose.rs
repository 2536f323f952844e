//! Proposing: who may not do an action alone sends the same form to somebody who decides.

use decapolis_actions::{self as actions, Deed, Given, OnRow, Standing};
use decapolis_words::errors::{Error, Result};

use super::act::ActionForm;
use super::bulk::{Bulk, CHOSEN, WHAT};
use super::bulk_plan::Preview;
use super::likes::told_apart;
use super::propose_button::new_code;
use crate::office::proposals::{self, DoneOn, NewProposal};
use crate::records::asked::{ANSWER, answers};
use crate::records::typed_row;
use crate::web::sent::{Pairs, field};

impl ActionForm<'_> {
    /// Why this person can only propose it, as the key of its words; `None` where they do it.
    pub fn only_proposes(&self, needs_two: bool) -> Option<&'static str> {
        match self.standing {
            _ if self.accepting.is_some() => None,
            Standing::ProposesByRole => Some("propose-by-role"),
            Standing::ProposesForAll => Some("propose-for-all"),
            Standing::Does if needs_two => Some("propose-two-people"),
            Standing::Does => None,
        }
    }

    /// The key of the heading of what follows.
    pub fn follows_title(&self, needs_two: bool) -> &'static str {
        match self.accepting.is_some() || self.only_proposes(needs_two).is_some() {
            true => "proposal-follows",
            false => "office-follows",
        }
    }

    /// Proposes it, and gives the code of the proposal. What was shown is what is proposed.
    ///
    /// Refused: as a save, and what [`proposals::keep`] refuses.
    pub async fn propose(&self, given: Given) -> Result<String> {
        if field(&self.typed, "shown") != self.mark(answers(&self.typed)) {
            return Err(Error::refused("error-form-changed"));
        }
        let seen: Vec<&str> =
            self.typed.iter().filter(|(name, _)| name == "seen").map(|(_, row)| row.as_str()).collect();
        let code = new_code()?;
        self.proposed_as(&code, given, Some(&seen)).await?;
        Ok(code)
    }

    /// Proposes it under this code. `seen` are the rows of which was shown that they would change; `None` for a program, which says with the
    /// version of its row what it saw.
    ///
    /// Refused: what the action refuses, rows that have moved (`error-row-moved`), questions without an answer (`error-questions-open`), and
    /// a new record that may be one that is there (`error-like-existing`).
    pub async fn proposed_as(&self, code: &str, given: Given, seen: Option<&[&str]>) -> Result<()> {
        let app = &self.desk.site.app;
        if !self.is_for_owners_in_scope(&given).await? {
            return Err(Error::refused("error-not-in-scope"));
        }
        let changes =
            self.by_fields.look(&app.register(), &self.request().proposing(), given).await?.sound()?;
        let now = actions::rows_to_change(app.db.reader(), changes.writes()).await?;
        if seen.is_some_and(|seen| now != seen) {
            return Err(Error::refused("error-row-moved"));
        }
        if changes.questions().iter().any(|question| question.given.is_none()) {
            let open: Vec<&str> = changes.questions().iter().map(|question| question.name.as_str()).collect();
            return Err(Error::refused_with(
                "error-questions-open",
                [("names", open.join(", ").into())].into(),
            ));
        }
        if let Some(refused) = self.unlike_existing(changes.writes()).await? {
            return Err(refused);
        }
        let on = match (self.kind.as_str(), &self.record) {
            ("", _) => DoneOn::Apart,
            (kind, record) => {
                let code = record.as_ref().map(|record| record.code.clone());
                DoneOn::Record { kind: kind.into(), code }
            }
        };
        let new = NewProposal {
            account: self.desk.who.account.code.clone(),
            action: self.about().name.into(),
            on,
            row: self.row.map(|row| row.id),
            typed: self.proposed_values().await?,
            seen: now,
            why: self.why(),
        };
        proposals::keep(&app.db, code, new).await
    }

    /// The reason that was typed.
    fn why(&self) -> Option<String> {
        Some(field(&self.typed, "because").to_string()).filter(|text| !text.is_empty())
    }

    /// What was typed, as it is read whoever reads it: records by their codes, days as the register writes them. Of a row that is there only
    /// what differs: what somebody else changes in it meanwhile stays.
    async fn proposed_values(&self) -> Result<Pairs> {
        let as_it_is = if self.row.is_some() { self.as_it_is().await? } else { vec![] };
        let before = self.as_read(&as_it_is, true);
        let corrects = matches!(self.offer.on_row, Some(OnRow { deed: Deed::Correct, .. }));
        let mut kept: Pairs = vec![];
        for (name, text) in self.as_read(&self.typed, self.row.is_some()) {
            let was = before.iter().find(|(of, _)| *of == name).map(|(_, text)| text);
            let stays = match was {
                Some(was) => *was == text,
                None => corrects && text.is_empty(),
            };
            if !stays {
                kept.push((name.to_string(), text));
            }
        }
        kept.extend(answers(&self.typed).map(|(name, word)| (format!("{ANSWER}{name}"), word.to_string())));
        kept.extend(told_apart(&self.typed).map(|id| ("apart".to_string(), id.to_string())));
        kept.extend(self.why().map(|why| ("because".to_string(), why)));
        Ok(kept)
    }
}

impl Bulk<'_> {
    /// Proposes what was shown, for the rows that would change, and gives the code of the proposal.
    ///
    /// Refused: other rows would change than were shown (`error-row-moved`).
    pub async fn propose(&self, preview: &Preview) -> Result<String> {
        let typed = &self.form.typed;
        let seen: Vec<&str> =
            typed.iter().filter(|(name, _)| name == "seen").map(|(_, row)| row.as_str()).collect();
        if preview.changed.is_empty() || preview.seen != seen {
            return Err(Error::refused("error-row-moved"));
        }
        let mut kept: Pairs =
            preview.changed.iter().map(|row| (CHOSEN.to_string(), row.id.to_string())).collect();
        kept.push((WHAT.to_string(), field(typed, WHAT).to_string()));
        let asked = self.asked();
        let own = typed.iter().filter(|(name, _)| asked.iter().any(|field| typed_row::is_of(field, name)));
        kept.extend(own.cloned());
        let why = Some(field(typed, "because").to_string()).filter(|text| !text.is_empty());
        kept.extend(why.clone().map(|why| ("because".to_string(), why)));
        let code = new_code()?;
        let new = NewProposal {
            account: self.form.desk.who.account.code.clone(),
            action: self.form.about().name.into(),
            on: DoneOn::Rows { table: self.table.name.into() },
            row: None,
            typed: kept,
            seen: preview.seen.clone(),
            why,
        };
        proposals::keep(&self.form.desk.site.app.db, &code, new).await?;
        Ok(code)
    }
}
