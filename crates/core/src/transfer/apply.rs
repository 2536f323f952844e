//! Writing a planned import: one entry, one batch, all or nothing.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use super::plan::Plan;
use crate::db::Db;
use crate::errors::{Error, Result};
use crate::journal::{About, Cell, Entry, Heads, JournalNo, RowId, Values, Write};
use crate::schema::stored;
use crate::table::{Kind, RECORDS};

/// Writes a plan without errors.
///
/// Refused when the register has moved since the plan was made (`error-moved`), when `at` lies before the last entry
/// (`error-recorded-too-early`), when another import holds the register too long (`error-busy`) or the disk is full
/// (`error-disk-full`). In every case the register is as it was.
pub async fn apply(db: &Db, plan: Plan, about: &About<'_>, at: Timestamp, zone: &TimeZone) -> Result<JournalNo> {
    if plan.errors() > 0 {
        return Err(Error::Broken("a plan with errors is not written".into()));
    }
    let mut entry = Entry::open(db, about, at, zone).await?;
    match write(&mut entry, plan, about.batch).await {
        Ok(()) => entry.commit().await,
        Err(error) => {
            // the connection may be gone with the disk: the error told is the first one
            let _ = entry.give_up().await;
            Err(match error {
                Error::Broken(text) if text.to_lowercase().contains("foreign key") => Error::refused("error-record-in-use"),
                other => other,
            })
        }
    }
}

async fn write(entry: &mut Entry, plan: Plan, batch: Option<&str>) -> Result<()> {
    // two imports at once may have chosen one name: an undo of it would take back both
    let named = Query::select()
        .column("number")
        .from("journal")
        .and_where(Expr::col("batch").eq(batch.unwrap_or_default()))
        .and_where(Expr::col("number").ne(entry.number()))
        .limit(1)
        .to_owned();
    if entry.reading().query_one(&named).await?.is_some() {
        return Err(Error::refused("error-moved"));
    }
    let heads = Heads::read(entry.reading()).await?;
    if heads.of(&plan.read) != plan.heads.of(&plan.read) {
        return Err(Error::refused("error-moved"));
    }
    let ids: Vec<RowId> = entry.new_ids(plan.new_records).await?.collect();
    let real = |id: RowId| if id < 0 { ids[(-id - 1) as usize] } else { id };
    // records are made before anything refers to them, and removed after everything that stood on them
    let (records, others): (Vec<_>, Vec<_>) = plan.writes.into_iter().partition(|(table, _)| table.name == RECORDS.name);
    let removes = |writes: &[Write]| matches!(writes.first(), Some(Write::Remove(_)));
    let (removed, made): (Vec<_>, Vec<_>) = records.into_iter().partition(|(_, writes)| removes(writes));
    for (table, writes) in made.into_iter().chain(others).chain(removed) {
        let references: Vec<String> =
            stored(table).into_iter().filter(|(_, kind, _)| matches!(kind, Kind::Ref(_))).map(|(name, ..)| name).collect();
        let settle = |mut values: Values| {
            for name in &references {
                if let Some(Cell::Int(id)) = values.get(name) {
                    let id = real(*id);
                    values.insert(name.clone(), Cell::Int(id));
                }
            }
            values
        };
        let writes = writes.into_iter().map(|write| match write {
            Write::Insert(id, values) => Write::Insert(id.map(real), settle(values)),
            Write::Change(id, values) => Write::Change(id, settle(values)),
            Write::Correct(id, values) => Write::Correct(id, settle(values)),
            Write::Remove(id) => Write::Remove(id),
        });
        entry.revise(table, writes.collect()).await?;
    }
    Ok(())
}
