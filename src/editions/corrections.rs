//! What the register says otherwise today than an edition did, by the edition's own rules. Computed, never stored.

use std::collections::BTreeMap;

use decapolis_base::Period;
use decapolis_core::errors::Result;
use decapolis_core::figures::{Answer, Asked, Catalog, Class, Figure, FigureRow, Worded, every_row};
use decapolis_core::journal::{Heads, JournalNo, RowId};
use decapolis_core::known::Known;
use decapolis_core::words::Tongue;
use sea_orm::ConnectionTrait;

pub use super::touched::Told;
use super::{Edition, Way, store, touched};
use crate::app::App;

/// What has changed since an edition was published.
#[derive(Clone, Debug, Default)]
pub struct Corrections {
    /// Numbers whose rows are others today, in the order of the page.
    pub numbers: Vec<Correction>,
    /// Figures whose rule is another one today: no corrections, since the edition's own rule still gives its number.
    pub rules: Vec<RuleChanged>,
}

/// One number whose rows are others today.
#[derive(Clone, Debug)]
pub struct Correction {
    /// The figure as it was when the edition was published.
    pub figure: Figure,
    pub period: Period,
    pub old: Answer,
    pub new: Answer,
    pub changes: Vec<Change>,
}

/// One row that is another one today, came, or went.
#[derive(Clone, Debug)]
pub struct Change {
    pub row: RowId,
    /// The record that is counted; none where rows or words are.
    pub unit: Option<RowId>,
    pub part: i64,
    /// As it was published; none where it has come since.
    pub old: Option<FigureRow>,
    /// As it is; none where it is gone.
    pub new: Option<FigureRow>,
    /// The entry that made it so.
    pub entry: Option<Told>,
    /// Whether that entry touched the row itself, rather than something its listing reads.
    pub surely: bool,
}

/// A figure whose rule is another one today.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleChanged {
    pub figure: String,
    pub old: i64,
    /// None where there is no such figure any more.
    pub new: Option<i64>,
}

impl Correction {
    /// Whether the number itself is another one, and not only the rows behind it.
    pub fn is_of_the_number(&self) -> bool {
        self.old != self.new
    }

    /// What is said at the number: what it was and is, or what it is where there was none.
    pub fn short(&self, tongue: &Tongue<'_>) -> String {
        let (old, new) = self.worded(tongue);
        match self.old.value(&self.figure) {
            Some(_) => tongue.with("correction-short", &[("old", old.into()), ("new", new.into())].into()),
            None => tongue.with("correction-completed", &[("new", new.into())].into()),
        }
    }

    /// The number as published and as it is, in a reader's language; where both would read the same, as they are counted.
    pub fn worded(&self, tongue: &Tongue<'_>) -> (String, String) {
        let said = |answer: Answer| Worded::of(&self.figure, answer, tongue).whole();
        let (old, new) = (said(self.old), said(self.new));
        if old != new {
            return (old, new);
        }
        // rounding hides it: a sum of money stays hidden, units are told
        let plain = |answer: Answer| match self.figure.base {
            Some(_) => tongue.with("page-of", &[("counted", answer.counted.into()), ("base", answer.base.into())].into()),
            None => tongue.number(answer.counted),
        };
        match self.figure.measure {
            decapolis_core::figures::Measure::Units => (plain(self.old), plain(self.new)),
            decapolis_core::figures::Measure::Sum(_) => (old, new),
        }
    }
}

/// The rule of a stored number, if this program can still ask it; one sentence where not.
pub(super) fn read_rule(catalog: &Catalog, number: &store::Number) -> std::result::Result<Figure, String> {
    let figure: Figure = serde_json::from_str(&number.rule).map_err(|e| e.to_string())?;
    catalog.check(&figure)?;
    Ok(figure)
}

