//! The one task of a server that writes lookups.

use std::sync::Arc;
use std::time::Duration;

use decapolis_register::db::Db;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::log::LookupLog;

/// How long lookups wait to be written together. Whoever kills the program loses these seconds.
const REST: Duration = Duration::from_secs(3);
/// How long writing the last ones may take when the server ends.
const ENDING: Duration = Duration::from_secs(10);

/// The task while it works.
pub struct LookupWriter {
    end: watch::Sender<bool>,
    doing: JoinHandle<()>,
}

impl LookupWriter {
    /// Begins to write what is noted in this log.
    pub fn begin(db: Db, log: Arc<LookupLog>) -> LookupWriter {
        let (end, ended) = watch::channel(false);
        LookupWriter { end, doing: tokio::spawn(write(db, log, ended)) }
    }

    /// Writes what still waits, and ends.
    pub async fn end(self) {
        let _ = self.end.send(true);
        let mut doing = self.doing;
        if tokio::time::timeout(ENDING, &mut doing).await.is_err() {
            doing.abort();
        }
    }
}

async fn write(db: Db, log: Arc<LookupLog>, mut ended: watch::Receiver<bool>) {
    loop {
        tokio::select! {
            _ = ended.changed() => {}
            () = tokio::time::sleep(REST) => {}
        }
        if let Err(error) = log.flush(&db).await {
            tracing::warn!(%error, "readings of personal data wait to be written");
        }
        if *ended.borrow() {
            return;
        }
    }
}
