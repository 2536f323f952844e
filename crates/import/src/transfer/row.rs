//! A row of a file with its header and its place, and the texts it gives in several languages.

use std::collections::HashMap;
use std::sync::Arc;

use decapolis_base::{Texts, turns};
use decapolis_register::table::{Kind, Table};
use decapolis_register::value::Cell;

use super::naming::Meant;

/// Where a row comes from: the file by its number, and the row in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FileRow {
    pub(super) file: usize,
    pub(super) row: u64,
}

/// The header of a file: the position of each column, and which columns hold the words of a language.
#[derive(Debug)]
pub(super) struct Header {
    at: HashMap<String, usize>,
    labels: Vec<(usize, String)>,
    texts: Vec<(usize, &'static str, String)>,
    table: &'static str,
    /// What the file calls the columns, where it has names of its own.
    called: Option<Vec<Option<String>>>,
}

impl Header {
    pub(super) fn of(table: &'static Table, header: &[String], called: Option<&[Option<String>]>) -> Header {
        let mut read = Header {
            at: HashMap::new(),
            labels: vec![],
            texts: vec![],
            table: table.name,
            called: called.map(<[_]>::to_vec),
        };
        for (n, name) in header.iter().enumerate() {
            read.at.entry(name.clone()).or_insert(n);
            if let Some(language) = if name == "label" { Some("und") } else { name.strip_prefix("label_") } {
                read.labels.push((n, language.to_string()));
            }
            if let Some((column, language)) = language_column(table, name)
                && let Some(column) = table.column(column)
            {
                read.texts.push((n, column.name, language.to_string()));
            }
        }
        read
    }
}

impl Header {
    /// Whether the file has names of its own: then a mapping made its cells.
    pub(super) fn has_own_names(&self) -> bool {
        self.called.is_some()
    }

    /// What the file calls a column of the register, and what is meant where the file has names of its own. The name of texts alone
    /// stands for the first column of them.
    pub(super) fn named(&self, column: &str) -> (Option<String>, Option<Meant>) {
        let Some(called) = &self.called else { return (Some(column.to_string()), None) };
        let of_texts = || self.texts.iter().find(|(_, name, _)| *name == column).map(|(n, ..)| *n);
        let of_label = || self.labels.first().filter(|_| column == "label").map(|(n, _)| *n);
        let at = self.at.get(column).copied().or_else(of_texts).or_else(of_label);
        let name = at.and_then(|at| self.at.iter().find(|(_, n)| **n == at)).map_or(column, |(name, _)| name);
        let heading = at.and_then(|at| called.get(at)?.clone());
        (heading, Some(Meant { table: self.table, column: name.to_string() }))
    }
}

/// A row of a file, with its place.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) header: Arc<Header>,
    pub(super) place: FileRow,
    pub(super) cells: Vec<String>,
}

impl Row {
    /// The columns whose text has a sign that turns the direction of writing, with the first such sign.
    pub(super) fn turned(&self) -> Vec<(String, char)> {
        let sign = |(at, cell): (usize, &String)| Some((at, cell.chars().find(|c| turns(*c))?));
        let named = |(at, sign): (usize, char)| {
            let (name, _) = self.header.at.iter().find(|(_, n)| **n == at)?;
            Some((name.clone(), sign))
        };
        self.cells.iter().enumerate().filter_map(sign).filter_map(named).collect()
    }

    pub(super) fn cell(&self, name: &str) -> Option<&str> {
        self.header.at.get(name).map(|n| self.at(*n))
    }

    fn at(&self, n: usize) -> &str {
        self.cells.get(n).map(String::as_str).unwrap_or_default()
    }
}

/// The language of a column like `summary_es`, where the table has texts `summary` (or it is a label).
pub(super) fn language_column<'a>(table: &Table, name: &'a str) -> Option<(&'a str, &'a str)> {
    let (column, language) = name.rsplit_once('_')?;
    let texts = table.column(column).is_some_and(|c| c.kind == Kind::Texts)
        || (column == "label" && table.kind().is_some());
    let tag =
        (2..=8).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    (texts && tag && language != "original").then_some((column, language))
}

/// The texts whose original language a column like `summary_original` names.
pub(super) fn original_column<'a>(table: &Table, name: &'a str) -> Option<&'a str> {
    let column = name.strip_suffix("_original")?;
    table.column(column).is_some_and(|c| c.kind == Kind::Texts).then_some(column)
}

/// The texts of a row's columns over those that are there: an empty cell takes its language away. `None` where the file has no column of
/// it.
pub(super) fn texts_over(row: &Row, column: &str, old: &Texts) -> Option<Cell> {
    let original = row.cell(&format!("{column}_original"));
    let mut texts = old.clone();
    let mut any = original.is_some();
    for (n, of, language) in &row.header.texts {
        if *of == column {
            any = true;
            texts.set(language, row.at(*n));
        }
    }
    let texts = original_first(texts, original);
    any.then(|| if texts.is_empty() { Cell::Null } else { Cell::Text(texts.to_json()) })
}

/// A record's label: what the row says over what is there, the original language first.
pub(super) fn label_of(row: &Row, old: &Texts) -> Texts {
    let mut label = old.clone();
    for (n, language) in &row.header.labels {
        label.set(language, row.at(*n));
    }
    original_first(label, row.cell("original"))
}

fn original_first(texts: Texts, original: Option<&str>) -> Texts {
    let Some((original, words)) = original.and_then(|language| Some((language, texts.get(language)?))) else {
        return texts;
    };
    let mut first = Texts::new();
    first.set(original, words);
    for (language, words) in texts.iter().filter(|(l, _)| *l != original) {
        first.set(language, words);
    }
    first
}
