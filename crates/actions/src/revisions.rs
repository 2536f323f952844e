//! What follows from an action: each row as it was and as it would be.

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
    let mut all = Vec::with_capacity(writes.len());
    for (table, write) in writes {
        let revision = |id, before: Option<Values>, after| Revision {
            table,
            id,
            before,
            after,
            corrects: matches!(write, Write::Correct(..)),
        };
        all.push(match write {
            Write::Insert(id, values) => revision(*id, None, Some(with_fact_columns(table, values.clone()))),
            Write::Change(id, values) | Write::Correct(id, values) => {
                let before = rows::of_id(db, table, *id).await?.unwrap_or_default();
                let mut after = before.clone();
                after.extend(values.clone());
                revision(Some(*id), Some(before), Some(after))
            }
            Write::Remove(id) => revision(Some(*id), rows::of_id(db, table, *id).await?, None),
        });
    }
    Ok(all)
}
