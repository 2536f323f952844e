//! Whether a row of a text file fits its heading: whether it has as many cells, and whether a quotation mark swallowed lines.

use std::collections::BTreeMap;

use crate::grid::{Row, Value};

/// A row whose cells may be of other columns than those they are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// It has other than the expected number of cells.
    Cells { found: usize, expected: usize },
    /// A cell holds whole rows: its quotation mark closes too late.
    Swallows,
}

/// How many cells the rows of a table have.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowWidths {
    /// The cells of the heading, and those up to the last that says something.
    heading: usize,
    named: usize,
    /// How many rows have so many cells.
    rows: BTreeMap<usize, u64>,
    /// A row as wide as the heading ends with an empty cell: so rows are not cut after their last filled cell.
    keeps_empty: bool,
}

/// A program that cuts rows after their last filled cell cuts at least one of so many.
const CUT: u64 = 5;

impl RowWidths {
    pub(super) fn see_heading(&mut self, row: &Row) {
        self.heading = self.heading.max(row.cells.len());
        self.named = self.named.max(filled(row));
    }

    pub(super) fn see(&mut self, row: &Row) {
        *self.rows.entry(row.cells.len()).or_default() += 1;
        self.keeps_empty |= row.cells.len() >= self.heading && row.cells.last().is_some_and(Value::is_empty);
    }

    /// What is wrong with a row of data, if anything. Without a heading most rows say how many cells a row has.
    pub fn misfit(&self, row: &Row) -> Option<Misfit> {
        if self.rows.is_empty() {
            return None;
        }
        let usual = self.rows.iter().max_by_key(|(_, count)| **count).map_or(0, |(cells, _)| *cells);
        let (most, least) = if self.heading > 0 { (self.heading, self.named) } else { (usual, usual) };
        let found = row.cells.len();
        let short: u64 = self.rows.range(..least).map(|(_, count)| count).sum();
        let cuts = !self.keeps_empty && short * CUT >= self.rows.values().sum();
        if filled(row) > most || found < least && !cuts {
            return Some(Misfit::Cells { found, expected: most });
        }
        swallows(row, found).then_some(Misfit::Swallows)
    }
}

/// The cells up to the last filled one.
fn filled(row: &Row) -> usize {
    row.cells.len() - row.cells.iter().rev().take_while(|cell| cell.is_empty()).count()
}

/// Whether a cell of the row holds the rest of a row, whole rows, and the beginning of another: then a quotation mark opened by mistake.
pub fn swallows(row: &Row, width: usize) -> bool {
    width > 1
        && row.cells.iter().enumerate().any(|(at, cell)| match cell {
            Value::Text(text) if text.contains('\n') || text.contains('\r') => {
                [',', ';', '\t', '|'].into_iter().any(|separator| holds_rows(text, separator, at, width))
            }
            _ => false,
        })
}

fn holds_rows(text: &str, separator: char, at: usize, width: usize) -> bool {
    let lines: Vec<&str> = text.split(['\n', '\r']).filter(|line| !line.is_empty()).collect();
    // a blank follows the commas of a sentence
    let cells = |line: &str| {
        let blank = format!("{separator} ");
        1 + line.matches(separator).count() - line.matches(&blank).count()
    };
    let [first, whole @ .., last] = lines.as_slice() else { return false };
    let rows = whole.iter().all(|line| cells(line) == width);
    // two lines of two cells may also be an address
    let enough = !whole.is_empty() || width > 2;
    enough && rows && at + cells(first) == width && cells(last) == at + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> Row {
        let value = |cell: &&str| if cell.is_empty() { Value::Empty } else { Value::Text(cell.to_string()) };
        Row { number: 2, cells: cells.iter().map(value).collect() }
    }

    fn misfits(heading: &[&str], rows: &[&[&str]]) -> Vec<Option<Misfit>> {
        let mut widths = RowWidths::default();
        if !heading.is_empty() {
            widths.see_heading(&row(heading));
        }
        rows.iter().for_each(|cells| widths.see(&row(cells)));
        rows.iter().map(|cells| widths.misfit(&row(cells))).collect()
    }

    #[test]
    fn a_row_has_as_many_cells_as_its_heading() {
        let cells = |found| Some(Misfit::Cells { found, expected: 2 });
        let full: &[&str] = &["a", "b"];
        assert_eq!(
            misfits(&["x", "y"], &[full, &["Heer", "Hanna", "h@x"], full, &["c"], full, full, full]),
            [None, cells(3), None, cells(1), None, None, None]
        );
        // what is empty beyond the heading says nothing
        assert_eq!(misfits(&["x", "y"], &[full, &["a", "b", ""]]), [None, None]);
        // a heading that lacks a name for the first column shifts all of them
        assert_eq!(misfits(&["x", "y"], &[&["1", "a", "b"], &["2", "c", "d"]]), [cells(3), cells(3)]);
        assert_eq!(misfits(&["x", "y", ""], &[&["1", "a", "b"], full]), [None, None]);
        // some programs leave out the empty cells at the end
        assert_eq!(misfits(&["x", "y", "z"], &[&["a"], full, &["a", "b", "c"]]), [None, None, None]);
        assert!(misfits(&["x", "y", "z"], &[full, &["a", "b", ""]])[0].is_some());
        assert_eq!(misfits(&[], &[full, full, &["a", "b", "c"]])[2], cells(3));
    }

    #[test]
    fn a_quotation_mark_that_swallows_lines_is_seen_by_the_rows_in_its_cell() {
        let swallowed = |cells: &[&str]| swallows(&row(cells), cells.len());
        assert!(swallowed(&["m", "Mirefleur,FR,two\nsorges,Sorges,FR,three\ntirlan,Tirlan", "FR", "four"]));
        assert!(swallowed(&["m", "Mirefleur;FR\r\ntirlan;Tirlan", "FR"]));
        assert!(swallowed(&["Mirefleur,FR\nsorges,FR\nTirlan", "IE"]));
        assert!(!swallowed(&["m", "12 rue de la Paix\n75002 Paris\nFrance", "FR"]));
        assert!(!swallowed(&["m", "Mayor, Valdoria\nDeputy, Sorges\nClerk, Tirlan", "FR"]));
        assert!(!swallowed(&["Valdoria, FR\nEurope", "x"]));
    }
}
