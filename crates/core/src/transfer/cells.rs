//! What a line of a file says, as stored values.

use decapolis_base::Texts;

use super::fields;
use super::plan::Planner;
use super::sheet::Sheet;
use crate::journal::{Cell, Values};
use crate::table::{Column, FACT_COLUMNS, Kind, Table};
use crate::words::Message;

/// A row of a file, with its place.
pub(super) struct Line<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) row: usize,
    pub(super) cells: &'a [String],
}

impl Line<'_> {
    pub(super) fn cell(&self, name: &str) -> Option<&str> {
        self.sheet.header.iter().position(|h| h == name).map(|n| self.cells[n].as_str())
    }
}

/// How a row of a file revises one that is there.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Revision {
    Change,
    Correction,
    Removal,
}

impl Planner {
    pub(super) fn revision(&mut self, line: &Line<'_>) -> Revision {
        match line.cell("revision").unwrap_or_default() {
            "" | "change" => Revision::Change,
            "correction" => Revision::Correction,
            "removal" => Revision::Removal,
            other => {
                let message =
                    Message::with("error-not-a-choice", [("text", other.into()), ("choices", "change, correction, removal".into())]);
                self.problem(line.sheet, Some(line.row), Some("revision"), message);
                Revision::Change
            }
        }
    }

    /// The stored values of the columns the file has.
    pub(super) fn values(&mut self, table: &'static Table, line: &Line<'_>) -> Values {
        let mut values = Values::new();
        let facts: &[Column] = if table.kind().is_none() { FACT_COLUMNS } else { &[] };
        for column in table.columns.iter().chain(facts) {
            if column.kind == Kind::Texts {
                if let Some(texts) = texts_over(table, line, column.name, &Texts::new()) {
                    values.insert(column.name.to_string(), texts);
                }
                continue;
            }
            if column.name == "illustrative" && table.kind().is_none() {
                if let Some(nature) = self.nature(line) {
                    values.insert("illustrative".into(), nature);
                }
                continue;
            }
            let Some(text) = line.cell(column.name) else { continue };
            let read = match column.kind {
                Kind::Ref(_) if text.is_empty() => Ok(vec![(column.name.to_string(), Cell::Null)]),
                Kind::Ref(kind) => self.names.find(kind, text).map(|id| vec![(column.name.to_string(), Cell::Int(id))]),
                Kind::Money(currency) => fields::read(column, text, line.cell(currency).unwrap_or_default()),
                _ => fields::read(column, text, ""),
            };
            match read {
                Ok(cells) => values.extend(cells),
                Err(message) => {
                    // a mandate whose post is not there is told so in its own words
                    let message = if message.key == "error-unknown-code" && column.name == "post" {
                        Message { key: "error-mandate-without-post", ..message }
                    } else {
                        message
                    };
                    self.problem(line.sheet, Some(line.row), Some(column.name), message);
                }
            }
        }
        values
    }

    pub(super) fn nature(&mut self, line: &Line<'_>) -> Option<Cell> {
        match line.cell("nature")? {
            "real" | "" => Some(Cell::Bool(false)),
            "illustrative" => Some(Cell::Bool(true)),
            other => {
                let message = Message::with("error-not-a-choice", [("text", other.into()), ("choices", "real, illustrative".into())]);
                self.problem(line.sheet, Some(line.row), Some("nature"), message);
                None
            }
        }
    }

    /// The row of `records`: what the file says over what is there.
    pub(super) fn record(&mut self, table: &'static Table, line: &Line<'_>, old: Option<&Values>) -> Values {
        let mut record = old.cloned().unwrap_or_default();
        let kind = table.kind().expect("a table of records");
        let label = label_of(line, &old.map(|o| Texts::from_json(o["label"].text().unwrap_or_default())).unwrap_or_default());
        record.insert("kind".into(), Cell::Text(kind.into()));
        record.insert("code".into(), Cell::Text(line.cell("code").unwrap_or_default().into()));
        record.insert("sorting".into(), Cell::Text(crate::words::sorting(label.words("und"))));
        record.insert("finding".into(), Cell::Text(crate::words::finding(label.iter().map(|(_, words)| words))));
        record.insert("label".into(), Cell::Text(label.to_json()));
        match line.cell("public") {
            Some("no") => drop(record.insert("public".into(), Cell::Bool(false))),
            Some("yes" | "") => drop(record.insert("public".into(), Cell::Bool(true))),
            Some(other) => {
                self.problem(line.sheet, Some(line.row), Some("public"), Message::with("error-not-yes-or-no", [("text", other.into())]))
            }
            None => drop(record.entry("public".into()).or_insert(Cell::Bool(true))),
        }
        if let Some(source) = line.cell("source") {
            record.insert("source".into(), if source.is_empty() { Cell::Null } else { Cell::Text(source.into()) });
        }
        if let Some(nature) = self.nature(line) {
            record.insert("illustrative".into(), nature);
        }
        record.entry("illustrative".into()).or_insert(Cell::Bool(false));
        record.entry("source".into()).or_insert(Cell::Null);
        record
    }
}

/// The language of a column like `summary_es`, where the table has texts `summary` (or it is a label).
pub(super) fn language_column<'a>(table: &Table, name: &'a str) -> Option<(&'a str, &'a str)> {
    let (column, language) = name.rsplit_once('_')?;
    let texts = table.column(column).is_some_and(|c| c.kind == Kind::Texts) || (column == "label" && table.kind().is_some());
    (texts && (2..=8).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
        .then_some((column, language))
}

/// The texts of a line's columns over those that are there: an empty cell takes its language away. `None` where the file has no column of
/// it.
pub(super) fn texts_over(table: &Table, line: &Line<'_>, column: &str, old: &Texts) -> Option<Cell> {
    let mut texts = old.clone();
    let mut any = false;
    for (name, cell) in line.sheet.header.iter().zip(line.cells) {
        if let Some((of, language)) = language_column(table, name)
            && of == column
        {
            any = true;
            texts.set(language, cell);
        }
    }
    any.then(|| if texts.is_empty() { Cell::Null } else { Cell::Text(texts.to_json()) })
}

/// A record's label: what the line says over what is there, the original language first.
pub(super) fn label_of(line: &Line<'_>, old: &Texts) -> Texts {
    let mut label = old.clone();
    let mut given = Texts::new();
    for (name, cell) in line.sheet.header.iter().zip(line.cells) {
        let language = if name == "label" { Some("und") } else { name.strip_prefix("label_") };
        if let Some(language) = language {
            label.set(language, cell);
            given.set(language, cell);
        }
    }
    match line.cell("original").filter(|l| !l.is_empty()) {
        Some(original) if label.get(original).is_some() => {
            let mut first = Texts::new();
            first.set(original, label.get(original).unwrap_or_default());
            for (language, words) in label.iter().filter(|(l, _)| *l != original) {
                first.set(language, words);
            }
            first
        }
        _ => label,
    }
}
