//! Runs an action: always the same steps in the same order.

use std::collections::BTreeMap;
use std::sync::Arc;

use decapolis_base::Day;
use decapolis_register::changes::Changes;
use decapolis_register::db::{Db, Transaction};
use decapolis_register::journal::{About, Entry, JournalNo, RowId, Write, clock};
use decapolis_register::rules::Fault;
use decapolis_register::schema::Tables;
use decapolis_register::table::Table;
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use super::actor::Actor;
use super::context::Context;
use super::description::{Action, Description, Turn, may};
use super::keeps_rules::{faults, keep_rules};
use super::likenesses::are_told_apart;
use super::request::Request;
use super::row_token::RowToken;
use super::two_people::{is_by_two, needs_two};

/// The program in which an action runs.
pub trait Program: Send + Sync + 'static {
    fn db(&self) -> &Db;
    fn tables(&self) -> Tables;
    /// Which day an instant is.
    fn zone(&self) -> &TimeZone;
}

/// A register alone, for actions that need nothing else of a program.
#[derive(Clone)]
pub struct Register {
    pub db: Db,
    pub tables: Tables,
    pub zone: TimeZone,
    /// Which words the program lacks in languages; `None` where nobody reads its pages.
    pub words: Option<WordsLacking>,
}

/// Gives, of these languages, the first in which the program lacks words of its pages, with the keys of these words: it would be left out at
/// the next start.
pub type WordsLacking = Arc<dyn Fn(&[String]) -> Result<Option<(String, Vec<String>)>> + Send + Sync>;

impl Program for Register {
    fn db(&self) -> &Db {
        &self.db
    }

    fn tables(&self) -> Tables {
        self.tables
    }

    fn zone(&self) -> &TimeZone {
        &self.zone
    }
}

