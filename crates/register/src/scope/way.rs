//! Through which rows a row belongs to an owner in scope: the answer to "why can they see this?".

use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Alias, Condition, Expr, ExprTrait, Query};

use super::Scope;
use crate::journal::RowId;
use crate::schema::Tables;
use crate::table::{Belongs, Table};

/// The most rows on the way from a row to a placement. What is said of a person has four: the person, a mandate, its post, the placement.
const MOST: usize = 8;

impl Scope {
    /// The rows through which a row belongs to an owner in scope, one after the other, the last of which places the owner in a region.
    /// `None` where it does not belong to one. [`Scope::has`] decides; this says why.
    pub async fn way(
        &self,
        db: &impl ConnectionTrait,
        tables: Tables,
        table: &'static Table,
        id: RowId,
    ) -> Result<Option<Vec<(&'static Table, RowId)>>> {
        if !self.has(db, tables, table, id).await? {
            return Ok(None);
        }
        let mut way: Vec<(&'static Table, RowId)> = vec![];
        let (mut at, mut row) = (table, id);
        while way.len() < MOST
            && let Some(next) = self.next(db, tables, at, row).await?
        {
            way.push(next);
            (at, row) = next;
        }
        Ok(Some(way))
    }

    /// The next row on the way: the first that is in scope itself, or the placement of the owner. `None` at its end.
    async fn next(
        &self,
        db: &impl ConnectionTrait,
        tables: Tables,
        table: &'static Table,
        id: RowId,
    ) -> Result<Option<(&'static Table, RowId)>> {
        // a placement belongs to its owner, by that placement: the way ends there
        if table.places.is_some() {
            return Ok(None);
        }
        for belongs in table.belongs {
            let next = match belongs {
                Belongs::Itself => self.placement(db, tables, Some(id)).await?,
                Belongs::To(column) => {
                    let owner =
                        number(db, table.name, column, Condition::all().add(Expr::col("id").eq(id))).await?;
                    self.placement(db, tables, owner).await?
                }
                Belongs::Through(column, of) => {
                    match number(db, table.name, column, Condition::all().add(Expr::col("id").eq(id))).await?
                    {
                        Some(through) if self.has(db, tables, of, through).await? => Some((*of, through)),
                        _ => None,
                    }
                }
                Belongs::By(of, column) => match self.of_table(db, tables, of) {
                    Some(own) => {
                        let names = own.add(Expr::col(Alias::new(*column)).eq(id));
                        number(db, of.name, "id", names).await?.map(|row| (*of, row))
                    }
                    None => None,
                },
            };
            if next.is_some() {
                return Ok(next);
            }
        }
        Ok(None)
    }

    /// The row that places this owner in one of the regions on the day.
    async fn placement(
        &self,
        db: &impl ConnectionTrait,
        tables: Tables,
        owner: Option<RowId>,
    ) -> Result<Option<(&'static Table, RowId)>> {
        let Some(table) = tables.0.iter().copied().find(|table| table.places.is_some()) else {
            return Ok(None);
        };
        let Some((column, _)) = table.places else { return Ok(None) };
        let Some(owner) = owner else { return Ok(None) };
        let of_owner = Condition::all().add(Expr::col(column).eq(owner));
        let Some(mut ask) = self.placed(db, table, table.name, of_owner) else { return Ok(None) };
        ask.clear_selects().column("id").limit(1);
        let row = db.query_one(&ask).await?;
        Ok(row.map(|row| row.try_get_by_index(0)).transpose()?.map(|id| (table, id)))
    }
}

/// A number of the first row for which this holds.
async fn number(
    db: &impl ConnectionTrait,
    rows: &'static str,
    column: &str,
    which: Condition,
) -> Result<Option<i64>> {
    let ask = Query::select()
        .column(Alias::new(column))
        .from(rows)
        .cond_where(which)
        .order_by("id", sea_orm::Order::Asc)
        .limit(1)
        .to_owned();
    match db.query_one(&ask).await? {
        Some(row) => Ok(row.try_get_by_index(0)?),
        None => Ok(None),
    }
}
