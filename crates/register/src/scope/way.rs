//! Through which rows a row belongs to an owner in scope: the answer to "why can they see this?".

use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Alias, Condition, Expr, ExprTrait, Query};

use super::{Part, Scope};
use crate::journal::RowId;
use crate::schema::Tables;
use crate::table::{Belongs, REGION, Table};

/// The most rows on the way from a row to a placement. What is said of a person has four: the person, a mandate, its post, the placement.
const MOST: usize = 8;

impl Scope {
    /// The rows through which a row belongs to a part of this scope, one after the other: the last of them places the owner in a region, or is
    /// the record of the part. `None` where it does not belong to one. [`Scope::has`] decides; this says why.
    pub async fn way(
        &self,
        db: &impl ConnectionTrait,
        tables: Tables,
        table: &'static Table,
        id: RowId,
    ) -> Result<Option<Vec<(&'static Table, RowId)>>> {
        for kind in self.kinds() {
            let part =
                Scope { parts: self.ids_of(kind).map(|id| Part { kind, id }).collect(), ..self.clone() };
            if part.has(db, tables, table, id).await? {
                return Ok(Some(part.way_by(db, tables, table, id, kind).await?));
            }
        }
        Ok(None)
    }

    /// The way of a row that belongs to a part of this kind.
    async fn way_by(
        &self,
        db: &impl ConnectionTrait,
        tables: Tables,
        table: &'static Table,
        id: RowId,
        kind: &'static str,
    ) -> Result<Vec<(&'static Table, RowId)>> {
        let mut way: Vec<(&'static Table, RowId)> = vec![];
        let (mut at, mut row) = (table, id);
        while way.len() < MOST
            && let Some(next) = self.next(db, tables, (at, row), kind).await?
        {
            way.push(next);
            (at, row) = next;
        }
        Ok(way)
    }

    /// The next row on the way: the first that is in scope itself, or the placement of the owner. `None` at its end.
    async fn next(
        &self,
        db: &impl ConnectionTrait,
        tables: Tables,
        (table, id): (&'static Table, RowId),
        kind: &'static str,
    ) -> Result<Option<(&'static Table, RowId)>> {
        // a placement belongs to its owner, by that placement: the way ends there
        if kind == REGION && table.places.is_some() {
            return Ok(None);
        }
        for belongs in table.belongs_to(kind) {
            let next = match belongs {
                Belongs::Itself if kind == REGION => self.placement(db, tables, Some(id)).await?,
                // the record of the part: the way ends there
                Belongs::Itself => None,
                Belongs::To(column) => {
                    let owner =
                        number(db, table.name, column, Condition::all().add(Expr::col("id").eq(id))).await?;
                    match owner {
                        Some(owner) if kind != REGION => self.part(tables, kind, owner),
                        owner => self.placement(db, tables, owner).await?,
                    }
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

    /// The record of a part, where this is one.
    fn part(&self, tables: Tables, kind: &str, id: RowId) -> Option<(&'static Table, RowId)> {
        let table = tables.of_kind(kind)?;
        self.ids_of(kind).any(|own| own == id).then_some((table, id))
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
