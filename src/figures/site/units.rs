//! The list of a number: one row for each unit, with what made it count below.

use std::collections::BTreeMap;

use decapolis_figures::{EvidenceRow, RowsAsked, evidence_of_units};
use decapolis_register::journal::RowId;
use decapolis_register::records::{self, Record};
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;

use super::page::{ROWS, View};
use crate::figures::evidence::{WordedRow, refers_to, values, worded_rows};
use crate::figures::question::class_word;
use crate::figures::units::{Place, units};
use crate::records::lists::pager;
use crate::records::worded::{cell, reference};
use crate::web::table::{Cell, Column, Pager, Table};

/// Rows shown below a unit. Where there are more, a link leads to all rows.
const BELOW: usize = 5;
/// The most rows read for one page of units.
const MOST: u64 = 5_000;

impl View<'_> {
    /// Whether the list has one row for each unit, and the reader did not ask for every row.
    pub(super) fn by_unit(&self) -> bool {
        self.question.counts_records(self.site) && self.asks.view.as_deref() != Some("rows")
    }

    /// One page of units. `all` is the number of all of them.
    pub(super) async fn units(&self, db: &impl ConnectionTrait, all: i64) -> Result<(Table, Pager)> {
        let question = self.question;
        let about = (question.figure, &question.asked, &self.site.app.figures.catalog);
        let after = self.asks.after.as_deref().filter(|t| !t.is_empty()).map(Place::read).transpose()?;
        // the number of an edition may have been made by a rule of then
        let count = if question.published.is_some() { i64::MAX } else { all };
        let mut found =
            units(db, about, question.class, self.reader.lang(), after.as_ref(), (ROWS + 1, count)).await?;
        let more = found.len() > ROWS as usize;
        found.truncate(ROWS as usize);
        let ids: Vec<RowId> = found.iter().map(Place::unit).collect();
        let (labels, mut below) = self.below(db, &ids).await?;
        let rows = ids.iter().filter_map(|id| {
            let record = labels.get(id)?;
            let name =
                cell(self.reader, &reference("unit", record, self.reader.audience, &self.reader.locale));
            Some(vec![name, Cell { lines: below.remove(id).unwrap_or_default(), ..Cell::default() }])
        });
        // a unit may be a record of any kind
        let kind = self.reader.locale.maybe(&format!("kind-{}", question.figure.unit));
        let kind = kind.unwrap_or_else(|| self.say("column-record"));
        let table = Table {
            caption: self.say("site-rows"),
            columns: vec![
                Column { label: kind, numeric: false },
                Column { label: self.say("site-because"), numeric: false },
            ],
            rows: rows.collect(),
            empty: self.say("site-no-rows"),
        };
        let class = ("class", class_word(question.class));
        let shown = if found.is_empty() {
            String::new()
        } else {
            self.with("site-rows-of", &[("n", all.into())].into())
        };
        let first = after.is_some().then(|| self.to_rows(&[class]));
        let last = found.last().filter(|_| more).map(Place::written);
        let next = last.map(|last| self.to_rows(&[class, ("after", &last)]));
        Ok((table, pager(self.reader, shown, first, next)))
    }

    /// What made these units count, as lines below each; and the records of the units and of the lines.
    async fn below(
        &self,
        db: &impl ConnectionTrait,
        units: &[RowId],
    ) -> Result<(BTreeMap<RowId, Record>, BTreeMap<RowId, Vec<Cell>>)> {
        let question = self.question;
        let (app, audience) = (&self.site.app, self.reader.audience);
        let mut left: BTreeMap<RowId, i64> = BTreeMap::new();
        let mut lines: BTreeMap<RowId, usize> = BTreeMap::new();
        let mut read = vec![];
        let mut named: Vec<RowId> = units.to_vec();
        for (number, part) in question.parts() {
            let catalog = &self.site.app.figures.catalog;
            let asked = RowsAsked { part: number, class: question.class, after: None, limit: MOST };
            let rows = evidence_of_units(db, question.figure, &question.asked, catalog, asked, units).await?;
            let mut kept: Vec<EvidenceRow> = vec![];
            for row in rows {
                let Some(unit) = row.unit else { continue };
                let n = lines.entry(unit).or_default();
                *n += 1;
                if *n > BELOW {
                    *left.entry(unit).or_default() += 1;
                } else {
                    kept.push(row);
                }
            }
            let values = values(app, db, part, &question.asked, &kept, audience).await?;
            named.extend(refers_to(app, part, &kept, &values, audience));
            read.push((part, kept, values));
        }
        let labels = records::by_ids(db, named).await?;
        let mut below: BTreeMap<RowId, Vec<Cell>> = BTreeMap::new();
        for (part, kept, values) in read {
            let worded =
                worded_rows(app, part, &kept, (&values, &labels), audience, &self.reader.locale);
            for (row, line) in kept.iter().zip(&worded) {
                let code = row.unit.and_then(|unit| labels.get(&unit)).map(|record| record.code.as_str());
                if let Some(unit) = row.unit {
                    below.entry(unit).or_default().push(self.line(line, code));
                }
            }
        }
        for (unit, n) in left {
            let words = self.with("record-more", &[("n", n.into())].into());
            let all = self.to_rows(&[("class", class_word(question.class)), ("view", "rows")]);
            below.entry(unit).or_default().push(Cell::link(words, all));
        }
        Ok((labels, below))
    }

    /// A row in one line, without the unit that it is below: what is said of it, with a link to the first other record.
    fn line(&self, row: &WordedRow, unit: Option<&str>) -> Cell {
        let is_unit = |record: &(String, String)| Some(record.1.as_str()) == unit;
        let others: Vec<_> = row
            .fields
            .iter()
            .filter(|f| !f.text.is_empty() && !f.record.as_ref().is_some_and(is_unit))
            .collect();
        let words: Vec<&str> = others.iter().map(|f| f.text.as_str()).collect();
        let record = others.iter().find_map(|f| f.record.as_ref());
        Cell {
            text: words.join(" · "),
            href: record.map(|(kind, code)| self.reader.to(&format!("/{kind}/{code}"))),
            ..Cell::default()
        }
    }
}
