//! The site while it is served. It is made again when a figure is saved or the network's settings change, by this process or another.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, RwLock};

use axum::extract::FromRef;
use decapolis_register::journal::{self, Heads};
use decapolis_words::errors::{Error, Result};
use tokio::sync::{Mutex, MutexGuard, watch};

use super::caching::Known;
use super::context::Site;
use crate::network::settings::Version;

/// The state of the router. A handler that takes `State<Arc<Site>>` gets the site of that moment.
#[derive(Clone)]
pub struct Served(Arc<Current>);

struct Current {
    site: RwLock<Arc<Site>>,
    routes: Known,
    /// How many reads of the journal have started.
    looks: AtomicU64,
    /// Held by the reader who reads the journal.
    turn: Mutex<()>,
    seen: watch::Sender<Seen>,
}

/// The result of the last read of the journal.
#[derive(Default)]
struct Seen {
    /// The number of that read.
    look: u64,
    heads: Arc<Heads>,
    /// The error, if it failed.
    failed: Option<Error>,
}

impl Seen {
    /// The heads that a new read starts from. `None` if this read started after `begun` others.
    fn before(&self, begun: u64) -> Option<Arc<Heads>> {
        (self.look <= begun).then(|| self.heads.clone())
    }
}

/// The site and the journal entry it belongs to.
pub struct Now {
    pub site: Arc<Site>,
    pub heads: Arc<Heads>,
}

impl Served {
    pub fn of(site: Arc<Site>, routes: Known) -> Served {
        Served(Arc::new(Current {
            site: RwLock::new(site),
            routes,
            looks: AtomicU64::new(0),
            turn: Mutex::default(),
            seen: watch::Sender::default(),
        }))
    }

    /// The site as last made.
    pub fn site(&self) -> Arc<Site> {
        self.0.site.read().expect("the site is whole").clone()
    }

    /// The site for the register as it is now. Only one reader reads the journal at a time. Readers who come meanwhile
    /// share the next read instead of the current one, which may have started before a write that they know of.
    pub async fn now(&self) -> Result<Now> {
        let begun = self.0.looks.load(Ordering::SeqCst);
        let mut seen = self.0.seen.subscribe();
        tokio::select! {
            biased;
            turn = self.0.turn.lock() => self.look(begun, turn).await,
            _ = async { seen.wait_for(|seen| seen.look > begun).await.is_ok() } => {}
        }
        let seen = self.0.seen.borrow();
        match &seen.failed {
            Some(error) => Err(error.clone()),
            None => Ok(Now { site: self.site(), heads: seen.heads.clone() }),
        }
    }

    /// Reads the journal, unless a read that started after `begun` others has ended.
    async fn look(&self, begun: u64, _turn: MutexGuard<'_, ()>) {
        let Some(before) = self.0.seen.borrow().before(begun) else { return };
        let look = self.0.looks.fetch_add(1, Ordering::SeqCst) + 1;
        let (heads, failed) = match self.heads(&before).await {
            Ok(heads) => (heads, None),
            Err(error) => (before, Some(error)),
        };
        self.0.seen.send_replace(Seen { look, heads, failed });
    }

    /// What the cache has to know of the routes.
    pub fn routes(&self) -> &Known {
        &self.0.routes
    }

    /// How many times the journal was read.
    pub fn looks(&self) -> u64 {
        self.0.looks.load(Ordering::SeqCst)
    }

    async fn heads(&self, before: &Arc<Heads>) -> Result<Arc<Heads>> {
        let site = self.site();
        let last = journal::last(site.app.db.reader()).await?;
        if last == before.last && site.app.has_figures_of(before) {
            return Ok(before.clone());
        }
        let heads = Heads::read(site.app.db.reader()).await?;
        // the settings are the network's record: where another entry came, its version is asked
        if !site.app.has_figures_of(&heads)
            || site.app.settings.version != Version::read(site.app.db.reader()).await?
        {
            match site.renewed().await {
                Ok(renewed) => *self.0.site.write().expect("the site is whole") = Arc::new(renewed),
                // the database is away for a moment: the next look tries again
                Err(error @ Error::Unavailable(_)) => return Err(error),
                // the previous site stays in use
                Err(error) => tracing::error!(%error, "saved figures or settings cannot be read"),
            }
        }
        Ok(Arc::new(heads))
    }
}

impl FromRef<Served> for Arc<Site> {
    fn from_ref(served: &Served) -> Arc<Site> {
        served.site()
    }
}
