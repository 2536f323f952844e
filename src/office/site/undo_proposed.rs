//! Proposing that a batch is taken back, where that needs two people.

use decapolis_actions::{UNDO, may};
use decapolis_register::journal::{Past, past_of};
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use super::batches::is_theirs;
use super::desk::Desk;
use super::propose_button::new_code;
use crate::office::proposals::{self, DoneOn, NewProposal};

/// Proposes that a batch is taken back, and gives the code of the proposal.
///
/// `NotAllowed` for who may not take anything back. Refused: no such batch (`error-batch-unknown`).
pub async fn propose_undo(desk: &Desk<'_>, batch: &str) -> Result<String> {
    may(&desk.who.actor, &UNDO)?;
    let db = desk.site.app.db.reader();
    let seen = match &desk.scope {
        None => entry_of(db, batch).await?,
        // what others did is not theirs to see
        Some(_) if is_theirs(desk, batch).await? => entry_of(db, batch).await?,
        Some(_) => None,
    };
    if seen.is_none() {
        return Err(Error::refused_with("error-batch-unknown", [("batch", batch.into())].into()));
    }
    let code = new_code()?;
    let new = NewProposal {
        account: desk.who.account.code.clone(),
        action: UNDO.name.into(),
        on: DoneOn::Batch { name: batch.into() },
        row: None,
        typed: vec![],
        seen: vec![],
        why: None,
    };
    proposals::keep(&desk.site.app.db, &code, new).await?;
    Ok(code)
}

/// The entry that wrote a batch.
pub async fn entry_of(db: &impl ConnectionTrait, batch: &str) -> Result<Option<Past>> {
    let ask = Query::select()
        .column("number")
        .from("journal")
        .and_where(Expr::col("batch").eq(batch))
        .limit(1)
        .to_owned();
    let Some(row) = db.query_one(&ask).await? else { return Ok(None) };
    Ok(past_of(db, &[row.try_get_by_index(0)?]).await?.pop())
}