/// The rows of the register that these writes change, each as `table/id@recorded`.
pub async fn rows_to_change(
    db: &impl ConnectionTrait,
    writes: &[(&'static Table, Write)],
) -> Result<Vec<String>> {
    let row = |write: &Write| match write {
        Write::Change(id, _) | Write::Correct(id, _) | Write::Remove(id) => Some(*id),
        Write::Insert(..) => None,
    };
    let mut ids: BTreeMap<&str, (&'static Table, Vec<RowId>)> = BTreeMap::new();
    for (table, write) in writes {
        ids.entry(table.name).or_insert((table, vec![])).1.extend(row(write));
    }
    let mut tokens = BTreeMap::new();
    for (name, (table, ids)) in ids {
        tokens.insert(name, RowToken::of_all(db, table, ids).await?);
    }
    let of = |(table, write): &(&'static Table, Write)| {
        Some(format!("{}/{}", table.name, tokens.get(table.name)?.get(&row(write)?)?))
    };
    Ok(writes.iter().filter_map(of).collect())
}

/// Refused (`error-row-moved`) if other rows would change than the actor saw, or if one of them has changed since.
async fn is_as_seen(
    db: &impl ConnectionTrait,
    request: &Request,
    writes: &[(&'static Table, Write)],
) -> Result<()> {
    match &request.seen {
        Some(seen) if rows_to_change(db, writes).await? != *seen => Err(Error::refused("error-row-moved")),
        _ => Ok(()),
    }
}

/// What an action wrote.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// The name by which it is taken back.
    pub batch: String,
    pub number: JournalNo,
    pub rows: usize,
    /// The new records, in the order in which the action made them.
    pub records: Vec<RowId>,
}

/// Runs an action. It runs to its end even if the caller stops waiting: a reader who hangs up, or a time limit, never leaves a transaction
/// half begun or half committed.
///
/// Errors: `NotAllowed` when the actor may not; `Refused` when the row that was looked at has changed (`error-row-moved`), when a rule
/// says no, or the action itself does; whatever the error, the register is as it was.
pub async fn run<P: Program, I: Send + 'static>(
    program: &Arc<P>,
    action: &'static Action<P, I>,
    request: Request,
    input: I,
) -> Result<Done> {
    let program = program.clone();
    let doing = tokio::spawn(async move { perform(&*program, action, &request, input).await });
    doing
        .await
        .unwrap_or_else(|failed| Err(Error::Broken(format!("{} broke off: {failed}", action.about.name))))
}

/// What an action would write, and which rules it would not keep.
#[derive(Default)]
pub struct Looked {
    pub changes: Changes,
    /// What is wrong with the rows, each by its place among the changes' writes.
    pub faults: Vec<Fault>,
    /// Whether the network wants two people for it: one proposes it, another accepts it.
    pub needs_two: bool,
}

impl Looked {
    /// The changes; refused with the first rule that they do not keep.
    pub fn sound(self) -> Result<Changes> {
        match self.faults.into_iter().next() {
            Some(fault) => Err(Error::Refused(fault.message)),
            None => Ok(self.changes),
        }
    }
}

/// What an action would write, worked out on a snapshot: nothing is written, and nobody is asked whether a new record is one that is there.
///
/// Errors: those of [`run`].
pub async fn plan<P: Program, I>(
    program: &P,
    action: &'static Action<P, I>,
    request: &Request,
    input: I,
) -> Result<Changes> {
    look(program, action, request, input).await?.sound()
}

/// The same with every rule that the changes do not keep.
///
/// Errors: those of [`run`] besides.
pub async fn look<P: Program, I>(
    program: &P,
    action: &'static Action<P, I>,
    request: &Request,
    input: I,
) -> Result<Looked> {
    if !request.proposes {
        may(&request.actor, &action.about)?;
    }
    let snapshot = program.db().snapshot().await?;
    if let Some(row) = &request.row {
        row.check(&snapshot).await?;
    }
    let changes = work_out(program, action, request, input, &snapshot).await?;
    let faults = faults(&snapshot, changes.writes()).await?;
    let (writes, concerns) = (changes.writes(), changes.concerns());
    let needs_two = needs_two(&snapshot, program.tables(), &request.actor, (writes, concerns)).await?;
    snapshot.commit().await?;
    Ok(Looked { changes, faults, needs_two })
}

async fn perform<P: Program, I>(
    program: &P,
    action: &'static Action<P, I>,
    request: &Request,
    input: I,
) -> Result<Done> {
    let zone = request.zone.as_ref().unwrap_or_else(|| program.zone());
    if request.proposes {
        return Err(Error::NotAllowed("not-by-this-role"));
    }
    let word = request.word();
    let about = About {
        actor: &word,
        action: action.about.name,
        batch: None,
        reason: request.reason.as_deref(),
        undoes: request.undoes.as_deref(),
    };
    match action.about.turn {
        Turn::Short => {
            may(&request.actor, &action.about)?;
            let mut entry = Entry::open_batch(program.db(), &about, request.at, zone).await?;
            if let Some(answered) = done_before(request, &entry).await {
                return given_up(entry, answered).await;
            }
            let done = in_turn(program, action, request, input, &mut entry).await;
            end(program.db(), entry, done).await
        }
        Turn::Prepared => {
            let mut changes = plan(program, action, request, input).await?;
            let mut entry = Entry::open_batch(program.db(), &about, request.at, zone).await?;
            if let Some(answered) = done_before(request, &entry).await {
                return given_up(entry, answered).await;
            }
            if let Some(row) = &request.row
                && let Err(moved) = row.check(entry.reading()).await
            {
                return end(program.db(), entry, Err(moved)).await;
            }
            let done = write_changes(program, &mut entry, &mut changes, request, &action.about).await;
            end(program.db(), entry, done.map(|done| (done, changes))).await
        }
    }
}

/// What a short action does in its turn.
async fn in_turn<P: Program, I>(
    program: &P,
    action: &'static Action<P, I>,
    request: &Request,
    input: I,
    entry: &mut Entry,
) -> Result<(Done, Changes)> {
    if let Some(row) = &request.row {
        row.check(entry.reading()).await?;
    }
    let opened = Opened::of(entry).await?;
    let context =
        Context { tx: entry.reading(), program, actor: &request.actor, now: opened.at, day: opened.day };
    let mut changes = (action.run)(&context, input).await?;
    is_as_seen(entry.reading(), request, changes.writes()).await?;
    let reads = request.actor.reads().scope(opened.day);
    let (tables, another) = (program.tables(), &request.another);
    are_told_apart(entry.reading(), tables, reads.as_ref(), changes.writes(), another).await?;
    let done = write_changes(program, entry, &mut changes, request, &action.about).await?;
    Ok((done, changes))
}

async fn work_out<P: Program, I>(
    program: &P,
    action: &'static Action<P, I>,
    request: &Request,
    input: I,
    tx: &Transaction,
) -> Result<Changes> {
    let zone = request.zone.as_ref().unwrap_or_else(|| program.zone());
    let (now, day) = clock(tx, Timestamp::now()).await?.expected(request.at, zone);
    let context = Context { tx, program, actor: &request.actor, now, day };
    (action.run)(&context, input).await
}

/// Asks the rules of what was worked out, writes it, and asks of what was written whether it lies within what the actor may write.
async fn write_changes<P: Program>(
    program: &P,
    entry: &mut Entry,
    changes: &mut Changes,
    request: &Request,
    action: &Description,
) -> Result<Done> {
    all_are_answered(changes)?;
    // first: the rules of rows that are out of date would say something else
    entry.stands_as_read(changes).await?;
    let (writes, concerns) = (changes.writes(), changes.concerns());
    let accepted = (request.accepting.as_ref(), action.name);
    is_by_two(entry.reading(), program.tables(), &request.actor, accepted, (writes, concerns)).await?;
    keep_rules(entry.reading(), changes.writes()).await?;
    let written = entry.write(changes).await?;
    for table in entry.tables() {
        table.written.by(action.name).map_err(|own| {
            Error::refused_with(
                "error-table-own-action",
                [("table", table.name.into()), ("action", own.into())].into(),
            )
        })?;
    }
    let Opened { batch, day, at } = Opened::of(entry).await?;
    is_in_scope(program, entry, &request.actor, action, day).await?;
    let done = Done { batch, number: entry.number(), rows: written.rows, records: written.records };
    if let Some(once) = &request.once {
        once.keep(entry.reading(), &done, at).await?;
    }
    if let Some(proposal) = &request.accepting {
        proposal.keep(entry.reading(), &request.actor, &done.batch, at).await?;
    }
    Ok(done)
}

/// Refused (`error-questions-open`): what was asked beside the fields has no answer yet.
fn all_are_answered(changes: &Changes) -> Result<()> {
    let open = changes.questions().iter().filter(|question| question.given.is_none());
    let open: Vec<&str> = open.map(|question| question.name.as_str()).collect();
    match open.is_empty() {
        true => Ok(()),
        false => Err(Error::refused_with("error-questions-open", [("names", open.join(", ").into())].into())),
    }
}

/// What the same request did before, where it comes with a key that has been used.
async fn done_before(request: &Request, entry: &Entry) -> Option<Result<Done>> {
    request.once.as_ref()?.done(entry.reading()).await.transpose()
}

/// Leaves the register as it was, with an answer that was given before.
async fn given_up(entry: Entry, answered: Result<Done>) -> Result<Done> {
    entry.give_up().await?;
    answered
}

/// Refused (`error-not-in-scope`) if the entry wrote a row that the actor may not write: grants for a part of the network reach what belongs
/// to it. It is asked of what was written, so no action, import or undo can forget it.
async fn is_in_scope<P: Program>(
    program: &P,
    entry: &Entry,
    actor: &Actor,
    action: &Description,
    day: Day,
) -> Result<()> {
    match actor.writes(action.by).scope(day) {
        Some(scope) => {
            let touched: Vec<&'static Table> = entry.tables().collect();
            scope.holds(entry.reading(), program.tables(), entry.number(), &touched).await
        }
        None => Ok(()),
    }
}

/// Commits an entry, or leaves the register as it was.
async fn end(db: &Db, entry: Entry, done: Result<(Done, Changes)>) -> Result<Done> {
    match done {
        Ok((done, mut changes)) => {
            entry.commit().await?;
            changes.committed(db).await;
            Ok(done)
        }
        Err(error) => {
            // the connection may be gone with the disk: the error told is the first one
            let _ = entry.give_up().await;
            Err(error)
        }
    }
}

/// What the journal says of an open entry.
struct Opened {
    batch: String,
    at: Timestamp,
    day: Day,
}

impl Opened {
    async fn of(entry: &Entry) -> Result<Opened> {
        let ask = Query::select()
            .columns(["batch", "instant", "day"])
            .from("journal")
            .and_where(Expr::col("number").eq(entry.number()))
            .to_owned();
        let gone = || Error::Broken(format!("the entry {} is gone", entry.number()));
        let row = entry.reading().query_one(&ask).await?.ok_or_else(gone)?;
        let (batch, instant, day): (Option<String>, i64, i64) =
            (row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?);
        Ok(Opened {
            batch: batch.unwrap_or_default(),
            at: Timestamp::from_millisecond(instant).map_err(|e| Error::Broken(e.to_string()))?,
            day: Day::from_number(day).ok_or_else(gone)?,
        })
    }
}

/// Writes changes as an entry that says of itself what `about` says, by whatever name its batch has there: for tests, and for tools that
/// name their batches. The program itself goes through [`run`].
///
/// Refused: a name of a batch that is given already (`error-moved`), because an undo of it would take back both.
pub async fn write(
    db: &Db,
    about: &About<'_>,
    at: Option<Timestamp>,
    zone: &TimeZone,
    mut changes: Changes,
) -> Result<Done> {
    let mut entry = Entry::open_batch(db, about, at, zone).await?;
    let done = match named_once(&entry, about).await {
        Ok(()) => write_named(&mut entry, &mut changes).await,
        Err(error) => Err(error),
    };
    end(db, entry, done.map(|done| (done, changes))).await
}

async fn write_named(entry: &mut Entry, changes: &mut Changes) -> Result<Done> {
    let written = entry.write(changes).await?;
    let Opened { batch, .. } = Opened::of(entry).await?;
    Ok(Done { batch, number: entry.number(), rows: written.rows, records: written.records })
}

async fn named_once(entry: &Entry, about: &About<'_>) -> Result<()> {
    let Some(batch) = about.batch else { return Ok(()) };
    let ask = Query::select()
        .column("number")
        .from("journal")
        .and_where(Expr::col("batch").eq(batch))
        .and_where(Expr::col("number").ne(entry.number()))
        .limit(1)
        .to_owned();
    match entry.reading().query_one(&ask).await? {
        Some(_) => Err(Error::refused("error-moved")),
        None => Ok(()),
    }
}
