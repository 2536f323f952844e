//! The rows of the register as they are now, with all their stored columns.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query};

use decapolis_register::at_once::is_one_of;
use decapolis_register::journal::{JournalNo, RowId};
use decapolis_register::table::{Table, stored};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::Result;

/// The rows that meet this condition, by id.
pub(super) async fn that_meet(
    db: &impl ConnectionTrait,
    table: &'static Table,
    condition: Condition,
) -> Result<BTreeMap<RowId, Values>> {
    read(db, table, table.name, condition).await
}

async fn read(
    db: &impl ConnectionTrait,
    table: &'static Table,
    from: &'static str,
    condition: Condition,
) -> Result<BTreeMap<RowId, Values>> {
    let columns = stored(table);
    let names = columns.iter().map(|(name, ..)| name.clone());
    let ask = Query::select().column("id").columns(names).from(from).cond_where(condition).to_owned();
    let mut found = BTreeMap::new();
    for row in db.query_all(&ask).await? {
        let values = columns
            .iter()
            .enumerate()
            .map(|(n, (name, kind, _))| Ok((name.clone(), Cell::read_at(&row, 1 + n, *kind)?)));
        found.insert(row.try_get_by_index(0)?, values.collect::<Result<Values>>()?);
    }
    Ok(found)
}

/// All stored columns of the rows with these ids, by id: one statement, however many they are.
pub async fn of_ids(
    db: &impl ConnectionTrait,
    table: &'static Table,
    ids: impl IntoIterator<Item = RowId>,
) -> Result<BTreeMap<RowId, Values>> {
    let ids: BTreeSet<RowId> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let one = is_one_of(db.get_database_backend(), Expr::col("id"), ids);
    that_meet(db, table, Condition::all().add(one)).await
}

/// All stored columns of the row with this id; `None` if there is none.
pub async fn of_id(db: &impl ConnectionTrait, table: &'static Table, id: RowId) -> Result<Option<Values>> {
    Ok(that_meet(db, table, Condition::all().add(Expr::col("id").eq(id))).await?.remove(&id))
}

/// All stored columns of the row with this id as the entry of this number left it; `None` where it was not there.
pub async fn as_recorded(
    db: &impl ConnectionTrait,
    table: &'static Table,
    id: RowId,
    number: JournalNo,
) -> Result<Option<Values>> {
    let known = Condition::all().add(Expr::col("id").eq(id)).add(Expr::col("recorded").lte(number));
    if let Some(values) = that_meet(db, table, known.clone()).await?.remove(&id) {
        return Ok(Some(values));
    }
    let known = known.add(Expr::col("superseded").gt(number));
    Ok(read(db, table, table.history, known).await?.remove(&id))
}
