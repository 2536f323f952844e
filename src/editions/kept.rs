//! What has been worked out of editions, kept while the register stands as it was. One reader works at a time.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use decapolis_core::errors::{Error, Result};
use decapolis_core::journal::{self, JournalNo, RowId};
use sea_orm::DatabaseTransaction;
use tokio::sync::Semaphore;

use super::Edition;
use super::corrections::{self, Corrections};
use super::proof::{self, EditionProof};
use crate::app::App;

/// A proof is made anew after so long: what a hand alters in the database does not move the journal.
const A_PROOF_LASTS: Duration = Duration::from_secs(30);

/// What was worked out of one edition: under which journal number, and when.
struct Made<T> {
    at: JournalNo,
    when: Instant,
    of_it: Arc<T>,
}

type ByEdition<T> = Mutex<HashMap<RowId, Made<T>>>;

/// Corrections and proofs by edition.
pub struct Kept {
    corrections: ByEdition<Corrections>,
    proofs: ByEdition<EditionProof>,
    turn: Semaphore,
}

impl Default for Kept {
    fn default() -> Kept {
        Kept { corrections: Mutex::default(), proofs: Mutex::default(), turn: Semaphore::new(1) }
    }
}

impl Kept {
    pub async fn corrections(&self, app: &App, edition: &Edition) -> Result<Arc<Corrections>> {
        self.remembered(&self.corrections, Duration::MAX, app, edition, async |snapshot| corrections::of(app, snapshot, edition).await)
            .await
    }

    pub async fn proof(&self, app: &App, edition: &Edition) -> Result<Arc<EditionProof>> {
        self.remembered(&self.proofs, A_PROOF_LASTS, app, edition, async |snapshot| proof::of(app, snapshot, edition).await).await
    }

    /// What is kept, while the journal has not moved and it is not older than `lasts`; otherwise what `make` works out of a snapshot.
    async fn remembered<T>(
        &self,
        all: &ByEdition<T>,
        lasts: Duration,
        app: &App,
        edition: &Edition,
        make: impl AsyncFnOnce(&DatabaseTransaction) -> Result<T>,
    ) -> Result<Arc<T>> {
        let found = |head: JournalNo| {
            let all = all.lock().expect("what is kept is whole");
            all.get(&edition.id).filter(|made| made.at == head && made.when.elapsed() < lasts).map(|made| made.of_it.clone())
        };
        if let Some(kept) = found(journal::last(app.db.reader()).await?) {
            return Ok(kept);
        }
        let _turn = self.turn.acquire().await.map_err(|e| Error::Broken(e.to_string()))?;
        let snapshot = app.db.snapshot().await?;
        let head = journal::last(&snapshot).await?;
        // somebody may have worked it out while this one waited
        if let Some(kept) = found(head) {
            return Ok(kept);
        }
        let of_it = Arc::new(make(&snapshot).await?);
        snapshot.commit().await?;
        all.lock().expect("what is kept is whole").insert(edition.id, Made { at: head, when: Instant::now(), of_it: of_it.clone() });
        Ok(of_it)
    }
}
