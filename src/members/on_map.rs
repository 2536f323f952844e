//! Where the members are on the map: at the metropolitan areas that they run, or at their places.

use decapolis_drawing::Square;
use decapolis_figures::Asked;
use decapolis_register::journal::RowId;
use decapolis_register::known;
use decapolis_register::table::RECORDS;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, JoinType, Order, Query, SelectStatement};

use super::table::{AREA_GOVERNMENTS, AREAS, MEMBERSHIPS, ORGANISATIONS, PLACES};

/// A metropolitan area with its coordinates and the members that run it, or the place of members without an area.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaOfMembers {
    /// The area or the place.
    pub area: RowId,
    pub latitude: f64,
    pub longitude: f64,
    /// The members, by id; at least one.
    pub members: Vec<RowId>,
}

/// The areas that members run on the last day asked. Areas without coordinates are skipped.
pub async fn areas_of_members(db: &impl ConnectionTrait, asked: &Asked) -> Result<Vec<AreaOfMembers>> {
    gathered(db, asked, running_areas(asked), ("t", "area"), ("t", "organisation")).await
}

/// The places of the members that run no metropolitan area on the last day asked: a small register has places long before it has areas.
pub async fn places_of_members(db: &impl ConnectionTrait, asked: &Asked) -> Result<Vec<AreaOfMembers>> {
    gathered(db, asked, with_a_place(asked), ("o", "place"), ("o", "id")).await
}

/// Whether an organisation is on the map in this square.
pub(super) fn inside(organisation: Expr, asked: &Asked, square: Square) -> Expr {
    let here = |mut ask: SelectStatement, of: (&'static str, &'static str)| {
        let side = |column, from: f64| {
            Expr::col(("p", column)).gte(from).and(Expr::col(("p", column)).lt(from + square.side))
        };
        ask.column(of).and_where(side("latitude", square.south)).and_where(side("longitude", square.west));
        ask
    };
    let runs = here(running_areas(asked), ("t", "organisation"));
    let has_a_place = here(with_a_place(asked), ("o", "id"));
    organisation.clone().in_subquery(runs).or(organisation.in_subquery(has_a_place))
}

/// The rows that say which organisation runs which area, `t`, with the place of the area, `p`.
fn running_areas(asked: &Asked) -> SelectStatement {
    let (known, to) = (asked.known, asked.to.number());
    let mut ask = Query::select();
    known::from(&mut ask, &AREA_GOVERNMENTS, "t", known);
    known::join(&mut ask, &AREAS, "a", known, ("t", "area"));
    known::join(&mut ask, &PLACES, "p", known, ("a", "place"));
    // a dot shows a record, so the area, its place and the organisation must be public today
    are_public(&mut ask, [("ra", ("t", "area")), ("rp", ("a", "place")), ("ro", ("t", "organisation"))]);
    ask.and_where(Expr::col(("t", "from_last")).lte(to))
        .and_where(Expr::col(("t", "until")).is_null().or(Expr::col(("t", "until")).gte(to)));
    ask
}

/// The organisations that run no area, `o`, with their place, `p`.
fn with_a_place(asked: &Asked) -> SelectStatement {
    let (known, to) = (asked.known, asked.to.number());
    let mut ask = Query::select();
    known::from(&mut ask, &ORGANISATIONS, "o", known);
    known::join(&mut ask, &PLACES, "p", known, ("o", "place"));
    are_public(&mut ask, [("rp", ("o", "place")), ("ro", ("o", "id"))]);
    let runs =
        known::stands_on_the_day(&AREA_GOVERNMENTS, known, ("organisation", Expr::col(("o", "id"))), to);
    ask.and_where(runs.eq(false));
    ask
}

fn are_public(
    ask: &mut SelectStatement,
    records: impl IntoIterator<Item = (&'static str, (&'static str, &'static str))>,
) {
    for (alias, of) in records {
        let on = Expr::col((alias, "id")).equals(of).and(Expr::col((alias, "public")).eq(true));
        ask.join_as(JoinType::InnerJoin, RECORDS.name, alias, on);
    }
}

/// The areas or places of these rows, each with its members.
async fn gathered(
    db: &impl ConnectionTrait,
    asked: &Asked,
    mut ask: SelectStatement,
    area: (&'static str, &'static str),
    organisation: (&'static str, &'static str),
) -> Result<Vec<AreaOfMembers>> {
    let member = ("organisation", Expr::col(organisation));
    ask.distinct()
        .columns([area, ("p", "latitude"), ("p", "longitude"), organisation])
        .and_where(Expr::col(("p", "latitude")).is_not_null())
        .and_where(Expr::col(("p", "longitude")).is_not_null())
        .and_where(known::stands_on_the_day(&MEMBERSHIPS, asked.known, member, asked.to.number()).eq(true))
        .order_by(area, Order::Asc)
        .order_by(organisation, Order::Asc);
    let mut areas: Vec<AreaOfMembers> = vec![];
    for row in db.query_all(&ask).await? {
        let (area, member): (RowId, RowId) = (row.try_get_by_index(0)?, row.try_get_by_index(3)?);
        match areas.last_mut().filter(|last| last.area == area) {
            Some(last) => last.members.push(member),
            None => areas.push(AreaOfMembers {
                area,
                latitude: row.try_get_by_index(1)?,
                longitude: row.try_get_by_index(2)?,
                members: vec![member],
            }),
        }
    }
    Ok(areas)
}
