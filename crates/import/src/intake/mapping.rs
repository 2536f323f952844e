//! A mapping: how one kind of file is read into the register.

use std::collections::BTreeMap;

use decapolis_register::duplicates::candidates::Likely;
use serde::{Deserialize, Serialize};

use super::condition::Condition;
use super::origin::Origin;
use super::position::position;
use super::said::Said;

/// How one kind of file is read into the register. Its name is that of its file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Mapping {
    #[serde(skip)]
    pub name: String,
    /// What kind of file this is, for people who read the mapping.
    #[serde(default, skip_serializing_if = "Said::is_empty")]
    pub note: Said,
    /// Where the file comes from: the source of every row that names none itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Under which terms its facts may be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// What is done with rows that look like records: a list of places with codes of its own has two of one name on purpose (`new`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub likely: Option<Likely>,
    #[serde(default)]
    pub file: AsFile,
    #[serde(default, skip_serializing_if = "KnownBy::is_nothing")]
    pub known_by: KnownBy,
    /// Rows that meet this condition are skipped for every table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skip: Vec<Condition>,
    /// Rows that fail this condition are skipped for every table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub only: Vec<Condition>,
    pub into: Vec<TableMapping>,
}

/// How to read the file; what is empty is detected.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AsFile {
    /// `xlsx`, `text windows-1252 semicolon`, … ([`decapolis_spreadsheets::Format`])
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// The sheet, by its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Which table of the sheet, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<usize>,
    /// The rows of the heading, by number; none of it: `[]`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<Vec<u64>>,
    /// What columns hold, where a guess would go wrong: `"Fecha" = "day d/m/y"`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub reads: BTreeMap<String, String>,
}

/// How to recognise a file of this kind. All that is set must hold.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct KnownBy {
    /// Columns the file has, by their names or, where it has no heading, their letters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
    /// A part of the file's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
}

impl KnownBy {
    pub fn is_nothing(&self) -> bool {
        *self == KnownBy::default()
    }
}

/// How the rows of a file become rows of one table of the register.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TableMapping {
    pub table: String,
    /// Several rows of the file may mean the same record or fact, which is said once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub once: Option<Once>,
    /// `real` or `illustrative`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nature: Option<String>,
    /// A table with years across is read as rows: from the first to the last of these years, all of them where none is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub years: Option<Years>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skip: Vec<Condition>,
    /// Rows that fail this condition are skipped for this table: a sheet of cities and regions gives each table its own rows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub only: Vec<Condition>,
    /// Columns of the table, and where they come from.
    pub columns: BTreeMap<String, Origin>,
}

/// What to do when several rows mean the same record or fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Once {
    /// They say the same: those that say it again are left out, one that says something else is refused.
    Same,
    /// The first row counts, whatever the others say.
    First,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Years {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<i32>,
}

impl Mapping {
    /// Writes the mapping as a TOML file, with a line for every column.
    pub fn write(&self) -> String {
        let Ok(toml::Value::Table(mut whole)) = toml::Value::try_from(self) else { return String::new() };
        let into = whole.remove("into");
        whole.retain(|_, value| value.as_table().is_none_or(|table| !table.is_empty()));
        let mut text = toml::to_string(&whole).unwrap_or_default();
        for into in into.iter().filter_map(toml::Value::as_array).flatten().filter_map(toml::Value::as_table)
        {
            text.push_str("\n[[into]]\n");
            let columns = into.get("columns").and_then(toml::Value::as_table);
            for (name, value) in into.iter().filter(|(name, _)| *name != "columns") {
                text.push_str(&format!("{name} = {value}\n"));
            }
            text.push_str("\n[into.columns]\n");
            for (name, value) in columns.into_iter().flatten() {
                text.push_str(&format!("{name} = {value}\n"));
            }
        }
        text
    }

    /// The columns of the register that this column of the file fills, each with its table.
    pub fn reading(&self, found: &decapolis_spreadsheets::DetectedTable, at: usize) -> Vec<String> {
        let reads = |origin: &Origin| origin.columns().iter().any(|name| position(found, name) == Some(at));
        let of = |into: &TableMapping| {
            let made = into.columns.iter().filter(|(_, origin)| reads(origin));
            made.map(|(name, _)| format!("{}.{name}", into.table)).collect::<Vec<_>>()
        };
        self.into.iter().flat_map(of).collect()
    }

    /// What the mapping says about the sheet before it is read.
    ///
    /// Errors: a column is to be read as something there is no word for.
    pub fn hints(&self) -> Result<decapolis_spreadsheets::Hints, String> {
        let read = |(column, words): (&String, &String)| {
            super::reading::named(words).map(|reads| (column.clone(), reads))
        };
        Ok(decapolis_spreadsheets::Hints {
            heading: self.file.heading.clone(),
            table: self.file.table,
            decimal: None,
            reads: self.file.reads.iter().map(read).collect::<Result<_, String>>()?,
        })
    }
}
