//! The rows behind a number, a page at a time.

use std::collections::HashMap;

use decapolis_register::at_once::{at_once, is_one_of, read_at_once};
use decapolis_register::journal::RowId;
use decapolis_register::permissions::Audience;
use decapolis_register::table::Kind;
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, IntoIden, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, Statement};

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

/// What a row of [`evidence_sql`] has.
const COLUMNS: [(&str, Kind); 7] = [
    ("part", Kind::Int),
    ("unit", Kind::Int),
    ("row", Kind::Int),
    ("amount", Kind::Int),
    ("class", Kind::Int),
    ("reason", Kind::Text),
    ("sort", Kind::Int),
];

/// The rows of one part and class, ordered by (day or from, row).
pub async fn evidence(
    db: &impl ConnectionTrait,
    figure: &Figure,
    asked: &Asked,
    all: &Catalog,
    rows: RowsAsked,
) -> Result<Vec<EvidenceRow>> {
    let backend = db.get_database_backend();
    let build = |asked: &Asked| at_once(backend, evidence_sql(figure, asked, all, rows), &COLUMNS);
    let ask = match rows.after {
        None => {
            let what = format!("rows {} {} {}", rows.part, rows.class.number(), rows.limit);
            all.statement(backend, figure, asked, &what, build)
        }
        Some(_) => backend.build(&build(asked)),
    };
    read_evidence(db, figure, ask).await
}

async fn read_evidence(
    db: &impl ConnectionTrait,
    figure: &Figure,
    ask: Statement,
) -> Result<Vec<EvidenceRow>> {
    let found = read_at_once(db, ask, &COLUMNS).await?;
    let row = |cells: Vec<Cell>| {
        let [part, unit, row, amount, class, reason, sort] = cells.try_into().ok()?;
        Some(EvidenceRow {
            part: part.int()? as usize,
            // where words are counted the unit is no record
            unit: unit.int(),
            row: row.int()?,
            amount: amount.int().unwrap_or(0),
            class: Class::from_number(class.int()?),
            reason: reason.text().map(str::to_string),
            sort: sort.int()?,
        })
    };
    let read = found.into_iter().map(row).collect::<Option<_>>();
    read.ok_or_else(|| Error::Broken(format!("the rows of the figure {} cannot be read", figure.key)))
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
    let backend = db.get_database_backend();
    let build = |asked: &Asked, units: &[RowId]| {
        let mut ask = evidence_sql(figure, asked, all, rows);
        ask.and_where(is_one_of(backend, Expr::col(("c", "unit")), units.iter().copied()));
        at_once(backend, ask, &COLUMNS)
    };
    let ask = match rows.after {
        None => {
            let what = format!("rows of units {} {} {}", rows.part, rows.class.number(), rows.limit);
            all.statement_of(backend, (figure, asked), &what, units, build)
        }
        Some(_) => backend.build(&build(asked, units)),
    };
    read_evidence(db, figure, ask).await
}

/// What a listing says of some rows.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    /// See [`columns_read`].
    pub columns: Vec<(String, Kind)>,
    /// For each row the values of these columns; none where the listing does not have the row.
    pub rows: Vec<Vec<Cell>>,
}

impl Fields {
    /// The values of each row by the names of their columns.
    pub fn named(self) -> Vec<Values> {
        let names = |cells: Vec<Cell>| self.columns.iter().map(|(name, _)| name.clone()).zip(cells).collect();
        self.rows.into_iter().map(names).collect()
    }
}

/// The columns that are read of the rows of a part: its days, each as the first and the last day it may mean, and what this audience sees.
pub fn columns_read(part: &Part, all: &Catalog, audience: Audience) -> Vec<(String, Kind)> {
    let about = &all.of(part).about;
    let days = about.days().iter().flat_map(|d| [d.to_string(), format!("{d}_last")]);
    let shown = about.shown_to(audience).map(|c| (c.name.to_string(), c.kind));
    // the currency of an amount is read with it, whether it is shown or not
    let money = about.shown_to(audience).filter_map(|column| match column.kind {
        Kind::Money(beside) => about.column(beside).filter(|currency| !currency.shown),
        _ => None,
    });
    let money = money.map(|currency| (currency.name.to_string(), currency.kind));
    days.map(|day| (day, Kind::Int)).chain(shown).chain(money).collect()
}

/// What a listing says of these rows to this audience, in the order of `rows`.
pub async fn fields(
    db: &impl ConnectionTrait,
    part: &Part,
    asked: &Asked,
    all: &Catalog,
    rows: &[RowId],
    audience: Audience,
) -> Result<Fields> {
    let columns = columns_read(part, all, audience);
    let mut read = columns.clone();
    read.push(("row".into(), Kind::Int));
    let (listing, backend) = (all.of(part), db.get_database_backend());
    let build = |asked: &Asked, rows: &[RowId]| {
        let mut ask = Query::select();
        for (name, _) in &read {
            ask.column(("l".into_iden(), Alias::new(name).into_iden()));
        }
        let one_of = is_one_of(backend, Expr::col(("l", "row")), rows.iter().copied());
        ask.from_subquery((listing.rows)(asked), "l").and_where(one_of);
        at_once(backend, ask, &read)
    };
    let ask = all.listed_statement(backend, (listing, asked), &format!("fields {audience:?}"), rows, build);
    let found = read_at_once(db, ask, &read).await?.into_iter().filter_map(|mut cells| {
        let row = cells.pop()?.int()?;
        Some((row, cells))
    });
    let mut found: HashMap<RowId, Vec<Cell>> = found.collect();
    Ok(Fields { columns, rows: rows.iter().map(|id| found.remove(id).unwrap_or_default()).collect() })
}
