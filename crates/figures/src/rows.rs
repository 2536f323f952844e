//! The rows behind a number, a page at a time.

use decapolis_register::journal::RowId;
use decapolis_register::permissions::Audience;
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, IntoIden, Order, Query, SelectStatement};

use super::catalog::Catalog;
use super::classify::{Class, Scope, classify};
use super::figure::{Figure, Part};
use super::listing::Asked;

/// A row with what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct EvidenceRow {
    /// 0 for the base, 1 and up for the counted parts.
    pub part: usize,
    /// The record that is counted, or the row itself; nothing where words are counted.
    pub unit: Option<RowId>,
    pub row: RowId,
    pub amount: i64,
    pub class: Class,
    pub reason: Option<String>,
    /// The day by which rows are ordered.
    pub sort: i64,
}

/// The last row of a page: the next one begins after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowCursor {
    pub sort: i64,
    pub row: RowId,
}

/// Selects the rows of one part and class.
#[derive(Clone, Copy, Debug)]
pub struct RowsAsked {
    pub part: usize,
    pub class: Class,
    pub after: Option<RowCursor>,
    pub limit: u64,
}

/// A page of rows as it is asked.
pub(super) fn evidence_sql(
    figure: &Figure,
    asked: &Asked,
    all: &Catalog,
    rows: RowsAsked,
) -> SelectStatement {
    let c = |name: &'static str| Expr::col(("c", name));
    let scope = Scope {
        evidence: true,
        left_out: rows.class == Class::LeftOut,
        only: Some(rows.part),
        ..Scope::default()
    };
    let mut ask = Query::select();
    ask.column(sea_orm::sea_query::Asterisk)
        .from_subquery(classify(figure, asked, all, scope), "c")
        .and_where(c("class").eq(rows.class.number()));
    if let Some(place) = rows.after {
        // the plain range beside the pair lets the index be used
        ask.and_where(c("sort").gte(place.sort)).and_where(
            Expr::tuple([c("sort"), c("row")]).gt(Expr::tuple([place.sort.into(), place.row.into()])),
        );
    }
    ask.order_by(("c", "sort"), Order::Asc).order_by(("c", "row"), Order::Asc).limit(rows.limit);
    ask
}

/// The rows of one part and class, ordered by (day or from, row).
pub async fn evidence(
    db: &impl ConnectionTrait,
    figure: &Figure,
    asked: &Asked,
    all: &Catalog,
    rows: RowsAsked,
) -> Result<Vec<EvidenceRow>> {
    read_evidence(db, figure, all, &evidence_sql(figure, asked, all, rows)).await
}

async fn read_evidence(
    db: &impl ConnectionTrait,
    figure: &Figure,
    all: &Catalog,
    ask: &SelectStatement,
) -> Result<Vec<EvidenceRow>> {
    let words = all.counts_words(&figure.counted[0]);
    db.query_all(ask)
        .await?
        .iter()
        .map(|row| {
            Ok(EvidenceRow {
                part: row.try_get::<i64>("", "part")? as usize,
                unit: if words { None } else { Some(row.try_get("", "unit")?) },
                row: row.try_get("", "row")?,
                amount: row.try_get::<Option<i64>>("", "amount")?.unwrap_or(0),
                class: Class::from_number(row.try_get("", "class")?),
                reason: row.try_get("", "reason")?,
                sort: row.try_get("", "sort")?,
            })
        })
        .collect()
}

/// The units of this class as a column `id`, in no order: those whose least class it is. Not for figures that count rows or words.
pub fn units_of_class(figure: &Figure, asked: &Asked, all: &Catalog, class: Class) -> SelectStatement {
    Query::select()
        .expr_as(Expr::col(("c", "unit")), "id")
        .from_subquery(classify(figure, asked, all, Scope::default()), "c")
        .group_by_col(("c", "unit"))
        .and_having(Expr::col(("c", "class")).min().eq(class.number()))
        .to_owned()
}

/// The rows of one part and class that these units have, by unit and in the order of [`evidence`]; at most `limit` of them.
pub async fn evidence_of_units(
    db: &impl ConnectionTrait,
    figure: &Figure,
    asked: &Asked,
    all: &Catalog,
    rows: RowsAsked,
    units: &[RowId],
) -> Result<Vec<EvidenceRow>> {
    let mut ask = evidence_sql(figure, asked, all, rows);
    ask.and_where(Expr::col(("c", "unit")).is_in(units.iter().copied()));
    read_evidence(db, figure, all, &ask).await
}

/// What a listing says of these rows to this audience: its days and the columns it may see, in the order of `rows`.
pub async fn fields(
    db: &impl ConnectionTrait,
    part: &Part,
    asked: &Asked,
    all: &Catalog,
    rows: &[RowId],
    audience: Audience,
) -> Result<Vec<Values>> {
    let about = &all.of(part).about;
    let days: Vec<String> = about.days().iter().flat_map(|d| [d.to_string(), format!("{d}_last")]).collect();
    let mut ask = Query::select();
    ask.column(("l", "row"));
    for name in days.iter().map(String::as_str).chain(about.shown_to(audience).map(|c| c.name)) {
        ask.column(("l".into_iden(), Alias::new(name).into_iden()));
    }
    ask.from_subquery((all.of(part).rows)(asked), "l")
        .and_where(Expr::col(("l", "row")).is_in(rows.iter().copied()));
    let mut found = std::collections::HashMap::new();
    for row in db.query_all(&ask).await? {
        let mut values = Values::new();
        for day in &days {
            values.insert(day.clone(), row.try_get::<Option<i64>>("", day)?.map_or(Cell::Null, Cell::Int));
        }
        for column in about.shown_to(audience) {
            values.insert(column.name.to_string(), Cell::read(&row, column.name, column.kind)?);
        }
        found.insert(row.try_get::<RowId>("", "row")?, values);
    }
    Ok(rows.iter().map(|id| found.get(id).cloned().unwrap_or_default()).collect())
}
