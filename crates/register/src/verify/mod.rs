//! Checks that the register is as it was written: the seal of every row, what every entry recorded and
//! superseded, the chain of the journal, the heads of the tables, and the file itself.
//!
//! Each table is read once, in the order of entries, so memory does not grow with the register. Others may
//! write meanwhile: the check covers the register up to the entry that was the last when it began. What
//! cannot be read is a difference like any other, and the rest is checked all the same.

mod damage;
mod difference;
mod entries;
mod heads;
mod names;
mod rows;

use decapolis_words::errors::Result;

use self::damage::Reading;
use self::difference::TOLD;
use crate::chain::Ids;
use crate::db::Db;
use crate::duplicates;
use crate::journal::last;
use crate::schema::Tables;
use crate::table::RECORDS;

pub use self::difference::{Difference, Report, What};

/// Whether each table ends with the entry that the journal names: a quick look, which does not read the rows.
///
/// Errors: those of the database.
pub async fn heads_agree(db: &Db, tables: Tables) -> Result<bool> {
    let snapshot = db.snapshot().await?;
    let mut report = Report::default();
    let head = last(&snapshot).await?;
    heads::check(&snapshot, head, tables, &mut report).await?;
    snapshot.commit().await?;
    Ok(report.intact())
}

/// Reads the whole register and reports everything that is not as it was written.
///
/// Errors: `Unavailable` when the database server is gone.
pub async fn verify(db: &Db, tables: Tables) -> Result<Report> {
    let mut report = Report::default();
    // the second is asked beside the pass over a table; what entries up to the head touched does not change any more
    let reading = Reading::of(db).await?;
    let Reading { snapshot, beside } = &reading;
    reading.part(None, &mut report, async |report| damage::check(snapshot, report).await).await?;
    let head = reading.part(None, &mut report, async |_| last(snapshot).await).await?.unwrap_or(0);
    let checked = async |report: &mut Report| entries::check(snapshot, head, report).await;
    let missing = reading.part(None, &mut report, checked).await?.unwrap_or_else(Ids::default);
    let row_head = reading.part(None, &mut report, async |_| rows::last_id(snapshot).await).await?;
    // without a counter no id is too high
    let row_head = row_head.unwrap_or(i64::MAX);
    let state = rows::JournalState { head, row_head, missing: &missing };
    for table in tables.all() {
        report.tables += 1;
        let checked = async |report: &mut Report| rows::check(snapshot, beside, table, &state, report).await;
        reading.part(Some(table.name), &mut report, checked).await?;
    }
    let checked = async |report: &mut Report| heads::check(snapshot, head, tables, report).await;
    reading.part(None, &mut report, checked).await?;
    let spelled = async |report: &mut Report| {
        for record in duplicates::index::differing(snapshot, tables, TOLD).await? {
            report.tell(What::SpellingsDiffer.of_row(RECORDS.name, record, head));
        }
        Ok(())
    };
    reading.part(None, &mut report, spelled).await?;
    let mut differences = std::mem::take(&mut report.differences);
    let named = async |_: &mut Report| names::add(snapshot, tables, &mut differences).await;
    reading.part(None, &mut report, named).await?;
    report.differences.splice(0..0, differences);
    reading.ends().await;
    Ok(report)
}
