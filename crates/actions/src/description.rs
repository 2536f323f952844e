//! The description of an action: its name, its fields, when it works out its rows, and how it is taken back.

use decapolis_register::changes::Changes;
use decapolis_register::table::{Column, Table};
use decapolis_words::errors::{Error, Result};
use futures_util::future::BoxFuture;

use super::actor::{Actor, Reach};
use super::context::Context;
use super::role::Role;

/// When an action works out what it writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// In its turn as the only writer: it is quick, and what it reads is what it writes on.
    Short,
    /// Before its turn, on a snapshot: it takes long, and is refused when a table that it read has been written meanwhile.
    Prepared,
}

/// How to take back what an action wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undo {
    /// With its batch, by `undo`.
    Batch,
    /// By the action itself, done once more.
    OwnAction,
    /// Never: the key of the refusal that says why, and what to do instead.
    Never(&'static str),
}

/// A value that an action asks for.
#[derive(Clone, Copy)]
pub struct Field {
    pub table: &'static Table,
    pub name: &'static str,
    /// Whether the action cannot do without it.
    pub required: bool,
    /// Whether it is given as a file. The action makes the column's value from its bytes.
    pub is_file: bool,
}

impl Field {
    /// The column of a table, which may be left out. Kind, words and privacy are the column's.
    pub const fn of(table: &'static Table, name: &'static str) -> Field {
        Field { table, name, required: false, is_file: false }
    }

    /// The action cannot do without this field.
    pub const fn required(self) -> Field {
        Field { required: true, ..self }
    }

    /// The field is given as a file.
    pub const fn as_file(self) -> Field {
        Field { is_file: true, ..self }
    }

    /// The column, where the table has it.
    pub fn column(&self) -> Option<&'static Column> {
        self.table.all_columns().find(|column| column.name == self.name)
    }
}

/// What the program knows of an action before it runs.
#[derive(Clone, Copy)]
pub struct Description {
    /// `module.verb-noun`, as in the journal, the permission and the test.
    pub name: &'static str,
    /// The kind of record whose page offers it.
    pub on: Option<&'static str>,
    pub fields: &'static [Field],
    pub turn: Turn,
    pub undo: Undo,
    /// The roles that may do it, besides the operator and the program's own jobs.
    pub by: &'static [Role],
    /// Whether a visitor of the demo may do it.
    pub in_the_demo: bool,
}

/// Works out what an action writes; its first lines check what it was given.
pub type Run<P, I> = for<'a> fn(&'a Context<'a, P>, I) -> BoxFuture<'a, Result<Changes>>;

/// An action: what is said of it, and what it does with its input `I` in a program `P`.
pub struct Action<P, I> {
    pub about: Description,
    pub run: Run<P, I>,
}

/// Checks whether this actor may do this action: `NotAllowed` with the reason if not.
pub fn may(actor: &Actor, action: &Description) -> Result<()> {
    match actor {
        Actor::Operator | Actor::Job(_) => Ok(()),
        Actor::Demo if action.in_the_demo => Ok(()),
        Actor::Account(account) if account.reach(action.by) != Reach::Nowhere => Ok(()),
        Actor::Account(account) if !account.grants.is_empty() => Err(Error::NotAllowed("not-by-this-role")),
        Actor::Demo | Actor::Account(_) => Err(Error::NotAllowed("only-the-office-writes")),
    }
}
