//! The rows with a span that an organisation, or a post, has.

use decapolis_base::PartialDay;
use decapolis_register::journal::RowId;
use decapolis_register::table::{Table, stored};
use decapolis_register::value::{Cell, Values, day};
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Order, Query};

/// A row with its span.
pub struct Lasting {
    pub id: RowId,
    pub values: Values,
    pub from: PartialDay,
    pub until: Option<PartialDay>,
}

impl Lasting {
    /// The record that it refers to in this column.
    pub fn record(&self, column: &str) -> Option<RowId> {
        self.values.get(column).and_then(Cell::int)
    }

    /// The text of this column.
    pub fn text(&self, column: &str) -> Option<&str> {
        self.values.get(column).and_then(Cell::text)
    }

    /// Whether it may still last after this day.
    pub fn goes_on_after(&self, day: PartialDay) -> bool {
        self.until.is_none_or(|until| until.last > day.last)
    }

    /// Whether it surely begins after this day.
    pub fn begins_after(&self, day: PartialDay) -> bool {
        self.from.first > day.last
    }

    /// Whether it surely lasts on this day: on all the days that may be meant.
    pub fn lasts_on(&self, day: PartialDay) -> bool {
        self.from.last <= day.first && self.until.is_none_or(|until| until.first >= day.last)
    }
}

/// All rows of a table that refer to this record by a column, the earliest first.
pub async fn lasting(
    db: &impl ConnectionTrait,
    table: &'static Table,
    by: &'static str,
    of: RowId,
) -> Result<Vec<Lasting>> {
    let (from, until) =
        table.span.ok_or_else(|| Error::Broken(format!("rows of {} do not last", table.name)))?;
    let columns = stored(table);
    let ask = Query::select()
        .column("id")
        .columns(columns.iter().map(|(name, ..)| Alias::new(name)))
        .from(table.name)
        .and_where(Expr::col(by).eq(of))
        .order_by(from, Order::Asc)
        .order_by("id", Order::Asc)
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
