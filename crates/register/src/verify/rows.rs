//! Compares a table with what the entries say they did to it.

use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query};

use super::difference::{Report, What};
use crate::chain::{Contents, Event, Ids, TableChange, Version, Walk, Which};
use crate::db::Transaction;
use crate::journal::{JournalNo, RowId};
use crate::table::Table;

/// The number of entries whose changes are read at once.
const PAGE: u64 = 200;
/// The most rows of one entry and table that are listed one by one.
const ROWS: usize = 100;

/// What is known of the journal.
pub struct JournalState<'a> {
    /// The last entry.
    pub head: JournalNo,
    /// The last id that was given to a row.
    pub row_head: RowId,
    /// Entries that are not in the journal.
    pub missing: &'a Ids,
}

/// The last id that was given to a row.
pub async fn last_id(db: &impl ConnectionTrait) -> Result<RowId> {
    let ask = Query::select().column("row").from("counter").to_owned();
    let row = db.query_one(&ask).await?.ok_or_else(|| Error::Broken("the counter of rows is gone".into()))?;
    Ok(row.try_get_by_index(0)?)
}

/// Reads the table once, and beside it what the entries say of it.
pub async fn check(
    db: &Transaction,
    beside: &Transaction,
    table: &'static Table,
    known: &JournalState<'_>,
    report: &mut Report,
) -> Result<()> {
    let mut said = Said {
        db: beside,
        table: table.name,
        page: vec![].into_iter(),
        after: 0,
        head: known.head,
        next: None,
    };
    said.turn().await?;
    let mut walk = Walk::through(db, table, Which::All).await?;
    // whether a version of this entry was told already
    let mut told = false;
    while let Some(event) = walk.next().await? {
        match event {
            Event::Version(version) => {
                report.versions += 1;
                report.erased += u64::from(version.erased);
                told |= check_version(table, &version, known, report);
            }
            Event::Contents(found) => {
                // entries of which nothing is left here
                while said.next.as_ref().is_some_and(|(entry, _)| *entry < found.entry) {
                    let (entry, wanted) = said.turn().await?.expect("there is a next one");
                    compare(table, entry, Some(&wanted), None, false, report);
                }
                let wanted = match &said.next {
                    Some((entry, _)) if *entry == found.entry => said.turn().await?.map(|(_, wanted)| wanted),
                    _ => None,
                };
                if found.entry < 1 || found.entry > known.head || known.missing.has(found.entry) {
                    report.tell(super::Difference {
                        table: Some(table.name),
                        ..What::NoSuchEntry.of_entry(found.entry)
                    });
                } else {
                    compare(table, found.entry, wanted.as_ref(), Some(&found), told, report);
                }
                told = false;
            }
        }
    }
    drop(walk);
    while let Some((entry, wanted)) = said.turn().await? {
        compare(table, entry, Some(&wanted), None, false, report);
    }
    Ok(())
}

fn check_version(table: &Table, version: &Version, known: &JournalState<'_>, report: &mut Report) -> bool {
    let what = match version {
        Version { sealed: false, .. } => What::RowUnsealed,
        Version { intact: false, present: true, .. } => What::RowAltered,
        Version { intact: false, .. } => What::VersionAltered,
        Version { id, .. } if *id > known.row_head => What::IdBeyondCounter,
        _ => return false,
    };
    report.tell(what.of_row(table.name, version.id, version.entry));
    true
}

/// What an entry said it did to a table, and what is found of it.
fn compare(
    table: &'static Table,
    entry: JournalNo,
    wanted: Option<&TableChange>,
    found: Option<&Contents>,
    told: bool,
    report: &mut Report,
) {
    let none = Ids::default();
    let (wanted_rows, wanted_ended) =
        wanted.map(|w| (Ids::read(&w.rows), Ids::read(&w.ended))).unwrap_or_default();
    let (found_rows, found_ended) = found.map_or((&none, &none), |f| (&f.rows, &f.ended));
    let mut named = false;
    for (what, more, less) in [
        (What::RowMissing, &wanted_rows, found_rows),
        (What::RowAdded, found_rows, &wanted_rows),
        (What::EndMissing, &wanted_ended, found_ended),
        (What::EndAdded, found_ended, &wanted_ended),
    ] {
        for id in more.without(less, ROWS) {
            named = true;
            report.tell(what.of_row(table.name, id, entry));
        }
    }
    let same = wanted.map(|w| w.digest.as_str()) == found.map(|f| f.digest.as_str());
    if !same && !named && !told {
        report.tell(super::Difference { table: Some(table.name), ..What::ContentsDiffer.of_entry(entry) });
    }
}

/// What the entries say they did to one table, in their order, read in pages.
struct Said<'a> {
    db: &'a Transaction,
    table: &'static str,
    page: std::vec::IntoIter<(JournalNo, TableChange)>,
    after: JournalNo,
    head: JournalNo,
    next: Option<(JournalNo, TableChange)>,
}

impl Said<'_> {
    /// Gives what is next, and looks for what comes then.
    async fn turn(&mut self) -> Result<Option<(JournalNo, TableChange)>> {
        let now = self.next.take();
        self.next = self.page.next();
        if self.next.is_none() {
            let ask = Query::select()
                .columns(["number", "name", "rows", "ended", "digest"])
                .from("touched")
                .and_where(Expr::col("name").eq(self.table))
                .and_where(Expr::col("number").gt(self.after))
                .and_where(Expr::col("number").lte(self.head))
                .order_by("number", Order::Asc)
                .limit(PAGE)
                .to_owned();
            let mut page = vec![];
            for row in self.db.query_all(&ask).await? {
                page.push((row.try_get("", "number")?, TableChange::read(&row)?));
            }
            self.page = page.into_iter();
            self.next = self.page.next();
        }
        if let Some((entry, _)) = &self.next {
            self.after = *entry;
        }
        Ok(now)
    }
}
