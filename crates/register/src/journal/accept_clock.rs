//! Accepting the clock after it has leapt.

use decapolis_words::errors::Result;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::clock::{At, Clock, clock};
use super::{About, Entry, JournalNo};
use crate::db::Db;

/// Takes the clock as it is, as an entry of its own, so that it is known for ever who did and when. Later entries are recorded by it.
/// Nothing is written where the clock has not leapt.
pub async fn accept_clock(db: &Db, about: &About<'_>, zone: &TimeZone) -> Result<(Clock, Option<JournalNo>)> {
    let now = clock(db.reader(), Timestamp::now()).await?;
    if now.leap().is_none() {
        return Ok((now, None));
    }
    let entry = Entry::begin(db, about, At::AcceptedClock, zone, false).await?;
    Ok((now, Some(entry.commit().await?)))
}
