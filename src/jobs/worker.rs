//! The worker of a server: one task that does the jobs that are due.

use std::sync::Arc;
use std::time::Duration;

use decapolis_words::errors::{Error, Result};
use futures_util::FutureExt;
use jiff::Timestamp;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::kind::JobKind;
use super::store::{LEASE, claim, plan_repeated};
use crate::app::App;

/// How long the worker rests when nothing is due. A look is one statement on an index.
const REST: Duration = Duration::from_secs(2);
/// How long it rests after the register could not be asked.
const AFTER_A_FAULT: Duration = Duration::from_secs(30);
/// The longest that a job may take: it ends before its lease, so that no other worker takes it meanwhile.
const LONGEST: Duration = Duration::from_millis(LEASE as u64 - 60_000);
/// How long the job in hand may still take when the server ends. A job that is cut off is taken again when its lease runs out.
const ENDING: Duration = Duration::from_secs(10);

/// A worker while it works.
pub struct Worker {
    end: watch::Sender<bool>,
    doing: JoinHandle<()>,
}

impl Worker {
    /// Begins to do the jobs of these kinds.
    pub fn begin(app: Arc<App>, kinds: &'static [&'static JobKind]) -> Worker {
        let (end, ended) = watch::channel(false);
        Worker { end, doing: tokio::spawn(work(app, kinds, ended)) }
    }

    /// Ends it: the job in hand has some seconds.
    pub async fn end(self) {
        let _ = self.end.send(true);
        let mut doing = self.doing;
        if tokio::time::timeout(ENDING, &mut doing).await.is_err() {
            doing.abort();
        }
    }
}

async fn work(app: Arc<App>, kinds: &'static [&'static JobKind], mut ended: watch::Receiver<bool>) {
    if let Err(error) = plan_repeated(&app.db, kinds, Timestamp::now()).await {
        tracing::warn!(%error, "repeated jobs cannot be planned");
    }
    while !*ended.borrow() {
        let rest = match do_next(&app, kinds, Timestamp::now()).await {
            Ok(true) => continue,
            Ok(false) => REST,
            Err(error) => {
                tracing::warn!(%error, "jobs cannot be read");
                AFTER_A_FAULT
            }
        };
        tokio::select! {
            _ = ended.changed() => {}
            () = tokio::time::sleep(rest) => {}
        }
    }
}

/// Does the job that is longest due; false where none is.
///
/// Errors: the register cannot be asked. What fails in the job itself is kept with the job.
pub async fn do_next(app: &Arc<App>, kinds: &[&'static JobKind], now: Timestamp) -> Result<bool> {
    let Some(job) = claim(&app.db, kinds, now).await? else { return Ok(false) };
    let kind = kinds.iter().find(|kind| kind.name == job.kind);
    let kind = kind.ok_or_else(|| Error::Broken(format!("no such kind of job: {}", job.kind)))?;
    let doing = std::panic::AssertUnwindSafe((kind.run)(app.clone(), job.input.clone())).catch_unwind();
    let done = match tokio::time::timeout(LONGEST, doing).await {
        Ok(Ok(done)) => done,
        Ok(Err(_)) => Err(Error::Broken("the program broke off in this job: see its log".into())),
        Err(_) => Err(Error::Unavailable(format!("it took longer than {} s", LONGEST.as_secs()))),
    };
    match done {
        Ok(()) => job.is_done(&app.db, kind, now).await?,
        Err(error) => {
            tracing::warn!(kind = job.kind, tries = job.tries + 1, %error, "a job failed");
            // first: a job that is gone is not there to be given up after a crash
            if let Some(gave_up) = kind.gave_up.filter(|_| job.waits(&error).is_none()) {
                gave_up(app.clone(), job.input.clone()).await?;
            }
            job.has_failed(&app.db, kind, &error, now).await?;
        }
    }
    Ok(true)
}
