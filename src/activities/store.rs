//! Queries for the pages of activities.

use decapolis_register::journal::RowId;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Order, Query};

/// The themes, in the network's order.
pub async fn themes(db: &impl ConnectionTrait) -> Result<Vec<RowId>> {
    let ask = Query::select()
        .column("id")
        .from("themes")
        .order_by("rank", Order::Asc)
        .order_by("id", Order::Asc)
        .to_owned();
    db.query_all(&ask).await?.iter().map(|row| Ok(row.try_get("", "id")?)).collect()
}

/// The colours of the themes, in the network's order; empty for a theme without one.
pub async fn theme_colours(db: &impl ConnectionTrait) -> Result<Vec<String>> {
    let ask = Query::select()
        .column("colour")
        .from("themes")
        .order_by("rank", Order::Asc)
        .order_by("id", Order::Asc)
        .to_owned();
    db.query_all(&ask)
        .await?
        .iter()
        .map(|row| Ok(row.try_get::<Option<String>>("", "colour")?.unwrap_or_default()))
        .collect()
}
