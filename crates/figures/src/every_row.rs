//! Every row of a figure at once, and the number that these rows make: an edition keeps them, and compares them later.

use std::collections::BTreeSet;

use decapolis_register::journal::RowId;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;

use super::answer::Answer;
use super::catalog::Catalog;
use super::classify::{Class, Scope, classify};
use super::figure::{Figure, Measure};
use super::listing::Asked;
use super::number::{self, Group};

/// A row of a figure with what became of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FigureRow {
    /// 0 for the base, 1 and up for the counted parts.
    pub part: i64,
    pub row: RowId,
    /// The record that is counted, or the row itself, by its id; or the word that is counted.
    pub unit: String,
    /// What it adds to a sum; 1 where units are counted.
    pub amount: i64,
    pub class: Class,
    /// Why it is left out.
    pub reason: Option<String>,
}

/// Every row of a figure, those that make a unit of a share counted and those left out too, by part and row.
///
/// The figure need not be one of the catalogue's; its listings must be ([`Catalog::check`]).
pub async fn every_row(
    db: &impl ConnectionTrait,
    figure: &Figure,
    asked: &Asked,
    all: &Catalog,
) -> Result<Vec<FigureRow>> {
    let words = figure.counted.first().is_some_and(|part| all.counts_words(part));
    let scope = Scope { evidence: true, left_out: true, ..Scope::default() };
    let mut rows = db
        .query_all(&classify(figure, asked, all, scope))
        .await?
        .iter()
        .map(|row| {
            Ok(FigureRow {
                part: row.try_get("", "part")?,
                row: row.try_get("", "row")?,
                unit: if words {
                    row.try_get("", "unit")?
                } else {
                    row.try_get::<RowId>("", "unit")?.to_string()
                },
                amount: row.try_get::<Option<i64>>("", "amount")?.unwrap_or(0),
                class: Class::from_number(row.try_get("", "class")?),
                reason: row.try_get("", "reason")?,
            })
        })
        .collect::<Result<Vec<FigureRow>>>()?;
    rows.sort();
    Ok(rows)
}

/// A breakdown of a figure that need not be one of the catalogue's.
pub async fn every_group(
    db: &impl ConnectionTrait,
    figure: &Figure,
    asked: &Asked,
    all: &Catalog,
    by: &str,
) -> Result<Vec<Group>> {
    number::breakdown(db, figure, asked, all, by).await
}

impl Answer {
    /// The number that all rows of a figure make.
    pub fn of_rows(figure: &Figure, rows: &[FigureRow]) -> Answer {
        let measure = |classes: &[Class]| {
            let main =
                rows.iter().filter(|r| (figure.base.is_none() || r.part == 0) && classes.contains(&r.class));
            match figure.measure {
                Measure::Units => main.map(|r| &r.unit).collect::<BTreeSet<_>>().len() as i64,
                Measure::Sum(_) => main.map(|r| r.amount).sum(),
            }
        };
        Answer::of(measure(&[Class::Counted]), measure(&[Class::Counted, Class::BaseOnly]))
    }
}
