//! When the register was backed up: `decapolis backup` notes it in the register.

use decapolis_register::db::Db;
use decapolis_register::shape::Stores;
use decapolis_register::unversioned::{self, Beside, Unversioned, always};
use decapolis_register::value::Cell;
use decapolis_words::errors::Result;
use jiff::Timestamp;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Order, Query};

/// Backups that were written. Instants are milliseconds since 1970.
pub static BACKUPS: Unversioned = Unversioned {
    name: "backups",
    columns: &[
        always("made", Stores::Whole),
        // the last entry of the journal in it
        always("entry", Stores::Whole),
    ],
    unique: &[],
    indexed: &[],
    // of a restored register no backup was written yet
    in_backups: false,
};

pub static UNVERSIONED: &[&Unversioned] = &[&BACKUPS];

/// How long it is kept that there was a backup, in days.
const KEPT: i64 = 400;

/// Notes that a backup was written.
pub async fn note(db: &Db, entry: i64, now: Timestamp) -> Result<()> {
    let made = now.as_millisecond();
    let old = Condition::all().add(Expr::col("made").lt(made - KEPT * 24 * 60 * 60 * 1000));
    let row = [("made".to_string(), Cell::Int(made)), ("entry".to_string(), Cell::Int(entry))];
    unversioned::write(db, [Beside::delete(&BACKUPS, old), Beside::insert(&BACKUPS, row.into())]).await
}

/// When the last backup was written, and up to which entry; `None` where none is known.
pub async fn last(db: &impl ConnectionTrait) -> Result<Option<(Timestamp, i64)>> {
    let ask = Query::select()
        .columns(["made", "entry"])
        .from(BACKUPS.name)
        .order_by("made", Order::Desc)
        .limit(1)
        .to_owned();
    let Some(row) = db.query_one(&ask).await? else { return Ok(None) };
    let made = Timestamp::from_millisecond(row.try_get_by_index(0)?).unwrap_or_default();
    Ok(Some((made, row.try_get_by_index(1)?)))
}
