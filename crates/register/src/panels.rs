//! Panels: the facts of other tables that a record's page shows.

use crate::table::Table;

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
}

/// A panel of facts: all rows, in no order of their own.
pub const fn panel(of: &'static str, table: &'static Table, by: &'static str, columns: &'static [&'static str]) -> Panel {
    Panel { of, table, by, columns, only: None, newest: None }
}

impl Panel {
    pub const fn newest_by(self, column: &'static str) -> Panel {
        Panel { newest: Some(column), ..self }
    }
    pub const fn only(self, column: &'static str, values: &'static [&'static str]) -> Panel {
        Panel { only: Some((column, values)), ..self }
    }
}
