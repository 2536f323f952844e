//! For rows that would be new records: the existing records that they may be.
//!
//! A chunk of rows takes a few statements, which use the index of spellings, whatever the size of the
//! register.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use decapolis_base::Texts;
use decapolis_words::errors::Result;
use decapolis_words::message::Message;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Alias, Expr, Query};

use super::compare::{Reason, Similarity, compare};
use super::described::Described;
use super::index::sharing;
use super::spelling::{of_columns, of_label};
use crate::at_once::is_one_of;
use crate::journal::RowId;
use crate::records::{self, Record};
use crate::table::{Table, Tells, stored};
use crate::value::{Cell, Values};

/// The most records that are compared with a row; a spelling that more records share says nothing.
const CANDIDATES: usize = 20;
/// The number of new rows of an import, the last ones, that are compared with one another.
const WINDOW: usize = 20_000;
/// A person has already told two rows of one file apart: only pairs as similar as this, or with one mail address, are asked about.
const SURE: f64 = 0.9;

/// What to do with a row that looks like a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Likely {
    /// The row is refused until it says whether it is the same record.
    #[default]
    Ask,
    /// The row is taken for the record that it looks most like.
    Same,
    /// The row is a new record: nothing is compared.
    New,
}

/// The rule of an import. What a row itself says comes before it, and what was decided earlier too.
#[derive(Clone, Debug, Default)]
pub struct Rule {
    pub likely: Likely,
    /// For these reasons a row is the record without asking.
    pub same_by: Vec<Reason>,
}

impl Rule {
    /// Whether this rule takes a row for the record that it is like.
    pub fn takes(&self, like: &Like) -> bool {
        self.likely == Likely::Same
            || like.similarity.reasons.iter().any(|r| self.same_by.iter().any(|by| by.name() == r.name()))
    }
}

/// A row that would be a new record.
#[derive(Clone, Debug)]
pub struct Newcomer<'a> {
    pub code: &'a str,
    pub label: Texts,
    pub values: Values,
}

/// What a row may be: a record of the register, or an earlier row of the import with an id below zero.
#[derive(Clone, Debug, PartialEq)]
pub struct Like {
    pub record: RowId,
    pub code: String,
    pub name: String,
    pub similarity: Similarity,
}

impl Like {
    /// What it looks like, and why.
    pub fn message(&self) -> Message {
        let reason = self.similarity.reasons.first().copied().unwrap_or(Reason::SameName);
        reason.message(&self.code, &self.name)
    }
}

/// For each row the records that it is likely to be, the likeliest first.
pub async fn ask(
    db: &impl ConnectionTrait,
    table: &'static Table,
    rows: &[Newcomer<'_>],
) -> Result<Vec<Vec<Like>>> {
    let Some(kind) = table.kind().filter(|_| !table.known_by.is_empty()) else {
        return Ok(vec![vec![]; rows.len()]);
    };
    let spelled: Vec<BTreeSet<i64>> = rows.iter().map(|row| numbers(kind, table, row)).collect();
    let all: BTreeSet<i64> = spelled.iter().flatten().copied().collect();
    let found = sharing(db, &all, CANDIDATES).await?;
    // those first that share most
    let candidates: Vec<Vec<RowId>> = spelled.iter().map(|numbers| most_shared(numbers, &found)).collect();
    let ids: BTreeSet<RowId> = candidates.iter().flatten().copied().collect();
    if ids.is_empty() {
        return Ok(vec![vec![]; rows.len()]);
    }
    let records = records::by_ids(db, ids.iter().copied()).await?;
    let mut values = rows_of(db, table, &ids).await?;
    let places = places_of(db, table, values.values().chain(rows.iter().map(|r| &r.values))).await?;
    let mut described: HashMap<RowId, (Record, Described)> = HashMap::new();
    for (id, record) in records {
        let values = values.remove(&id).unwrap_or_default();
        described.insert(id, (record.clone(), describe(table, &record.label, &values, &places)));
    }
    let likes = rows.iter().zip(candidates).map(|(row, candidates)| {
        let one = describe(table, &row.label, &row.values, &places);
        let mut likes: Vec<Like> = candidates
            .iter()
            .filter_map(|id| described.get(id))
            .filter_map(|(record, two)| {
                let similarity = compare(&one, two).filter(Similarity::is_likely)?;
                Some(Like {
                    record: record.id,
                    code: record.code.clone(),
                    name: record.label.words("und").to_string(),
                    similarity,
                })
            })
            .collect();
        likes.sort_by(|a, b| b.similarity.score.total_cmp(&a.similarity.score).then(a.code.cmp(&b.code)));
        likes
    });
    Ok(likes.collect())
}

/// All spellings of a row, as they are stored.
fn numbers(kind: &str, table: &Table, row: &Newcomer<'_>) -> BTreeSet<i64> {
    let columns = of_columns(kind, table.known_by, |name| row.values.get(name).and_then(Cell::text));
    of_label(kind, &row.label).into_iter().chain(columns).map(|s| s.number).collect()
}

fn most_shared(numbers: &BTreeSet<i64>, found: &BTreeMap<i64, Vec<(RowId, i64)>>) -> Vec<RowId> {
    let mut shared: BTreeMap<RowId, usize> = BTreeMap::new();
    for (record, _) in numbers.iter().filter_map(|n| found.get(n)).flatten() {
        *shared.entry(*record).or_default() += 1;
    }
    let mut ids: Vec<(RowId, usize)> = shared.into_iter().collect();
    ids.sort_by_key(|(id, count)| (usize::MAX - count, *id));
    ids.into_iter().take(CANDIDATES).map(|(id, _)| id).collect()
}

/// What the kind has besides, for these records: the columns that tell something.
async fn rows_of(
    db: &impl ConnectionTrait,
    table: &'static Table,
    ids: &BTreeSet<RowId>,
) -> Result<HashMap<RowId, Values>> {
    let tells = |name: &str| {
        table
            .known_by
            .iter()
            .any(|(column, _)| name == *column || name.strip_suffix("_last") == Some(*column))
    };
    let columns: Vec<_> = stored(table).into_iter().filter(|(name, ..)| tells(name)).collect();
    let ids: Vec<RowId> = ids.iter().copied().collect();
    let mut found = HashMap::new();
    for page in ids.chunks(1_000) {
        let mut ask = Query::select();
        ask.column("id").columns(columns.iter().map(|c| Alias::new(&c.0))).from(table.name);
        ask.and_where(is_one_of(db.get_database_backend(), Expr::col("id"), page.iter().copied()));
        for row in db.query_all(&ask).await? {
            let values = columns
                .iter()
                .map(|(name, kind, _)| Ok((name.clone(), Cell::read(&row, name, *kind)?)))
                .collect::<Result<Values>>()?;
            found.insert(row.try_get("", "id")?, values);
        }
    }
    Ok(found)
}

/// The places that rows lie in, by id.
async fn places_of<'v>(
    db: &impl ConnectionTrait,
    table: &Table,
    rows: impl Iterator<Item = &'v Values>,
) -> Result<BTreeMap<RowId, Record>> {
    let columns: Vec<&str> =
        table.known_by.iter().filter(|(_, tells)| *tells == Tells::Place).map(|(name, _)| *name).collect();
    let ids: BTreeSet<RowId> = rows
        .flat_map(|values| columns.iter().filter_map(|c| values.get(*c).and_then(Cell::int)))
        .filter(|id| *id > 0)
        .collect();
    if ids.is_empty() { Ok(BTreeMap::new()) } else { records::by_ids(db, ids).await }
}

