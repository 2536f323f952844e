//! The site as it is served: it is made again when a figure was saved, in this process or another.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, RwLock};

use axum::extract::FromRef;
use decapolis_core::errors::{Error, Result};
use decapolis_core::journal::{self, Heads};

use super::context::Site;
use crate::studio::table::SAVED_FIGURES;

/// The state of the router. A handler asks for `State<Arc<Site>>` and is given the site of that moment.
#[derive(Clone)]
pub struct Served(Arc<Current>);

struct Current {
    site: RwLock<Arc<Site>>,
    /// How many looks at the journal have begun.
    looks: AtomicU64,
    seen: tokio::sync::Mutex<Seen>,
}

/// What the last look at the journal found.
#[derive(Default)]
struct Seen {
    /// Which look it was.
    look: u64,
    heads: Arc<Heads>,
    /// Why it failed, where it did.
    failed: Option<Error>,
}

/// The site and the register at one moment.
pub struct Now {
    pub site: Arc<Site>,
    pub heads: Arc<Heads>,
}

impl Served {
    pub fn of(site: Arc<Site>) -> Served {
        Served(Arc::new(Current { site: RwLock::new(site), looks: AtomicU64::new(0), seen: Default::default() }))
    }

    /// The site as it was last made.
    pub fn site(&self) -> Arc<Site> {
        self.0.site.read().expect("the site is whole").clone()
    }

    /// The site as the register is now. One reader looks at the journal at a time. Those who come meanwhile share the next look, and not
    /// that one: it may have read the journal before a write that they already know of.
    pub async fn now(&self) -> Result<Now> {
        let begun = self.0.looks.load(Ordering::SeqCst);
        let mut seen = self.0.seen.lock().await;
        if seen.look <= begun {
            let look = self.0.looks.fetch_add(1, Ordering::SeqCst) + 1;
            let found = self.look(&seen.heads).await;
            seen.look = look;
            seen.failed = match found {
                Ok(heads) => {
                    seen.heads = heads;
                    None
                }
                Err(error) => Some(error),
            };
        }
        match &seen.failed {
            Some(error) => Err(error.clone()),
            None => Ok(Now { site: self.site(), heads: seen.heads.clone() }),
        }
    }

    /// How many times the journal was looked at.
    pub fn looks(&self) -> u64 {
        self.0.looks.load(Ordering::SeqCst)
    }

    async fn look(&self, before: &Arc<Heads>) -> Result<Arc<Heads>> {
        let site = self.site();
        let last = journal::last(site.app.db.reader()).await?;
        if last == before.last && before.of(&[&SAVED_FIGURES]) == site.app.figures_head {
            return Ok(before.clone());
        }
        let heads = Heads::read(site.app.db.reader()).await?;
        if heads.of(&[&SAVED_FIGURES]) != site.app.figures_head {
            match site.renewed().await {
                Ok(renewed) => *self.0.site.write().expect("the site is whole") = Arc::new(renewed),
                // the one before goes on
                Err(error) => tracing::error!(%error, "saved figures cannot be read"),
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
