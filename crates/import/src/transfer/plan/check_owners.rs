//! Fifth step of planning: the rules that look at all rows of an owner, for spans that must not overlap and for a mark that only one row
//! may carry. It also refuses rows that refer to a refused record.
//!
//! A refused row is not written, so the register keeps its version. The rules are then asked again, until they refuse nothing more.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use decapolis_register::journal::RowId;
use decapolis_register::rules::{Fault, of_owner, owner_columns};
use decapolis_register::table::{Kind, Table};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::Result;
use decapolis_words::message::Message;
use sea_orm::ConnectionTrait;

use super::planner::{Planner, Tab};
use crate::transfer::outcome::Outcome;
use crate::transfer::register;
use crate::transfer::row::FileRow;
use crate::transfer::stage::{How, Staged, bytes_of_cells, values_of};

/// The number of owners that are checked together.
const OWNERS: usize = 200;

impl<C: ConnectionTrait> Planner<'_, C> {
    pub(super) async fn check_owners(
        &mut self,
        tabs: &[Tab<'_>],
        staged: &[(&'static Table, i64, i64)],
    ) -> Result<()> {
        loop {
            for tab in tabs {
                self.check_owners_of(tab).await?;
            }
            // what refers to a refused record stands on nothing; what then is refused may have been what another row relied on
            if !self.refuse_what_refers_to_refused(tabs, staged).await? {
                return Ok(());
            }
        }
    }

    async fn check_owners_of(&mut self, tab: &Tab<'_>) -> Result<()> {
        let Some(per) = owner_columns(tab.table) else { return Ok(()) };
        let mut after = vec![];
        loop {
            let lines = self.stage.lines_of_owners(tab.number, &after, OWNERS).await?;
            let Some(last) = lines.last().and_then(|l| l.owner.clone()) else { return Ok(()) };
            after = last;
            let mut by_owner: BTreeMap<Vec<u8>, Vec<Staged>> = BTreeMap::new();
            for line in lines {
                by_owner.entry(line.owner.clone().unwrap_or_default()).or_default().push(line);
            }
            let mut there = self.there_of_owners(tab, &per, &by_owner).await?;
            for (owner, mut lines) in by_owner {
                let there = there.remove(&owner).unwrap_or_default();
                loop {
                    let against = against(tab, &lines, &there)?;
                    if against.is_empty() {
                        break;
                    }
                    let refused: BTreeSet<i64> = against.iter().map(|fault| lines[fault.row].n).collect();
                    self.stage.refuse(&refused.into_iter().collect::<Vec<_>>()).await?;
                    for Fault { row, column, message } in against {
                        lines[row].outcome = Outcome::Refused;
                        self.problem_of(tab, lines[row].place, column, message).await?;
                    }
                }
            }
        }
    }

    /// Something is wrong with a row that was staged already.
    async fn problem_of(
        &mut self,
        tab: &Tab<'_>,
        place: FileRow,
        column: &str,
        message: Message,
    ) -> Result<()> {
        match tab.header_of(place.file) {
            Some(header) => self.problem(&header, place, column, message).await,
            None => Ok(()),
        }
    }

    /// The rows of these owners in the register, by owner.
    async fn there_of_owners(
        &self,
        tab: &Tab<'_>,
        per: &[&'static str],
        lines: &BTreeMap<Vec<u8>, Vec<Staged>>,
    ) -> Result<BTreeMap<Vec<u8>, BTreeMap<RowId, Values>>> {
        let first = tab.columns.iter().filter(|(name, ..)| name == per[0]).cloned().collect::<Vec<_>>();
        let mut ids = BTreeSet::new();
        for owner in lines.keys() {
            // the first of an owner's cells is a reference, as the description of every such table has it
            if let Some(Cell::Int(id)) = values_of(&first, owner)?.get(per[0])
                && *id > 0
            {
                ids.insert(*id);
            }
        }
        let ids: Vec<RowId> = ids.into_iter().collect();
        let mut there: BTreeMap<Vec<u8>, BTreeMap<RowId, Values>> = BTreeMap::new();
        for (id, values) in register::of_owners(self.db, tab.table, per[0], &ids).await? {
            let cells = per.iter().map(|name| values.get(*name).unwrap_or(&Cell::Null));
            there.entry(bytes_of_cells(cells)).or_default().insert(id, values);
        }
        Ok(there)
    }

    /// Refuses rows that refer to a new record whose row is refused, records among them too. Gives whether there were any.
    async fn refuse_what_refers_to_refused(
        &mut self,
        tabs: &[Tab<'_>],
        staged: &[(&'static Table, i64, i64)],
    ) -> Result<bool> {
        let mut any = false;
        loop {
            let Some(gone) = self.stage.refused_records().await? else { return Ok(any) };
            let mut found = false;
            for (tab, (table, first, last)) in tabs.iter().zip(staged) {
                self.problems.table = table.name;
                let references: Vec<&str> =
                    table.columns.iter().filter(|c| matches!(c.kind, Kind::Ref(_))).map(|c| c.name).collect();
                let mut after = first - 1;
                while !references.is_empty() {
                    let lines =
                        self.stage.lines(after, *last, "how IN (1, 2, 3) AND content IS NOT NULL").await?;
                    let Some(end) = lines.last() else { break };
                    after = end.n;
                    let mut refused = vec![];
                    for line in &lines {
                        let values = values_of(&tab.columns, line.content.as_deref().unwrap_or_default())?;
                        let stands_on = |name: &&&str| {
                            values.get(**name).and_then(Cell::int).is_some_and(|id| gone.contains(id))
                        };
                        if let Some(column) = references.iter().find(stands_on) {
                            refused.push(line.n);
                            self.problem_of(tab, line.place, column, Message::new("error-refers-to-refused"))
                                .await?;
                        }
                    }
                    found |= !refused.is_empty();
                    self.stage.refuse(&refused).await?;
                }
            }
            any |= found;
            if !found {
                return Ok(any);
            }
        }
    }
}

/// What the rules have against these lines of one owner, by their place in the list, beside the rows of the owner that are there.
fn against(tab: &Tab<'_>, lines: &[Staged], there: &BTreeMap<RowId, Values>) -> Result<Vec<Fault>> {
    let taken = || lines.iter().enumerate().filter(|(_, line)| line.outcome != Outcome::Refused);
    let touched: HashSet<RowId> = taken().filter_map(|(_, line)| line.id).collect();
    let mut written = vec![];
    for (at, line) in taken().filter(|(_, line)| line.how != How::Remove) {
        if let Some(content) = &line.content {
            written.push((at, values_of(&tab.columns, content)?));
        }
    }
    let stay = there.iter().filter(|(id, _)| !touched.contains(id)).map(|(_, values)| (None, values));
    let rows: Vec<(Option<usize>, &Values)> =
        stay.chain(written.iter().map(|(at, values)| (Some(*at), values))).collect();
    Ok(of_owner(tab.table, &rows))
}
