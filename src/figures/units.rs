//! The units of a number, one after the other by name: 107 active members are 107 rows.

use decapolis_figures::{Asked, Catalog, Class, Figure, units_of_class};
use decapolis_register::journal::RowId;
use decapolis_register::name_order::{self, OrderKey};
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query, SelectStatement};

/// The place of a unit in the list. Public records come first, by name; the others follow by id, so that no address tells how the name
/// of a record that is not public sorts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Named(OrderKey),
    Unnamed(RowId),
}

impl Place {
    pub fn unit(&self) -> RowId {
        match self {
            Place::Named((_, unit)) | Place::Unnamed(unit) => *unit,
        }
    }

    /// The place as an address has it.
    pub fn written(&self) -> String {
        match self {
            Place::Named((key, unit)) => format!("{}.{unit}", name_order::written(key)),
            Place::Unnamed(unit) => format!(".{unit}"),
        }
    }

    /// Reads what [`Place::written`] wrote. Refused: `site-error-request`.
    pub fn read(text: &str) -> Result<Place> {
        let place = || {
            let (key, unit) = text.split_once('.')?;
            let unit = unit.parse().ok()?;
            Some(if key.is_empty() {
                Place::Unnamed(unit)
            } else {
                Place::Named((name_order::read(key)?, unit))
            })
        };
        place().ok_or_else(|| Error::refused("site-error-request"))
    }
}

/// A page of the units of a class, in the order of their names for readers of this language. There are at most
/// `count` of them.
pub async fn units(
    db: &impl ConnectionTrait,
    (figure, asked, all): (&Figure, &Asked, &Catalog),
    class: Class,
    language: &str,
    after: Option<&Place>,
    (limit, count): (u64, i64),
) -> Result<Vec<Place>> {
    let ids = || units_of_class(figure, asked, all, class);
    let mut found = vec![];
    if !matches!(after, Some(Place::Unnamed(_))) {
        let after = after.and_then(|place| if let Place::Named(key) = place { Some(key) } else { None });
        let build = |asked: &Asked| {
            let ids = units_of_class(figure, asked, all, class);
            name_order::of_these(language, ids, after, limit, |names| {
                names.and_where(Expr::col(("n", "public")).eq(true));
            })
        };
        let backend = db.get_database_backend();
        let ask = match after {
            None => {
                all.statement(backend, figure, asked, &format!("units {class:?} {language} {limit}"), build)
            }
            Some(_) => backend.build(&build(asked)),
        };
        for row in db.query_all_raw(ask).await? {
            found.push(Place::Named((row.try_get_by_index(0)?, row.try_get_by_index(1)?)));
        }
    }
    let left = limit - found.len() as u64;
    // on the first page no others are asked for if all are there
    if left > 0 && (after.is_some() || (found.len() as i64) < count) {
        let after = if let Some(Place::Unnamed(unit)) = after { *unit } else { 0 };
        for row in db.query_all(&unnamed(ids(), after, left)).await? {
            found.push(Place::Unnamed(row.try_get_by_index(0)?));
        }
    }
    Ok(found)
}

/// The units that are not public after this one, by id.
fn unnamed(ids: SelectStatement, after: RowId, limit: u64) -> SelectStatement {
    let found = Query::select().column("id").from_subquery(ids, "f").to_owned();
    Query::select()
        .column(("r", "id"))
        .from_as("records", "r")
        .and_where(Expr::col(("r", "id")).in_subquery(found))
        .and_where(Expr::col(("r", "public")).eq(false))
        .and_where(Expr::col(("r", "id")).gt(after))
        .order_by(("r", "id"), Order::Asc)
        .limit(limit)
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reads_back_and_nothing_else_does() {
        for place in [Place::Named((vec![1, 0xab], 7)), Place::Unnamed(7)] {
            assert_eq!(Place::read(&place.written()).unwrap(), place);
        }
        for other in ["", "7", "zz.7", "ab.", "ab.x", "1.2.3"] {
            assert!(Place::read(other).is_err(), "{other}");
        }
    }
}
