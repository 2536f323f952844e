//! Panels: the facts of other tables that a record's page shows.

use crate::table::Table;

/// A list of its own that a module has for a kind of record, in place of the general one.
#[derive(Clone, Copy, Debug)]
pub struct OwnList {
    /// The kind of record.
    pub of: &'static str,
    /// Its path without the language.
    pub path: &'static str,
    /// The key of its name.
    pub words: &'static str,
}

/// Facts of a table that refer to the record of the page.
#[derive(Clone, Copy)]
pub struct Panel {
    /// The kind of record whose page shows it.
    pub of: &'static str,
    pub table: &'static Table,
    /// The column that refers to the record; `id` where the rows are records of their own whose column refers here is named instead.
    pub by: &'static str,
    /// The columns that are shown, in their order; `self` is the row's own record.
    pub columns: &'static [&'static str],
    /// Only rows whose column has one of these values, so that no person is listed as absent or inactive.
    pub only: Option<(&'static str, &'static [&'static str])>,
    /// The column whose day orders the rows, the newest first.
    pub newest: Option<&'static str>,
    /// The column with the last day of the newest row, and the key of what the page says at its head once that day is over.
    pub over: Option<(&'static str, &'static str)>,
    /// What it is about, where the office shows it with others under one heading: `membership` has the words `about-membership`.
    pub about: Option<&'static str>,
    /// Where `by` names no record of this kind but one that belongs to it: the table of that record, and its column that refers here.
    pub through: Option<(&'static Table, &'static str)>,
    /// Whether the page says at its head what lasts of it.
    pub at_head: bool,
}

/// A panel of facts: all rows, in no order of their own.
pub const fn panel(
    of: &'static str,
    table: &'static Table,
    by: &'static str,
    columns: &'static [&'static str],
) -> Panel {
    Panel {
        of,
        table,
        by,
        columns,
        only: None,
        newest: None,
        over: None,
        about: None,
        through: None,
        at_head: false,
    }
}

impl Panel {
    /// Says this at the head of the page once the last day of the newest row, in this column, is over.
    pub const fn said_when_over(self, last: &'static str, key: &'static str) -> Panel {
        Panel { over: Some((last, key)), ..self }
    }
    /// Shows it in the office with the others that are about this.
    pub const fn about(self, about: &'static str) -> Panel {
        Panel { about: Some(about), ..self }
    }
    /// The facts of the records of this table that refer here by this column.
    pub const fn through(self, table: &'static Table, column: &'static str) -> Panel {
        Panel { through: Some((table, column)), ..self }
    }
    pub const fn said_at_head(self) -> Panel {
        Panel { at_head: true, ..self }
    }
    pub const fn newest_by(self, column: &'static str) -> Panel {
        Panel { newest: Some(column), ..self }
    }
    pub const fn only(self, column: &'static str, values: &'static [&'static str]) -> Panel {
        Panel { only: Some((column, values)), ..self }
    }
}
