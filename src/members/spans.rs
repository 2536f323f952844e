//! The rows with a span that an organisation, or a post, has on a day.

use decapolis_base::PartialDay;
use decapolis_register::journal::RowId;
use decapolis_register::table::{Table, stored};
use decapolis_register::value::{Cell, Values, day};
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Order, Query};

use crate::people::table::MANDATES;

/// A row with its span, from the latest to the earliest.
pub struct Lasting {
    pub id: RowId,
    pub values: Values,
    pub from: PartialDay,
    pub until: Option<PartialDay>,
}

/// The rows of an organisation that may last on this day, the latest first.
pub async fn open_spans(
    db: &impl ConnectionTrait,
    table: &'static Table,
    organisation: RowId,
    on: PartialDay,
) -> Result<Vec<Lasting>> {
    spans(db, table, "organisation", organisation, on).await
}

/// The mandates of a post that may last on this day, the latest first.
pub async fn mandates_of(db: &impl ConnectionTrait, post: RowId, on: PartialDay) -> Result<Vec<Lasting>> {
    spans(db, &MANDATES, "post", post, on).await
}

async fn spans(
    db: &impl ConnectionTrait,
    table: &'static Table,
    by: &'static str,
    of: RowId,
    on: PartialDay,
) -> Result<Vec<Lasting>> {
    let (from, until) =
        table.span.ok_or_else(|| Error::Broken(format!("rows of {} do not last", table.name)))?;
    let columns = stored(table);
    let last = Expr::col(Alias::new(format!("{until}_last")));
    let ask = Query::select()
        .column("id")
        .columns(columns.iter().map(|(name, ..)| Alias::new(name)))
        .from(table.name)
        .and_where(Expr::col(by).eq(of))
        .and_where(Expr::col(from).lte(on.last.number()))
        .and_where(Expr::col(until).is_null().or(last.gte(on.first.number())))
        .order_by(from, Order::Desc)
        .order_by("id", Order::Desc)
        .to_owned();
    let mut found = vec![];
    for row in db.query_all(&ask).await? {
        let cells = columns.iter().enumerate();
        let values: Values = cells
            .map(|(n, (name, kind, _))| Ok((name.clone(), Cell::read_at(&row, 1 + n, *kind)?)))
            .collect::<Result<_>>()?;
        let missing = || Error::Broken(format!("a row of {} has no first day", table.name));
        found.push(Lasting {
            id: row.try_get_by_index(0)?,
            from: day(&values, from).ok_or_else(missing)?,
            until: day(&values, until),
            values,
        });
    }
    Ok(found)
}
