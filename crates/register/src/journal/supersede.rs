//! Moves present versions to the history, many with one statement.

use std::collections::{BTreeMap, BTreeSet};

use decapolis_words::errors::{Error, Result};
use sea_orm::{ConnectionTrait, Statement};

use super::inserts::{self, IfThere, proving};
use crate::chain::Layout;
use crate::db::Transaction;
use crate::value::{JournalNo, RowId, Values};

/// The number of rows written at once.
const MANY: usize = 1_000;

/// Rows of a table whose present version ends in the same way, each at most once.
#[derive(Default)]
pub(super) struct Run {
    ending: &'static str,
    ids: BTreeSet<RowId>,
    /// What the rows say from now on, in their order; nothing where they are removed.
    new: Vec<(RowId, Values)>,
}

impl Run {
    /// Whether this row may join. One that is revised twice is revised in two runs.
    pub fn takes(&self, ending: &str, id: RowId) -> bool {
        self.ids.is_empty() || (self.ending == ending && self.ids.len() < MANY && !self.ids.contains(&id))
    }

    pub fn add(&mut self, ending: &'static str, id: RowId, new: Option<Values>) {
        self.ending = ending;
        self.ids.insert(id);
        self.new.extend(new.map(|values| (id, values)));
    }

    /// Moves the present versions to the history, and writes the new ones in their place. `Broken` where a row is not there.
    pub async fn write(mut self, tx: &Transaction, number: JournalNo, layout: &Layout) -> Result<()> {
        if self.ids.is_empty() {
            return Ok(());
        }
        let table = layout.table;
        // numbers of our own making: they stand in the statement as they are
        let list = self.ids.iter().map(RowId::to_string).collect::<Vec<_>>().join(", ");
        let new = self.filled_up(tx, layout, &list).await?;
        let kept: Vec<String> = layout
            .names()
            .chain(["id", "recorded"])
            .chain(proving(layout).iter().copied())
            .map(|name| format!("\"{name}\""))
            .collect();
        let kept = kept.join(", ");
        // what this very entry wrote was never known: it leaves no version behind
        tx.execute_unprepared(&format!(
            "INSERT INTO \"{}\" ({kept}, superseded, revision) SELECT {kept}, {number}, '{}' FROM \"{}\" WHERE id IN ({list}) AND recorded <> {number}",
            table.history, self.ending, table.name
        ))
        .await?;
        if new.is_empty() {
            tx.execute_unprepared(&format!("DELETE FROM \"{}\" WHERE id IN ({list})", table.name)).await?;
        }
        inserts::insert(tx, number, layout, new, IfThere::Overwritten).await
    }

    /// The new versions, complete: a revision that names some columns only leaves the others as they are, and the seal covers all of them.
    async fn filled_up(
        &mut self,
        tx: &Transaction,
        layout: &Layout,
        list: &str,
    ) -> Result<Vec<(RowId, Values)>> {
        let mut new = std::mem::take(&mut self.new);
        let lacks = |values: &Values| layout.names().any(|name| !values.contains_key(name));
        let any = new.iter().any(|(_, values)| lacks(values));
        let columns: String = layout.names().filter(|_| any).map(|name| format!(", \"{name}\"")).collect();
        let sql = format!("SELECT id{columns} FROM \"{}\" WHERE id IN ({list})", layout.table.name);
        let mut there = BTreeMap::new();
        for row in tx.query_all_raw(Statement::from_string(tx.get_database_backend(), sql)).await? {
            let id: RowId = row.try_get_by_index(0)?;
            there.insert(id, if any { layout.read(&row, 1)? } else { vec![] });
        }
        if let Some(id) = self.ids.iter().find(|id| !there.contains_key(id)) {
            return Err(Error::Broken(format!("{} has no row {id}", layout.table.name)));
        }
        for (id, values) in new.iter_mut().filter(|(_, values)| lacks(values)) {
            for (name, cell) in layout.names().zip(there.remove(id).unwrap_or_default()) {
                values.entry(name.to_string()).or_insert(cell);
            }
        }
        Ok(new)
    }
}
