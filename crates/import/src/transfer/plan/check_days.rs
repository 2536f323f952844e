//! Sixth step of planning: days that should lie within the span of a record, as that of a participation within its activity. A row for
//! which this is surely not so is written, with a warning.

use std::collections::HashMap;

use decapolis_base::PartialDay;
use decapolis_register::journal::RowId;
use decapolis_register::table::{Table, Within};
use decapolis_register::value::{self, Cell, Values};
use decapolis_words::errors::Result;
use decapolis_words::message::Message;
use sea_orm::ConnectionTrait;

use super::planner::{Planner, Tab};
use crate::transfer::register;
use crate::transfer::stage::values_of;

impl<C: ConnectionTrait> Planner<'_, C> {
    pub(super) async fn check_days(
        &mut self,
        tabs: &[Tab<'_>],
        staged: &[(&'static Table, i64, i64)],
    ) -> Result<()> {
        for (tab, (table, first, last)) in tabs.iter().zip(staged) {
            self.problems.table = table.name;
            let Some(rule) = table.within else { continue };
            let of = tabs.iter().find(|other| other.table.name == rule.to.name);
            let mut after = first - 1;
            loop {
                let lines =
                    self.stage.lines(after, *last, "how IN (1, 2, 3) AND content IS NOT NULL").await?;
                let Some(end) = lines.last() else { break };
                after = end.n;
                let mut rows = vec![];
                for line in &lines {
                    rows.push((
                        line.place,
                        values_of(&tab.columns, line.content.as_deref().unwrap_or_default())?,
                    ));
                }
                let records =
                    self.records_of(rule, of, &rows.iter().map(|row| &row.1).collect::<Vec<_>>()).await?;
                for (place, values) in &rows {
                    let record = values.get(rule.refers).and_then(Cell::int).and_then(|id| records.get(&id));
                    let Some(message) = record.and_then(|record| outside(rule, values, record)) else {
                        continue;
                    };
                    if let Some(header) = tab.header_of(place.file) {
                        self.warn(&header, *place, rule.day, message).await?;
                    }
                }
            }
        }
        Ok(())
    }

    /// The records that these rows refer to, as they will be: from the files of the import where it writes them, or from the register.
    async fn records_of(
        &self,
        rule: Within,
        of: Option<&Tab<'_>>,
        rows: &[&Values],
    ) -> Result<HashMap<RowId, Values>> {
        let mut ids: Vec<RowId> = rows.iter().filter_map(|row| row.get(rule.refers)?.int()).collect();
        ids.sort_unstable();
        ids.dedup();
        let there: Vec<RowId> = ids.iter().copied().filter(|id| *id > 0).collect();
        let mut records = register::by_ids(self.db, rule.to, &there).await?;
        if let Some(of) = of {
            for line in self.stage.lines_of_records(of.number, &ids).await? {
                if let (Some(id), Some(content)) = (line.id, &line.content) {
                    records.insert(id, values_of(&of.columns, content)?);
                }
            }
        }
        Ok(records)
    }
}

/// The warning of a row whose day is surely outside the span of its record. A span without a known beginning or end is open there.
fn outside(rule: Within, row: &Values, record: &Values) -> Option<Message> {
    let (from, until) = rule.to.span?;
    let day = value::day(row, rule.day)?;
    let (begins, ends) = (value::day(record, from), value::day(record, until));
    let before = begins.is_some_and(|begins| day.last < begins.first);
    let after = ends.is_some_and(|ends| day.first > ends.last);
    if !before && !after {
        return None;
    }
    let text = |days: Option<PartialDay>| days.map_or("..".to_string(), |days| days.to_string());
    let span = format!("{} – {}", text(begins), text(ends));
    Some(Message::with("warning-outside-its-days", [("day", day.to_string().into()), ("days", span.into())]))
}
