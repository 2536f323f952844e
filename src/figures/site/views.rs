//! The breakdown of a figure, and its values over the years.

use decapolis_drawing::{Columns, YearColumn};
use decapolis_figures::{AnswerShown, Asked, Figure, Gated, GroupShown, Shape};
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;

use super::page::{View, by_words};
use crate::figures::question::{groups_for, named, worded};
use crate::figures::site::html::{Breakdown, YearsTable};
use crate::records::worded::listed_column_words;
use crate::web::table::{Cell, Column, Table};

impl View<'_> {
    pub(crate) async fn breakdown(&self, db: &impl ConnectionTrait) -> Result<Option<Breakdown>> {
        let Some(by) = self.by() else { return Ok(None) };
        let figure = self.question.figure;
        // if nothing is shown, the reason is given at the number
        let Gated::Shown(found) = groups_for(self.site, db, self.heads, self.question, by).await? else {
            return Ok(None);
        };
        let mut rows = named(self.site, db, self.reader, self.question, by, found).await?;
        if rows.is_empty() {
            return Ok(None);
        }
        rows.sort_by_key(|(_, g)| std::cmp::Reverse(size(figure, g)));
        let heading = by_words(self.reader, by, ".heading");
        let share = figure.shape == Shape::Share;
        let money = rows.iter().any(|(_, g)| g.answer.is_only_share());
        let most = rows.iter().map(|(_, g)| g.answer.answer().counted).max().unwrap_or(0) as f64;
        let n = |n: i64| self.reader.locale.number(n);
        let cells = rows.iter().take(200).map(|(name, g)| {
            let bar = |amount: f64, most: f64| Cell { bar: Some((amount, most)), ..Cell::default() };
            let (answer, shown) =
                (g.answer.answer(), worded(self.reader, figure, Gated::Shown(g.answer)).whole());
            let value = answer.value(figure).unwrap_or(0.0);
            match (share, money) {
                // amounts are not public, but each group's share of the total is
                (true, true) => vec![Cell::text(name), Cell::text(shown), bar(value, 100.0)],
                (true, false) => vec![
                    Cell::text(name),
                    Cell::text(self.with(
                        "page-of",
                        &[("counted", answer.counted.into()), ("base", answer.base.into())].into(),
                    )),
                    Cell::text(shown),
                    bar(value, 100.0),
                ],
                (false, _) => {
                    vec![Cell::text(name), Cell::text(n(answer.counted)), bar(answer.counted as f64, most)]
                }
            }
        });
        let column = |label: String, numeric| Column { label, numeric };
        let unit = self.say(&format!("figure-{}.unit", figure.key));
        let mut columns =
            vec![column(listed_column_words(&figure.main()[0].listing, by, &self.reader.locale), false)];
        match (share, money) {
            (true, false) => columns.extend([column(unit, true), column(self.say("word-share"), true)]),
            (true, true) => columns.push(column(self.say("word-share"), true)),
            (false, _) => columns.push(column(unit, true)),
        }
        columns.push(Column::default());
        let answer = self.number(db, &self.question.asked).await?.shown().and_then(AnswerShown::whole);
        let sum: i64 = rows.iter().map(|(_, g)| g.answer.answer().counted).sum();
        let note = answer.filter(|answer| sum != answer.counted).map(|_| self.say("site-groups-overlap"));
        Ok(Some(Breakdown {
            table: Table { caption: heading.clone(), columns, rows: cells.collect(), empty: String::new() },
            heading,
            note,
        }))
    }

    pub(crate) async fn years(&self, db: &impl ConnectionTrait) -> Result<Option<YearsTable>> {
        let figure = self.question.figure;
        let (first, last) = self.site.app.settings.years;
        if first == last {
            return Ok(None);
        }
        let starts = self.site.app.settings.year_starts;
        let columns = self.in_years(db, first, last).await?;
        let ends = (first..=last).map(|year| starts.last_day(year));
        let known: Vec<&YearColumn> = columns.iter().filter(|c| c.amount.is_some()).collect();
        let [first, .., last] = known[..] else { return Ok(None) };
        let title = self.with(
            "drawing-per-year",
            &[
                ("first", first.shown.clone().into()),
                ("first_year", first.label.clone().into()),
                ("last", last.shown.clone().into()),
                ("last_year", last.label.clone().into()),
            ]
            .into(),
        );
        let heading = self.say("site-per-year");
        let table = Table {
            caption: heading.clone(),
            columns: vec![
                Column { label: self.say("word-year"), numeric: false },
                Column { label: self.say("word-value"), numeric: true },
            ],
            rows: columns
                .iter()
                .zip(ends)
                .map(|(c, end)| {
                    vec![
                        Cell::link(&c.label, self.reader.to(&format!("/figures/{}?at={end}", figure.key))),
                        Cell::text(&c.shown),
                    ]
                })
                .collect(),
            empty: String::new(),
        };
        Ok(Some(YearsTable {
            heading,
            chart: Columns { title, columns },
            as_table: self.say("site-as-table"),
            table,
            note: None,
        }))
    }
    /// The number in each of these years: a year that is not over ends today.
    async fn in_years(&self, db: &impl ConnectionTrait, first: i64, last: i64) -> Result<Vec<YearColumn>> {
        let (figure, today) = (self.question.figure, self.site.app.settings.today());
        let starts = self.site.app.settings.year_starts;
        let mut columns = vec![];
        for year in first..=last {
            let period = starts.year_until(year, today);
            let answer = self.number(db, &Asked::period(period, self.question.asked.known)).await?;
            columns.push(YearColumn {
                label: starts.words(year),
                shown: worded(self.reader, figure, answer).number,
                amount: answer.shown().and_then(|a| a.answer().value(figure)),
                highlighted: year == starts.year_of(self.question.asked.to),
            });
        }
        Ok(columns)
    }
}

/// How large a group is: groups of a share by their base.
fn size(figure: &Figure, group: &GroupShown) -> i64 {
    match figure.shape {
        Shape::Share if group.answer.is_only_share() => group.of_all.counted,
        Shape::Share => group.answer.answer().base,
        Shape::Total => group.answer.answer().counted,
    }
}
