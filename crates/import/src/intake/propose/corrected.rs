//! Corrects a proposed match as a person asks for it.

use decapolis_register::table::Table;
use decapolis_spreadsheets::DetectedTable;
use decapolis_words::errors::{Error, Result};
use decapolis_words::message::Message;

use super::{Matched, Proposal, Proposer, column_of, columns_of, missing, origin_of};
use crate::intake::origin::{CellSource, Origin};
use crate::intake::spelling::spelled;

impl Proposer<'_> {
    /// Matches a column of the file with this column of the register; with none if `column` is empty.
    ///
    /// Errors: the file has no such column (`error-match-heading`), or the table none (`error-match-column`).
    pub fn match_with(
        &self,
        proposal: &mut Proposal,
        found: &DetectedTable,
        heading: &str,
        column: &str,
    ) -> Result<()> {
        let said = spelled(heading);
        let named = |at: &usize| {
            let name = found.name(*at);
            name == heading
                || spelled(&name) == said
                || found.columns[*at].heading.last().is_some_and(|last| spelled(last) == said)
        };
        let at = (0..found.columns.len()).find(named).ok_or_else(|| {
            let names = found.names().join(", ");
            Error::refused_with(
                "error-match-heading",
                [("heading", heading.into()), ("headings", names.into())].into(),
            )
        })?;
        let table = self.named(proposal)?;
        proposal.matched.retain(|m| m.at != at);
        if !column.is_empty() {
            let column = self.column(table, column)?;
            let origin = origin_of(table, &column, &found.name(at), &found.columns[at].guess.reads);
            put(proposal, Matched { at, column, sure: 1.0, why: Message::new("match-said"), origin });
        }
        self.again(proposal, table, found);
        Ok(())
    }

    /// Gives this column of the register the same words in every row.
    pub fn set(
        &self,
        proposal: &mut Proposal,
        found: &DetectedTable,
        column: &str,
        words: &str,
    ) -> Result<()> {
        let table = self.named(proposal)?;
        let column = self.column(table, column)?;
        proposal.matched.retain(|m| m.column != column);
        proposal.set.retain(|(c, _)| *c != column);
        proposal
            .set
            .push((column, Origin { from: CellSource::Fixed(words.to_string()), then: Default::default() }));
        self.again(proposal, table, found);
        Ok(())
    }

    fn named(&self, proposal: &Proposal) -> Result<&'static Table> {
        self.tables
            .named(proposal.table)
            .ok_or_else(|| Error::Broken(format!("no table “{}”", proposal.table)))
    }

    /// The column of a table by its name, or by what it is called in words.
    fn column(&self, table: &'static Table, column: &str) -> Result<String> {
        if column_of(table, column).is_some() || columns_of(table).any(|c| c == column) {
            return Ok(self.in_language(table, column.to_string()));
        }
        self.vocabulary.column(table.name, column).map(|c| self.in_language(table, c.to_string())).ok_or_else(
            || {
                let all = columns_of(table).collect::<Vec<_>>().join(", ");
                let args = [("column", column.into()), ("table", table.name.into()), ("columns", all.into())];
                Error::refused_with("error-match-column", args.into())
            },
        )
    }

    fn again(&self, proposal: &mut Proposal, table: &'static Table, found: &DetectedTable) {
        let read = |m: &Matched, at: usize| m.at == at || m.origin.columns().contains(&found.name(at));
        proposal.unmatched =
            (0..found.columns.len()).filter(|at| !proposal.matched.iter().any(|m| read(m, *at))).collect();
        proposal.missing =
            missing(table, &proposal.matched).into_iter().filter(|name| !proposal.sets(name)).collect();
    }
}

fn put(proposal: &mut Proposal, matched: Matched) {
    proposal.matched.retain(|m| m.column != matched.column);
    proposal.set.retain(|(column, _)| *column != matched.column);
    proposal.matched.push(matched);
    proposal.matched.sort_by_key(|m| m.at);
}
