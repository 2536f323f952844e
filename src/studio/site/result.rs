//! The number of a draft, and the rows it comes from.

use decapolis_figures::{
    Access, Answer, AnswerShown, Class, Figure, Gated, GroupShown, Measure, Reason, RowsAsked, Shape,
    evidence,
};
use decapolis_register::journal::Heads;
use decapolis_register::name_order;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;

use super::bench::Bench;
use super::html::{RowsOfClass, StudioResult};
use crate::figures::evidence::{WordedRow, lines};
use crate::figures::question::{Question, answer_for, groups, groups_for, named, reasons, worded};
use crate::records::worded::cell;
use crate::records::worded::listed_column_words;
use crate::studio::address;
use crate::studio::offered::names;
use crate::studio::sentence::{sentence, units};
use crate::studio::settle::DraftError;
use crate::web::components::Link;
use crate::web::table::{Cell, Column, Table};

/// The rows shown of each class.
const ROWS: usize = 8;
/// The columns shown of a row.
const COLUMNS: usize = 4;
/// The groups shown of a breakdown.
const GROUPS: usize = 40;

impl Bench<'_> {
    pub(crate) async fn result(&self, db: &impl ConnectionTrait) -> Result<StudioResult> {
        let mut shown = StudioResult {
            heading: self.say("studio-result"),
            address: self.reader.to(&format!("/studio?{}", address::query(&self.draft))),
            ..StudioResult::default()
        };
        let figure = match &self.figure {
            Ok(figure) => figure,
            Err(faults) => {
                shown.wanting_heading = self.say("studio-wanting");
                shown.wanting = faults.iter().map(|fault| self.wanting(fault)).collect();
                return Ok(shown);
            }
        };
        let locale = &self.reader.locale;
        // answers are cached by key and version, so the rule itself is used as the key
        let tried = self.tried(figure);
        let heads = self.site.app.heads(db).await?;
        let catalog = &self.site.app.figures.catalog;
        shown.sentence = sentence(
            &tried,
            catalog,
            &names(db, &tried, catalog, self.reader.audience, self.reader.lang()).await?,
            locale,
        );
        if let Some(reason) = self.withheld(&tried) {
            shown.shown = decapolis_words::NOTHING.to_string();
            shown.about = self.say(reason.key());
            return Ok(shown);
        }
        self.counted(db, &heads, &tried, &mut shown).await?;
        shown.save = Some(Link::new(
            self.say("studio-save"),
            self.reader.to(&format!("/studio/figures?{}", address::query(&self.draft))),
        ));
        shown.file = Some((self.say("studio-file"), figure.text()));
        Ok(shown)
    }

    /// Adds the number of a rule, its breakdowns, its rows and its years.
    async fn counted(
        &self,
        db: &impl ConnectionTrait,
        heads: &Heads,
        tried: &Figure,
        shown: &mut StudioResult,
    ) -> Result<()> {
        let locale = &self.reader.locale;
        let answer =
            answer_for(&self.site.app, db, heads, tried, &self.asked, self.site.viewer(self.reader)).await?;
        let told = worded(self.reader, tried, answer);
        let whole = answer.shown().and_then(AnswerShown::whole);
        let (sums, answer) = (whole.is_some(), whole.unwrap_or_default());
        shown.prefix = told.prefix.clone();
        shown.shown = told.number;
        shown.unit = match &tried.measure {
            Measure::Units => units(&tried.unit, locale),
            Measure::Sum(column) => listed_column_words(&tried.main()[0].listing, column, locale),
        };
        shown.fraction =
            (tried.shape == Shape::Share && sums && answer.base > 0).then(|| answer.fraction(locale));
        shown.about = if sums || tried.shape == Shape::Share {
            self.days_of(tried)
        } else {
            self.say("studio-amounts-hidden")
        };
        for by in &tried.breakdowns {
            if let Some(table) = self.breakdown(db, heads, tried, by).await? {
                let heading = locale.with(
                    "studio-by-column",
                    &[("column", listed_column_words(&tried.main()[0].listing, by, locale).into())].into(),
                );
                shown.breakdowns.push((heading, table));
            }
        }
        shown.rows_heading = self.say("site-rows");
        for class in [Class::Counted, Class::BaseOnly, Class::LeftOut] {
            if class != Class::BaseOnly || tried.shape == Shape::Share {
                shown.classes.push(self.rows_of(db, heads, tried, class, answer).await?);
            }
        }
        shown.years = self.years(db, heads, tried).await?;
        Ok(())
    }

    /// The field with a fault, and what is wrong with it.
    fn wanting(&self, fault: &DraftError) -> (String, String) {
        // the first checkbox of a list gets the focus
        let ticks = fault.field.contains(".is.");
        let field = if ticks { fault.field.replacen(".is.", ".as.", 1) } else { fault.field.clone() };
        let words = self.reader.locale.message(&fault.message);
        // conditions are named by their column
        let said = match self.column_of(&fault.field) {
            Some(column) => self
                .reader
                .locale
                .with("studio-wanting-at", &[("column", column.into()), ("words", words.into())].into()),
            None => words,
        };
        (field, said)
    }

    /// The day or the period that a figure is counted for.
    fn days_of(&self, figure: &Figure) -> String {
        let locale = &self.reader.locale;
        let day = |day| locale.numerals.day(day);
        match figure.of_a_period() {
            true => locale.with(
                "site-between",
                &[("from", day(self.asked.from).into()), ("to", day(self.asked.to).into())].into(),
            ),
            false => locale.with("site-on-day", &[("at", day(self.asked.to).into())].into()),
        }
    }

    /// The label of the column that a condition's field is about.
    fn column_of(&self, field: &str) -> Option<String> {
        let (name, rest) = field.split_once('.')?;
        let column = rest.strip_prefix("is.").or(rest.strip_prefix("more."))?;
        let (_, part) = self.draft.parts().find(|(known, _)| known == name)?;
        Some(listed_column_words(&part.listing, column, &self.reader.locale))
    }

    pub(crate) fn tried(&self, figure: &Figure) -> Figure {
        Figure { key: figure.text(), ..figure.clone() }
    }

    fn question<'f>(&self, figure: &'f Figure, class: Class) -> Question<'f> {
        Question {
            figure,
            asked: self.asked,
            known: None,
            class,
            viewer: self.site.viewer(self.reader),
            published: None,
        }
    }

    /// The reason why this reader gets no answer to this rule. `None` if they do.
    pub(crate) fn withheld(&self, figure: &Figure) -> Option<Reason> {
        let catalog = &self.site.app.figures.catalog;
        let tried = catalog.may_be_tried(figure, catalog.figure(&self.draft.from), self.reader.audience);
        tried.and_then(|()| catalog.may_be_asked(figure, &self.asked, self.site.viewer(self.reader))).err()
    }

    async fn breakdown(
        &self,
        db: &impl ConnectionTrait,
        heads: &Heads,
        figure: &Figure,
        by: &str,
    ) -> Result<Option<Table>> {
        let question = self.question(figure, Class::Counted);
        let Gated::Shown(found) = groups_for(self.site, db, heads, &question, by).await? else {
            return Ok(None);
        };
        let sums = found.iter().all(|g| !g.answer.is_only_share());
        let named = named(self.site, db, self.reader, &question, by, found).await?;
        let mut rows: Vec<(String, GroupShown)> = named.into_iter().map(|g| (g.name, g.shown)).collect();
        let share = figure.shape == Shape::Share;
        let size = |g: &GroupShown| if share { g.answer.answer().base } else { g.answer.answer().counted };
        rows.sort_by_cached_key(|(name, g)| {
            let size = if sums { size(g) } else { g.of_all.counted };
            (std::cmp::Reverse(size), name_order::key(self.reader.lang(), name))
        });
        rows.retain(|(_, g)| size(g) > 0);
        if rows.is_empty() {
            return Ok(None);
        }
        let most = rows.iter().map(|(_, g)| g.answer.answer().counted).max().unwrap_or(0) as f64;
        let locale = &self.reader.locale;
        let bar = |amount: f64, most: f64| Cell { bar: Some((amount, most)), ..Cell::default() };
        let label = listed_column_words(&figure.main()[0].listing, by, locale);
        let mut columns = vec![Column { label: label.clone(), numeric: false }];
        if sums {
            columns.push(Column { label: self.say("studio-number"), numeric: true });
        }
        if share {
            columns.push(Column { label: self.say("word-share"), numeric: true });
        }
        columns.push(Column::default());
        let cells = rows.iter().take(GROUPS).map(|(name, g)| {
            let answer = g.answer.answer();
            let mut cells = vec![Cell::text(name)];
            if sums {
                cells.push(Cell::text(match share {
                    true => answer.fraction(locale),
                    false => answer.counted_in(locale),
                }));
            }
            if share {
                cells.push(Cell::text(worded(self.reader, figure, Gated::Shown(g.answer)).whole()));
                cells.push(bar(answer.value(figure).unwrap_or(0.0), 100.0));
            } else {
                cells.push(bar(answer.counted as f64, most));
            }
            cells
        });
        Ok(Some(Table { caption: label, columns, rows: cells.collect(), empty: String::new() }))
    }

    async fn rows_of(
        &self,
        db: &impl ConnectionTrait,
        heads: &Heads,
        figure: &Figure,
        class: Class,
        answer: Answer,
    ) -> Result<RowsOfClass> {
        let question = self.question(figure, class);
        let tally = self.site.app.figures.tally(db, heads, figure, &self.asked).await?;
        let why = reasons(self.site, db, heads, self.reader, &question).await?;
        let (key, words, rows) = match class {
            Class::Counted => ("counted", "site-tab-counted", tally.counted_rows),
            Class::BaseOnly => ("base", "site-tab-base", why.first().map_or(0, |r| r.1)),
            Class::LeftOut => ("left-out", "site-tab-left-out", tally.left_out_rows),
        };
        let locale = &self.reader.locale;
        let mut shown = RowsOfClass {
            key,
            summary: locale.with(words, &[("n", rows.into())].into()),
            open: class == Class::Counted,
            ..RowsOfClass::default()
        };
        if rows == 0 {
            shown.note = Some(self.say("site-no-rows"));
            return Ok(shown);
        }
        match question.access(self.site) {
            Access::List => shown.table = Some(self.listed(db, &question).await?),
            Access::Grouped => {
                let money = matches!(figure.measure, Measure::Sum(_));
                shown.note = Some(locale.with(
                    if money { "site-hidden-amounts" } else { "site-hidden-people" },
                    &[("n", rows.into())].into(),
                ));
                if !money && answer.counted > 0 {
                    shown.reasons = self.grouped(db, heads, &question).await?;
                }
            }
            Access::Number => {
                shown.note = Some(locale.with(
                    if class == Class::LeftOut { "site-hidden-left-out" } else { "site-hidden-base" },
                    &[("n", rows.into())].into(),
                ));
                shown.reasons = why
                    .into_iter()
                    .filter(|(_, n)| *n > 0)
                    .map(|(reason, n)| (locale.number(n), reason))
                    .collect();
            }
        }
        Ok(shown)
    }

    /// The number of each group of rows, with the name of the group.
    async fn grouped(
        &self,
        db: &impl ConnectionTrait,
        heads: &Heads,
        question: &Question<'_>,
    ) -> Result<Vec<(String, String)>> {
        let (column, found) = groups(self.site, db, heads, question).await?;
        let found =
            named(self.site, db, self.reader, question, &column, found.shown().unwrap_or_default()).await?;
        let counted = |g: &GroupShown| g.answer.whole().unwrap_or_default();
        let found = found.into_iter().filter(|g| counted(&g.shown).counted > 0 && !column.is_empty());
        Ok(found.map(|g| (counted(&g.shown).counted_in(&self.reader.locale), g.name)).collect())
    }

    /// The first rows, of the first part that has any.
    async fn listed(&self, db: &impl ConnectionTrait, question: &Question<'_>) -> Result<Table> {
        let mut table =
            Table { caption: self.say("site-rows"), empty: self.say("site-no-rows"), ..Table::default() };
        for (number, part) in question.parts() {
            let asked = RowsAsked { part: number, class: question.class, after: None, limit: ROWS as u64 };
            let found =
                evidence(db, question.figure, &self.asked, &self.site.app.figures.catalog, asked).await?;
            if found.is_empty() {
                continue;
            }
            let lines = lines(
                &self.site.app,
                db,
                part,
                &self.asked,
                &found,
                self.reader.audience,
                &self.reader.locale,
            )
            .await?;
            let filled = |n: &usize| lines.iter().any(|line| !line.fields[*n].text.is_empty());
            let mut used: Vec<usize> = (0..lines[0].fields.len()).filter(filled).collect();
            if used.len() > COLUMNS {
                // there is room for a few columns beside the form; the last is the day
                let day = used[used.len() - 1];
                used.truncate(COLUMNS - 1);
                used.push(day);
            }
            table.columns = used
                .iter()
                .map(|n| Column {
                    label: listed_column_words(
                        &part.listing,
                        &lines[0].fields[*n].column,
                        &self.reader.locale,
                    ),
                    numeric: false,
                })
                .collect();
            if question.class == Class::LeftOut {
                table.columns.push(Column { label: self.say("site-reason"), numeric: false });
            }
            table.rows =
                lines.iter().map(|line| self.row(line, &used, question.class == Class::LeftOut)).collect();
            break;
        }
        Ok(table)
    }

    /// The cells of a row in these columns, with the reason why it is left out if that is asked.
    fn row(&self, line: &WordedRow, used: &[usize], with_reason: bool) -> Vec<Cell> {
        let mut cells: Vec<Cell> = used.iter().map(|n| cell(self.reader, &line.fields[*n])).collect();
        // one tag for the row, even if the illustrative field is not shown
        let mark = line.fields.iter().any(|f| f.illustrative).then(|| self.say("illustrative"));
        cells.iter_mut().for_each(|c| c.tag = None);
        if let Some(first) = cells.first_mut() {
            first.tag = mark;
        }
        if with_reason {
            cells.push(Cell::text(line.reason.clone().unwrap_or_default()));
        }
        cells
    }
}
