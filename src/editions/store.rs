//! Queries for editions.

use std::collections::{BTreeMap, BTreeSet};
use std::pin::pin;

use decapolis_base::Day;
use decapolis_figures::{Answer, Class, FigureRow};
use decapolis_register::journal::RowId;
use decapolis_words::errors::{Error, Result};
use futures_util::StreamExt;
use sea_orm::sea_query::{Asterisk, Expr, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, QueryResult, StreamTrait};

use super::count::GroupCounted;
use super::{Edition, Span, Way};
use crate::page::sheet::Sheet;

/// A stored page of an edition.
#[derive(Clone, Debug)]
pub struct Page {
    pub language: String,
    pub text: String,
    pub digest: String,
}

/// A stored number of an edition.
#[derive(Clone, Debug)]
pub struct StoredNumber {
    pub ordinal: i64,
    pub figure: String,
    pub version: i64,
    /// The rule at publication: the figure as data.
    pub rule: String,
    /// The listings that the figure reads, with their versions.
    pub listings: String,
    pub from: Day,
    pub until: Day,
    /// What is counted, and of what base: an edition keeps nothing else of the number, since the rest follows from its rule and rows.
    pub counts: Answer,
    /// The digest of its rows.
    pub list: String,
    pub digest: String,
}

/// Who signed a section, when, and for which numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct SignOff {
    pub row: RowId,
    pub section: String,
    pub by: String,
    pub day: Day,
    pub digest: String,
}

fn editions() -> SelectStatement {
    Query::select()
        .expr(Expr::col(("e", Asterisk)))
        .expr_as(Expr::col(("r", "source")), "source")
        .from_as("page_editions", "e")
        .join_as(
            sea_orm::sea_query::JoinType::InnerJoin,
            "records",
            "r",
            Expr::col(("r", "id")).equals(("e", "id")),
        )
        .order_by(("e", "year"), Order::Desc)
        .order_by(("e", "number"), Order::Desc)
        .to_owned()
}

fn day(row: &QueryResult, name: &str) -> Result<Option<Day>> {
    Ok(row.try_get::<Option<i64>>("", name)?.and_then(Day::from_number))
}

fn edition(row: &QueryResult) -> Result<Edition> {
    let surely =
        |name: &str| day(row, name)?.ok_or_else(|| Error::Broken(format!("an edition has no day “{name}”")));
    Ok(Edition {
        id: row.try_get("", "id")?,
        year: row.try_get("", "year")?,
        number: row.try_get("", "number")?,
        way: if row.try_get::<String>("", "way")? == Way::AsPrinted.word() {
            Way::AsPrinted
        } else {
            Way::Counted
        },
        from: surely("from")?,
        until: surely("until")?,
        known: row.try_get("", "known")?,
        published: surely("published")?,
        embargo: day(row, "embargo")?,
        by: row.try_get("", "signer")?,
        unsigned: row
            .try_get::<Option<String>>("", "unsigned")?
            .unwrap_or_default()
            .split_whitespace()
            .map(str::to_string)
            .collect(),
        source: row.try_get("", "source")?,
        digest: row.try_get("", "digest")?,
    })
}

/// All editions, including those under embargo, by year and number, latest first.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Edition>> {
    db.query_all(&editions()).await?.iter().map(edition).collect()
}

/// The editions of a page, including those under embargo, newest first.
pub async fn of_page(db: &impl ConnectionTrait, (from, to): Span) -> Result<Vec<Edition>> {
    let ask = editions().and_where(Expr::col(("e", "year")).eq(to)).to_owned();
    let of_year = db.query_all(&ask).await?.iter().map(edition).collect::<Result<Vec<Edition>>>()?;
    Ok(of_year.into_iter().filter(|edition| edition.from.year() == from).collect())
}

/// The newest edition of a page that is not under embargo on this day.
pub async fn newest(db: &impl ConnectionTrait, span: Span, today: Day) -> Result<Option<Edition>> {
    Ok(of_page(db, span).await?.into_iter().find(|edition| edition.is_out(today)))
}

