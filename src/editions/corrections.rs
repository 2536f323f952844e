//! Corrections: rows that differ today from those of an edition, by the edition's own rules. Computed, never stored.
//!
//! The database compares the rows of the edition with today's and returns only the differences, so memory does not grow
//! with the number of rows.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use decapolis_figures::{Asked, Class, Comparing, DifferingRow, FigureRow, differing_rows};
use decapolis_register::journal::{Heads, JournalNo, RowId};
use decapolis_register::known::Known;
use decapolis_register::table::Table;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;

pub use super::causes::Cause;
use super::changed_fields::{ChangedField, changed_fields};
pub use super::recounted::{Numbered, Numbers, Recounted, RuleChanged};
use super::{Edition, causes, store};
use crate::app::App;

/// The most changes of one number that are explained row by row. Further changes are only counted.
pub const MOST_CHANGES: u64 = 500;

/// What has changed since an edition was published.
#[derive(Clone, Debug, Default)]
pub struct Corrections {
    /// Numbers whose rows differ today, in the order of the page.
    pub numbers: Vec<Arc<Correction>>,
    /// Figures whose rule has changed. These are not corrections, because the edition's own rule still gives its number.
    pub rules: Vec<RuleChanged>,
}

/// One number whose rows differ today.
#[derive(Clone, Debug)]
pub struct Correction {
    pub number: Recounted,
    /// The first changes by part and row, at most [`MOST_CHANGES`].
    pub changes: Vec<Change>,
    /// The number of all changes.
    pub all: i64,
}

/// One row that changed, was added, or was removed.
#[derive(Clone, Debug)]
pub struct Change {
    pub row: RowId,
    /// The record that is counted. `None` if the figure counts rows or words.
    pub unit: Option<RowId>,
    pub part: i64,
    /// The row as published. `None` if it was added since.
    pub old: Option<FigureRow>,
    /// The row today. `None` if it was removed.
    pub new: Option<FigureRow>,
    /// The journal entry that caused the change.
    pub entry: Option<Cause>,
    /// Whether that entry changed the row itself, rather than another row that the listing reads.
    pub surely: bool,
    /// The values beside the row that differ, as far as everybody may see them.
    pub fields: Vec<ChangedField>,
}

/// What has changed since this edition was published, computed from `db` without the cache.
pub async fn of(app: &App, db: &impl ConnectionTrait, edition: &Edition) -> Result<Corrections> {
    let heads = Heads::read(db).await?;
    let numbers = Numbers::read(app, db, edition).await?;
    let mut found = Corrections { rules: numbers.rules, ..Corrections::default() };
    for number in &numbers.all {
        let recounted = number.count(app, db, &heads, edition).await?;
        found.numbers.extend(of_number(app, db, &heads, edition, number, recounted).await?.map(Arc::new));
    }
    Ok(found)
}

/// The correction of one number. `None` if its rows are the same, which needs no query if its tables were not written since.
pub(super) async fn of_number(
    app: &App,
    db: &impl ConnectionTrait,
    heads: &Heads,
    edition: &Edition,
    number: &Numbered,
    recounted: Recounted,
) -> Result<Option<Correction>> {
    if recounted.head <= edition.known {
        return Ok(None);
    }
    let catalog = &app.figures.catalog;
    let asked = Asked::period(number.period, Known::Now);
    let kept = store::rows_of_number(edition, number.ordinal);
    let found = differing_rows(
        db,
        &number.figure,
        &asked,
        catalog,
        kept,
        Comparing { left_out: false, most: MOST_CHANGES },
    )
    .await?;
    if found.all == 0 {
        return Ok(None);
    }
    let words = number.figure.counted.first().is_some_and(|part| catalog.counts_words(part));
    let mut changes: Vec<Change> = found.rows.into_iter().filter_map(|row| Change::of(row, words)).collect();
    explain(db, &mut changes, &number.tables, heads, edition.known).await?;
    for (at, part) in (1..).zip(&number.figure.counted).chain(number.figure.base.iter().map(|base| (0, base)))
    {
        let of_part = |change: &&mut Change| change.part == at;
        let ids: BTreeSet<RowId> = changes.iter_mut().filter(of_part).map(|change| change.row).collect();
        if ids.is_empty() {
            continue;
        }
        let mut fields = changed_fields(db, &catalog.of(part).about, &ids, edition.known).await?;
        for change in changes.iter_mut().filter(of_part) {
            change.fields = fields.remove(&change.row).unwrap_or_default();
        }
    }
    Ok(Some(Correction { number: recounted, changes, all: found.all }))
}

impl Change {
    /// A differing row, not yet explained. `words` is true if the figure counts words instead of records.
    fn of(row: DifferingRow, words: bool) -> Option<Change> {
        let shown = row.new.as_ref().or(row.old.as_ref())?;
        Some(Change {
            row: shown.row,
            unit: if words { None } else { shown.unit.parse().ok() },
            part: shown.part,
            old: row.old,
            new: row.new,
            entry: None,
            surely: false,
            fields: vec![],
        })
    }
}

/// Finds the journal entry that caused each change: the last one that changed the row, or a record the row names, or
/// another row of the same unit, or a row that refers to the unit. If there is none, the last one that changed a table the figure reads.
async fn explain(
    db: &impl ConnectionTrait,
    changes: &mut [Change],
    tables: &[&'static Table],
    heads: &Heads,
    known: JournalNo,
) -> Result<()> {
    let last = heads.of(tables);
    let written: Vec<&'static Table> =
        tables.iter().copied().filter(|table| heads.of(&[table]) > known).collect();
    let ids: Vec<RowId> = changes.iter().flat_map(|c| std::iter::once(c.row).chain(c.unit)).collect();
    let units: Vec<RowId> = changes.iter().filter_map(|c| c.unit).collect();
    let mut own = causes::rows(db, &written, &ids, known).await?;
    for (row, number) in
        causes::named(db, (tables, &written), &changes.iter().map(|c| c.row).collect::<Vec<_>>(), known)
            .await?
    {
        own.entry(row).or_insert(number);
    }
    let near = causes::referring(db, &written, &units, known).await?;
    let of_unit: BTreeMap<RowId, JournalNo> =
        changes.iter().filter_map(|c| Some((c.unit?, *own.get(&c.row)?))).collect();
    let found: Vec<(JournalNo, bool)> = changes
        .iter()
        .map(|c| match own.get(&c.row) {
            Some(number) => (*number, true),
            None => match c.unit.and_then(|unit| of_unit.get(&unit).or(own.get(&unit))) {
                Some(number) => (*number, true),
                None => (c.unit.and_then(|unit| near.get(&unit)).copied().unwrap_or(last), false),
            },
        })
        .collect();
    let told = causes::of(db, found.iter().map(|(number, _)| *number)).await?;
    for (change, (number, surely)) in changes.iter_mut().zip(found) {
        change.entry = told.get(&number).cloned();
        change.surely = surely;
    }
    Ok(())
}

/// The key of the words for what happened to a row.
pub fn what(change: &Change) -> &'static str {
    let class = |row: &Option<FigureRow>| row.as_ref().map(|r| r.class);
    match (class(&change.old), class(&change.new)) {
        (None, _) => "correction-added",
        (_, None) => "correction-gone",
        (Some(Class::Counted), Some(Class::Counted)) => "correction-amount",
        (_, Some(Class::Counted)) => "correction-counted-now",
        (Some(Class::Counted), _) => "correction-counted-no-more",
        _ => "correction-otherwise",
    }
}
