//! Questions to the table of jobs, and what is written there.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use decapolis_register::db::Db;
use decapolis_register::unversioned::{self, Beside};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result, passes};
use jiff::Timestamp;
use sea_orm::sea_query::{
    Condition, Expr, ExprTrait, Func, LockBehavior, LockType, Order, Query, SelectStatement,
};
use sea_orm::{ConnectionTrait, QueryResult};

use super::backoff::wait_after;
use super::kind::JobKind;
use super::table::JOBS;

/// How long a claim lasts, in milliseconds. A worker gives its job up before that ([`super::worker`]).
pub const LEASE: i64 = 5 * 60 * 1000;

/// The longest reason that is kept of a failure, in characters.
const LONGEST_FAULT: usize = 500;

/// A job that a worker has claimed.
#[derive(Clone, Debug, PartialEq)]
pub struct Claimed {
    pub code: String,
    pub kind: String,
    pub input: String,
    /// How many tries there were before this one.
    pub tries: i64,
    /// The name of this claim.
    holder: String,
}

/// A job that was given up.
#[derive(Clone, Debug, PartialEq)]
pub struct Dead {
    pub code: String,
    pub kind: String,
    pub fault: String,
    pub died: Timestamp,
}

/// A job of this kind, to be written with the data that it belongs to ([`decapolis_register::changes::Changes::beside`]) and done at
/// once after that.
pub fn job(kind: &JobKind, input: impl Into<String>, now: Timestamp) -> Result<Beside> {
    Ok(Beside::insert(&JOBS, row(&drawn()?, kind, input.into(), now)))
}

fn row(code: &str, kind: &JobKind, input: String, now: Timestamp) -> Values {
    let now = now.as_millisecond();
    let cells = [
        ("code", Cell::Text(code.into())),
        ("kind", Cell::Text(kind.name.into())),
        ("input", Cell::Text(input)),
        ("made", Cell::Int(now)),
        ("due", Cell::Int(now)),
        ("tries", Cell::Int(0)),
    ];
    values(cells)
}

/// Removes the jobs of this kind with this input, to be written with what takes their place.
pub fn job_is_gone(kind: &JobKind, input: &str) -> Beside {
    let is_it = Condition::all().add(Expr::col("kind").eq(kind.name)).add(Expr::col("input").eq(input));
    Beside::delete(&JOBS, is_it)
}

/// Refuses what is written with it (`error-job-under-way`) while a worker has such a job: its claim would end, and the work be done twice.
pub fn nobody_is_at(kind: &JobKind, input: &str, now: Timestamp) -> Beside {
    let is_claimed = Condition::all()
        .add(Expr::col("kind").eq(kind.name))
        .add(Expr::col("input").eq(input))
        .add(Expr::col("lease").gt(now.as_millisecond()));
    Beside::if_none(&JOBS, is_claimed).or_refused("error-job-under-way")
}

