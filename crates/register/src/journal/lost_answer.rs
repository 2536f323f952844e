//! Finds out whether an entry was written when the answer to its COMMIT was lost.

use std::time::Duration;

use decapolis_words::errors::{Error, Result};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, DbErr};

use super::JournalNo;
use crate::db::Db;

/// How long the register is asked again while it does not answer.
const PAUSES: [u64; 6] = [0, 200, 500, 1_000, 2_000, 4_000];

/// `Ok` when the entry with this number has this chain, which no other entry can have.
///
/// Errors: `lost` itself when the entry is not there, and nothing was written; `error-commit-unknown` when the register does not answer.
pub(super) async fn is_written(
    db: &Db,
    number: JournalNo,
    chain: &str,
    batch: &str,
    lost: DbErr,
) -> Result<()> {
    for pause in PAUSES {
        tokio::time::sleep(Duration::from_millis(pause)).await;
        match chain_of(db, number).await {
            Ok(there) if there.as_deref() == Some(chain) => {
                tracing::warn!(number, %lost, "the answer to a commit was lost: the entry was found again");
                return Ok(());
            }
            Ok(_) => return Err(lost.into()),
            Err(error) => tracing::warn!(number, %error, "the answer to a commit was lost"),
        }
    }
    Err(Error::refused_with("error-commit-unknown", [("batch", batch.into())].into()))
}

/// The chain of an entry, read when no other writer is at work: a server that has lost its reader may still be committing.
async fn chain_of(db: &Db, number: JournalNo) -> Result<Option<String>> {
    let tx = db.writing().await?;
    // waits until whoever holds the counter has ended
    let counter = Query::update().table("counter").value("journal", Expr::col("journal")).to_owned();
    tx.execute(&counter).await?;
    let ask =
        Query::select().column("chain").from("journal").and_where(Expr::col("number").eq(number)).to_owned();
    let chain = match tx.query_one(&ask).await? {
        Some(row) => row.try_get_by_index::<Option<String>>(0)?,
        None => None,
    };
    tx.rollback().await?;
    Ok(chain)
}
