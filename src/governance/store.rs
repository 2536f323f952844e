//! Queries for the pages of meetings.

use std::collections::BTreeMap;

use decapolis_register::at_once::is_one_of;
use decapolis_register::journal::RowId;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, Query};

/// The first possible day of each of these meetings, as yyyymmdd.
pub async fn days_of_meetings(db: &impl ConnectionTrait, meetings: &[RowId]) -> Result<BTreeMap<RowId, i64>> {
    let ask = Query::select()
        .columns(["id", "day"])
        .from("meetings")
        .and_where(is_one_of(db.get_database_backend(), Expr::col("id"), meetings.iter().copied()))
        .to_owned();
    db.query_all(&ask)
        .await?
        .iter()
        .map(|row| Ok((row.try_get("", "id")?, row.try_get("", "day")?)))
        .collect()
}
