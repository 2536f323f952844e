//! Checks that the register is as it was written: the seal of every row, what every entry recorded and
//! superseded, and the chain of the journal.
//!
//! Each table is read once, in the order of entries, so memory does not grow with the register. Others may
//! write meanwhile: the check covers the register up to the entry that was the last when it began.

mod difference;
mod entries;
mod names;
mod rows;

use decapolis_words::errors::Result;

use self::difference::TOLD;
use crate::db::Db;
use crate::duplicates;
use crate::journal::last;
use crate::schema::Tables;
use crate::table::RECORDS;

pub use self::difference::{Difference, Report, What};

/// Reads the whole register and reports everything that is not as it was written.
pub async fn verify(db: &Db, tables: Tables) -> Result<Report> {
    let snapshot = db.snapshot().await?;
    let head = last(&snapshot).await?;
    // asked beside the pass over a table; what entries up to the head touched does not change any more
    let beside = db.snapshot().await?;
    let mut report = Report::default();
    let missing = entries::check(&snapshot, head, &mut report).await?;
    let row_head = rows::last_id(&snapshot).await?;
    for table in tables.all() {
        report.tables += 1;
        rows::check(
            &snapshot,
            &beside,
            table,
            &rows::JournalState { head, row_head, missing: &missing },
            &mut report,
        )
        .await?;
    }
    for record in duplicates::index::differing(&snapshot, tables, TOLD).await? {
        report.tell(What::SpellingsDiffer.of_row(RECORDS.name, record, head));
    }
    names::add(&snapshot, tables, &mut report.differences).await?;
    beside.commit().await?;
    snapshot.commit().await?;
    Ok(report)
}
