//! The version of a row that the actor saw when deciding to act.

use std::fmt;

use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use decapolis_register::journal::{JournalNo, RowId};
use decapolis_register::table::{RECORDS, Table};
use decapolis_words::errors::{Error, Result};

/// A row with the entry that recorded it, written `id@recorded`. Of a record the later entry counts, of its own columns or of those that
/// all records have.
#[derive(Clone, Copy)]
pub struct RowToken {
    pub table: &'static Table,
    pub id: RowId,
    pub recorded: JournalNo,
}

impl RowToken {
    /// The token of the row as it is now; `None` if there is no such row.
    pub async fn of(db: &impl ConnectionTrait, table: &'static Table, id: RowId) -> Result<Option<RowToken>> {
        let mut recorded: JournalNo = 0;
        let records = table.kind().map(|_| &RECORDS);
        for table in [table].into_iter().chain(records) {
            let ask = Query::select()
                .column("recorded")
                .from(table.name)
                .and_where(Expr::col("id").eq(id))
                .to_owned();
            let Some(row) = db.query_one(&ask).await? else { return Ok(None) };
            let of_row: JournalNo = row.try_get_by_index(0)?;
            recorded = Ord::max(recorded, of_row);
        }
        Ok(Some(RowToken { table, id, recorded }))
    }

    /// Reads `id@recorded`.
    pub fn read(table: &'static Table, text: &str) -> Option<RowToken> {
        let (id, recorded) = text.split_once('@')?;
        Some(RowToken { table, id: id.parse().ok()?, recorded: recorded.parse().ok()? })
    }

    /// Refused (`error-row-moved`) if the row has changed or is gone.
    pub(super) async fn check(&self, db: &impl ConnectionTrait) -> Result<()> {
        match RowToken::of(db, self.table, self.id).await? {
            Some(now) if now.recorded == self.recorded => Ok(()),
            _ => Err(Error::refused("error-row-moved")),
        }
    }
}

impl fmt::Display for RowToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.id, self.recorded)
    }
}
