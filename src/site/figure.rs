//! The page of one figure: its number, rule, breakdown, years and rows.

use decapolis_base::{Day, Period};
use decapolis_core::errors::{Error, Result};
use decapolis_core::figures::{Access, Answer, Asked, Class, Place, RowsAsked, Shape, evidence};
use decapolis_core::journal::Heads;
use decapolis_core::words::{Arg, Args};
use decapolis_drawing::{Column as YearColumn, Columns, Drawing, Sign, Strip};
use maud::Markup;
use sea_orm::ConnectionTrait;

use super::Asks;
use super::context::{Reader, Site};
use super::html::components::{Choice, Choosable, Entry, Field, Form, Link};
use super::html::figure::{Breakdown, FigurePage, Rows, RowsShown, Years, page};
use super::html::table::{Cell, Column, Pager, Table};
use super::rows::{Question, groups, named, reasons, worded};
use super::shell;
use super::year::{class_word, number_words};
use crate::evidence::{Field as RowField, lines};

/// Rows on a page.
const ROWS: u64 = 50;

pub async fn show(site: &Site, reader: &Reader<'_>, key: &str, asks: &Asks) -> Result<Markup> {
    let db = site.app.db.snapshot().await?;
    let question = Question::read(site, &db, key, asks).await?;
    if let Some(by) = asks.by.as_deref().filter(|b| !b.is_empty())
        && !question.figure.breakdowns.iter().any(|b| b == by)
    {
        return Err(Error::refused("site-error-breakdown"));
    }
    let heads = site.app.heads(&db).await?;
    let view = View { site, reader, question: &question, asks, heads: &heads };
    let shown = view.page(&db).await?;
    db.commit().await?;
    let title = view.say(&format!("figure-{}.title", question.figure.key));
    let mut shell = shell::shell(site, reader, &title, &view.address(&[]), None);
    shell.description = shown.rule.clone();
    Ok(page(&shell, &shown))
}

struct View<'a> {
    site: &'a Site,
    reader: &'a Reader<'a>,
    question: &'a Question<'a>,
    asks: &'a Asks,
    heads: &'a Heads,
}