/// What has changed since this edition was published, as the register stands in `db`.
pub async fn of(app: &App, db: &impl ConnectionTrait, edition: &Edition) -> Result<Corrections> {
    let mut found = Corrections::default();
    if edition.way == Way::AsPrinted {
        return Ok(found);
    }
    let catalog = &app.figures.catalog;
    let heads = Heads::read(db).await?;
    let mut stored: Option<BTreeMap<i64, Vec<FigureRow>>> = None;
    for number in store::numbers(db, edition).await? {
        let rule = read_rule(catalog, &number);
        let present = catalog.figure(&number.figure);
        if present.is_none_or(|present| rule.as_ref() != Ok(present)) && !found.rules.iter().any(|r| r.figure == number.figure) {
            let new = present.map(|f| i64::from(f.version));
            found.rules.push(RuleChanged { figure: number.figure.clone(), old: number.version, new });
        }
        let Ok(figure) = rule else { continue };
        let tables = app.figures.tables(&figure);
        // nothing it was counted from has been written since
        if heads.of(&tables) <= edition.known {
            continue;
        }
        let stored = match &mut stored {
            Some(stored) => stored,
            none => none.insert(store::rows(db, edition).await?),
        };
        let old = stored.remove(&number.ordinal).unwrap_or_default();
        let period = Period { from: number.from, to: number.until };
        let new = every_row(db, &figure, &Asked::period(period, Known::Now), catalog).await?;
        let mut changes = differences(&old, &new, figure.counted.first().is_some_and(|part| catalog.counts_words(part)));
        // what was left out and still is says nothing of the number
        changes.retain(|change| change.old.iter().chain(&change.new).any(|row| row.class != Class::LeftOut));
        if changes.is_empty() {
            continue;
        }
        explain(db, &mut changes, &tables, edition.known, heads.of(&tables)).await?;
        let new = Answer::of_rows(&figure, &new);
        found.numbers.push(Correction { figure, period, old: number.answer, new, changes });
    }
    Ok(found)
}

/// The rows that stand in one list and not, or otherwise, in the other.
pub(super) fn differences(old: &[FigureRow], new: &[FigureRow], words: bool) -> Vec<Change> {
    let mut rows: BTreeMap<(i64, RowId), (Option<&FigureRow>, Option<&FigureRow>)> = BTreeMap::new();
    for row in old {
        rows.entry((row.part, row.row)).or_default().0 = Some(row);
    }
    for row in new {
        rows.entry((row.part, row.row)).or_default().1 = Some(row);
    }
    rows.into_iter()
        .filter(|(_, (old, new))| old != new)
        .map(|((part, row), (old, new))| Change {
            row,
            unit: new.or(old).filter(|_| !words).and_then(|r| r.unit.parse().ok()),
            part,
            old: old.cloned(),
            new: new.cloned(),
            entry: None,
            surely: false,
        })
        .collect()
}

/// Finds for each change the entry that made it: the one that touched the row, or a record that the row names, or another row of the
/// same unit, or something that refers to the unit; at last the one that last touched what the listings read.
async fn explain(
    db: &impl ConnectionTrait,
    changes: &mut [Change],
    tables: &[&'static decapolis_core::table::Table],
    known: JournalNo,
    last: JournalNo,
) -> Result<()> {
    let ids: Vec<RowId> = changes.iter().flat_map(|c| std::iter::once(c.row).chain(c.unit)).collect();
    let units: Vec<RowId> = changes.iter().filter_map(|c| c.unit).collect();
    let mut own = touched::rows(db, tables, &ids, known).await?;
    for (row, number) in touched::named(db, tables, &changes.iter().map(|c| c.row).collect::<Vec<_>>(), known).await? {
        own.entry(row).or_insert(number);
    }
    let near = touched::referring(db, tables, &units, known).await?;
    let of_unit: BTreeMap<RowId, JournalNo> = changes.iter().filter_map(|c| Some((c.unit?, *own.get(&c.row)?))).collect();
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
    let told = touched::told(db, found.iter().map(|(number, _)| *number)).await?;
    for (change, (number, surely)) in changes.iter_mut().zip(found) {
        change.entry = told.get(&number).cloned();
        change.surely = surely;
    }
    Ok(())
}

/// What became of a row, as the key of its words.
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
