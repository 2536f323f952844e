//! The rules that look at all rows of an owner: spans that must not overlap, a mark that only one may carry. And what is refused
//! because it refers to a record that is.
//!
//! A row that is refused is not written: then the version that is there stands, and what was held against the row is looked at anew,
//! until nothing more is refused.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use sea_orm::ConnectionTrait;

use super::fields;
use super::plan::{Outcome, Planner, Tab};
use super::register;
use super::rows::tab_owner;
use super::stage::{How, Place, Staged, values_of};
use crate::errors::Result;
use crate::journal::RowId;
use crate::message::Message;
use crate::table::{Kind, OneMarked, Table};
use crate::value::{Cell, Values};

/// So many owners are looked at together.
const OWNERS: usize = 200;

/// A row as it would stand.
struct Stands {
    values: Values,
    /// Where it comes from, and its staged line; none for a row that no file touches.
    line: Option<(Place, i64)>,
}

impl Stands {
    fn order(&self) -> i64 {
        self.line.map_or(0, |(_, n)| n)
    }
}

/// A line that a rule refuses.
struct Against {
    line: i64,
    place: Place,
    column: &'static str,
    message: Message,
}

impl<C: ConnectionTrait> Planner<'_, C> {
    pub(super) async fn check_owners(&mut self, tabs: &[Tab<'_>], staged: &[(&'static Table, i64, i64)]) -> Result<()> {
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
        let Some(per) = tab_owner(tab.table) else { return Ok(()) };
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
                    let refused: HashSet<i64> = against.iter().map(|a| a.line).collect();
                    self.stage.refuse(&refused.iter().copied().collect::<Vec<_>>()).await?;
                    lines.iter_mut().filter(|l| refused.contains(&l.n)).for_each(|l| l.outcome = Outcome::Refused);
                    for Against { place, column, message, .. } in against {
                        self.problem_of(tab, place, column, message).await?;
                    }
                }
            }
        }
    }

    /// Something is wrong with a row that was staged already.
    async fn problem_of(&mut self, tab: &Tab<'_>, place: Place, column: &str, message: Message) -> Result<()> {
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
            there.entry(super::stage::bytes_of_cells(cells)).or_default().insert(id, values);
        }
        Ok(there)
    }

    /// Refuses rows that refer to a new record whose row is refused, records among them too. Gives whether there were any.
    async fn refuse_what_refers_to_refused(&mut self, tabs: &[Tab<'_>], staged: &[(&'static Table, i64, i64)]) -> Result<bool> {
        let mut any = false;
        loop {
            let Some(gone) = self.stage.refused_records().await? else { return Ok(any) };
            let mut found = false;
            for (tab, (table, first, last)) in tabs.iter().zip(staged) {
                let references: Vec<&str> = table.columns.iter().filter(|c| matches!(c.kind, Kind::Ref(_))).map(|c| c.name).collect();
                let mut after = first - 1;
                while !references.is_empty() {
                    let lines = self.stage.lines(after, *last, "how IN (1, 2, 3) AND content IS NOT NULL").await?;
                    let Some(end) = lines.last() else { break };
                    after = end.n;
                    let mut refused = vec![];
                    for line in &lines {
                        let values = values_of(&tab.columns, line.content.as_deref().unwrap_or_default())?;
                        let stands_on = |name: &&&str| values.get(**name).and_then(Cell::int).is_some_and(|id| gone.contains(id));
                        if let Some(column) = references.iter().find(stands_on) {
                            refused.push(line.n);
                            self.problem_of(tab, line.place, column, Message::new("error-refers-to-refused")).await?;
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

/// What the rules of the table have against these lines of one owner, beside the rows of the owner that are there.
fn against(tab: &Tab<'_>, lines: &[Staged], there: &BTreeMap<RowId, Values>) -> Result<Vec<Against>> {
    let taken: Vec<&Staged> = lines.iter().filter(|l| l.outcome != Outcome::Refused).collect();
    let touched: HashSet<RowId> = taken.iter().filter_map(|l| l.id).collect();
    let mut rows: Vec<Stands> =
        there.iter().filter(|(id, _)| !touched.contains(id)).map(|(_, values)| Stands { values: values.clone(), line: None }).collect();
    for line in taken.iter().filter(|l| l.how != How::Remove) {
        if let Some(content) = &line.content {
            rows.push(Stands { values: values_of(&tab.columns, content)?, line: Some((line.place, line.n)) });
        }
    }
    let mut against = vec![];
    if let Some(rule) = tab.table.one_marked {
        against.extend(marked_twice(rule, &rows));
    }
    if let Some(span) = tab.table.span.filter(|_| tab.table.no_overlap.is_some()) {
        against.extend(overlapping(tab.table, span, &rows));
    }
    Ok(against)
}

fn marked_twice(rule: OneMarked, rows: &[Stands]) -> Vec<Against> {
    let marked: Vec<&Stands> = rows.iter().filter(|r| r.values.get(rule.mark) == Some(&Cell::Bool(true))).collect();
    let others = marked.iter().filter_map(|r| {
        let (place, line) = r.line?;
        let other = marked.iter().find(|other| other.values.get(rule.same) != r.values.get(rule.same))?;
        let other = other.values.get(rule.same).and_then(Cell::text).unwrap_or_default();
        Some(Against { line, place, column: rule.mark, message: Message::with("error-marked-twice", [("other", other.into())]) })
    });
    others.collect()
}

/// Spans surely overlap when the later sure beginning lies before the earlier sure end. Of two that do, the one is refused that came
/// later in the files.
fn overlapping(table: &Table, (from, until): (&'static str, &'static str), rows: &[Stands]) -> Vec<Against> {
    let day = |row: &Stands, column: &str, open: i64| row.values.get(column).and_then(Cell::int).unwrap_or(open);
    let last_from = format!("{from}_last");
    let begins = |row: &Stands| day(row, &last_from, 0);
    let ends = |row: &Stands| day(row, until, i64::MAX);
    let mut sure: Vec<&Stands> = rows.iter().filter(|r| begins(r) <= ends(r)).collect();
    sure.sort_by_key(|r| (begins(r), r.order()));
    let mut against = vec![];
    let mut before: Option<&Stands> = None;
    for row in sure {
        let Some(stands) = before.filter(|b| begins(row) <= ends(b)) else {
            before = Some(row);
            continue;
        };
        let (refused, with) = if row.order() >= stands.order() { (row, stands) } else { (stands, row) };
        if let Some((place, line)) = refused.line {
            let column = table.column(from).expect("the span's column");
            let other = fields::write(column, &Cell::Int(day(with, from, 0)), &Cell::Int(begins(with)), "");
            against.push(Against { line, place, column: from, message: Message::with("error-overlap", [("other", other.into())]) });
            before = Some(with);
        } else if ends(row) > ends(stands) {
            // neither is touched by this import
            before = Some(row);
        }
    }
    against
}
