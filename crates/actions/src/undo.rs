//! `register.undo`: takes a batch back.

use std::sync::Arc;

use decapolis_register::changes::{Changes, Staged};
use decapolis_register::db::Db;
use decapolis_register::journal::{self, About, Entry, JournalNo};
use decapolis_register::schema::Tables;
use decapolis_words::errors::{Error, Result};
use futures_util::future::BoxFuture;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use super::context::Context;
use super::description::{Action, Description, Turn, Undo};
use super::request::Request;
use super::role::WRITERS;
use super::run::{Done, Register, run, write};
use super::undone::concerns_of_undo;

/// The description of `register.undo`.
pub const UNDO: Description = Description {
    name: "register.undo",
    on: None,
    fields: &[],
    turn: Turn::Short,
    undo: Undo::Never("error-undo-of-undo"),
    by: WRITERS,
    in_the_demo: false,
};

/// A batch that is being taken back.
struct Undoing {
    tables: Tables,
    batch: String,
}

impl Staged for Undoing {
    fn write<'a>(&'a mut self, entry: &'a mut Entry) -> BoxFuture<'a, Result<usize>> {
        Box::pin(journal::take_back(entry, self.tables, &self.batch))
    }
}

/// Takes back everything that a batch wrote, as an entry of its own.
///
/// Refused when the batch is not there (`error-batch-unknown`), when something recorded later stands on it (`error-batch-stands-on`,
/// naming the table), when the action that wrote it is never taken back (its own reason) or only by itself (`error-undo-own-action`),
/// and when it wrote in a table that only another action writes in (`error-table-own-action`).
pub async fn undo_batch(
    register: &Arc<Register>,
    request: Request,
    batch: &str,
    actions: &'static [&'static Description],
) -> Result<Done> {
    let input = UndoBatch { batch: batch.to_string(), actions };
    run(register, &UNDO_BATCH, Request { undoes: Some(batch.to_string()), ..request }, input).await
}

struct UndoBatch {
    batch: String,
    /// All actions of the program; each says how it is taken back.
    actions: &'static [&'static Description],
}

static UNDO_BATCH: Action<Register, UndoBatch> =
    Action { about: UNDO, run: |context, input| Box::pin(changes(context, input)) };

async fn changes(context: &Context<'_, Register>, input: UndoBatch) -> Result<Changes> {
    let UndoBatch { batch, actions } = input;
    let ask = Query::select()
        .distinct()
        .column("action")
        .from("journal")
        .and_where(Expr::col("batch").eq(batch.as_str()))
        .to_owned();
    for row in context.tx.query_all(&ask).await? {
        let name: String = row.try_get_by_index(0)?;
        // what nobody describes any more is taken back as any batch is
        match actions.iter().find(|action| action.name == name).map(|action| action.undo) {
            Some(Undo::Never(reason)) => {
                return Err(Error::refused_with(reason, [("batch", batch.into())].into()));
            }
            Some(Undo::OwnAction) => {
                let args = [("batch", batch.into()), ("action", name.into())];
                return Err(Error::refused_with("error-undo-own-action", args.into()));
            }
            Some(Undo::Batch) | None => {}
        }
    }
    let tables = context.program.tables;
    let concerns = concerns_of_undo(context.tx, tables, &batch, &context.actor.word()).await?;
    let mut changes = Changes::staged(Undoing { tables, batch });
    for concern in concerns {
        changes.may_need_two(concern);
    }
    Ok(changes)
}

/// Takes a batch back as an entry that says of itself what `about` says: for tests. The program goes through [`undo_batch`]. Gives the
/// number of the entry and how many rows are as before.
pub async fn undo(
    db: &Db,
    tables: Tables,
    batch: &str,
    about: &About<'_>,
    at: impl Into<Option<Timestamp>>,
    zone: &TimeZone,
) -> Result<(JournalNo, usize)> {
    let done =
        write(db, about, at.into(), zone, Changes::staged(Undoing { tables, batch: batch.to_string() }))
            .await?;
    Ok((done.number, done.rows))
}
