//! The site as it is served: it is made anew when somebody, in this process or another, has saved a figure.

use std::sync::{Arc, RwLock};

use axum::extract::FromRef;
use decapolis_core::errors::Result;
use decapolis_core::journal::{Heads, JournalNo};

use super::context::Site;
use crate::studio::table::SAVED_FIGURES;

/// The state of the router. A handler asks for `State<Arc<Site>>` and is given the site of that moment.
#[derive(Clone)]
pub struct Served(Arc<Current>);

struct Current {
    site: RwLock<Arc<Site>>,
    /// The last entry of the journal that has been looked at; locked while the site is made anew, so that it is made once.
    seen: tokio::sync::Mutex<JournalNo>,
}

impl Served {
    pub fn of(site: Arc<Site>) -> Served {
        Served(Arc::new(Current { site: RwLock::new(site), seen: tokio::sync::Mutex::new(-1) }))
    }

    /// The site as it was last made.
    pub fn site(&self) -> Arc<Site> {
        self.0.site.read().expect("the site is whole").clone()
    }

    /// The site as the register stands at its last entry. Where it cannot be made anew the one before goes on.
    pub async fn at(&self, last: JournalNo) -> Arc<Site> {
        let mut seen = self.0.seen.lock().await;
        if *seen != last {
            match self.look().await {
                Ok(()) => *seen = last,
                Err(error) => tracing::error!(%error, "saved figures cannot be read"),
            }
        }
        self.site()
    }

    async fn look(&self) -> Result<()> {
        let site = self.site();
        let head = Heads::read(site.app.db.reader()).await?.of(&[&SAVED_FIGURES]);
        if head != site.app.figures_head {
            let mut anew = Site::new(site.app.renewed().await?);
            anew.base.clone_from(&site.base);
            anew.most_rows = site.most_rows;
            *self.0.site.write().expect("the site is whole") = Arc::new(anew);
        }
        Ok(())
    }
}

impl FromRef<Served> for Arc<Site> {
    fn from_ref(served: &Served) -> Arc<Site> {
        served.site()
    }
}
