//! The version of a row that the actor saw when deciding to act.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, Query};

use decapolis_register::at_once::is_one_of;
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
        Ok(RowToken::of_all(db, table, [id]).await?.remove(&id))
    }

    /// The tokens of these rows as they are now, by id: of a table of records two statements, of facts one, however many rows they are.
    pub async fn of_all(
        db: &impl ConnectionTrait,
        table: &'static Table,
        ids: impl IntoIterator<Item = RowId>,
    ) -> Result<BTreeMap<RowId, RowToken>> {
        let ids: BTreeSet<RowId> = ids.into_iter().collect();
        let mut tokens = BTreeMap::new();
        if ids.is_empty() {
            return Ok(tokens);
        }
        let records = table.kind().map(|_| &RECORDS);
        let mut columns = vec![];
        for table in [table].into_iter().chain(records) {
            columns.push(recorded(db, table, &ids).await?);
        }
        let (own, rest) = columns.split_first().ok_or_else(|| Error::Broken("no table".into()))?;
        for (id, of_row) in own {
            let of_record = rest.iter().map(|column| column.get(id).copied());
            // a row without its record is none
            let Some(of_record) = of_record.collect::<Option<Vec<JournalNo>>>() else { continue };
            let recorded = of_record.into_iter().chain([*of_row]).max().unwrap_or_default();
            tokens.insert(*id, RowToken { table, id: *id, recorded });
        }
        Ok(tokens)
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

/// The entries that recorded these rows, by id.
async fn recorded(
    db: &impl ConnectionTrait,
    table: &Table,
    ids: &BTreeSet<RowId>,
) -> Result<BTreeMap<RowId, JournalNo>> {
    let ask = Query::select()
        .columns(["id", "recorded"])
        .from(table.name)
        .and_where(is_one_of(db.get_database_backend(), Expr::col("id"), ids.iter().copied()))
        .to_owned();
    let rows = db.query_all(&ask).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}
