//! What is found in a sheet is what whoever wrote it meant.

mod any_sheet;
mod columns;
mod tables;
mod wild;
mod written;

use decapolis_spreadsheets::{DetectedTable, Hints, MemoryGrid, RowKind, find};

/// A sheet written as lines with `|` between the cells.
fn sheet(text: &str) -> MemoryGrid {
    let lines = text.lines().map(str::trim).collect::<Vec<_>>();
    MemoryGrid::of_texts(lines.iter().map(|line| line.split('|').map(str::trim)))
}

fn tables(grid: &MemoryGrid) -> Vec<DetectedTable> {
    find(grid, &Hints::default()).unwrap()
}

/// The only table of a sheet.
fn table(grid: &MemoryGrid) -> DetectedTable {
    let mut tables = tables(grid);
    assert_eq!(tables.len(), 1, "{tables:#?}");
    tables.remove(0)
}

/// What each row is, in a letter: d data, h heading, n column numbers, t title, s section, u subtotal, f footnote, o other table, - blank.
fn rows(found: &DetectedTable, grid: &MemoryGrid) -> String {
    let letter = |is: RowKind| match is {
        RowKind::Data => 'd',
        RowKind::Heading => 'h',
        RowKind::ColumnNumbers => 'n',
        RowKind::Title => 't',
        RowKind::Section(_) => 's',
        RowKind::Subtotal => 'u',
        RowKind::Footnote => 'f',
        RowKind::OtherTable => 'o',
        RowKind::Blank => '-',
    };
    found.rows(grid).unwrap().map(|row| letter(row.unwrap().1)).collect()
}
