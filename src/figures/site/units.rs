//! The list of a number: one row for each unit, with what made it count below.

use std::collections::BTreeMap;

use decapolis_figures::{Class, EvidenceRow, RowsAsked, evidence_of_units};
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

/// A unit of a number with what made it count.
pub(super) struct UnitRow {
    pub record: Record,
    /// How many rows made it count.
    pub rows: usize,
    /// The first of them, each as a line, and how many more there are.
    pub because: Vec<Cell>,
}

impl View<'_> {
    /// Whether the list has one row for each unit, and the reader did not ask for every row.
    pub(super) fn by_unit(&self) -> bool {
        self.question.counts_records(self.site) && self.asks.view.as_deref() != Some("rows")
    }

    /// Whether the rows of the class asked for are listed with one row for each unit.
    pub(super) fn lists_units(&self) -> bool {
        self.by_unit() && self.question.class != Class::LeftOut
    }

    /// One page of units. `all` is the number of all of them.
    pub(super) async fn units(&self, db: &impl ConnectionTrait, all: i64) -> Result<(Table, Pager)> {
        let question = self.question;
        let after = self.asks.after.as_deref().filter(|t| !t.is_empty()).map(Place::read).transpose()?;
        let (rows, next) = self.page_of_units(db, after.as_ref(), all).await?;
        let shown = if rows.is_empty() {
            String::new()
        } else {
            self.with("site-rows-of", &[("n", all.into())].into())
        };
        let rows = rows.into_iter().map(|UnitRow { record, because, .. }| {
            let unit = reference("unit", &record, self.reader.audience, &self.reader.locale);
            vec![cell(self.reader, &unit), Cell { lines: because, ..Cell::default() }]
        });
        let table = Table {
            caption: self.say("site-rows"),
            columns: vec![
                Column { label: self.kind_of_units(), numeric: false },
                Column { label: self.say("site-because"), numeric: false },
            ],
            rows: rows.collect(),
            empty: self.say("site-no-rows"),
        };
        let class = ("class", class_word(question.class));
        let first = after.is_some().then(|| self.to_rows(&[class]));
        let next = next.map(|last| self.to_rows(&[class, ("after", &last.written())]));
        Ok((table, pager(self.reader, shown, first, next)))
    }

    /// What the units are, in a heading. A unit may be a record of any kind.
    pub(super) fn kind_of_units(&self) -> String {
        let kind = self.reader.locale.maybe(&format!("kind-{}", self.question.figure.unit));
        kind.unwrap_or_else(|| self.say("column-record"))
    }

    /// The next units by name, and the last of them if there are more. `all` is the number of all of them.
    pub(super) async fn page_of_units(
        &self,
        db: &impl ConnectionTrait,
        after: Option<&Place>,
        all: i64,
    ) -> Result<(Vec<UnitRow>, Option<Place>)> {
        let question = self.question;
        let about = (question.figure, &question.asked, &self.site.app.figures.catalog);
        // the number of an edition may have been made by a rule of then
        let count = if question.published.is_some() { i64::MAX } else { all };
        let mut found =
            units(db, about, question.class, self.reader.lang(), after, (ROWS + 1, count)).await?;
        let more = found.len() > ROWS as usize;
        found.truncate(ROWS as usize);
        let ids: Vec<RowId> = found.iter().map(Place::unit).collect();
        let (mut labels, mut below) = self.below(db, &ids).await?;
        let row = |id: &RowId| {
            let (rows, because) = below.remove(id).unwrap_or_default();
            Some(UnitRow { record: labels.remove(id)?, rows, because })
        };
        Ok((ids.iter().filter_map(row).collect(), found.pop().filter(|_| more)))
    }

    /// The records of the units and of the lines; and how many rows made each of these units count, with a line for the first.
    async fn below(
        &self,
        db: &impl ConnectionTrait,
        units: &[RowId],
    ) -> Result<(BTreeMap<RowId, Record>, BTreeMap<RowId, (usize, Vec<Cell>)>)> {
        let question = self.question;
        let (app, audience) = (&self.site.app, self.reader.audience);
        let mut below: BTreeMap<RowId, (usize, Vec<Cell>)> = BTreeMap::new();
        let mut read = vec![];
        let mut named: Vec<RowId> = units.to_vec();
        for (number, part) in question.parts() {
            let catalog = &self.site.app.figures.catalog;
            let asked = RowsAsked { part: number, class: question.class, after: None, limit: MOST };
            let rows = evidence_of_units(db, question.figure, &question.asked, catalog, asked, units).await?;
            let mut kept: Vec<EvidenceRow> = vec![];
            for row in rows {
                let Some(unit) = row.unit else { continue };
                let (n, _) = below.entry(unit).or_default();
                *n += 1;
                if *n <= BELOW {
                    kept.push(row);
                }
            }
            let values = values(app, db, part, &question.asked, &kept, audience).await?;
            named.extend(refers_to(app, part, &kept, &values, audience));
            read.push((part, kept, values));
        }
        let labels = records::by_ids(db, named).await?;
        for (part, kept, values) in read {
            let worded = worded_rows(app, part, &kept, (&values, &labels), audience, &self.reader.locale);
            for (row, line) in kept.iter().zip(&worded) {
                let code = row.unit.and_then(|unit| labels.get(&unit)).map(|record| record.code.as_str());
                if let Some(unit) = row.unit {
                    below.entry(unit).or_default().1.push(self.line(line, code));
                }
            }
        }
        for (n, lines) in below.values_mut().filter(|(n, _)| *n > BELOW) {
            let words = self.with("record-more", &[("n", (*n - BELOW).into())].into());
            let all = self.to_rows(&[("class", class_word(question.class)), ("view", "rows")]);
            lines.push(Cell::link(words, all));
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