/// The edition with this record id.
pub async fn by_id(db: &impl ConnectionTrait, id: RowId) -> Result<Option<Edition>> {
    let ask = editions().and_where(Expr::col(("e", "id")).eq(id)).to_owned();
    db.query_one(&ask).await?.as_ref().map(edition).transpose()
}

/// The edition with this code, even if it is under embargo.
pub async fn by_code(db: &impl ConnectionTrait, code: &str) -> Result<Option<Edition>> {
    let ask = editions().and_where(Expr::col(("r", "code")).eq(code)).to_owned();
    db.query_one(&ask).await?.as_ref().map(edition).transpose()
}

fn of_edition(table: &'static str, edition: &Edition, order: &[&'static str]) -> SelectStatement {
    let mut ask = Query::select();
    ask.column(Asterisk).from(table).and_where(Expr::col("edition").eq(edition.id));
    for column in order {
        ask.order_by(*column, Order::Asc);
    }
    ask
}

fn page(row: &QueryResult) -> Result<Page> {
    Ok(Page {
        language: row.try_get("", "language")?,
        text: row.try_get("", "text")?,
        digest: row.try_get("", "digest")?,
    })
}

/// The pages of an edition, one for each language.
pub async fn pages(db: &impl ConnectionTrait, edition: &Edition) -> Result<Vec<Page>> {
    let mut pages = db
        .query_all(&of_edition("edition_pages", edition, &[]))
        .await?
        .iter()
        .map(page)
        .collect::<Result<Vec<Page>>>()?;
    // sorted here, because databases sort text differently
    pages.sort_by(|a, b| a.language.cmp(&b.language));
    Ok(pages)
}

/// The page of an edition in this language, or in the first stored language. `Broken` if the stored text cannot be read.
pub async fn sheet(db: &impl ConnectionTrait, edition: &Edition, language: &str) -> Result<Sheet> {
    let one =
        of_edition("edition_pages", edition, &[]).and_where(Expr::col("language").eq(language)).to_owned();
    let page = match db.query_one(&one).await? {
        Some(row) => Some(page(&row)?),
        None => pages(db, edition).await?.into_iter().next(),
    };
    let page = page.ok_or_else(|| Error::Broken(format!("the edition {} has no page", edition.code())))?;
    serde_json::from_str(&page.text).map_err(|e| {
        Error::Broken(format!("the page of the edition {} in {}: {e}", edition.code(), page.language))
    })
}

/// The numbers of an edition, in page order.
pub async fn numbers(db: &impl ConnectionTrait, edition: &Edition) -> Result<Vec<StoredNumber>> {
    db.query_all(&of_edition("edition_numbers", edition, &["ordinal"]))
        .await?
        .iter()
        .map(|row| {
            let surely = |name: &str| {
                day(row, name)?.ok_or_else(|| {
                    Error::Broken(format!("a number of the edition {} has no day “{name}”", edition.code()))
                })
            };
            Ok(StoredNumber {
                ordinal: row.try_get("", "ordinal")?,
                figure: row.try_get("", "figure")?,
                version: row.try_get("", "version")?,
                rule: row.try_get("", "rule")?,
                listings: row.try_get("", "listings")?,
                from: surely("from")?,
                until: surely("until")?,
                counts: Answer::of(row.try_get("", "counted")?, row.try_get("", "base")?),
                list: row.try_get("", "list")?,
                digest: row.try_get("", "digest")?,
            })
        })
        .collect()
}

/// The rows of one number of an edition, as columns that can be compared with today's rows.
pub fn rows_of_number(edition: &Edition, ordinal: i64) -> SelectStatement {
    Query::select()
        .columns(["part", "row", "unit", "amount", "class", "reason"])
        .from("edition_rows")
        .and_where(Expr::col("edition").eq(edition.id))
        .and_where(Expr::col("ordinal").eq(ordinal))
        .to_owned()
}

