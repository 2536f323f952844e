//! Any table, written down in any of the ways people write tables, is read back as it was meant.
//!
//! Left out, because nobody could tell either: a column in which no number shows which mark is its decimal mark, days none of which tells
//! its order, fewer than three rows, headings of figures, a label that begins with “Total”, a second table of the same columns.

use proptest::prelude::*;

use decapolis_spreadsheets::{Hints, MemoryGrid, Row, RowKind, Value, find};

use crate::written::{columns, style, write};

proptest! {
    #[test]
    fn a_table_is_read_back_as_it_was_meant(
        style in style(),
        columns in columns(),
        seeds in prop::collection::vec(any::<u64>(), 3..14),
    ) {
        // as many chances as columns, from one number each row
        let chances: Vec<Vec<u64>> = seeds.iter().map(|seed| (1..=columns.len() as u64).map(|n| seed.wrapping_mul(2 * n + 1).wrapping_add(n * 7919) >> 20).collect()).collect();
        let (grid, meant) = write(&style, &columns, &chances);
        let found = find(&grid, &Hints::default()).unwrap();
        prop_assert_eq!(found.len(), if style.second { 2 } else { 1 }, "{:?}", found.iter().map(|t| (&t.heading, t.rows, t.sure, &t.notes)).collect::<Vec<_>>());
        let table = &found[0];
        prop_assert_eq!(&table.names(), &meant.names);
        let rows: Vec<(Row, RowKind)> = table.rows(&grid).unwrap().map(Result::unwrap).collect();
        let is: Vec<(u64, RowKind)> = rows.iter().map(|(row, is)| (row.number, is.clone())).collect();
        prop_assert_eq!(&is, &meant.is);
        let data = rows.iter().filter(|(_, is)| is.is_data());
        let read: Vec<Vec<String>> = data
            .map(|(row, _)| (0..columns.len()).map(|n| table.canonical(n, row.cells.get(table.columns[n].at).unwrap_or(&Value::Empty)).unwrap_or_else(|m| format!("{m:?}"))).collect())
            .collect();
        prop_assert_eq!(&read, &meant.rows);
        prop_assert!(table.columns.iter().all(|column| column.guess.odd.is_empty()), "{:#?}", table.columns);
    }

    #[test]
    fn no_sheet_whatever_makes_it_stumble(
        rows in prop::collection::vec(prop::collection::vec("[ -~áñ\u{200b}\u{a0}\n]{0,6}|[0-9]{1,5}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}|[0-9.,'%°NSEW ]{1,9}|Total|n/a|NA|", 0..6), 0..30),
        gaps in prop::collection::vec(1..3u64, 30),
    ) {
        let mut grid = MemoryGrid::of_texts(rows);
        let mut number = 0;
        for (row, gap) in grid.rows.iter_mut().zip(gaps) {
            number += gap;
            row.number = number;
        }
        let tables = find(&grid, &Hints::default()).unwrap();
        prop_assert_eq!(&tables, &find(&grid, &Hints::default()).unwrap());
        for table in &tables {
            let rows: Vec<(Row, RowKind)> = table.rows(&grid).unwrap().map(Result::unwrap).collect();
            prop_assert_eq!(rows.len(), grid.rows.len());
            for (row, _) in rows.iter().filter(|(_, is)| is.is_data()) {
                prop_assert!(table.rows.0 <= row.number && row.number <= table.rows.1);
            }
        }
    }

    #[test]
    fn a_number_of_a_workbook_is_read_without_losing_a_digit(number in any::<f64>()) {
        let read = decapolis_spreadsheets::Reads::Number { decimal: '.', grouping: None }.canonical(&Value::Number(number));
        match number.is_finite() {
            true => prop_assert_eq!(read.unwrap().parse::<f64>().unwrap(), number),
            false => prop_assert!(read.is_err()),
        }
    }
}
