//! A proposal opened again, as somebody who decides it: on the data and with the permissions of today.

use decapolis_actions::{self as actions, Actor, OnRow, Revision, RowToken, Standing, UNDO, may, standing};
use decapolis_register::journal::JournalNo;
use decapolis_register::table::RECORDS;
use decapolis_words::errors::{Error, Result};

use super::act::{ActPath, ActionForm};
use super::bulk::Bulk;
use super::desk::Desk;
use super::list_address::facts_of;
use crate::accounts::store;
use crate::office::proposals::{DoneOn, Proposal};
use crate::records::revised::{RevisedRow, revised};
use crate::web::sent::Pairs;

/// What somebody decides.
pub enum OpenedProposal<'a> {
    Form(Box<ActionForm<'a>>),
    Rows(Box<Bulk<'a>>),
    /// The name of the batch that is taken back.
    Batch(String),
}

/// Opens a proposal as this person, with these values in its form.
///
/// Errors: as the form of the action. Refused: its row is gone (`error-row-moved`).
pub async fn open<'a>(desk: &Desk<'a>, proposal: &Proposal, typed: Pairs) -> Result<OpenedProposal<'a>> {
    let unknown = || Error::NotFound("action");
    match &proposal.on {
        DoneOn::Record { kind, code } => {
            let path = ActPath { kind: kind.clone(), code: code.clone(), action: proposal.action.clone() };
            let form = ActionForm::read(desk.clone(), path, proposal.row, typed).await?;
            Ok(OpenedProposal::Form(Box::new(form)))
        }
        DoneOn::Apart => {
            let offer = desk.site.app.action(&proposal.action).ok_or_else(unknown)?;
            let row = match (offer.on_row, proposal.row) {
                (Some(OnRow { table, .. }), Some(row)) => {
                    let now = RowToken::of(desk.site.app.db.reader(), table, row).await?;
                    Some(now.ok_or_else(|| Error::refused("error-row-moved"))?)
                }
                _ => None,
            };
            Ok(OpenedProposal::Form(Box::new(ActionForm::apart(desk.clone(), offer, row, typed).await?)))
        }
        DoneOn::Rows { table } => {
            let table = facts_of(desk, table)?;
            Ok(OpenedProposal::Rows(Box::new(Bulk::read(desk.clone(), table, typed).await?)))
        }
        DoneOn::Batch { name } => {
            may(&desk.who.actor, &UNDO)?;
            Ok(OpenedProposal::Batch(name.clone()))
        }
    }
}

/// Whether this person may do what was proposed, on what it is done on. What is written is asked again when it is.
pub async fn may_decide(desk: &Desk<'_>, opened: &mut OpenedProposal<'_>) -> Result<bool> {
    let app = &desk.site.app;
    match opened {
        OpenedProposal::Form(form) => {
            if form.standing != Standing::Does {
                return Ok(false);
            }
            let by = form.about().by;
            if let Some(row) = form.row
                && !desk.writes(by, row.table, row.id).await?
            {
                return Ok(false);
            }
            if let Some(record) = &form.record
                && let Some(table) = app.all_tables().of_kind(&record.kind)
                && !desk.writes(by, table, record.id).await?
            {
                return Ok(false);
            }
            let (given, _) = form.given().await?;
            form.is_for_owners_in_scope(&given).await
        }
        OpenedProposal::Rows(bulk) => {
            if bulk.form.standing != Standing::Does {
                return Ok(false);
            }
            let by = bulk.form.about().by;
            let theirs = desk.writes_of(by, bulk.table, bulk.rows.iter().copied()).await?;
            Ok(bulk.rows.iter().all(|row| theirs.contains(row)))
        }
        // what others did is seen by who sees everything
        OpenedProposal::Batch(_) => Ok(desk.scope.is_none()),
    }
}

/// Refused (`error-proposer-gone`): who proposed it could not propose it today, so it would not be by two.
pub async fn proposer_stands(desk: &Desk<'_>, proposal: &Proposal) -> Result<()> {
    let app = &desk.site.app;
    let account = store::by_code(app.db.reader(), &proposal.account, app.settings.today()).await?;
    let stands = account.is_some_and(|account| {
        let actor = Actor::account(account.code, account.grants);
        match app.action(&proposal.action) {
            Some(offer) => standing(&actor, offer).is_ok(),
            None => proposal.action == UNDO.name && may(&actor, &UNDO).is_ok(),
        }
    });
    if stands { Ok(()) } else { Err(Error::refused("error-proposer-gone")) }
}

/// The rows that have changed since it was proposed, each as it was then and as it is now.
pub async fn moved(desk: &Desk<'_>, proposal: &Proposal) -> Result<Vec<RevisedRow>> {
    let db = desk.site.app.db.reader();
    let mut revisions = vec![];
    for seen in &proposal.seen {
        let Some((name, token)) = seen.split_once('/') else { continue };
        let tables = desk.site.app.all_tables();
        let Some(table) = tables.all().find(|table| table.name == name) else { continue };
        let Some(then) = RowToken::read(table, token) else { continue };
        let recorded: Option<JournalNo> = RowToken::of(db, table, then.id).await?.map(|now| now.recorded);
        if recorded == Some(then.recorded) {
            continue;
        }
        let of_records = table.kind().map(|_| &RECORDS);
        for table in [table].into_iter().chain(of_records) {
            let before = actions::row_as_recorded(db, table, then.id, then.recorded).await?;
            let after = actions::row_of(db, table, then.id).await?;
            if before != after && before.is_some() {
                revisions.push(Revision { table, id: Some(then.id), before, after, corrects: false });
            }
        }
    }
    revised(db, &revisions, &desk.eyes(), &desk.reader.locale).await
}
