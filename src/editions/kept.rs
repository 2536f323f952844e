//! Cache of what is computed from editions. Each number is kept until a table it is counted from is written.
//!
//! After a write to any other table, a request only compares the table heads. If several readers want the same thing,
//! one computes it and the others wait.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use decapolis_figures::Bounded;
use decapolis_register::journal::{self, Heads, JournalNo, RowId};
use decapolis_register::table::Table;
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use tokio::sync::Semaphore;

use super::corrections::{self, Correction, Corrections, MOST_CHANGES, Numbered, Numbers, Recounted};
use super::proof::{self, EditionProof};
use super::table::{EDITION_NUMBERS, EDITION_PAGES, PAGE_EDITIONS};
use super::{Edition, Span, store};
use crate::app::App;

/// A proof is made again after this time, because a change made directly in the database does not move the journal.
const A_PROOF_LASTS: Duration = Duration::from_secs(30);
/// How many numbers may keep their list of changes, each with up to [`MOST_CHANGES`]. Beyond that the oldest go.
const MOST_LISTS: usize = 100_000 / MOST_CHANGES as usize;
/// How many editions may keep their numbers and rules.
const MOST_RULES: usize = 200;

/// The tables that editions are stored in.
const TABLES: [&Table; 3] = [&PAGE_EDITIONS, &EDITION_PAGES, &EDITION_NUMBERS];

/// The numbers of an edition as published and today.
pub struct Today {
    /// The last journal entry that changed the tables of editions.
    written: JournalNo,
    asked: Arc<Numbers>,
    /// The numbers, in page order.
    pub numbers: Vec<Recounted>,
}

impl Today {
    /// Every table that the edition's page depends on.
    pub fn tables(&self) -> Vec<&'static Table> {
        let mut tables: Vec<&'static Table> =
            self.asked.all.iter().flat_map(|n| n.tables.iter().copied()).chain(TABLES).collect();
        tables.sort_by_key(|table| table.name);
        tables.dedup_by_key(|table| table.name);
        tables
    }

    /// Whether no table it depends on was written since.
    fn is_good(&self, heads: &Heads) -> bool {
        self.written == heads.of(&TABLES)
            && self.pairs().all(|(asked, today)| today.head == heads.of(&asked.tables))
    }

    fn pairs(&self) -> impl Iterator<Item = (&Numbered, &Recounted)> {
        self.asked.all.iter().zip(&self.numbers)
    }
}

/// The correction of a number, if any, with the last journal entry that changed a table of that number.
type KeptCorrection = (JournalNo, Option<Arc<Correction>>);

/// Cached editions, today's numbers, corrections and proofs.
pub struct Kept {
    pages: Mutex<HashMap<Span, (JournalNo, Arc<Vec<Edition>>)>>,
    editions: Mutex<HashMap<RowId, Arc<Today>>>,
    /// The numbers of editions with their rules, each with the last journal entry that changed the tables of editions.
    rules: Bounded<RowId, (JournalNo, Arc<Numbers>)>,
    /// Keyed by edition and ordinal.
    corrections: Bounded<(RowId, i64), KeptCorrection>,
    proofs: Mutex<HashMap<RowId, (JournalNo, Instant, Arc<EditionProof>)>>,
    counting: Semaphore,
    comparing: Semaphore,
    proving: Semaphore,
}

impl Default for Kept {
    fn default() -> Kept {
        Kept {
            pages: Mutex::default(),
            editions: Mutex::default(),
            rules: Bounded::new(MOST_RULES),
            corrections: Bounded::new(MOST_LISTS),
            proofs: Mutex::default(),
            counting: Semaphore::new(1),
            comparing: Semaphore::new(1),
            proving: Semaphore::new(1),
        }
    }
}

fn together(kept: &Today, found: Vec<Option<Arc<Correction>>>) -> Corrections {
    Corrections { numbers: found.into_iter().flatten().collect(), rules: kept.asked.rules.clone() }
}

async fn turn(semaphore: &Semaphore) -> Result<tokio::sync::SemaphorePermit<'_>> {
    semaphore.acquire().await.map_err(|e| Error::Broken(e.to_string()))
}

impl Kept {
    /// The editions of a page, newest first, including those under embargo.
    pub async fn of_page(&self, app: &App, heads: &Heads, span: Span) -> Result<Arc<Vec<Edition>>> {
        let head = heads.of(&[&PAGE_EDITIONS]);
        if let Some((at, editions)) = self.pages.lock().expect("what is kept is whole").get(&span)
            && *at == head
        {
            return Ok(editions.clone());
        }
        let editions = Arc::new(store::of_page(app.db.reader(), span).await?);
        // pages without editions are not kept, because a reader can ask for any years
        if !editions.is_empty() {
            self.pages.lock().expect("what is kept is whole").insert(span, (head, editions.clone()));
        }
        Ok(editions)
    }

