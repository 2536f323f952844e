//! What is found in a sheet is what whoever wrote it meant.

mod any_sheet;
mod columns;
mod tables;
mod wild;
mod written;

use decapolis_spreadsheets::{Found, Hints, Is, MemoryGrid, find};

/// A sheet written as lines with `|` between the cells.
fn sheet(text: &str) -> MemoryGrid {
    let lines = text.lines().map(str::trim).collect::<Vec<_>>();
    MemoryGrid::of_texts(lines.iter().map(|line| line.split('|').map(str::trim)))
}

fn tables(grid: &MemoryGrid) -> Vec<Found> {
    find(grid, &Hints::default()).unwrap()
}

/// The only table of a sheet.
fn table(grid: &MemoryGrid) -> Found {
    let mut tables = tables(grid);
    assert_eq!(tables.len(), 1, "{tables:#?}");
    tables.remove(0)
}

/// What each row is, in a letter: d data, h heading, n column numbers, t title, s section, u subtotal, f footnote, o other table, - blank.
fn rows(found: &Found, grid: &MemoryGrid) -> String {
    let letter = |is: Is| match is {
        Is::Data => 'd',
        Is::Heading => 'h',
        Is::ColumnNumbers => 'n',
        Is::Title => 't',
        Is::Section(_) => 's',
        Is::Subtotal => 'u',
        Is::Footnote => 'f',
        Is::OtherTable => 'o',
        Is::Blank => '-',
    };
    found.rows(grid).unwrap().map(|row| letter(row.unwrap().1)).collect()
}
