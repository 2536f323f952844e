//! The rows of a figure as files: exactly those the page of the figure shows this reader.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use decapolis_base::Day;
use decapolis_core::errors::{Error, Result};
use decapolis_core::figures::{Access, Answer, Asked, Class, Figure, Group, Part, Place, RowsAsked, Shape, Worded, evidence};
use decapolis_core::journal::Heads;
use decapolis_core::records;
use decapolis_core::table::Kind;
use decapolis_core::transfer::safe_from_formulas;
use sea_orm::ConnectionTrait;
use serde_json::json;

use super::Asks;
use super::context::{self, Reader, Site};
use crate::evidence::{Line, columns, lines};
use crate::page::data::is_reference;

/// A figure with the question that was asked of it.
pub struct Question<'a> {
    pub figure: &'a Figure,
    pub asked: Asked,
    /// The day of knowledge as it was asked, where it was.
    pub known: Option<String>,
    pub class: Class,
}

impl<'a> Question<'a> {
    /// Reads what an address asks; refused with a hint where it asks what is not there.
    pub async fn read(site: &'a Site, db: &impl ConnectionTrait, key: &str, asks: &Asks) -> Result<Question<'a>> {
        let figure = site
            .app
            .figures
            .catalog
            .figure(key)
            .or_else(|| site.app.figures.catalog.by_code(key))
            .ok_or_else(|| Error::refused_with("site-error-figure", [("text", key.into())].into()))?;
        let given = |text: &Option<String>| text.as_deref().filter(|t| !t.is_empty()).map(context::day).transpose();
        let to = given(&asks.at)?.unwrap_or_else(|| super::year::usual_day(site));
        let from = given(&asks.from)?.unwrap_or_else(|| Day::first_of_year(to.year()));
        if from > to {
            return Err(Error::refused("site-error-date-order"));
        }
        let known = context::known(site, db, asks.known.as_deref()).await?;
        let class = match asks.class.as_deref() {
            None | Some("" | "counted") => Class::Counted,
            Some("base") if figure.shape == Shape::Share => Class::BaseOnly,
            Some("left-out") => Class::LeftOut,
            Some(_) => return Err(Error::refused("site-error-request")),
        };
        Ok(Question { figure, asked: Asked { from, to, known }, known: asks.known.clone().filter(|k| !k.is_empty()), class })
    }

    /// How these rows open to this reader.
    pub fn access(&self, reader: &Reader<'_>) -> Access {
        let opening = self.figure.opens.to(reader.actor);
        match self.class {
            Class::Counted => opening.counted,
            Class::BaseOnly => opening.base,
            Class::LeftOut => opening.left_out,
        }
    }

    /// The parts that have rows of this class: the base has those that are not counted, and those counted where no other part has.
    pub fn parts(&self) -> Vec<(usize, &'a Part)> {
        let counted = self.figure.counted.iter().enumerate().map(|(n, p)| (n + 1, p));
        let base = self.figure.base.iter().map(|p| (0, p));
        match self.class {
            Class::Counted => counted.collect(),
            Class::BaseOnly => base.collect(),
            Class::LeftOut => base.chain(counted).collect(),
        }
    }
}

/// The most rows of a file.
const MOST_ROWS: usize = 50_000;

pub async fn csv(site: &Site, reader: &Reader<'_>, key: &str, asks: &Asks) -> Result<Response> {
    let db = site.app.db.snapshot().await?;
    let question = Question::read(site, &db, key, asks).await?;
    let broken = |e: &dyn std::fmt::Display| Error::Broken(format!("cannot write the rows of {key}: {e}"));
    let mut writer = csv::Writer::from_writer(vec![]);
    let mut write = |cells: &[String]| writer.write_record(cells.iter().map(|c| safe_from_formulas(c))).map_err(|e| broken(&e));
    match question.access(reader) {
        Access::List => {
            let parts = question.parts();
            let mut header: Vec<&str> = vec![];
            for (_, part) in &parts {
                header.extend(columns(&site.app, part).into_iter().filter(|c| !header.contains(c)).collect::<Vec<_>>());
            }
            let fixed = ["class", "listing", "row", "unit", "amount", "reason", "nature"];
            write(&fixed.iter().chain(&header).map(|c| c.to_string()).collect::<Vec<_>>())?;
            for (n, part) in parts {
                for line in all_lines(site, &db, reader, &question, n, part).await? {
                    let mut cells = vec![
                        super::year::class_word(question.class).to_string(),
                        part.listing.clone(),
                        line.row.to_string(),
                        line.unit.clone().unwrap_or_default(),
                        line.amount.to_string(),
                        line.reason.clone().unwrap_or_default(),
                        nature(&line).to_string(),
                    ];
                    cells.extend(
                        header.iter().map(|c| line.fields.iter().find(|f| f.column == *c).map(|f| f.text.clone()).unwrap_or_default()),
                    );
                    write(&cells)?;
                }
            }
        }
        Access::Grouped => {
            let (column, groups) = groups(site, &db, &question).await?;
            let sums = site.app.figures.catalog.may_see_sums(question.figure, reader.actor);
            let share = question.figure.shape == Shape::Share;
            let whole: i64 = groups.iter().map(|g| g.answer.base).sum();
            write(&[column.clone(), if sums { "counted" } else { "percent" }.into(), "base".into()])?;
            for (name, group) in named(site, &db, reader, &question, &column, groups).await? {
                let base = if share && sums { group.answer.base.to_string() } else { String::new() };
                write(&[name, if sums { group.answer.counted.to_string() } else { part_of(group.answer, whole).to_string() }, base])?;
            }
        }
        Access::Number => {
            write(&["reason".into(), "rows".into()])?;
            for (reason, rows) in reasons(site, &db, reader, &question).await? {
                write(&[reason, rows.to_string()])?;
            }
        }
    }
    let bytes = writer.into_inner().map_err(|e| broken(&e))?;
    db.commit().await?;
    let name = format!("attachment; filename=\"{}-{}.csv\"", question.figure.key, question.asked.to);
    Ok(([(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_string()), (header::CONTENT_DISPOSITION, name)], bytes).into_response())
}

pub async fn json(site: &Site, reader: &Reader<'_>, key: &str, asks: &Asks) -> Result<Response> {
    let db = site.app.db.snapshot().await?;
    let question = Question::read(site, &db, key, asks).await?;
    let heads = site.app.heads(&db).await?;
    let mut object = number_object(site, &db, reader, &heads, &question).await?;
    match question.access(reader) {
        Access::List => {
            let mut rows = vec![];
            for (n, part) in question.parts() {
                for line in all_lines(site, &db, reader, &question, n, part).await? {
                    let fields: serde_json::Map<String, serde_json::Value> = line
                        .fields
                        .iter()
                        .map(|f| {
                            (
                                f.column.clone(),
                                f.record.as_ref().map_or(
                                    json!(f.text),
                                    |(kind, code)| json!({ "kind": kind, "code": code, "label": f.text, "illustrative": f.illustrative }),
                                ),
                            )
                        })
                        .collect();
                    rows.push(json!({ "listing": part.listing, "row": line.row, "unit": line.unit, "amount": line.amount, "reason": line.reason, "nature": nature(&line), "fields": fields }));
                }
            }
            object["rows"] = json!(rows);
        }
        Access::Grouped => {
            let (column, groups) = groups(site, &db, &question).await?;
            let sums = site.app.figures.catalog.may_see_sums(question.figure, reader.actor);
            let share = question.figure.shape == Shape::Share;
            let whole: i64 = groups.iter().map(|g| g.answer.base).sum();
            let groups = named(site, &db, reader, &question, &column, groups).await?;
            let object_of = |(name, g): &(String, Group)| match sums {
                true => json!({ "by": column, "group": name, "counted": g.answer.counted, "base": share.then_some(g.answer.base) }),
                false => json!({ "by": column, "group": name, "percent": part_of(g.answer, whole) }),
            };
            object["groups"] = json!(groups.iter().map(object_of).collect::<Vec<_>>());
        }
        Access::Number => {
            object["reasons"] = json!(
                reasons(site, &db, reader, &question)
                    .await?
                    .into_iter()
                    .map(|(reason, rows)| json!({ "reason": reason, "rows": rows }))
                    .collect::<Vec<_>>()
            );
        }
    }
    db.commit().await?;
    let body = serde_json::to_vec_pretty(&object).map_err(|e| Error::Broken(e.to_string()))?;
    Ok(([(header::CONTENT_TYPE, "application/json")], body).into_response())
}

/// A figure's answer as the API and the command line give it.
async fn number_object(
    site: &Site,
    db: &impl ConnectionTrait,
    reader: &Reader<'_>,
    heads: &Heads,
    question: &Question<'_>,
) -> Result<serde_json::Value> {
    let mut object =
        crate::cli::figures::object(&site.app, db, heads, question.figure, &question.asked, question.known.as_deref(), &reader.tongue)
            .await?;
    if !site.app.figures.catalog.may_see_sums(question.figure, reader.actor) {
        object["counted"] = json!(null);
        object["base"] = json!(null);
    }
    object["class"] = json!(super::year::class_word(question.class));
    Ok(object)
}

/// A row is illustrative when a record in it is.
fn nature(line: &Line) -> &'static str {
    if line.fields.iter().any(|f| f.illustrative) { "illustrative" } else { "real" }
}

