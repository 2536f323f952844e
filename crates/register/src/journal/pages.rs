//! Divides rows into pages: one pass over the ids finds where each page begins and ends, and nothing else is
//! kept in memory.

use decapolis_words::errors::Result;
use futures_util::StreamExt;
use sea_orm::{Statement, StreamTrait};

use super::RowId;
use crate::db::Transaction;

/// The most rows on a page.
const PAGE: usize = 2_000;

/// The first and the last id of each page of the rows of a table for which this holds, in the order of ids.
///
/// The ids come out of the database in one sorted list and are let go at once. To look for the next page after the last id would sort
/// them again for every page where an index holds the entry and not the id.
pub(crate) async fn pages(tx: &Transaction, from: &str, holds: &str) -> Result<Vec<(RowId, RowId)>> {
    let sql = format!("SELECT id FROM \"{from}\" WHERE {holds} ORDER BY id");
    let mut ids = tx.stream_raw(Statement::from_string(StreamTrait::get_database_backend(tx), sql)).await?;
    let (mut pages, mut on_page) = (vec![], 0);
    while let Some(row) = ids.next().await {
        let id: RowId = row?.try_get_by_index(0)?;
        match pages.last_mut() {
            Some((_, last)) if on_page < PAGE => *last = id,
            _ => {
                pages.push((id, id));
                on_page = 0;
            }
        }
        on_page += 1;
    }
    Ok(pages)
}
