//! What follows from an action, in words: which rows are new, changed or removed, and their values before and after.

use std::collections::{BTreeMap, BTreeSet};

use decapolis_actions::Revision;
use decapolis_base::Texts;
use decapolis_register::journal::RowId;
use decapolis_register::permissions::Audience;
use decapolis_register::records::Record;
use decapolis_register::table::{Column, Kind, Table};
use decapolis_register::value::{Cell, Values};
use decapolis_words::Locale;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;

use super::eyes::Eyes;
use super::worded;

/// The longest value that is shown, in characters: a picture in a column has a hundred thousand.
const LONGEST: usize = 80;

/// One row that an action writes, in a reader's words.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct RevisedRow {
    /// What happens to the row, and its table: "changed: Networks".
    pub title: String,
    /// The columns that differ: label, value before, value after.
    pub columns: Vec<(String, String, String)>,
}

/// The rows that these revisions change, for somebody with these eyes.
pub async fn revised(
    db: &impl ConnectionTrait,
    revisions: &[Revision],
    eyes: &Eyes<'_>,
    locale: &Locale<'_>,
) -> Result<Vec<RevisedRow>> {
    let mut ids: BTreeSet<RowId> = BTreeSet::new();
    for revision in revisions {
        for values in [&revision.before, &revision.after].into_iter().flatten() {
            let references =
                revision.table.all_columns().filter(|column| matches!(column.kind, Kind::Ref(_)));
            ids.extend(references.filter_map(|column| values.get(column.name)?.int()).filter(|id| *id > 0));
        }
        ids.extend(revision.id.filter(|id| *id > 0 && revision.table.is_of_records()));
    }
    let mut records = eyes.records(db, locale, ids).await?;
    records.extend(revisions.iter().filter_map(new_record));
    let words = RowWords { records: &records, audience: eyes.audience, locale };
    Ok(revisions.iter().map(|revision| words.row(revision)).filter(|row| !row.title.is_empty()).collect())
}

/// The columns of a row with what they hold, in a reader's words: label and value, those with a value.
pub async fn row_in_words(
    db: &impl ConnectionTrait,
    table: &'static Table,
    values: &Values,
    eyes: &Eyes<'_>,
    locale: &Locale<'_>,
) -> Result<Vec<(String, String)>> {
    let revision = Revision { table, id: None, before: None, after: Some(values.clone()), corrects: false };
    let rows = revised(db, &[revision], eyes, locale).await?;
    Ok(rows.into_iter().flat_map(|row| row.columns).map(|(label, _, value)| (label, value)).collect())
}

/// A record that these revisions make, under its id below zero: others of them refer to it.
fn new_record(revision: &Revision) -> Option<(RowId, Record)> {
    let (id, values) = (revision.id.filter(|id| *id < 0)?, revision.after.as_ref()?);
    let text = |name: &str| values.get(name).and_then(Cell::text).map(str::to_string);
    let is = |name: &str| values.get(name) == Some(&Cell::Bool(true));
    let record = Record {
        id,
        kind: text("kind")?,
        code: text("code")?,
        label: Texts::from_json(&text("label")?),
        public: is("public"),
        source: text("source"),
        illustrative: is("illustrative"),
    };
    Some((id, record))
}

/// The values of rows in a reader's words.
pub struct RowWords<'a> {
    /// The records that the rows refer to.
    pub records: &'a BTreeMap<RowId, Record>,
    pub audience: Audience,
    pub locale: &'a Locale<'a>,
}

impl RowWords<'_> {
    fn row(&self, revision: &Revision) -> RevisedRow {
        let key = match (&revision.before, &revision.after) {
            (None, _) => "revised-new",
            (_, None) => "revised-removed",
            _ if revision.corrects => "revised-corrected",
            _ => "revised-changed",
        };
        let table = self.locale.say(&format!("table-{}", revision.table.name.replace('_', "-")));
        let name = revision.id.and_then(|id| self.records.get(&id)).map(|record| self.name(record));
        let title = match name {
            Some(name) => format!("{table} · {name}"),
            None => table,
        };
        let empty = Values::new();
        let before = revision.before.as_ref().unwrap_or(&empty);
        let after = revision.after.as_ref().unwrap_or(&empty);
        let changed = revision
            .table
            .all_columns()
            .filter(|column| column.physical().iter().any(|name| before.get(name) != after.get(name)));
        RevisedRow {
            title: self.locale.with(key, &[("row", title.into())].into()),
            columns: changed
                .flat_map(|column| self.column(revision, column, (before, after)))
                // what a new row leaves empty says nothing
                .filter(|(_, before, after)| !before.is_empty() || !after.is_empty())
                .collect(),
        }
    }

    /// A column that differs: its label, the value before and after. Of texts each language that differs, where the row was there before: the
    /// reader's own may be the same.
    fn column(
        &self,
        revision: &Revision,
        column: &Column,
        (before, after): (&Values, &Values),
    ) -> Vec<(String, String, String)> {
        let label = worded::label(revision.table.name, column.name, self.locale);
        if column.kind != Kind::Texts || revision.before.is_none() || revision.after.is_none() {
            return vec![(label, self.value(column, before), self.value(column, after))];
        }
        let texts =
            |values: &Values| Texts::from_json(values.get(column.name).and_then(Cell::text).unwrap_or("{}"));
        let (before, after) = (texts(before), texts(after));
        let words = |texts: &Texts, language: &str| {
            texts
                .iter()
                .find(|(of, _)| *of == language)
                .map(|(_, words)| shortened(words))
                .unwrap_or_default()
        };
        let languages: BTreeSet<&str> =
            before.iter().chain(after.iter()).map(|(language, _)| language).collect();
        let differing = languages.into_iter().map(|language| {
            let label = match language {
                "und" => label.clone(),
                language => format!("{label} ({})", self.locale.language_name(language)),
            };
            (label, words(&before, language), words(&after, language))
        });
        differing.filter(|(_, before, after)| before != after).collect()
    }

    fn name(&self, record: &Record) -> String {
        record
            .name(self.audience, self.locale.language)
            .map_or_else(|| worded::not_public(&record.kind, self.locale), str::to_string)
    }

    /// The text of a column, at most as long as a line.
    pub fn value(&self, column: &Column, values: &Values) -> String {
        let cell = values.get(column.name).unwrap_or(&Cell::Null);
        let text = match (column.kind, cell) {
            (Kind::Ref(_), Cell::Int(id)) => {
                self.records.get(id).map(|record| self.name(record)).unwrap_or_default()
            }
            (Kind::Day | Kind::Bound, Cell::Int(_)) => worded::day_text(values, column.name, self.locale),
            (kind, cell) => worded::value(kind, cell, values, self.locale),
        };
        shortened(&text)
    }
}

/// A text that is at most as long as a line.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_string(),
    }
}
