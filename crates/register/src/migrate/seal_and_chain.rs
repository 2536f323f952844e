//! Seals every row and chains the journal of a register made before there were seals. A row that was altered
//! before that day is sealed as it is: nothing can show it any more.

use std::fmt::Write as _;

use decapolis_words::errors::Result;
use sea_orm::{ConnectionTrait, Statement};

use crate::chain::{
    Event, Layout, Salts, TableChange, Walk, Which, chain_of, entries_after, table_changes, write_chain,
};
use crate::db::Transaction;
use crate::journal::JournalNo;
use crate::schema::Tables;
use crate::table::Table;

/// Rows and entries that are read at once.
const PAGE: i64 = 500;

pub async fn run(tx: &Transaction, tables: Tables) -> Result<()> {
    for table in tables.all() {
        for name in [table.name, table.history] {
            seal(tx, table, name).await?;
        }
        let mut contents = vec![];
        let mut walk = Walk::through(tx, table, Which::All).await?;
        while let Some(event) = walk.next().await? {
            if let Event::Contents(found) = event {
                contents.push((found.entry, TableChange::new(table, &found)));
            }
        }
        drop(walk);
        for (entry, changes) in contents {
            changes.write(tx, entry).await?;
        }
    }
    chain(tx).await
}

/// Seals the present of a table, or its history.
async fn seal(tx: &Transaction, table: &'static Table, name: &str) -> Result<()> {
    let layout = Layout::of(table);
    let columns: Vec<String> = layout.names().map(|c| format!("\"{c}\"")).collect();
    let (mut id, mut recorded) = (0i64, 0i64);
    loop {
        let ask = Statement::from_string(
            tx.get_database_backend(),
            format!(
                "SELECT id, recorded, {} FROM \"{name}\" WHERE id > {id} OR (id = {id} AND recorded > {recorded}) ORDER BY id, recorded LIMIT {PAGE}",
                columns.join(", ")
            ),
        );
        let rows = tx.query_all_raw(ask).await?;
        if rows.is_empty() {
            return Ok(());
        }
        let (mut values, mut salts) = (String::new(), Salts::for_rows(rows.len()));
        for row in &rows {
            (id, recorded) = (row.try_get("", "id")?, row.try_get("", "recorded")?);
            let proof = layout.prove(id, recorded, &layout.read(row, 2)?, &mut salts)?;
            let parted = if values.is_empty() { "" } else { ", " };
            // numbers and hexadecimal digits of our own making
            let _ = write!(values, "{parted}({id}, {recorded}, {}", proof.seal);
            if let (Some(salt), Some(veil)) = (&proof.salt, &proof.veil) {
                let _ = write!(values, ", '{salt}', '{veil}'");
            }
            values.push(')');
        }
        let veils = if layout.veils() { ", salt = v.column4, veil = v.column5" } else { "" };
        tx.execute_unprepared(&format!(
            "UPDATE \"{name}\" AS t SET seal = v.column3{veils} FROM (VALUES {values}) AS v WHERE t.id = v.column1 AND t.recorded = v.column2"
        ))
        .await?;
    }
}

async fn chain(tx: &Transaction) -> Result<()> {
    let (mut number, mut before): (JournalNo, String) = (0, String::new());
    loop {
        let entries = entries_after(tx, number, PAGE as u64).await?;
        let (Some(first), Some(last)) = (entries.first(), entries.last()) else { return Ok(()) };
        let changes = table_changes(tx, first.number, last.number).await?;
        number = last.number;
        for entry in &entries {
            before = chain_of(&before, entry, changes.get(&entry.number).map_or(&[], Vec::as_slice));
            write_chain(tx, entry.number, &before).await?;
        }
    }
}
