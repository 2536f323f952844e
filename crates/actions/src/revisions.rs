//! What follows from an action: each row as it was and as it would be.

use std::collections::BTreeMap;

use sea_orm::ConnectionTrait;

use decapolis_register::changes::with_fact_columns;
use decapolis_register::journal::{RowId, Write};
use decapolis_register::table::Table;
use decapolis_register::value::Values;
use decapolis_words::errors::Result;

use super::rows;

/// One row, before and after.
#[derive(Clone)]
pub struct Revision {
    pub table: &'static Table,
    /// `None` for a new fact, below zero for a new record.
    pub id: Option<RowId>,
    /// All stored columns as they are; `None` for a new row.
    pub before: Option<Values>,
    /// All stored columns as they would be; `None` for a row that is removed.
    pub after: Option<Values>,
    /// Whether it was never as it is recorded now.
    pub corrects: bool,
}

/// What these writes change, in their order ([`decapolis_register::changes::Changes::writes`]). A row that is revised twice appears twice,
/// each time beside what the register has now.
pub async fn revisions(
    db: &impl ConnectionTrait,
    writes: &[(&'static Table, Write)],
) -> Result<Vec<Revision>> {
    let before = rows_before(db, writes).await?;
    let as_it_is = |table: &Table, id: &RowId| before.get(table.name)?.get(id).cloned();
    let revision = |(table, write): &(&'static Table, Write)| {
        let (id, before, after) = match write {
            Write::Insert(id, values) => (*id, None, Some(with_fact_columns(table, values.clone()))),
            Write::Change(id, values) | Write::Correct(id, values) => {
                let before = as_it_is(table, id).unwrap_or_default();
                let mut after = before.clone();
                after.extend(values.clone());
                (Some(*id), Some(before), Some(after))
            }
            Write::Remove(id) => (Some(*id), as_it_is(table, id), None),
        };
        Revision { table, id, before, after, corrects: matches!(write, Write::Correct(..)) }
    };
    Ok(writes.iter().map(revision).collect())
}

/// The rows of the register that these writes change or remove, by table and id: one statement per table.
pub(super) async fn rows_before(
    db: &impl ConnectionTrait,
    writes: &[(&'static Table, Write)],
) -> Result<BTreeMap<&'static str, BTreeMap<RowId, Values>>> {
    let mut ids: BTreeMap<&str, (&'static Table, Vec<RowId>)> = BTreeMap::new();
    for (table, write) in writes {
        if let Write::Change(id, _) | Write::Correct(id, _) | Write::Remove(id) = write {
            ids.entry(table.name).or_insert((table, vec![])).1.push(*id);
        }
    }
    let mut before = BTreeMap::new();
    for (name, (table, ids)) in ids {
        before.insert(name, rows::of_ids(db, table, ids).await?);
    }
    Ok(before)
}
