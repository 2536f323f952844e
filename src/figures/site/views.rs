//! The breakdown of a figure, and its values over the years.

use decapolis_base::Day;
use decapolis_drawing::{Columns, YearColumn};
use decapolis_figures::{AnswerShown, Asked, Figure, Gated, GroupShown, Shape};
use decapolis_register::name_order;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;

use super::figure_address::FigureAddress;
use super::page::{View, by_words};
use crate::figures::question::{NamedGroup, groups_for, named, worded};
use crate::figures::site::html::{Breakdown, YearsTable};
use crate::page::data::last_written;
use crate::records::worded::listed_column_words;
use crate::web::address::encoded;
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
        rows.sort_by_cached_key(|g| {
            (std::cmp::Reverse(size(figure, &g.shown)), name_order::key(self.reader.lang(), &g.name))
        });
        let heading = by_words(self.reader, by, ".heading");
        let share = figure.shape == Shape::Share;
        let money = rows.iter().any(|g| g.shown.answer.is_only_share());
        let most = rows.iter().map(|g| g.shown.answer.answer().counted).max().unwrap_or(0) as f64;
        let cells = rows.iter().take(200).map(|NamedGroup { name, is, shown: g }| {
            let name = self.group_cell(by, name, is.as_deref());
            let bar = |amount: f64, most: f64| Cell { bar: Some((amount, most)), ..Cell::default() };
            let (answer, shown) =
                (g.answer.answer(), worded(self.reader, figure, Gated::Shown(g.answer)).in_a_table());
            let value = answer.value(figure).unwrap_or(0.0);
            match (share, money) {
                // amounts are not public, but each group's share of the total is
                (true, true) => vec![name, Cell::text(shown), bar(value, 100.0)],
                (true, false) => vec![
                    name,
                    Cell::text(answer.fraction(&self.reader.locale)),
                    Cell::text(shown),
                    bar(value, 100.0),
                ],
                (false, _) => {
                    let counted = Cell::text(answer.counted_in(&self.reader.locale));
                    vec![name, counted, bar(answer.counted as f64, most)]
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
        let sum: i64 = rows.iter().map(|g| g.shown.answer.answer().counted).sum();
        let note = answer.filter(|answer| sum != answer.counted).map(|_| self.say("site-groups-overlap"));
        Ok(Some(Breakdown {
            table: Table { caption: heading.clone(), columns, rows: cells.collect(), empty: String::new() },
            heading,
            note,
        }))
    }

    /// The name of a group, with a link to its rows.
    fn group_cell(&self, by: &str, name: &str, is: Option<&str>) -> Cell {
        match is.filter(|_| self.sought.only.is_none()) {
            Some(is) => {
                let rows = self.address(&[("only", &format!("{by}/{}", encoded(is)))]);
                Cell::link(name, format!("{}#rows", self.reader.to(&rows)))
            }
            None => Cell::text(name),
        }
    }

    pub(crate) async fn years(&self, db: &impl ConnectionTrait) -> Result<Option<YearsTable>> {
        let (first, last) = self.site.app.settings.years;
        if first == last {
            return Ok(None);
        }
        let starts = self.site.app.settings.year_starts;
        let columns = self.in_years(db, first, last).await?;
        let ends = (first..=last).map(|year| starts.last_day(year));
        let known: Vec<&YearColumn> = columns.iter().filter(|c| c.amount.is_some()).collect();
        let [first, .., last] = known[..] else { return Ok(None) };
        let last_label = last.label.clone();
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
                    vec![Cell::link(&c.label, self.reader.to(&self.address_until(end))), Cell::text(&c.shown)]
                })
                .collect(),
            empty: String::new(),
        };
        Ok(Some(YearsTable {
            heading,
            chart: Columns { title, columns },
            as_table: self.say("site-as-table"),
            table,
            note: self.written_until(&last_label),
        }))
    }

    /// That the last year of the chart has only what was written by some day, if that is much earlier than its end.
    fn written_until(&self, year: &str) -> Option<String> {
        let settings = &self.site.app.settings;
        let (starts, last) = (settings.year_starts, settings.years.1);
        if starts.words(last) != year {
            return None;
        }
        let end = starts.year_until(last, self.sought.state.day().unwrap_or_else(|| settings.today())).to;
        let written = last_written(self.heads, end);
        let day = written.or_else(|| (end < starts.last_day(last)).then_some(end));
        let args = |day| [("year", year.into()), ("day", self.day(day).into())].into();
        day.map(|day| self.with("site-year-until", &args(day)))
    }

    /// The path of this page for the year that ends on another day, in the same state of the register.
    fn address_until(&self, end: Day) -> String {
        FigureAddress { at: end, from: None, ..self.addressed() }.path(&[])
    }

    /// The number in each of these years: a year that is not over ends on the day of this state of the register.
    async fn in_years(&self, db: &impl ConnectionTrait, first: i64, last: i64) -> Result<Vec<YearColumn>> {
        let figure = self.question.figure;
        let starts = self.site.app.settings.year_starts;
        let known = self.sought.state.day().unwrap_or_else(|| self.site.app.settings.today());
        let mut columns = vec![];
        // a year that began after the day of this state is not drawn
        for year in (first..=last).filter(|year| starts.first_day(*year) <= known) {
            let period = starts.year_until(year, known);
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
