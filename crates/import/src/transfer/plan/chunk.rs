//! The rows of a chunk as they were read, and what the register holds of them.

use std::collections::{HashMap, HashSet};

use decapolis_register::journal::RowId;
use decapolis_register::rules::{self, Kinds};
use decapolis_register::table::{Kind, Table};
use decapolis_register::value::Values;
use decapolis_words::message::Message;

use crate::transfer::cells::{Revision, WrongCells};
use crate::transfer::row::Row;

/// A row as it was read, before it is held against the register.
pub(super) struct Read {
    pub(super) row: Row,
    pub(super) revision: Revision,
    pub(super) given: Values,
    /// A digest of the key of the row; `None` if the key cannot be read.
    pub(super) key: Option<String>,
    pub(super) wrong: WrongCells,
    /// A warning.
    pub(super) mild: Option<Message>,
    /// Whether a day is right only because a person says so of its year.
    pub(super) years_used: bool,
}

/// What the register holds of the rows of a chunk.
pub(super) struct InRegister {
    /// Of facts by the digest of their key, of records by their id.
    pub(super) by_key: HashMap<String, (RowId, Values)>,
    pub(super) by_id: HashMap<RowId, Values>,
    pub(super) records: HashMap<RowId, Values>,
    pub(super) codes: HashMap<String, (RowId, String)>,
    /// Rows of the files that had these keys before, by number.
    pub(super) taken: HashMap<String, u64>,
    /// Rows that are records under another code.
    pub(super) same: HashMap<String, RowId>,
    /// Rows that are asked about.
    pub(super) open: HashSet<String>,
    /// The kinds of the records that these rows refer to, and that those in the register do.
    pub(super) kinds: Kinds,
}

impl InRegister {
    /// What rows of the register refer to was checked when they were written.
    pub(super) fn trust_references(&mut self, table: &'static Table) {
        for column in table.columns {
            let Kind::Ref(kind) = column.kind else { continue };
            let rows = self.by_id.values().chain(self.by_key.values().map(|(_, values)| values));
            rows.filter_map(|values| values.get(column.name)?.int())
                .for_each(|id| self.kinds.trust(id, kind));
        }
    }

    /// What is wrong with a row as it will be.
    pub(super) fn check(&self, table: &'static Table, row: &Row, values: &Values, wrong: &mut WrongCells) {
        let is_currency = |name: &str| {
            table.columns.iter().any(|c| matches!(c.kind, Kind::Money(currency) if currency == name))
        };
        for fault in rules::of_row(table, 0, values, &self.kinds) {
            // an amount in a file without its currency was told with the header
            if !(is_currency(fault.column) && row.cell(fault.column).is_none()) {
                wrong.push((fault.column.into(), fault.message));
            }
        }
    }
}
