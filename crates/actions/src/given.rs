//! What was given for the fields of an action: by a command, a form or the API, already read.

use std::collections::BTreeMap;

use decapolis_base::PartialDay;
use decapolis_register::journal::RowId;
use decapolis_register::value::{self, Cell, Values};

/// The values of an action's fields. A field that was not given is absent; one that was given empty is null.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// The stored columns of the fields: a day is two, an instant three.
    pub values: Values,
    /// The stored columns of `records`, where the action is about a row of a table of records.
    pub record: Option<Values>,
    /// The row that the action is about, where it is one of a table's own actions.
    pub row: Option<RowId>,
    /// What was answered to the questions that the action asks beside its fields, by their names.
    pub answers: BTreeMap<String, String>,
    /// The bytes of the fields that are files.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The same for more rows, where one of a table's own actions is done with several in one entry.
    pub more: Vec<Given>,
}

impl Given {
    /// A text, as it was given; `None` where it is absent or empty.
    pub fn text(&self, field: &str) -> Option<String> {
        self.values.get(field).and_then(Cell::text).map(str::to_string)
    }

    /// A whole number, or an amount in minor units.
    pub fn int(&self, field: &str) -> Option<i64> {
        self.values.get(field).and_then(Cell::int)
    }

    /// The record that a field refers to.
    pub fn record(&self, field: &str) -> Option<RowId> {
        self.int(field)
    }

    /// A day, perhaps known only in part.
    pub fn day(&self, field: &str) -> Option<PartialDay> {
        value::day(&self.values, field)
    }

    /// The bytes of a file.
    pub fn file(&mut self, field: &str) -> Option<Vec<u8>> {
        self.files.remove(field)
    }
}
