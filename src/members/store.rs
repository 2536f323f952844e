//! Queries for the members' pages.

use decapolis_figures::Asked;
use decapolis_register::journal::RowId;
use decapolis_register::known;
use decapolis_register::name_order::{self, OrderKey};
use decapolis_register::search::Search;
use decapolis_register::table::{RECORDS, Table};
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Func, JoinType, Order, Query, SelectStatement};

use super::table::{AREA_GOVERNMENTS, AREAS, MEMBERSHIPS, ORGANISATIONS, PLACEMENTS, PLACES};

/// A metropolitan area with its coordinates and how many members run it, or the place of members without an area.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaOfMembers {
    /// The area or the place.
    pub area: RowId,
    pub latitude: f64,
    pub longitude: f64,
    pub members: u32,
}

/// The areas that members run on the last day asked. Areas without coordinates are skipped.
pub async fn areas_of_members(db: &impl ConnectionTrait, asked: &Asked) -> Result<Vec<AreaOfMembers>> {
    let (known, to) = (asked.known, asked.to.number());
    let mut ask = Query::select();
    ask.column(("t", "area"))
        .column(("p", "latitude"))
        .column(("p", "longitude"))
        .expr_as(Func::cast_as(Func::count_distinct(Expr::col(("t", "organisation"))), "bigint"), "members");
    known::from(&mut ask, &AREA_GOVERNMENTS, "t", known);
    known::join(&mut ask, &AREAS, "a", known, ("t", "area"));
    known::join(&mut ask, &PLACES, "p", known, ("a", "place"));
    // a dot shows a record, so the area, its place and the organisation must be public today
    for (alias, of) in [("ra", ("t", "area")), ("rp", ("a", "place")), ("ro", ("t", "organisation"))] {
        let on = Expr::col((alias, "id")).equals(of).and(Expr::col((alias, "public")).eq(true));
        ask.join_as(JoinType::InnerJoin, RECORDS.name, alias, on);
    }
    ask.and_where(Expr::col(("t", "from_last")).lte(to))
        .and_where(Expr::col(("t", "until")).is_null().or(Expr::col(("t", "until")).gte(to)));
    ask.and_where(Expr::col(("p", "latitude")).is_not_null())
        .and_where(Expr::col(("p", "longitude")).is_not_null());
    ask.and_where(
        known::stands_on_the_day(&MEMBERSHIPS, known, ("organisation", Expr::col(("t", "organisation"))), to)
            .eq(true),
    );
    ask.group_by_columns([("t", "area"), ("p", "latitude"), ("p", "longitude")])
        .order_by(("t", "area"), Order::Asc);
    db.query_all(&ask)
        .await?
        .iter()
        .map(|row| {
            Ok(AreaOfMembers {
                area: row.try_get("", "area")?,
                latitude: row.try_get("", "latitude")?,
                longitude: row.try_get("", "longitude")?,
                members: row.try_get::<i64>("", "members")? as u32,
            })
        })
        .collect()
}

/// The places of the members that run no metropolitan area on the last day asked, each with its coordinates and how many
/// members have their seat there: a small register has places long before it has areas.
pub async fn places_of_members(db: &impl ConnectionTrait, asked: &Asked) -> Result<Vec<AreaOfMembers>> {
    let (known, to) = (asked.known, asked.to.number());
    let member = || ("organisation", Expr::col(("o", "id")));
    let mut ask = Query::select();
    ask.column(("o", "place"))
        .column(("p", "latitude"))
        .column(("p", "longitude"))
        .expr_as(Func::cast_as(Func::count_distinct(Expr::col(("o", "id"))), "bigint"), "members");
    known::from(&mut ask, &ORGANISATIONS, "o", known);
    known::join(&mut ask, &PLACES, "p", known, ("o", "place"));
    for (alias, of) in [("rp", ("o", "place")), ("ro", ("o", "id"))] {
        let on = Expr::col((alias, "id")).equals(of).and(Expr::col((alias, "public")).eq(true));
        ask.join_as(JoinType::InnerJoin, RECORDS.name, alias, on);
    }
    ask.and_where(Expr::col(("p", "latitude")).is_not_null())
        .and_where(Expr::col(("p", "longitude")).is_not_null())
        .and_where(known::stands_on_the_day(&MEMBERSHIPS, known, member(), to).eq(true))
        .and_where(known::stands_on_the_day(&AREA_GOVERNMENTS, known, member(), to).eq(false))
        .group_by_columns([("o", "place"), ("p", "latitude"), ("p", "longitude")])
        .order_by(("o", "place"), Order::Asc);
    db.query_all(&ask)
        .await?
        .iter()
        .map(|row| {
            Ok(AreaOfMembers {
                area: row.try_get("", "place")?,
                latitude: row.try_get("", "latitude")?,
                longitude: row.try_get("", "longitude")?,
                members: row.try_get::<i64>("", "members")? as u32,
            })
        })
        .collect()
}

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
                organisation: row.try_get("", "id")?,
                region: row.try_get("", "region")?,
                from: (row.try_get("", "from")?, row.try_get("", "from_last")?),
                key: row.try_get("", "key")?,
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
pub const LISTED_FROM: &[&Table] = &[&RECORDS, &MEMBERSHIPS, &PLACEMENTS];

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
    db.query_all(&ask).await?.iter().map(|row| Ok(row.try_get("", "id")?)).collect()
}
