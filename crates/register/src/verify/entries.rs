//! Checks the journal by itself: its numbers, its counter, and the chain from entry to entry.

use decapolis_words::errors::Result;

use super::difference::{Report, What};
use crate::chain::{Ids, chain_of, entries_after, table_changes};
use crate::db::Transaction;
use crate::journal::JournalNo;

const PAGE: u64 = 500;
/// The most missing entries in a row that are listed one by one.
const GAP: i64 = 100;

/// Checks every entry up to the counter's, and gives the numbers that are missing.
pub async fn check(db: &Transaction, head: JournalNo, report: &mut Report) -> Result<Ids> {
    let (mut number, mut before, mut missing): (JournalNo, String, Ids) = (0, String::new(), Ids::default());
    loop {
        let entries = entries_after(db, number, PAGE).await?;
        let (Some(first), Some(last)) = (entries.first(), entries.last()) else { break };
        let changes = table_changes(db, first.number, last.number).await?;
        for entry in &entries {
            let gap = number.saturating_add(1)..entry.number.min(head.saturating_add(1));
            for absent in gap.clone().take(GAP as usize) {
                report.tell(What::EntryMissing.of_entry(absent));
            }
            if !gap.is_empty() {
                missing.span(gap.start, gap.end - 1);
            }
            number = entry.number;
            report.entries += 1;
            let changes = changes.get(&entry.number).map_or(&[][..], Vec::as_slice);
            match &entry.chain {
                _ if entry.number > head => report.tell(What::EntryAdded.of_entry(entry.number)),
                None => report.tell(What::EntryUnchained.of_entry(entry.number)),
                Some(chain) if *chain != chain_of(&before, entry, changes) => {
                    report.tell(What::EntryAltered.of_entry(entry.number))
                }
                Some(_) => {}
            }
            before = entry.chain.clone().unwrap_or_default();
        }
    }
    if number < head {
        report.tell(What::LastEntriesMissing.of_entry(head));
        missing.span(number.saturating_add(1), head);
    }
    report.last = (number > 0).then_some((number, before));
    Ok(missing)
}
