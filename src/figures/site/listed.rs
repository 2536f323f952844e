//! The rows on the page of a figure.

use decapolis_figures::{Access, Class, Gated, Measure, RowCursor, RowsAsked, Shape, evidence};
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;

use super::page::{ROWS, View};
use crate::figures::evidence::{WordedRow, lines};
use crate::figures::question::{
    FigureAsks, NamedGroup, Question, answer_to, class_word, groups, named, reasons, worded,
};
use crate::figures::site::html::{Rows, RowsShown};
use crate::records::lists::pager;
use crate::records::worded::{cell, listed_column_words};
use crate::web::components::Link;
use crate::web::table::{Cell, Column, Pager, Table};

impl View<'_> {
    pub(crate) async fn rows(&self, db: &impl ConnectionTrait) -> Result<Rows> {
        let figure = self.question.figure;
        let mut rows =
            Rows { heading: self.say("site-rows"), label: self.say("site-parts"), ..Rows::default() };
        if let Some(reason) = self.question.rows_withheld(&self.site.app) {
            rows.note = Some(self.say(reason.key()));
            rows.shown = RowsShown::Reasons(vec![]);
            return Ok(rows);
        }
        let (parts, here) = self.tabs(db).await?;
        rows.parts = parts;
        match self.question.access(self.site) {
            Access::List => {
                let by_unit = self.lists_units();
                let (table, pager) =
                    if by_unit { self.units(db, here).await? } else { self.listed(db, here).await? };
                rows.views = self.views(db).await?;
                rows.shown = RowsShown::Each(table);
                rows.pager = pager;
                let words = self.with("site-download", &[("n", here.into())].into());
                let file = || match by_unit {
                    true => self.file_of("page-csv", "csv", &[("view", "units")]),
                    false => self.file("page-csv", "csv"),
                };
                rows.download = (here > 0).then(|| Link { words, ..file() });
            }
            Access::Grouped => {
                let money = matches!(figure.measure, Measure::Sum(_));
                rows.note = Some(self.with(
                    if money { "site-hidden-amounts" } else { "site-hidden-people" },
                    &[("n", here.into())].into(),
                ));
                rows.shown = RowsShown::Reasons(self.grouped(db, money).await?);
            }
            Access::Number => {
                let words = if self.question.class == Class::LeftOut {
                    "site-hidden-left-out"
                } else {
                    "site-hidden-base"
                };
                rows.note = (here > 0).then(|| self.with(words, &[("n", here.into())].into()));
                let all = reasons(self.site, db, self.heads, self.reader, self.question).await?;
                rows.shown = RowsShown::Reasons(
                    all.into_iter()
                        .filter(|(_, n)| *n > 0)
                        .map(|(reason, n)| (self.reader.locale.number(n), reason))
                        .collect(),
                );
                if here == 0 {
                    rows.shown =
                        RowsShown::Each(Table { empty: self.say("site-no-rows"), ..Table::default() });
                }
            }
        }
        Ok(rows)
    }

    /// A link to the rows of each class with their number, and the number of rows of the class asked for.
    pub(super) async fn tabs(&self, db: &impl ConnectionTrait) -> Result<(Vec<Link>, i64)> {
        let Question { figure, asked, viewer, published, .. } = *self.question;
        let tally = self.site.app.figures.tally(db, self.heads, figure, &asked).await?;
        let of_base = Question { class: Class::BaseOnly, figure, asked, known: None, viewer, published };
        let base_only =
            reasons(self.site, db, self.heads, self.reader, &of_base).await?.first().map_or(0, |r| r.1);
        // a number opens as many rows as it says
        let counted = if self.by_unit() {
            answer_to(&self.site.app, db, self.heads, self.question)
                .await?
                .shown()
                .map_or(0, |a| a.answer().counted)
        } else {
            tally.counted_rows
        };
        let counts = [
            (Class::Counted, "site-tab-counted", counted),
            (Class::BaseOnly, "site-tab-base", base_only),
            (Class::LeftOut, "site-tab-left-out", tally.left_out_rows),
        ];
        let here = counts.iter().find(|(class, ..)| *class == self.question.class).map_or(0, |c| c.2);
        let tabs = counts
            .into_iter()
            .filter(|(class, ..)| *class != Class::BaseOnly || figure.shape == Shape::Share);
        let links = tabs.map(|(class, words, n)| Link {
            words: self.with(words, &[("n", n.into())].into()),
            href: self.to_rows(&[("class", class_word(class))]),
            current: class == self.question.class,
        });
        Ok((links.collect(), here))
    }

    /// Links to the two views of the counted rows: each unit once, or every row that made one count. Empty if both are the same.
    async fn views(&self, db: &impl ConnectionTrait) -> Result<Vec<Link>> {
        let Question { figure, asked, .. } = *self.question;
        if !self.question.counts_records(self.site) || self.question.class != Class::Counted {
            return Ok(vec![]);
        }
        let tally = self.site.app.figures.tally(db, self.heads, figure, &asked).await?;
        let units = answer_to(&self.site.app, db, self.heads, self.question).await?;
        let units = units.shown().map_or(0, |answer| answer.answer().counted);
        let view = |key: &str, n: i64, more: &[(&str, &str)], current: bool| Link {
            words: self.with(key, &[("n", n.into())].into()),
            href: self.to_rows(more),
            current,
        };
        Ok(vec![
            view("site-view-units", units, &[], self.by_unit()),
            view("site-view-rows", tally.counted_rows, &[("view", "rows")], !self.by_unit()),
        ])
    }

    /// The address of the rows on this page with these parameters.
    pub(super) fn to_rows(&self, more: &[(&str, &str)]) -> String {
        format!("{}#rows", self.reader.to(&self.address(more)))
    }

    /// The number of each group of rows, with the name of the group.
    async fn grouped(&self, db: &impl ConnectionTrait, money: bool) -> Result<Vec<(String, String)>> {
        let (column, found) = groups(self.site, db, self.heads, self.question).await?;
        let found =
            named(self.site, db, self.reader, self.question, &column, found.shown().unwrap_or_default())
                .await?;
        let counted = found.into_iter().filter(|g| g.shown.answer.answer().counted > 0);
        let numbers = counted.map(|NamedGroup { name, shown: g, .. }| {
            let number = match g.answer.whole() {
                Some(answer) if !money => answer.counted_in(&self.reader.locale),
                _ => worded(self.reader, self.question.figure, Gated::Shown(g.answer)).whole(),
            };
            (number, name)
        });
        Ok(numbers.collect())
    }

    /// One page of rows. The parts follow one after the other.
    async fn listed(&self, db: &impl ConnectionTrait, all: i64) -> Result<(Table, Pager)> {
        let parts = self.question.parts();
        let (mut number, mut after) = place(self.asks)?;
        if !parts.iter().any(|(n, _)| *n == number) {
            number = parts[0].0;
        }
        let mut found = vec![];
        let (mut part, first) = (parts[0].1, number);
        for (n, p) in parts.iter().filter(|(n, _)| *n >= first) {
            let asked =
                RowsAsked { part: *n, class: self.question.class, after: after.take(), limit: ROWS + 1 };
            found = evidence(
                db,
                self.question.figure,
                &self.question.asked,
                &self.site.app.figures.catalog,
                asked,
            )
            .await?;
            (number, part) = (*n, p);
            if !found.is_empty() {
                break;
            }
        }
        let more = found.len() > ROWS as usize;
        found.truncate(ROWS as usize);
        let next = match (more, found.last()) {
            (true, Some(last)) => Some(format!("{number}.{}.{}", last.sort, last.row)),
            _ => parts.iter().find(|(n, _)| *n > number).map(|(n, _)| format!("{n}.0.0")),
        };
        let lines = lines(
            &self.site.app,
            db,
            part,
            &self.question.asked,
            &found,
            self.reader.audience,
            &self.reader.locale,
        )
        .await?;
        let mut asks = vec![("class", class_word(self.question.class))];
        asks.extend(self.question.counts_records(self.site).then_some(("view", "rows")));
        let shown = if lines.is_empty() {
            String::new()
        } else {
            self.with("site-rows-of", &[("n", all.into())].into())
        };
        let first = self.asks.after.as_ref().map(|_| self.to_rows(&asks));
        let next = next.map(|next| self.to_rows(&[asks.as_slice(), &[("after", &next)]].concat()));
        Ok((self.table(&part.listing, &lines), pager(self.reader, shown, first, next)))
    }

    /// The rows as a table, without the columns that are empty in all of them. Rows left out have a column with the reason.
    fn table(&self, listing: &str, lines: &[WordedRow]) -> Table {
        let used: Vec<usize> = lines
            .first()
            .map(|l| {
                (0..l.fields.len())
                    .filter(|n| lines.iter().any(|line| !line.fields[*n].text.is_empty()))
                    .collect()
            })
            .unwrap_or_default();
        let mut columns: Vec<Column> = used
            .iter()
            .map(|n| Column {
                label: listed_column_words(listing, &lines[0].fields[*n].column, &self.reader.locale),
                numeric: false,
            })
            .collect();
        let with_reason = self.question.class == Class::LeftOut;
        if with_reason {
            columns.push(Column { label: self.say("site-reason"), numeric: false });
        }
        let rows = lines.iter().map(|line| {
            let mut cells: Vec<Cell> = used.iter().map(|n| cell(self.reader, &line.fields[*n])).collect();
            if with_reason {
                cells.push(Cell::text(line.reason.clone().unwrap_or_default()));
            }
            cells
        });
        Table {
            caption: self.say("site-rows"),
            columns,
            rows: rows.collect(),
            empty: self.say("site-no-rows"),
        }
    }
}

/// Reads the position `part.sort.row` of the last row of the page before.
fn place(asks: &FigureAsks) -> Result<(usize, Option<RowCursor>)> {
    let Some(text) = asks.after.as_deref().filter(|t| !t.is_empty()) else { return Ok((usize::MAX, None)) };
    let numbers: Vec<i64> = text
        .split('.')
        .map(str::parse)
        .collect::<std::result::Result<_, _>>()
        .map_err(|_| Error::refused("site-error-request"))?;
    match numbers[..] {
        [part, sort, row] if (0..100).contains(&part) => Ok((part as usize, Some(RowCursor { sort, row }))),
        _ => Err(Error::refused("site-error-request")),
    }
}
