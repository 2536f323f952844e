//! Counts the numbers of a page row by row, and compares them with what the page shows.

use decapolis_base::{Day, Period, YearStart};
use decapolis_figures::{Answer, Asked, Catalog, Figure, FigureRow, every_group, every_row};
use decapolis_register::known::Known;
use decapolis_register::records;
use decapolis_register::table::Kind;
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;

use super::Span;
use crate::page::number::{Counted, Number};
use crate::page::sheet::{Group, Sheet, Show, Step};

/// A number on a page: the figure, the period, and the columns it is broken down by.
#[derive(Clone, Debug, PartialEq)]
pub struct PageQuestion {
    pub figure: String,
    pub period: Period,
    pub by: Vec<String>,
}

/// A number with all rows it was counted from.
#[derive(Clone, Debug)]
pub struct CountedNumber {
    pub figure: Figure,
    pub period: Period,
    pub answer: Answer,
    pub rows: Vec<FigureRow>,
    pub groups: Vec<GroupCounted>,
}

/// One group of a breakdown. Its value is the value of the column, or the code of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupCounted {
    pub by: String,
    pub is: String,
    pub answer: Answer,
}

/// The period of a page.
pub fn period(sheet: &Sheet) -> Result<Period> {
    let day = |text: &str| {
        text.parse::<Day>()
            .map_err(|e| Error::Broken(format!("the period of the page of {}: {e}", sheet.year)))
    };
    Ok(Period { from: day(&sheet.from)?, to: day(&sheet.to)? })
}

/// The years of a page.
pub fn span(sheet: &Sheet) -> Result<Span> {
    let period = period(sheet)?;
    // a year has the number of the calendar year of its first day
    Ok((period.from.year(), sheet.year))
}

/// Every number of a page once, in page order.
pub fn questions(sheet: &Sheet) -> Result<Vec<PageQuestion>> {
    let whole = period(sheet)?;
    let mut all: Vec<PageQuestion> = vec![];
    let mut ask = |figure: &str, period: Period, by: Option<&str>| {
        if figure.is_empty() {
            return;
        }
        let at = all.iter().position(|q| q.figure == figure && q.period == period).unwrap_or_else(|| {
            all.push(PageQuestion { figure: figure.into(), period, by: vec![] });
            all.len() - 1
        });
        if let Some(by) = by.filter(|by| !by.is_empty() && !all[at].by.iter().any(|b| b == by)) {
            all[at].by.push(by.into());
        }
    };
    for show in sheet.sections.iter().flat_map(|section| &section.shows) {
        match show {
            Show::Number { .. } | Show::Whole { .. } => {
                for number in numbers_of(show) {
                    ask(&number.key, whole, None);
                    number.within.iter().for_each(|w| ask(&w.key, whole, None));
                }
            }
            Show::Balance(balance) => {
                for step in &balance.steps {
                    ask(&step.key, period_of_step(step, whole), None);
                }
            }
            Show::Groups(groups) => ask(&groups.key, whole, Some(&groups.by)),
            Show::Map(map) => ask(&map.key, whole, None),
            Show::Drawings(_) | Show::Words(_) => {}
        }
    }
    Ok(all)
}

/// The period that a line of a balance is about: that of the page, or the year up to the day before it.
fn period_of_step(step: &Step, whole: Period) -> Period {
    let at = step.at.parse().unwrap_or(whole.to);
    if at == whole.to { whole } else { YearStart::on(whole.from).year_to(at) }
}

/// The numbers of a `Show`: the one number, or those of the parts.
pub fn numbers_of(show: &Show) -> Vec<&Number> {
    match show {
        Show::Number { number, .. } => vec![number],
        Show::Whole { numbers, .. } => numbers.iter().collect(),
        _ => vec![],
    }
}

/// Counts every number of a page on one snapshot of the database.
pub async fn count(
    db: &impl ConnectionTrait,
    catalog: &Catalog,
    sheet: &Sheet,
) -> Result<Vec<CountedNumber>> {
    let mut all = vec![];
    for question in questions(sheet)? {
        let figure = catalog.figure(&question.figure).ok_or_else(|| {
            Error::Broken(format!("the page of {} names no figure of ours: {}", sheet.year, question.figure))
        })?;
        let asked = Asked::period(question.period, Known::Now);
        let rows = every_row(db, figure, &asked, catalog).await?;
        let mut groups = vec![];
        for by in &question.by {
            groups.extend(groups_of(db, figure, &asked, catalog, by).await?);
        }
        all.push(CountedNumber {
            answer: Answer::of_rows(figure, &rows),
            figure: figure.clone(),
            period: question.period,
            rows,
            groups,
        });
    }
    Ok(all)
}

