//! The job that removes lookups whose year is over.

use std::time::Duration;

use jiff::Timestamp;

use super::store;
use crate::jobs::kind::JobKind;

/// Removes what is older than it is kept ([`store::KEPT`]).
pub static FORGET: JobKind = JobKind {
    name: "lookups.forget-old",
    run: |app, _| Box::pin(async move { store::forget_old(&app.db, Timestamp::now()).await }),
    gave_up: None,
    again_after: Some(Duration::from_secs(24 * 60 * 60)),
};

pub static JOBS: &[&JobKind] = &[&FORGET];
