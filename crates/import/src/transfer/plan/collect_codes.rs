//! Second step of planning: gives every record its id, before any reference is looked up. A row may refer to a record that a later row
//! makes.

use std::collections::{HashMap, HashSet};

use decapolis_base::Texts;
use decapolis_register::journal::RowId;
use decapolis_register::rules::is_code;
use decapolis_words::errors::Result;
use decapolis_words::message::Message;
use sea_orm::ConnectionTrait;

use super::planner::{Planner, Tab};
use super::read_lines::ReadLine;
use crate::transfer::register;
use crate::transfer::row::{Row, label_of};
use crate::transfer::stage::CHUNK;

impl<C: ConnectionTrait> Planner<'_, C> {
    /// Goes through the codes of a table of records. A record that is not there gets an id below zero.
    pub(super) async fn collect_codes(&mut self, tab: &Tab<'_>) -> Result<()> {
        for source in &tab.sources {
            let mut rows = source
                .read_lines()
                .filter_map(|line| if let ReadLine::Row(row) = line { Some(row) } else { None });
            loop {
                let chunk: Vec<Row> = rows.by_ref().take(CHUNK).collect();
                if chunk.is_empty() {
                    break;
                }
                self.codes_of(tab, &chunk).await?;
            }
        }
        Ok(())
    }

    async fn codes_of(&mut self, tab: &Tab<'_>, chunk: &[Row]) -> Result<()> {
        let kind = tab.table.kind().expect("a table of records");
        let codes: Vec<&str> =
            chunk.iter().filter_map(|row| row.cell("code")).filter(|code| is_code(code)).collect();
        let mut known = register::codes(self.db, &codes).await?;
        known.extend(self.stage.codes(codes.iter().copied()).await?);
        let unknown: Vec<&str> = codes.iter().copied().filter(|code| !known.contains_key(*code)).collect();
        let former = register::former_codes(self.db, &unknown).await?;
        let (mut here, mut names): (HashMap<&str, RowId>, _) = (HashMap::new(), vec![]);
        let nobodys = chunk.iter().filter(|row| {
            let code = row.cell("code").unwrap_or_default();
            let removal = row.cell("revision") == Some("removal");
            is_code(code) && !known.contains_key(code) && !former.contains_key(code) && !removal
        });
        let mut once = HashSet::new();
        let nobodys: Vec<&Row> = nobodys.filter(|row| once.insert(row.cell("code"))).collect();
        let found = self.find_duplicates(tab, &nobodys).await?;
        for row in chunk {
            let Some(code) = row.cell("code") else { continue };
            if !is_code(code) {
                self.problem(
                    &row.header,
                    row.place,
                    "code",
                    Message::with("error-bad-code", [("text", code.into())]),
                )
                .await?;
                continue;
            }
            let id = match known.get(code).or_else(|| former.get(code)) {
                Some((_, of)) if of != kind => {
                    let args = [("text", code.into()), ("kind", kind.into()), ("other", of.as_str().into())];
                    self.problem(
                        &row.header,
                        row.place,
                        "code",
                        Message::with("error-code-of-other-kind", args),
                    )
                    .await?;
                    continue;
                }
                // a code is one record's for ever: one that was removed comes back as itself
                Some((id, _)) => *id,
                None if found.contains_key(code) => found[code],
                None => *here.entry(code).or_insert_with(|| self.new_record()),
            };
            here.insert(code, id);
            for (_, words) in label_of(row, &Texts::new()).iter() {
                names.push((kind, words.to_lowercase(), id));
            }
        }
        let codes: Vec<(String, RowId, &str)> =
            here.into_iter().map(|(code, id)| (code.to_string(), id, kind)).collect();
        self.stage.add_codes(&codes).await?;
        self.stage.add_names(&names).await
    }
}