fn describe(table: &Table, label: &Texts, values: &Values, places: &BTreeMap<RowId, Record>) -> Described {
    let mut described = Described::of(table, label, values);
    if let Some(place) = described.place.and_then(|id| places.get(&id)) {
        described.lies_in(place.label.iter().map(|(_, words)| words));
    }
    described
}

/// The rows of an import that will be new records, as far back as they are compared with the ones that follow.
#[derive(Default)]
pub struct Window {
    rows: HashMap<u64, (RowId, String, String, Described)>,
    by_number: HashMap<i64, Vec<u64>>,
    first: u64,
    next: u64,
}

impl Window {
    /// The earlier row that this one most surely is.
    pub fn ask(&self, table: &'static Table, row: &Newcomer<'_>) -> Option<Like> {
        let kind = table.kind().filter(|_| !table.known_by.is_empty())?;
        let one = Described::of(table, &row.label, &row.values);
        let numbers = numbers(kind, table, row);
        let candidates: BTreeSet<u64> = numbers
            .iter()
            .filter_map(|n| self.by_number.get(n))
            .filter(|rows| rows.len() <= CANDIDATES)
            .flatten()
            .copied()
            .collect();
        let likes = candidates.iter().filter_map(|n| self.rows.get(n)).filter_map(|(id, code, name, two)| {
            let similarity = compare(&one, two).filter(|l| {
                l.score >= SURE || l.is_likely() && l.reasons.first() == Some(&Reason::SameMail)
            })?;
            Some(Like { record: *id, code: code.clone(), name: name.clone(), similarity })
        });
        likes.max_by(|a, b| a.similarity.score.total_cmp(&b.similarity.score))
    }

    /// A row that will be a new record, under this id.
    pub fn add(&mut self, table: &'static Table, row: &Newcomer<'_>, id: RowId) {
        let Some(kind) = table.kind().filter(|_| !table.known_by.is_empty()) else { return };
        let described = Described::of(table, &row.label, &row.values);
        for number in numbers(kind, table, row) {
            let rows = self.by_number.entry(number).or_default();
            // beyond these a spelling tells nothing, and need not be kept
            if rows.len() <= CANDIDATES {
                rows.push(self.next);
            }
        }
        self.rows
            .insert(self.next, (id, row.code.to_string(), row.label.words("und").to_string(), described));
        self.next += 1;
        if self.rows.len() > WINDOW {
            self.rows.remove(&self.first);
            self.first += 1;
            if self.first.is_multiple_of(WINDOW as u64) {
                let first = self.first;
                self.by_number.retain(|_, rows| {
                    rows.retain(|n| *n >= first);
                    !rows.is_empty()
                });
            }
        }
    }
}