/// What a group adds to a share, in percent of the whole base: the groups add up to the number.
fn part_of(answer: Answer, whole: i64) -> f64 {
    if whole == 0 { 0.0 } else { answer.counted as f64 * 100.0 / whole as f64 }
}

/// Every row of a part, worded, up to [`MOST_ROWS`].
async fn all_lines(
    site: &Site,
    db: &impl ConnectionTrait,
    reader: &Reader<'_>,
    question: &Question<'_>,
    number: usize,
    part: &Part,
) -> Result<Vec<Line>> {
    let mut all = vec![];
    let mut after = None;
    loop {
        let rows = evidence(
            db,
            question.figure,
            &question.asked,
            &site.app.figures.catalog,
            RowsAsked { part: number, class: question.class, after, limit: 2_000 },
        )
        .await?;
        let Some(last) = rows.last() else { return Ok(all) };
        after = Some(Place { sort: last.sort, row: last.row });
        all.extend(lines(&site.app, db, part, &question.asked, &rows, reader.actor, &reader.tongue).await?);
        if all.len() >= MOST_ROWS {
            return Ok(all);
        }
    }
}

/// The first breakdown of a figure: how rows are grouped where they are not listed.
pub async fn groups(site: &Site, db: &impl ConnectionTrait, question: &Question<'_>) -> Result<(String, Vec<Group>)> {
    let heads = site.app.heads(db).await?;
    let figures = &site.app.figures;
    match question.figure.breakdowns.first() {
        Some(column) => Ok((column.clone(), figures.by(db, &heads, question.figure, &question.asked, column).await?)),
        None => {
            let answer: Answer = figures.number(db, &heads, question.figure, &question.asked).await?;
            Ok((String::new(), vec![Group { by: None, answer }]))
        }
    }
}

