//! Questions to the table of lookups, and what is written there.

use std::collections::BTreeSet;

use decapolis_actions::Role;
use decapolis_register::db::Db;
use decapolis_register::journal::RowId;
use decapolis_register::unversioned::{self, Beside};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::Result;
use jiff::{SignedDuration, Timestamp};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Order, Query};

use super::log::{LookupRow, ReadBy};
use super::table::LOOKUPS;
use super::way::WayOfReading;

/// How many days a lookup is kept: a year, also a leap year.
pub const KEPT: i64 = 366;

/// Keeps the rows that are not there yet.
///
/// Errors: another server has kept one of them meanwhile (`error-moved`); nothing of it is written then, and the next time finds it.
pub async fn keep(db: &Db, rows: &[LookupRow]) -> Result<()> {
    let ask = Query::select()
        .column("code")
        .from(LOOKUPS.name)
        .and_where(Expr::col("code").is_in(rows.iter().map(LookupRow::code)))
        .to_owned();
    let mut known: BTreeSet<String> = BTreeSet::new();
    for row in db.reader().query_all(&ask).await? {
        known.insert(row.try_get_by_index(0)?);
    }
    let new = rows.iter().filter(|row| !known.contains(&row.code()));
    let writes: Vec<Beside> =
        new.map(|row| Beside::insert(&LOOKUPS, values(row)).or_refused("error-moved")).collect();
    if writes.is_empty() {
        return Ok(());
    }
    unversioned::write(db, writes).await
}

fn values(row: &LookupRow) -> Values {
    let cells = [
        ("code", Cell::Text(row.code())),
        ("person", Cell::Int(row.person)),
        ("account", Cell::Text(row.by.account.clone())),
        ("role", Cell::Text(row.by.role.word().into())),
        ("way", Cell::Text(row.way.word().into())),
        ("at", Cell::Int(row.at.as_millisecond())),
    ];
    cells.into_iter().map(|(name, cell)| (name.to_string(), cell)).collect()
}

/// What was read of these people, the newest first, at most this many.
pub async fn of_people(db: &impl ConnectionTrait, people: &[RowId], most: u64) -> Result<Vec<LookupRow>> {
    let ask = Query::select()
        .columns(["person", "account", "role", "way", "at"])
        .from(LOOKUPS.name)
        .and_where(Expr::col("person").is_in(people.iter().copied()))
        .order_by("at", Order::Desc)
        .order_by("code", Order::Asc)
        .limit(most)
        .to_owned();
    let mut all = vec![];
    for row in db.query_all(&ask).await? {
        let (role, way): (String, String) = (row.try_get_by_index(2)?, row.try_get_by_index(3)?);
        let at = Timestamp::from_millisecond(row.try_get_by_index(4)?).unwrap_or_default();
        // a word of a newer version is not known here
        let (Some(role), Some(way)) = (Role::read(&role), WayOfReading::read(&way)) else { continue };
        let by = ReadBy { account: row.try_get_by_index(1)?, role };
        all.push(LookupRow { person: row.try_get_by_index(0)?, by, way, at });
    }
    Ok(all)
}

/// Removes what is older than it is kept.
pub async fn forget_old(db: &Db, now: Timestamp) -> Result<()> {
    let since = now - SignedDuration::from_hours(KEPT * 24);
    let old = Condition::all().add(Expr::col("at").lt(since.as_millisecond()));
    unversioned::write(db, [Beside::delete(&LOOKUPS, old)]).await
}
