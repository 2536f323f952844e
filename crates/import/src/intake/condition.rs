//! Conditions on the rows of a file: which to skip or to keep, and why.

use serde::{Deserialize, Serialize};

use super::said::Said;

/// A condition on one column of a file. Exactly one of `empty`, `is`, `begins` and `contains` is set.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Condition {
    /// The column of the file it is about.
    pub column: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub empty: Option<bool>,
    /// One of these words, as the cell has them or spelled otherwise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub is: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub begins: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contains: Option<String>,
    /// Why rows are left out: what the report of the import says. Of rows that are wanted it may be missing: then it says what the cell of
    /// the others holds.
    #[serde(default, skip_serializing_if = "Said::is_empty")]
    pub because: Said,
}

impl Condition {
    /// What is wrong with a condition that skips rows, if anything.
    pub(super) fn mistake_in_skip(&self) -> Option<String> {
        let silent = || format!("a condition on “{}” leaves rows out: say why with `because`", self.column);
        self.mistake().or_else(|| self.because.is_empty().then(silent))
    }

    /// What is wrong with the condition, if anything.
    pub(super) fn mistake(&self) -> Option<String> {
        let asked =
            [self.empty.is_some(), !self.is.is_empty(), self.begins.is_some(), self.contains.is_some()];
        (asked.iter().filter(|a| **a).count() != 1).then(|| {
            format!("a condition on “{}” asks exactly one thing: empty, is, begins or contains", self.column)
        })
    }

    /// Whether a cell meets the condition.
    pub(super) fn holds(&self, cell: &str) -> bool {
        if let Some(empty) = self.empty {
            return cell.is_empty() == empty;
        }
        if let Some(begins) = &self.begins {
            return cell.starts_with(begins.as_str());
        }
        if let Some(contains) = &self.contains {
            return cell.contains(contains.as_str());
        }
        self.is.iter().any(|word| word == cell || word.to_lowercase() == cell.to_lowercase())
    }
}