/// Makes the jobs of kinds that are done again and again, where they are not there.
pub async fn plan_repeated(db: &Db, kinds: &[&'static JobKind], now: Timestamp) -> Result<()> {
    for kind in kinds.iter().filter(|kind| kind.again_after.is_some()) {
        let there = Query::select()
            .column("code")
            .from(JOBS.name)
            .and_where(Expr::col("code").eq(kind.name))
            .to_owned();
        if db.reader().query_one(&there).await?.is_none() {
            let insert = Beside::insert(&JOBS, row(kind.name, kind, String::new(), now));
            match unversioned::write(db, [insert.or_refused("error-moved")]).await {
                // another server was quicker
                Ok(()) | Err(Error::Refused(_)) => {}
                Err(error) => return Err(error),
            }
        }
    }
    Ok(())
}

/// The jobs of these kinds that can be claimed now, the longest due first.
fn due(kinds: &[&'static JobKind], now: i64) -> SelectStatement {
    Query::select()
        .column("code")
        .from(JOBS.name)
        .and_where(Expr::col("due").lte(now))
        .and_where(Expr::col("died").is_null())
        .and_where(Expr::col("lease").is_null().or(Expr::col("lease").lte(now)))
        .and_where(Expr::col("kind").is_in(kinds.iter().map(|kind| kind.name)))
        .order_by("due", Order::Asc)
        .order_by("code", Order::Asc)
        .limit(1)
        .to_owned()
}

/// Claims a job of these kinds; `None` where none is due.
///
/// On PostgreSQL a row that another worker is about to claim is passed over; on SQLite there is one writer at a time.
pub async fn claim(db: &Db, kinds: &[&'static JobKind], now: Timestamp) -> Result<Option<Claimed>> {
    let now = now.as_millisecond();
    // most of the time there is nothing to do, and looking costs no turn to write
    if db.reader().query_one(&due(kinds, now)).await?.is_none() {
        return Ok(None);
    }
    let holder = drawn()?;
    let first = due(kinds, now).lock_with_behavior(LockType::Update, LockBehavior::SkipLocked).to_owned();
    // a scalar subquery is asked once, so no second row is claimed
    let is_first = Condition::all().add(Expr::col("code").eq(Expr::SubQuery(None, Box::new(first.into()))));
    let claimed = values([("holder", Cell::Text(holder.clone())), ("lease", Cell::Int(now + LEASE))]);
    unversioned::write(db, [Beside::update(&JOBS, is_first, claimed)]).await?;
    let ask = Query::select()
        .columns(["code", "kind", "input", "tries"])
        .from(JOBS.name)
        .and_where(Expr::col("holder").eq(holder.as_str()))
        .to_owned();
    let Some(found) = db.reader().query_one(&ask).await? else { return Ok(None) };
    Ok(Some(Claimed {
        code: found.try_get_by_index(0)?,
        kind: found.try_get_by_index(1)?,
        input: found.try_get_by_index(2)?,
        tries: found.try_get_by_index(3)?,
        holder,
    }))
}

impl Claimed {
    /// The job, while this claim has it: a claim that ran out and was taken again changes nothing.
    fn held(&self) -> Condition {
        Condition::all()
            .add(Expr::col("code").eq(self.code.as_str()))
            .add(Expr::col("holder").eq(self.holder.as_str()))
    }

    /// It is done: removed, or due again where it is repeated.
    pub async fn is_done(&self, db: &Db, kind: &JobKind, now: Timestamp) -> Result<()> {
        let done = match kind.again_after {
            None => Beside::delete(&JOBS, self.held()),
            Some(after) => {
                let due = now.as_millisecond() + i64::try_from(after.as_millis()).unwrap_or(i64::MAX / 2);
                let again = [("due", Cell::Int(due)), ("tries", Cell::Int(0)), ("fault", Cell::Null)];
                Beside::update(&JOBS, self.held(), released(again))
            }
        };
        unversioned::write(db, [done]).await
    }

    /// After how many milliseconds it is tried again when it has failed for this reason; `None` where that is useless or was tried often
    /// enough. A refusal that passes, as while another writes, is no answer.
    pub fn waits(&self, why: &Error) -> Option<i64> {
        match why {
            Error::Refused(why) if !passes(why.key) => None,
            _ => wait_after(self.tries + 1),
        }
    }

    /// It failed: tried again later, or dead. A job that keeps its failure elsewhere is removed instead of dying.
    pub async fn has_failed(&self, db: &Db, kind: &JobKind, why: &Error, now: Timestamp) -> Result<()> {
        let tries = self.tries + 1;
        let now = now.as_millisecond();
        let wait = self.waits(why);
        if wait.is_none() && kind.gave_up.is_some() {
            return unversioned::write(db, [Beside::delete(&JOBS, self.held())]).await;
        }
        let fault: String = why.to_string().chars().take(LONGEST_FAULT).collect();
        let after = [
            ("tries", Cell::Int(tries)),
            ("fault", Cell::Text(fault)),
            ("due", Cell::Int(now + wait.unwrap_or_default())),
            ("died", if wait.is_none() { Cell::Int(now) } else { Cell::Null }),
        ];
        unversioned::write(db, [Beside::update(&JOBS, self.held(), released(after))]).await
    }
}

fn released<const N: usize>(cells: [(&str, Cell); N]) -> Values {
    let mut all = values(cells);
    all.extend(values([("holder", Cell::Null), ("lease", Cell::Null)]));
    all
}

/// The jobs that were given up, the last first.
pub async fn dead(db: &impl ConnectionTrait) -> Result<Vec<Dead>> {
    let ask = Query::select()
        .columns(["code", "kind", "fault", "died"])
        .from(JOBS.name)
        .and_where(Expr::col("died").is_not_null())
        .order_by("died", Order::Desc)
        .limit(100)
        .to_owned();
    let read = |row: QueryResult| -> Result<Dead> {
        Ok(Dead {
            code: row.try_get_by_index(0)?,
            kind: row.try_get_by_index(1)?,
            fault: row.try_get_by_index::<Option<String>>(2)?.unwrap_or_default(),
            died: Timestamp::from_millisecond(row.try_get_by_index(3)?).unwrap_or_default(),
        })
    };
    db.query_all(&ask).await?.into_iter().map(read).collect()
}

/// How many jobs are due for longer than this, in milliseconds, and nobody has taken them.
pub async fn overdue(db: &impl ConnectionTrait, now: Timestamp, longer_than: i64) -> Result<i64> {
    let before = now.as_millisecond() - longer_than;
    let ask = Query::select()
        .expr(Func::count(Expr::col("code")))
        .from(JOBS.name)
        .and_where(Expr::col("died").is_null())
        .and_where(Expr::col("due").lt(before))
        .and_where(Expr::col("lease").is_null().or(Expr::col("lease").lt(before)))
        .to_owned();
    Ok(db.query_one(&ask).await?.map_or(Ok(0), |row| row.try_get_by_index(0))?)
}

/// Tries a dead job again.
///
/// Refused (`error-moved`): it is no longer there, or no longer dead.
pub async fn try_again(db: &Db, code: &str, now: Timestamp) -> Result<()> {
    let again = [("died", Cell::Null), ("tries", Cell::Int(0)), ("due", Cell::Int(now.as_millisecond()))];
    unversioned::write(db, [Beside::update(&JOBS, is_dead(code), values(again)).or_refused("error-moved")])
        .await
}

/// Gives a dead job up for good.
///
/// Refused (`error-moved`): it is no longer there, or no longer dead.
pub async fn forget(db: &Db, code: &str) -> Result<()> {
    unversioned::write(db, [Beside::delete(&JOBS, is_dead(code)).or_refused("error-moved")]).await
}

fn is_dead(code: &str) -> Condition {
    Condition::all().add(Expr::col("code").eq(code)).add(Expr::col("died").is_not_null())
}

/// A name that nobody else draws.
fn drawn() -> Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)
        .map_err(|e| Error::Broken(format!("the machine has no random numbers: {e}")))?;
    Ok(BASE64_URL_SAFE_NO_PAD.encode(bytes))
}

fn values<const N: usize>(cells: [(&str, Cell); N]) -> Values {
    cells.into_iter().map(|(name, cell)| (name.to_string(), cell)).collect()
}
