//! The version of a row that an import would write, and how it differs from the one in the register.

use decapolis_base::Texts;
use decapolis_register::rules::owner_columns;
use decapolis_register::table::{Column, Kind, Table, stored};
use decapolis_register::value::{Cell, Values};

use super::row::{Row, texts_over};
use super::stage::bytes_of_cells;

/// What a row says over what is there: texts keep the languages the file does not have.
pub(super) fn merged(table: &Table, row: &Row, old: &Values, given: &Values) -> Values {
    let mut new = old.clone();
    for (name, cell) in given {
        let texts = table.column(name).is_some_and(|c| c.kind == Kind::Texts);
        let over = if texts {
            texts_over(row, name, &Texts::from_json(old[name].text().unwrap_or("{}")))
        } else {
            None
        };
        new.insert(name.clone(), over.unwrap_or_else(|| cell.clone()));
    }
    new
}

/// A new row: every stored column has a value. A fact is real where the file does not say otherwise.
pub(super) fn with_every_column(table: &Table, mut given: Values) -> Values {
    for (name, ..) in stored(table) {
        let empty = if name == "illustrative" { Cell::Bool(false) } else { Cell::Null };
        given.entry(name).or_insert(empty);
    }
    given
}

/// The columns of a file in which two versions of a row differ.
pub(super) fn differing(table: &Table, old: &Values, new: &Values) -> Vec<&'static str> {
    let differs = |column: &Column| column.physical().iter().any(|name| old.get(name) != new.get(name));
    let columns = table.all_columns().filter(|c| differs(c));
    columns.map(|c| if c.name == "illustrative" { "nature" } else { c.name }).collect()
}

/// Whose row it is, where a rule looks at all rows of an owner.
pub(super) fn owner_of(table: &Table, values: &Values) -> Option<Vec<u8>> {
    let per = owner_columns(table)?;
    Some(bytes_of_cells(per.iter().map(|name| values.get(*name).unwrap_or(&Cell::Null))))
}
