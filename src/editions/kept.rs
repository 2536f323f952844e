//! What has been worked out of editions, kept while the register stands as it was. One reader works at a time.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use decapolis_core::errors::{Error, Result};
use decapolis_core::journal::{self, JournalNo, RowId};
use tokio::sync::Semaphore;

use super::Edition;
use super::corrections::{self, Corrections};
use super::proof::{self, EditionProof};
use crate::app::App;

/// A proof is made anew after so long: what a hand alters in the database does not move the journal.
const A_PROOF_LASTS: Duration = Duration::from_secs(30);

/// Corrections and proofs by edition.
pub struct Kept {
    corrections: Mutex<HashMap<RowId, (JournalNo, Arc<Corrections>)>>,
    proofs: Mutex<HashMap<RowId, (JournalNo, Instant, Arc<EditionProof>)>>,
    turn: Semaphore,
}

impl Default for Kept {
    fn default() -> Kept {
        Kept { corrections: Mutex::default(), proofs: Mutex::default(), turn: Semaphore::new(1) }
    }
}

impl Kept {
    pub async fn corrections(&self, app: &App, edition: &Edition) -> Result<Arc<Corrections>> {
        let found = |head: JournalNo| {
            let kept = self.corrections.lock().expect("what is kept is whole");
            kept.get(&edition.id).filter(|(at, _)| *at == head).map(|(_, kept)| kept.clone())
        };
        if let Some(kept) = found(journal::last(app.db.reader()).await?) {
            return Ok(kept);
        }
        let _turn = self.turn.acquire().await.map_err(|e| Error::Broken(e.to_string()))?;
        let snapshot = app.db.snapshot().await?;
        let head = journal::last(&snapshot).await?;
        if let Some(kept) = found(head) {
            return Ok(kept);
        }
        let made = Arc::new(corrections::of(app, &snapshot, edition).await?);
        snapshot.commit().await?;
        self.corrections.lock().expect("what is kept is whole").insert(edition.id, (head, made.clone()));
        Ok(made)
    }

    pub async fn proof(&self, app: &App, edition: &Edition) -> Result<Arc<EditionProof>> {
        let found = |head: JournalNo| {
            let kept = self.proofs.lock().expect("what is kept is whole");
            let fresh = |(at, made, _): &&(JournalNo, Instant, Arc<EditionProof>)| *at == head && made.elapsed() < A_PROOF_LASTS;
            kept.get(&edition.id).filter(fresh).map(|(_, _, kept)| kept.clone())
        };
        if let Some(kept) = found(journal::last(app.db.reader()).await?) {
            return Ok(kept);
        }
        let _turn = self.turn.acquire().await.map_err(|e| Error::Broken(e.to_string()))?;
        let snapshot = app.db.snapshot().await?;
        let head = journal::last(&snapshot).await?;
        if let Some(kept) = found(head) {
            return Ok(kept);
        }
        let made = Arc::new(proof::of(app, &snapshot, edition).await?);
        snapshot.commit().await?;
        self.proofs.lock().expect("what is kept is whole").insert(edition.id, (head, Instant::now(), made.clone()));
        Ok(made)
    }
}