/// The digest of the rows of one number, by part and row. Rows are read one at a time and not kept.
pub async fn digest_of_rows(db: &impl StreamTrait, edition: &Edition, ordinal: i64) -> Result<String> {
    let ask =
        rows_of_number(edition, ordinal).order_by("part", Order::Asc).order_by("row", Order::Asc).to_owned();
    let mut rows = pin!(db.stream(&ask).await?);
    let mut digest = super::digest::OfTexts::default();
    while let Some(row) = rows.next().await {
        let row = row?;
        digest.add_row(&FigureRow {
            part: row.try_get("", "part")?,
            row: row.try_get("", "row")?,
            unit: row.try_get("", "unit")?,
            amount: row.try_get("", "amount")?,
            class: Class::from_number(row.try_get("", "class")?),
            reason: row.try_get("", "reason")?,
        });
    }
    Ok(digest.finish())
}

/// Whether the edition has rows of a number that is not in `ordinals`, the numbers it has.
pub async fn has_other_rows(
    db: &impl ConnectionTrait,
    edition: &Edition,
    ordinals: impl IntoIterator<Item = i64>,
) -> Result<bool> {
    // one index lookup per number with rows: the rows themselves are not read
    let ordinals: BTreeSet<i64> = ordinals.into_iter().collect();
    let mut last = i64::MIN;
    loop {
        let next = Query::select()
            .expr(Expr::col("ordinal").min())
            .from("edition_rows")
            .and_where(Expr::col("edition").eq(edition.id))
            .and_where(Expr::col("ordinal").gt(last))
            .to_owned();
        match db
            .query_one(&next)
            .await?
            .map(|row| row.try_get_by_index::<Option<i64>>(0))
            .transpose()?
            .flatten()
        {
            Some(ordinal) if !ordinals.contains(&ordinal) => return Ok(true),
            Some(ordinal) => last = ordinal,
            None => return Ok(false),
        }
    }
}

/// The groups of an edition, by the ordinal of their number.
pub async fn groups(
    db: &impl ConnectionTrait,
    edition: &Edition,
) -> Result<BTreeMap<i64, Vec<GroupCounted>>> {
    let mut all: BTreeMap<i64, Vec<GroupCounted>> = BTreeMap::new();
    for row in db.query_all(&of_edition("edition_groups", edition, &["ordinal"])).await? {
        all.entry(row.try_get("", "ordinal")?).or_default().push(GroupCounted {
            by: row.try_get("", "breakdown")?,
            is: row.try_get("", "value")?,
            answer: Answer::of(row.try_get("", "counted")?, row.try_get("", "base")?),
        });
    }
    // sorted here, because databases sort text differently
    all.values_mut().for_each(|groups| groups.sort_by(|a, b| (&a.by, &a.is).cmp(&(&b.by, &b.is))));
    Ok(all)
}

/// The lines of an edition as printed, as texts: figure, label, number, note, page.
pub async fn lines(db: &impl ConnectionTrait, edition: &Edition) -> Result<Vec<String>> {
    db.query_all(&of_edition("edition_lines", edition, &["ordinal"]))
        .await?
        .iter()
        .map(|row| {
            let cells = ["figure", "label", "printed", "note", "page"]
                .map(|name| row.try_get::<Option<String>>("", name));
            let cells = cells
                .into_iter()
                .map(|cell| Ok(cell?.unwrap_or_default()))
                .collect::<Result<Vec<String>>>()?;
            Ok(super::digest::of(cells))
        })
        .collect()
}

/// The signatures under the sections of a page.
pub async fn sign_offs(db: &impl ConnectionTrait, (from, to): Span) -> Result<Vec<SignOff>> {
    let ask = Query::select()
        .column(Asterisk)
        .from("sign_offs")
        .and_where(Expr::col("first_year").eq(from))
        .and_where(Expr::col("year").eq(to))
        .order_by("id", Order::Asc)
        .to_owned();
    db.query_all(&ask)
        .await?
        .iter()
        .map(|row| {
            Ok(SignOff {
                row: row.try_get("", "id")?,
                section: row.try_get("", "section")?,
                by: row.try_get("", "signer")?,
                day: day(row, "day")?.ok_or_else(|| Error::Broken("a signature has no day".into()))?,
                digest: row.try_get("", "digest")?,
            })
        })
        .collect()
}