impl View<'_> {
    fn say(&self, key: &str) -> String {
        self.reader.tongue.say(key)
    }

    fn with(&self, key: &str, args: &Args) -> String {
        self.reader.tongue.with(key, args)
    }

    fn day(&self, day: Day) -> String {
        self.reader.tongue.numerals.day(day)
    }

    /// The path of this page with what is asked, without the language.
    fn address(&self, more: &[(&str, &str)]) -> String {
        let mut path = format!("/figures/{}?at={}", self.question.figure.key, self.question.asked.to);
        if let Some(known) = &self.question.known {
            path.push_str(&format!("&known={known}"));
        }
        for (name, value) in more {
            path.push_str(&format!("&{name}={value}"));
        }
        path
    }

    async fn number(&self, db: &impl ConnectionTrait, asked: &Asked) -> Result<Answer> {
        self.site.app.figures.number(db, self.heads, self.question.figure, asked).await
    }

    async fn page(&self, db: &impl ConnectionTrait) -> Result<FigurePage> {
        let figure = self.question.figure;
        let answer = self.number(db, &self.question.asked).await?;
        let shown = worded(self.reader, figure, answer);
        let mut signs = vec![if figure.of_a_period() { Sign::DuringTheYear } else { Sign::OnTheDay }];
        if shown.prefix.is_some() {
            signs.push(Sign::AtLeast);
        }
        let asked = &self.question.asked;
        let days = self.days(&shown.whole(), answer);
        let about = vec![
            if figure.of_a_period() {
                self.with("site-between", &[("from", self.day(asked.from).into()), ("to", self.day(asked.to).into())].into())
            } else {
                self.with("site-on-day", &[("at", self.day(asked.to).into())].into())
            },
            match &self.question.known {
                Some(known) => {
                    self.with("site-known-on", &[("day", known.parse().map_or_else(|_| known.clone(), |d| self.day(d)).into())].into())
                }
                None => self.say("site-known-today"),
            },
            self.with("site-counts-units", &[("unit", self.say(&format!("figure-{}.unit", figure.key)).into())].into()),
            self.with("site-rule-version", &[("version", i64::from(figure.version).into())].into()),
        ];
        let noun = self.with(&format!("figure-{}", figure.key), &[("n", answer.counted.into())].into());
        let verb = self.say(&format!("figure-{}.verb", figure.key));
        Ok(FigurePage {
            shown: (!shown.empty).then(|| shown.number.clone()),
            prefix: shown.prefix.clone(),
            sentence: if verb.is_empty() { noun } else { format!("{noun} {verb}") },
            rule: match shown.empty {
                true => format!("{} {}", self.say("page-no-data"), self.say(&format!("figure-{}.rule", figure.key))),
                false => format!(
                    "{} {}",
                    self.with(&format!("figure-{}.sentence", figure.key), &days.into()),
                    self.say(&format!("figure-{}.rule", figure.key))
                ),
            },
            code: figure.code.clone(),
            signs,
            about,
            ribbon: None,
            links: vec![self.file("page-csv", "csv"), self.file("page-json", "json")],
            drawing: (figure.shape == Shape::Share
                && (1..=400).contains(&answer.base)
                && !matches!(figure.measure, decapolis_core::figures::Measure::Sum(_)))
            .then(|| {
                Drawing::Strip(Strip {
                    title: self.with("drawing-strip", &[("counted", answer.counted.into()), ("base", answer.base.into())].into()),
                    filled: answer.counted as u32,
                    unknown: 0,
                    all: answer.base as u32,
                    in_a_row: 47,
                })
            }),
            form: self.form(),
            notice: None,
            breakdown: self.breakdown(db).await?,
            years: self.years(db).await?,
            rows: self.rows(db).await?,
            cite: Some((self.say("page-cite"), self.citation(&shown.whole(), answer))),
            words: number_words(self.reader),
        })
    }

    /// What somebody writes under a number they quote: who says it, of when, as known when, and where it opens.
    fn citation(&self, shown: &str, answer: Answer) -> String {
        let figure = self.question.figure;
        let known = self.question.known.as_ref().and_then(|k| k.parse().ok()).unwrap_or_else(|| self.site.app.settings.today());
        let sentence = self.with(&format!("figure-{}.sentence", figure.key), &self.days(shown, answer).into());
        let args = [
            ("network", self.site.app.settings.name.words(self.reader.lang()).into()),
            ("title", self.say(&format!("figure-{}.title", figure.key)).into()),
            ("sentence", sentence.into()),
            ("known", self.day(known).into()),
            ("address", format!("/n/{}", figure.code).into()),
        ];
        self.with("page-cite-text", &args.into())
    }

    /// What the sentences of a figure speak of.
    fn days(&self, shown: &str, answer: Answer) -> [(&'static str, Arg); 7] {
        let asked = &self.question.asked;
        let number = |n| self.reader.tongue.number(n).into();
        [
            ("at", self.day(asked.to).into()),
            ("from", self.day(asked.from).into()),
            ("to", self.day(asked.to).into()),
            ("shown", shown.into()),
            ("counted", number(answer.counted)),
            ("base", number(answer.base)),
            ("n", answer.counted.into()),
        ]
    }

    fn file(&self, words: &str, ending: &str) -> Link {
        let class = class_word(self.question.class);
        let path = self.address(&[("class", class)]).replacen('?', &format!(".{ending}?"), 1);
        Link::new(self.say(words), self.reader.to(&path))
    }

    fn form(&self) -> Form {
        let entry = |label: &str, name: &str, value: String, hint: Option<String>| {
            Field::Entry(Entry { label: self.say(label), name: name.into(), value, kind: "date", hint, error: None })
        };
        let mut fields = vec![
            entry("site-at", "at", self.question.asked.to.to_string(), None),
            entry("site-known", "known", self.question.known.clone().unwrap_or_default(), None),
        ];
        if !self.question.figure.breakdowns.is_empty() {
            let options = self.question.figure.breakdowns.iter().map(|b| Choosable {
                value: b.clone(),
                words: self.say(&format!("site-by-{}", b.replace('_', "-"))),
                chosen: self.by() == Some(b),
            });
            fields.push(Field::Choice(Choice { label: self.say("site-breakdown"), name: "by".into(), options: options.collect() }));
        }
        Form {
            label: self.say("site-ask"),
            action: self.reader.to(&format!("/figures/{}", self.question.figure.key)),
            fields,
            button: self.say("site-calculate"),
        }
    }

    /// The breakdown that is shown: what was asked, or the figure's first.
    fn by(&self) -> Option<&str> {
        self.asks.by.as_deref().filter(|b| !b.is_empty()).or(self.question.figure.breakdowns.first().map(String::as_str))
    }

    async fn breakdown(&self, db: &impl ConnectionTrait) -> Result<Option<Breakdown>> {
        let Some(by) = self.by() else { return Ok(None) };
        let figure = self.question.figure;
        let found = self.site.app.figures.by(db, self.heads, figure, &self.question.asked, by).await?;
        let mut rows = named(self.site, db, self.reader, self.question, by, found).await?;
        if rows.is_empty() {
            return Ok(None);
        }
        rows.sort_by_key(|(_, g)| std::cmp::Reverse(if figure.shape == Shape::Share { g.answer.base } else { g.answer.counted }));
        let heading = self.say(&format!("site-by-{}.heading", by.replace('_', "-")));
        let share = figure.shape == Shape::Share;
        let money = matches!(figure.measure, decapolis_core::figures::Measure::Sum(_)) && share;
        let most = rows.iter().map(|(_, g)| g.answer.counted).max().unwrap_or(0) as f64;
        let n = |n: i64| self.reader.tongue.number(n);
        let cells = rows.iter().take(200).map(|(name, g)| {
            let bar = |amount: f64, most: f64| Cell { bar: Some((amount, most)), ..Cell::default() };
            let value = g.answer.value(figure).unwrap_or(0.0);
            match (share, money) {
                // amounts are not public: each group's part of the whole is
                (true, true) => vec![Cell::text(name), Cell::text(worded(self.reader, figure, g.answer).whole()), bar(value, 100.0)],
                (true, false) => vec![
                    Cell::text(name),
                    Cell::text(self.with("page-of", &[("counted", g.answer.counted.into()), ("base", g.answer.base.into())].into())),
                    Cell::text(worded(self.reader, figure, g.answer).whole()),
                    bar(value, 100.0),
                ],
                (false, _) => vec![Cell::text(name), Cell::text(n(g.answer.counted)), bar(g.answer.counted as f64, most)],
            }
        });
        let column = |label: String, numeric| Column { label, numeric };
        let unit = self.say(&format!("figure-{}.unit", figure.key));
        let mut columns = vec![column(heading.clone(), false)];
        match (share, money) {
            (true, false) => columns.extend([column(unit, true), column(self.say("word-share"), true)]),
            (true, true) => columns.push(column(self.say("word-share"), true)),
            (false, _) => columns.push(column(unit, true)),
        }
        columns.push(Column::default());
        let answer = self.number(db, &self.question.asked).await?;
        let sum: i64 = rows.iter().map(|(_, g)| g.answer.counted).sum();
        let note = (sum != answer.counted).then(|| self.say("site-groups-overlap"));
        Ok(Some(Breakdown {
            table: Table { caption: heading.clone(), columns, rows: cells.collect(), empty: String::new() },
            heading,
            note,
        }))
    }

    async fn years(&self, db: &impl ConnectionTrait) -> Result<Option<Years>> {
        let figure = self.question.figure;
        let (first, last) = self.site.app.settings.years;
        if first == last {
            return Ok(None);
        }
        let today = self.site.app.settings.today();
        let mut columns = vec![];
        for year in first..=last {
            let to = Day::last_of_year(year).min(today.max(Day::first_of_year(year)));
            let answer = self.number(db, &Asked { from: Period::year(year).from, to, known: self.question.asked.known }).await?;
            let shown = worded(self.reader, figure, answer);
            columns.push(YearColumn {
                label: year.to_string(),
                shown: shown.number,
                amount: answer.value(figure),
                highlighted: year == self.question.asked.to.year(),
            });
        }
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
            columns: vec![Column { label: self.say("word-year"), numeric: false }, Column { label: self.say("word-value"), numeric: true }],
            rows: columns
                .iter()
                .map(|c| {
                    vec![
                        Cell::link(&c.label, self.reader.to(&format!("/figures/{}?at={}-12-31", figure.key, c.label))),
                        Cell::text(&c.shown),
                    ]
                })
                .collect(),
            empty: String::new(),
        };
        Ok(Some(Years { heading, chart: Columns { title, columns }, as_table: self.say("site-as-table"), table, note: None }))
    }

    async fn rows(&self, db: &impl ConnectionTrait) -> Result<Rows> {
        let figure = self.question.figure;
        let tally = self.site.app.figures.tally(db, self.heads, figure, &self.question.asked).await?;
        let base_only =
            reasons(self.site, db, self.reader, &Question { class: Class::BaseOnly, figure, asked: self.question.asked, known: None })
                .await?
                .first()
                .map_or(0, |r| r.1);
        let counts = [
            (Class::Counted, "site-tab-counted", tally.counted_rows),
            (Class::BaseOnly, "site-tab-base", base_only),
            (Class::LeftOut, "site-tab-left-out", tally.left_out_rows),
        ];
        let parts =
            counts.iter().filter(|(class, ..)| *class != Class::BaseOnly || figure.shape == Shape::Share).map(|(class, words, n)| Link {
                words: self.with(words, &[("n", (*n).into())].into()),
                href: format!("{}#rows", self.reader.to(&self.address(&[("class", class_word(*class))]))),
                current: *class == self.question.class,
            });
        let here = counts.iter().find(|(class, ..)| *class == self.question.class).map_or(0, |c| c.2);
        let mut rows = Rows { heading: self.say("site-rows"), label: self.say("site-parts"), parts: parts.collect(), ..Rows::default() };
        let download = |n: i64| Some(Link { words: self.with("site-download", &[("n", n.into())].into()), ..self.file("page-csv", "csv") });
        match self.question.access(self.reader) {
            Access::List => {
                let (table, pager) = self.listed(db, here).await?;
                rows.shown = RowsShown::Each(table);
                rows.pager = pager;
                rows.download = (here > 0).then(|| download(here)).flatten();
            }
            Access::Grouped => {
                let (column, found) = groups(self.site, db, self.question).await?;
                let found = named(self.site, db, self.reader, self.question, &column, found).await?;
                let money = matches!(figure.measure, decapolis_core::figures::Measure::Sum(_));
                rows.note = Some(self.with(if money { "site-hidden-amounts" } else { "site-hidden-people" }, &[("n", here.into())].into()));
                rows.shown = RowsShown::Reasons(
                    found
                        .into_iter()
                        .filter(|(_, g)| g.answer.counted > 0)
                        .map(|(name, g)| {
                            (
                                if money {
                                    worded(self.reader, figure, g.answer).whole()
                                } else {
                                    self.reader.tongue.number(g.answer.counted)
                                },
                                name,
                            )
                        })
                        .collect(),
                );
            }
            Access::Number => {
                let words = if self.question.class == Class::LeftOut { "site-hidden-left-out" } else { "site-hidden-base" };
                rows.note = (here > 0).then(|| self.with(words, &[("n", here.into())].into()));
                let all = reasons(self.site, db, self.reader, self.question).await?;
                rows.shown = RowsShown::Reasons(
                    all.into_iter().filter(|(_, n)| *n > 0).map(|(reason, n)| (self.reader.tongue.number(n), reason)).collect(),
                );
                if here == 0 {
                    rows.shown = RowsShown::Each(Table { empty: self.say("site-no-rows"), ..Table::default() });
                }
            }
        }
        Ok(rows)
    }

    /// One page of rows of one part; the parts follow each other.
    async fn listed(&self, db: &impl ConnectionTrait, all: i64) -> Result<(Table, Pager)> {
        let parts = self.question.parts();
        let (mut number, mut after) = place(self.asks)?;
        if !parts.iter().any(|(n, _)| *n == number) {
            number = parts[0].0;
        }
        let mut found = vec![];
        let (mut part, first) = (parts[0].1, number);
        for (n, p) in parts.iter().filter(|(n, _)| *n >= first) {
            found = evidence(
                db,
                self.question.figure,
                &self.question.asked,
                &self.site.app.figures.catalog,
                RowsAsked { part: *n, class: self.question.class, after: after.take(), limit: ROWS + 1 },
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
        let lines = lines(&self.site.app, db, part, &self.question.asked, &found, self.reader.actor, &self.reader.tongue).await?;
        let used: Vec<usize> = lines
            .first()
            .map(|l| (0..l.fields.len()).filter(|n| lines.iter().any(|line| !line.fields[*n].text.is_empty())).collect())
            .unwrap_or_default();
        let mut columns: Vec<Column> =
            used.iter().map(|n| Column { label: column_words(self.reader, &lines[0].fields[*n].column), numeric: false }).collect();
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
        let table = Table { caption: self.say("site-rows"), columns, rows: rows.collect(), empty: self.say("site-no-rows") };
        let to = |after: &str| {
            self.reader.to(&format!("{}#rows", self.address(&[("class", class_word(self.question.class)), ("after", after)])))
        };
        let pager = Pager {
            label: self.say("site-pages"),
            shown: if lines.is_empty() { String::new() } else { self.with("site-rows-of", &[("n", all.into())].into()) },
            first: self.asks.after.as_ref().map(|_| {
                Link::new(
                    self.say("site-first-page"),
                    self.reader.to(&format!("{}#rows", self.address(&[("class", class_word(self.question.class))]))),
                )
            }),
            next: next.map(|n| Link::new(self.say("site-next-page"), to(&n))),
        };
        Ok((table, pager))
    }
}

/// `part.sort.row` of the last row of the page before.
fn place(asks: &Asks) -> Result<(usize, Option<Place>)> {
    let Some(text) = asks.after.as_deref().filter(|t| !t.is_empty()) else { return Ok((usize::MAX, None)) };
    let numbers: Vec<i64> =
        text.split('.').map(str::parse).collect::<std::result::Result<_, _>>().map_err(|_| Error::refused("site-error-request"))?;
    match numbers[..] {
        [part, sort, row] if (0..100).contains(&part) => Ok((part as usize, Some(Place { sort, row }))),
        _ => Err(Error::refused("site-error-request")),
    }
}

/// The words of a listing's column.
pub fn column_words(reader: &Reader<'_>, column: &str) -> String {
    reader.tongue.say(&format!("column-{}", column.replace('_', "-")))
}

/// A field of a row as a cell: a link where it names a record the reader may open, and its mark.
pub fn cell(reader: &Reader<'_>, field: &RowField) -> Cell {
    Cell {
        text: field.text.clone(),
        href: field.record.as_ref().map(|(kind, code)| reader.to(&format!("/{kind}/{code}"))),
        tag: field.illustrative.then(|| reader.tongue.say("illustrative")),
        bar: None,
    }
}
