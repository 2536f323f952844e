//! The rules that every row must keep: an import and an action call the same functions.
//!
//! They are pure. What they need to know of other rows is handed in: the kinds of the records that a row
//! refers to ([`Kinds`]), and for [`of_owner`] all rows of one owner as they will be. So they can be asked
//! before anything is written, and tested without a database.

mod owner;
mod row;

use std::borrow::Cow;
use std::collections::HashMap;

pub use owner::{of_owner, owner_columns};
pub use row::{control_character, has_control_character, is_code, not_money, of_row, references};

use decapolis_words::message::Message;

use crate::journal::RowId;
use crate::table::ANY;

/// What is wrong with a row, and in which column.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The row, by the number that the caller gave it.
    pub row: usize,
    pub column: &'static str,
    pub message: Message,
}

/// What rows are held against: the kinds of the records that they refer to, by id, and the currency of the network. A record that is
/// missing here does not exist.
#[derive(Clone, Debug, Default)]
pub struct Kinds {
    by_id: HashMap<RowId, Cow<'static, str>>,
    /// The currency in which the network adds amounts.
    pub currency: AddedIn,
}

/// The currency in which amounts are added, by its code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum AddedIn {
    /// No record names it, and there are no amounts.
    #[default]
    Unknown,
    /// The record of the network names it.
    Named(String),
    /// No record names it: the amounts that are there are in this one, so those that come must be too.
    OfAmounts(String),
}

impl Kinds {
    /// The record with this id is of this kind.
    pub fn set(&mut self, id: RowId, kind: impl Into<Cow<'static, str>>) {
        self.by_id.insert(id, kind.into());
    }

    /// A row of the register refers to this record by a column of this kind, so the reference was checked when it was written.
    pub fn trust(&mut self, id: RowId, kind: &'static str) {
        let known = self.by_id.entry(id).or_insert(Cow::Borrowed(kind));
        if known == ANY {
            *known = Cow::Borrowed(kind);
        }
    }

    /// The kind of the record with this id.
    pub fn of(&self, id: RowId) -> Option<&str> {
        self.by_id.get(&id).map(Cow::as_ref)
    }
}

impl<K: Into<Cow<'static, str>>> FromIterator<(RowId, K)> for Kinds {
    fn from_iter<I: IntoIterator<Item = (RowId, K)>>(kinds: I) -> Kinds {
        Kinds {
            by_id: kinds.into_iter().map(|(id, kind)| (id, kind.into())).collect(),
            currency: AddedIn::Unknown,
        }
    }
}
