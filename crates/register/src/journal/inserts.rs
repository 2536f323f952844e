//! Writes new rows and new versions, many with one statement.
//!
//! Statements come in a few sizes only, so that a database prepares each of them once, however many rows are
//! written.

use decapolis_words::errors::Result;
use sea_orm::{ConnectionTrait, DbBackend, Statement, Value, Values as Parameters};

use crate::chain::{Layout, Proof, Salts};
use crate::db::Transaction;
use crate::value::{JournalNo, RowId, Values};

/// The numbers of rows in one statement, the largest first.
const SIZES: [usize; 3] = [128, 16, 1];

/// What becomes of a row with the same id.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum IfThere {
    /// There is none, or the entry fails.
    Refused,
    /// The new version takes its place; its id, which others refer to, is never gone.
    Overwritten,
}

/// Writes these rows as recorded by this entry, each with its proof.
pub(super) async fn insert(
    tx: &Transaction,
    number: JournalNo,
    layout: &Layout,
    rows: Vec<(RowId, Values)>,
    standing: IfThere,
) -> Result<()> {
    let mut salts = Salts::for_rows(rows.len());
    let mut rows = rows.into_iter();
    for size in SIZES {
        let mut statement = None;
        while rows.len() >= size {
            let mut parameters = Vec::with_capacity(size * (layout.width() + 5));
            for (id, values) in rows.by_ref().take(size) {
                row(layout, number, id, values, &mut salts, &mut parameters)?;
            }
            let sql: &String =
                statement.get_or_insert_with(|| text(layout, size, standing, tx.get_database_backend()));
            tx.execute_raw(Statement {
                sql: sql.clone(),
                values: Some(Parameters(parameters)),
                db_backend: tx.get_database_backend(),
            })
            .await?;
        }
    }
    Ok(())
}

/// The parameters of one row, in the order of the text.
fn row(
    layout: &Layout,
    number: JournalNo,
    id: RowId,
    values: Values,
    salts: &mut Salts,
    into: &mut Vec<Value>,
) -> Result<()> {
    let cells = layout.take(values);
    let proof = layout.prove(id, number, &cells, salts)?;
    into.extend(cells.into_iter().zip(layout.kinds()).map(|(cell, kind)| cell.into_value(kind)));
    into.extend([Value::BigInt(Some(id)), Value::BigInt(Some(number))]);
    into.extend(proofs(layout, proof));
    Ok(())
}

fn text(layout: &Layout, rows: usize, standing: IfThere, backend: DbBackend) -> String {
    let columns: Vec<String> = layout
        .names()
        .chain(["id", "recorded"])
        .chain(proving(layout).iter().copied())
        .map(|name| format!("\"{name}\""))
        .collect();
    let mut sql = format!("INSERT INTO \"{}\" ({}) VALUES ", layout.table.name, columns.join(", "));
    for row in 0..rows {
        sql.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..columns.len() {
            if column > 0 {
                sql.push_str(", ");
            }
            match backend {
                DbBackend::Postgres => sql.push_str(&format!("${}", row * columns.len() + column + 1)),
                _ => sql.push('?'),
            }
        }
        sql.push(')');
    }
    if standing == IfThere::Overwritten {
        let over =
            columns.iter().filter(|name| *name != "\"id\"").map(|name| format!("{name} = excluded.{name}"));
        sql.push_str(&format!(" ON CONFLICT (id) DO UPDATE SET {}", over.collect::<Vec<_>>().join(", ")));
    }
    sql
}

/// The columns that prove a row of this table.
pub(super) fn proving(layout: &Layout) -> &'static [&'static str] {
    if layout.veils() { &["seal", "salt", "veil"] } else { &["seal"] }
}

fn proofs(layout: &Layout, proof: Proof) -> impl Iterator<Item = Value> {
    let veiled = layout.veils().then_some([Value::String(proof.salt), Value::String(proof.veil)]);
    std::iter::once(Value::BigInt(Some(proof.seal))).chain(veiled.into_iter().flatten())
}