/// The groups of a figure by a column. Records are given by their codes.
pub async fn groups_of(
    db: &impl ConnectionTrait,
    figure: &Figure,
    asked: &Asked,
    catalog: &Catalog,
    by: &str,
) -> Result<Vec<GroupCounted>> {
    let column = figure.main().first().and_then(|part| catalog.of(part).about.column(by));
    let refers = column.is_some_and(|c| matches!(c.kind, Kind::Ref(_)));
    let groups = every_group(db, figure, asked, catalog, by).await?;
    let ids = groups.iter().filter(|_| refers).filter_map(|g| g.by.as_ref()?.parse().ok());
    let records = records::by_ids(db, ids).await?;
    let code = |value: &str| value.parse().ok().and_then(|id| records.get(&id)).map(|r| r.code.clone());
    Ok(groups
        .into_iter()
        .map(|g| {
            let value = g.by.unwrap_or_default();
            GroupCounted {
                by: by.into(),
                is: if refers { code(&value).unwrap_or(value) } else { value },
                answer: g.answer,
            }
        })
        .collect())
}

/// How far two shares in percent may be apart that are the same: a withheld share is known in parts of a million million.
const EXACTLY: f64 = 1e-9;

/// Whether the number shown on the page agrees with this answer: of a share whose amounts are withheld, whether the exact share does.
pub fn says(said: &Counted, figure: &Figure, answer: Answer) -> bool {
    let Some(shown) = said.value else {
        // a known zero and what is not known have the same rows: none that is counted
        return answer.counted == 0 || answer.base == 0 || answer.is_impossible(figure);
    };
    if said.withheld {
        let share = answer.counted as f64 * 100.0 / answer.base as f64;
        // what is printed is rounded together with the other parts of its whole: by less than one step
        let rounded = (shown - share).abs() <= 1.0 + EXACTLY;
        // pages published by older versions have no exact share
        return answer.base != 0
            && rounded
            && said.exact.is_none_or(|exact| (exact - share).abs() <= EXACTLY);
    }
    said.counted == answer.counted && said.base.is_none_or(|base| base == answer.base)
}

/// The answers of an edition or of a draft.
pub trait Answers {
    /// The figure with this key and its number over this period.
    fn number(&self, key: &str, period: Period) -> Option<(&Figure, Answer)>;
    /// One group of a breakdown of that figure.
    fn group(&self, key: &str, period: Period, by: &str, is: &str) -> Option<Answer>;
}

impl Answers for Vec<CountedNumber> {
    fn number(&self, key: &str, period: Period) -> Option<(&Figure, Answer)> {
        self.iter().find(|n| n.figure.key == key && n.period == period).map(|n| (&n.figure, n.answer))
    }
    fn group(&self, key: &str, period: Period, by: &str, is: &str) -> Option<Answer> {
        let number = self.iter().find(|n| n.figure.key == key && n.period == period)?;
        number.groups.iter().find(|g| g.by == by && g.is == is).map(|g| g.answer)
    }
}

/// The key of the first figure whose number on the page is not what these answers give.
pub fn first_that_differs(sheet: &Sheet, answers: &impl Answers) -> Option<String> {
    let Ok(whole) = period(sheet) else { return Some(sheet.year.to_string()) };
    let agrees = |key: &str, said: &Counted| {
        key.is_empty()
            || answers.number(key, whole).is_some_and(|(figure, answer)| says(said, figure, answer))
    };
    for show in sheet.sections.iter().flat_map(|section| &section.shows) {
        for number in numbers_of(show) {
            if !agrees(&number.key, &number.counted) {
                return Some(number.key.clone());
            }
            if let Some(within) = number.within.iter().find(|w| !agrees(&w.key, &w.counted)) {
                return Some(within.key.clone());
            }
        }
        if let Show::Balance(balance) = show {
            // of pages published before a line said what it adds, the remainder was a line without rows
            let differs = |step: &&Step| {
                step.adds.is_some()
                    && answers
                        .number(&step.key, period_of_step(step, whole))
                        .is_none_or(|(_, answer)| answer.counted != step.counted)
            };
            if let Some(step) = balance.steps.iter().find(differs) {
                return Some(step.key.clone());
            }
        }
        if let Show::Groups(groups) = show {
            // a group that is not a value of the column was composed for the page
            let agrees = |g: &Group| {
                answers
                    .group(&groups.key, whole, &groups.by, &g.is)
                    .is_none_or(|answer| answer.counted == g.counted)
            };
            if !groups.groups.iter().all(agrees) {
                return Some(groups.key.clone());
            }
        }
    }
    None
}