    /// The numbers of an edition with their rules, which are parsed once.
    pub async fn numbers(
        &self,
        app: &App,
        db: &impl ConnectionTrait,
        heads: &Heads,
        edition: &Edition,
    ) -> Result<Arc<Numbers>> {
        let head = heads.of(&TABLES);
        if let Some((at, numbers)) = self.rules.get(&edition.id)
            && at == head
        {
            return Ok(numbers);
        }
        let numbers = Arc::new(Numbers::read(app, db, edition).await?);
        self.rules.insert(edition.id, (head, numbers.clone()));
        Ok(numbers)
    }

    /// The numbers of an edition today. `heads` are the table heads that the caller has just read.
    pub async fn today(&self, app: &App, heads: &Heads, edition: &Edition) -> Result<Arc<Today>> {
        if let Some(kept) = self.edition(edition, heads) {
            return Ok(kept);
        }
        let _turn = turn(&self.counting).await?;
        let snapshot = app.db.snapshot().await?;
        let heads = Heads::read(&snapshot).await?;
        let kept = self.counted(app, &snapshot, &heads, edition).await?;
        snapshot.commit().await?;
        Ok(kept)
    }

    /// What has changed since an edition was published, row by row.
    pub async fn corrections(&self, app: &App, edition: &Edition) -> Result<Corrections> {
        let heads = Heads::read(app.db.reader()).await?;
        if let Some(kept) = self.edition(edition, &heads)
            && let Some(found) =
                kept.pairs().map(|(asked, today)| self.correction(edition, asked, today)).collect()
        {
            return Ok(together(&kept, found));
        }
        let _turn = turn(&self.comparing).await?;
        let snapshot = app.db.snapshot().await?;
        let heads = Heads::read(&snapshot).await?;
        let kept = self.counted(app, &snapshot, &heads, edition).await?;
        let mut found = vec![];
        for (number, today) in kept.pairs() {
            if let Some(correction) = self.correction(edition, number, today) {
                found.push(correction);
                continue;
            }
            let correction = corrections::of_number(app, &snapshot, &heads, edition, number, today.clone())
                .await?
                .map(Arc::new);
            self.corrections.insert((edition.id, number.ordinal), (today.head, correction.clone()));
            found.push(correction);
        }
        snapshot.commit().await?;
        Ok(together(&kept, found))
    }

    /// The correction of a number, if cached. `Some(None)` means there is no correction, because its tables were not
    /// written since the edition.
    fn correction(
        &self,
        edition: &Edition,
        number: &Numbered,
        today: &Recounted,
    ) -> Option<Option<Arc<Correction>>> {
        if today.head <= edition.known {
            return Some(None);
        }
        let kept = self.corrections.get(&(edition.id, number.ordinal));
        kept.filter(|(head, _)| *head == today.head).map(|(_, correction)| correction)
    }

    /// The proof of an edition.
    pub async fn proof(&self, app: &App, edition: &Edition) -> Result<Arc<EditionProof>> {
        let found = |head: JournalNo| {
            let all = self.proofs.lock().expect("what is kept is whole");
            all.get(&edition.id)
                .filter(|(at, when, _)| *at == head && when.elapsed() < A_PROOF_LASTS)
                .map(|(.., proof)| proof.clone())
        };
        if let Some(kept) = found(journal::last(app.db.reader()).await?) {
            return Ok(kept);
        }
        let _turn = turn(&self.proving).await?;
        let snapshot = app.db.snapshot().await?;
        let head = journal::last(&snapshot).await?;
        // another reader may have made it while this one waited
        if let Some(kept) = found(head) {
            return Ok(kept);
        }
        let proof = Arc::new(proof::of(app, &snapshot, edition).await?);
        snapshot.commit().await?;
        self.proofs
            .lock()
            .expect("what is kept is whole")
            .insert(edition.id, (head, Instant::now(), proof.clone()));
        Ok(proof)
    }

    fn edition(&self, edition: &Edition, heads: &Heads) -> Option<Arc<Today>> {
        self.editions
            .lock()
            .expect("what is kept is whole")
            .get(&edition.id)
            .filter(|kept| kept.is_good(heads))
            .cloned()
    }

    /// The cached numbers of an edition. Those whose tables were written since are counted again.
    async fn counted(
        &self,
        app: &App,
        db: &impl ConnectionTrait,
        heads: &Heads,
        edition: &Edition,
    ) -> Result<Arc<Today>> {
        let before = self.editions.lock().expect("what is kept is whole").get(&edition.id).cloned();
        let before = before.filter(|kept| kept.written == heads.of(&TABLES));
        if let Some(before) = before.as_ref().filter(|kept| kept.is_good(heads)) {
            return Ok(before.clone());
        }
        let asked = self.numbers(app, db, heads, edition).await?;
        let mut numbers = vec![];
        for (n, number) in asked.all.iter().enumerate() {
            let known = before.as_ref().and_then(|before| before.numbers.get(n));
            numbers.push(match known.filter(|known| known.head == heads.of(&number.tables)) {
                Some(known) => known.clone(),
                None => number.count(app, db, heads, edition).await?,
            });
        }
        let kept = Arc::new(Today { written: heads.of(&TABLES), asked, numbers });
        self.editions.lock().expect("what is kept is whole").insert(edition.id, kept.clone());
        Ok(kept)
    }
}