/// Groups with their names in the reader's words.
pub async fn named(
    site: &Site,
    db: &impl ConnectionTrait,
    reader: &Reader<'_>,
    question: &Question<'_>,
    column: &str,
    groups: Vec<Group>,
) -> Result<Vec<(String, Group)>> {
    let part = question.figure.main()[0];
    let reference = !column.is_empty() && is_reference(&site.app, question.figure, column);
    let labels =
        if reference { records::by_ids(db, groups.iter().filter_map(|g| g.by.as_ref()?.parse().ok())).await? } else { Default::default() };
    let kind = site.app.figures.catalog.of(part).about.column(column).map(|c| c.kind);
    Ok(groups
        .into_iter()
        .map(|group| {
            let name = match (&group.by, kind) {
                (None, _) => reader.tongue.say(if column == "region" { "word-without-region" } else { "not-stated" }),
                (Some(id), Some(Kind::Ref(_))) => id.parse().ok().and_then(|id: i64| labels.get(&id)).map_or_else(
                    || id.clone(),
                    |r| r.name(reader.actor, reader.lang()).map_or_else(|| reader.tongue.say("person-not-public"), str::to_string),
                ),
                // one database says true as 1
                (Some(value), Some(Kind::Bool)) => {
                    reader.tongue.say(if value == "1" || value == "true" { "choice-yes" } else { "choice-no" })
                }
                (Some(value), _) => reader.tongue.maybe(&format!("choice-{value}")).unwrap_or_else(|| value.clone()),
            };
            (name, group)
        })
        .collect())
}

/// Rows that are shown as numbers: by reason where they are left out.
pub async fn reasons(site: &Site, db: &impl ConnectionTrait, reader: &Reader<'_>, question: &Question<'_>) -> Result<Vec<(String, i64)>> {
    let heads = site.app.heads(db).await?;
    let tally = site.app.figures.tally(db, &heads, question.figure, &question.asked).await?;
    Ok(match question.class {
        Class::LeftOut => tally.reasons.iter().map(|(reason, rows)| (crate::evidence::reason(reason, &reader.tongue), *rows)).collect(),
        Class::BaseOnly => vec![(reader.tongue.say("class-base"), tally.base_rows - counted_in_base(site, db, &heads, question).await?)],
        Class::Counted => vec![(reader.tongue.say("class-counted"), tally.counted_rows)],
    })
}

/// How many rows of the base are counted.
async fn counted_in_base(site: &Site, db: &impl ConnectionTrait, heads: &Heads, question: &Question<'_>) -> Result<i64> {
    let answer = site.app.figures.number(db, heads, question.figure, &question.asked).await?;
    let tally = site.app.figures.tally(db, heads, question.figure, &question.asked).await?;
    // a share of sums counts rows, not units
    Ok(if matches!(question.figure.measure, decapolis_core::figures::Measure::Sum(_)) { tally.counted_rows } else { answer.counted })
}

/// A number in words, for a page and a file alike.
pub fn worded(reader: &Reader<'_>, figure: &Figure, answer: Answer) -> Worded {
    Worded::of(figure, answer, &reader.tongue)
}
