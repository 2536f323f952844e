//! Reports the cost of each page, for `make bench`. Never for readers.
//!
//! With `serve --measure` every response has two headers: `x-statements`, the number of SQL statements without BEGIN
//! and COMMIT, and `x-evaluations`, the number of figures that were counted instead of read from the cache. Both are
//! differences of counters of the process, so they are right only while one reader sends one request at a time.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use decapolis_words::errors::{Error, Result};

use crate::app::App;
use crate::web::context::Site;

/// Counts the SQL statements on a register, from its creation.
#[derive(Clone, Default)]
pub struct Measure {
    statements: Arc<AtomicU64>,
}

impl Measure {
    /// Starts counting the statements of this program. Refused if the server listens on an address that others can reach.
    pub fn of(app: &mut App, address: IpAddr) -> Result<Measure> {
        if !address.is_loopback() {
            return Err(Error::Broken(format!(
                "--measure tells strangers how the register works: use it on 127.0.0.1, not on {address}"
            )));
        }
        let measure = Measure::default();
        let statements = measure.statements.clone();
        app.db.on_statement(move |_| {
            statements.fetch_add(1, Ordering::Relaxed);
        });
        Ok(measure)
    }

    /// Adds the headers to every response of this router.
    pub fn on(self, router: Router, site: Arc<Site>) -> Router {
        router.layer(from_fn_with_state((self, site), measured))
    }
}

async fn measured(
    State((measure, site)): State<(Measure, Arc<Site>)>,
    request: Request,
    next: Next,
) -> Response {
    let counters = || (measure.statements.load(Ordering::Relaxed), site.app.figures.evaluations());
    let before = counters();
    let mut response = next.run(request).await;
    let after = counters();
    response.headers_mut().insert("x-statements", HeaderValue::from(after.0 - before.0));
    response.headers_mut().insert("x-evaluations", HeaderValue::from(after.1 - before.1));
    response
}
