//! What a module says of a kind of job.

use std::sync::Arc;
use std::time::Duration;

use decapolis_words::errors::Result;
use futures_util::future::BoxFuture;

use crate::app::App;

/// A kind of job, as its module describes it.
pub struct JobKind {
    /// `module.verb-noun`, like an action.
    pub name: &'static str,
    /// Does it. It may be called again for the same input: after a crash, or when its lease ran out.
    ///
    /// A refusal is final and the job is dead at once. Any other error is tried again after a while.
    pub run: fn(Arc<App>, String) -> BoxFuture<'static, Result<()>>,
    /// Keeps elsewhere that it was given up, as with the message that could not be sent; the job is then removed. `None`: it stays as a dead
    /// job.
    pub gave_up: Option<fn(Arc<App>, String) -> BoxFuture<'static, Result<()>>>,
    /// How long after one run the next follows, for work that is done again and again; `None` for work that is done once.
    pub again_after: Option<Duration>,
}
