//! Queries for the members' pages.

use decapolis_drawing::Square;
use decapolis_figures::Asked;
use decapolis_register::journal::RowId;
use decapolis_register::known;
use decapolis_register::name_order::{self, OrderKey};
use decapolis_register::search::Search;
use decapolis_register::table::{RECORDS, Table};
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query, SelectStatement};

use super::on_map::inside;
use super::table::{AREA_GOVERNMENTS, AREAS, MEMBERSHIPS, ORGANISATIONS, PLACEMENTS, PLACES};

/// A member on the list of members.
#[derive(Clone, Debug)]
pub struct Listed {
    pub organisation: RowId,
    pub region: Option<RowId>,
    /// The first and the last day on which the membership may have begun.
    pub from: (i64, i64),
    /// The sort key of its name.
    pub key: Vec<u8>,
}

/// Which members to list, and from where.
#[derive(Clone, Debug, Default)]
pub struct ListAsked {
    /// The reader's language, by which names are sorted.
    pub language: String,
    pub region: Option<RowId>,
    /// Keeps only members on the map in this square.
    pub within: Option<Square>,
    /// Keeps only names that match.
    pub search: Option<Search>,
    /// The last member of the page before.
    pub after: Option<OrderKey>,
    pub limit: u64,
}

/// Members on a day, sorted by name. Names are today's names, because people read the list.
pub async fn members_on(db: &impl ConnectionTrait, asked: &Asked, list: &ListAsked) -> Result<Vec<Listed>> {
    let since = |column| {
        known::on_the_day(&MEMBERSHIPS, asked.known, ("organisation", of_name()), column, asked.to.number())
    };
    let member = |ask: &mut SelectStatement| {
        ask.expr_as(since("from"), "from")
            .expr_as(since("from_last"), "from_last")
            .expr_as(region(of_name(), asked), "region");
        are_members(ask, of_name(), asked, list);
    };
    // search results are few and are sorted; otherwise names are read from the sorted index until the page is full
    let ask = match &list.search {
        Some(search) => {
            let ids = search.ids(db.get_database_backend(), "organisation");
            name_order::of_these(&list.language, ids, list.after.as_ref(), list.limit, member)
        }
        None => name_order::in_order(&list.language, "organisation", list.after.as_ref(), list.limit, member),
    };
    db.query_all(&ask)
        .await?
        .iter()
        .map(|row| {
            Ok(Listed {
                key: row.try_get_by_index(0)?,
                organisation: row.try_get_by_index(1)?,
                from: (row.try_get_by_index(2)?, row.try_get_by_index(3)?),
                region: row.try_get_by_index(4)?,
            })
        })
        .collect()
}

/// How many members the list has.
pub async fn count_members_on(db: &impl ConnectionTrait, asked: &Asked, list: &ListAsked) -> Result<i64> {
    let mut ask = Query::select();
    ask.expr(Expr::val(1i64).count()).from_as("records", "r").and_where(Expr::col(("r", "public")).eq(true));
    match &list.search {
        Some(search) => {
            let ids = search.ids(db.get_database_backend(), "organisation");
            ask.and_where(Expr::col(("r", "id")).in_subquery(ids))
        }
        None => ask.and_where(Expr::col(("r", "kind")).eq("organisation")),
    };
    are_members(&mut ask, Expr::col(("r", "id")), asked, list);
    Ok(db.query_one(&ask).await?.map(|r| r.try_get_by_index(0)).transpose()?.unwrap_or(0))
}

/// The tables that the list and its count are read from. A write to another table does not change them.
pub const LISTED_FROM: &[&Table] =
    &[&RECORDS, &MEMBERSHIPS, &PLACEMENTS, &AREA_GOVERNMENTS, &AREAS, &PLACES, &ORGANISATIONS];

/// The organisation of a row in the index of sorted names.
fn of_name() -> Expr {
    Expr::col(("n", "record"))
}

fn region(organisation: Expr, asked: &Asked) -> Expr {
    known::on_the_day(&PLACEMENTS, asked.known, ("organisation", organisation), "region", asked.to.number())
}

/// Keeps organisations that are members on the day, in the region asked for.
fn are_members(ask: &mut SelectStatement, organisation: Expr, asked: &Asked, list: &ListAsked) {
    let of = ("organisation", organisation.clone());
    ask.and_where(known::stands_on_the_day(&MEMBERSHIPS, asked.known, of, asked.to.number()).eq(true));
    if let Some(square) = list.within {
        ask.and_where(inside(organisation.clone(), asked, square));
    }
    if let Some(id) = list.region {
        ask.and_where(region(organisation, asked).eq(id));
    }
}

/// The regions, in the network's order.
pub async fn regions(db: &impl ConnectionTrait) -> Result<Vec<RowId>> {
    let ask = Query::select()
        .column("id")
        .from("regions")
        .order_by("rank", Order::Asc)
        .order_by("id", Order::Asc)
        .to_owned();
    db.query_all(&ask).await?.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
}
