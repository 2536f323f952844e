//! Workbooks read back by another library.

use std::io::Cursor;

use calamine::{Data, Reader};
use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn columns(headings: &[(&str, ColumnKind)]) -> Vec<SheetColumn> {
    headings.iter().map(|(heading, holds)| SheetColumn::new(*heading, *holds)).collect()
}

fn people(name: &str, notes: &[&str]) -> Sheet {
    let columns =
        columns(&[("Name", ColumnKind::Words), ("Amount", ColumnKind::Number), ("Day", ColumnKind::Day)]);
    Sheet {
        name: name.into(),
        notes: notes.iter().map(|n| n.to_string()).collect(),
        columns,
        ..Sheet::default()
    }
}

fn book(most_rows: u32, sheets: &[(Sheet, Vec<Vec<SheetCell>>)]) -> (Vec<u8>, WriteSummary) {
    let mut bytes = Cursor::new(vec![]);
    let mut file = Box::new(Xlsx::new(&mut bytes, &std::env::temp_dir()).unwrap());
    file.most_rows = most_rows;
    for (sheet, rows) in sheets {
        file.sheet(sheet).unwrap();
        for row in rows {
            file.row(row).unwrap();
        }
    }
    let written = file.finish().unwrap();
    (bytes.into_inner(), written)
}

fn read(bytes: &[u8]) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut book = calamine::open_workbook_auto_from_rs(Cursor::new(bytes.to_vec())).unwrap();
    book.worksheets()
        .into_iter()
        .map(|(name, range)| (name, range.rows().map(<[Data]>::to_vec).collect()))
        .collect()
}

fn part(bytes: &[u8], name: &str) -> String {
    std::io::read_to_string(zip::ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(name).unwrap()).unwrap()
}

#[test]
fn cells_are_typed_and_text_is_never_a_formula() {
    let rows = vec![
        vec![
            SheetCell::text("=1+1"),
            SheetCell::Decimal { units: 123_450, digits: 2 },
            SheetCell::Day(date(2020, 12, 31)),
        ],
        vec![
            SheetCell::text("007"),
            SheetCell::Decimal { units: -1_005, digits: 3 },
            SheetCell::text("../2018"),
        ],
        vec![SheetCell::text("1e5"), SheetCell::Whole(-7), SheetCell::Day(date(1899, 12, 31))],
        vec![SheetCell::text("TRUE"), SheetCell::Number(0.1), SheetCell::Empty],
        vec![SheetCell::text("https://example.org/x"), SheetCell::Whole(i64::MAX), SheetCell::Empty],
    ];
    let (bytes, written) = book(MOST_ROWS, &[(people("People", &["Only the first 5 of 9"]), rows)]);
    assert_eq!(written, WriteSummary { rows: 5, shortened: 0 });
    let read = read(&bytes);
    let (name, rows) = &read[0];
    let text = |text: &str| Data::String(text.into());
    assert_eq!(name, "People");
    assert_eq!(rows[0][0], text("Only the first 5 of 9"));
    assert_eq!(rows[1], [text("Name"), text("Amount"), text("Day")]);
    assert_eq!(rows[2][..2], [text("=1+1"), Data::Float(1234.5)]);
    assert!(matches!(&rows[2][2], Data::DateTime(day) if day.as_f64() == 44_196.0), "{:?}", rows[2][2]);
    assert_eq!(rows[3], [text("007"), Data::Float(-1.005), text("../2018")]);
    assert_eq!(rows[4], [text("1e5"), Data::Float(-7.0), text("1899-12-31")]);
    assert_eq!(rows[5][..2], [text("TRUE"), Data::Float(0.1)]);
    assert_eq!(rows[6][..2], [text("https://example.org/x"), text("9223372036854775807")]);
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>") && !sheet.contains("hyperlink"), "{sheet}");
    assert!(sheet.contains("<pane ySplit=\"2\"") && sheet.contains("state=\"frozen\""), "{sheet}");
    assert!(sheet.contains("<autoFilter ref=\"A2:C7\"/>"), "{sheet}");
}

#[test]
fn the_same_rows_are_the_same_file() {
    let made = || {
        book(
            MOST_ROWS,
            &[(
                people("People", &[]),
                vec![vec![SheetCell::text("Zoé"), SheetCell::Whole(1), SheetCell::Empty]],
            )],
        )
        .0
    };
    let first = made();
    std::thread::sleep(std::time::Duration::from_millis(2_100));
    assert_eq!(made(), first);
}

#[test]
fn what_is_too_long_for_a_sheet_goes_on_in_the_next() {
    let rows = (1..=5).map(|n| vec![SheetCell::Whole(n), SheetCell::Empty, SheetCell::Empty]).collect();
    let (bytes, written) = book(4, &[(people("People", &["note"]), rows), (people("people", &[]), vec![])]);
    assert_eq!(written.rows, 5);
    let read = read(&bytes);
    let names: Vec<&str> = read.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["People", "People (2)", "People (3)", "people (4)"]);
    // each has the note and the heading
    assert!(
        read[..3].iter().all(|(_, rows)| rows[0][0] == Data::String("note".into())
            && rows[1][0] == Data::String("Name".into()))
    );
    assert_eq!(read[2].1[2][0], Data::Float(5.0));
}

#[test]
fn a_text_that_a_cell_cannot_hold_is_shortened_and_counted() {
    let long = "é".repeat(LONGEST_TEXT);
    let longer = "😀".repeat(LONGEST_TEXT);
    let rows = vec![vec![SheetCell::text(long.clone())], vec![SheetCell::text(longer)]];
    let (bytes, written) = book(MOST_ROWS, &[(people("Long", &[]), rows)]);
    assert_eq!(written.shortened, 1);
    let read = &read(&bytes)[0].1;
    assert_eq!(read[1][0], Data::String(long));
    assert!(
        matches!(&read[2][0], Data::String(text) if text.ends_with("😀…") && text.encode_utf16().count() <= LONGEST_TEXT)
    );
    let said = Sheet { cut: " … (cut)".into(), ..people("Long", &[]) };
    let (bytes, _) = book(MOST_ROWS, &[(said, vec![vec![SheetCell::text("x".repeat(LONGEST_TEXT + 1))]])]);
    let read = &crate::write::xlsx::tests::read(&bytes)[0].1;
    assert!(
        matches!(&read[1][0], Data::String(text) if text.ends_with("x … (cut)") && text.len() == LONGEST_TEXT + 2)
    );
}

#[test]
fn a_tab_has_a_name_that_every_program_takes() {
    let none = BTreeSet::new();
    assert_eq!(tab("'a/b:c'", &none), "abc");
    assert_eq!(tab("", &none), "-");
    assert_eq!(tab("History", &none), "-");
    assert_eq!(tab(&"é".repeat(40), &none).chars().count(), 31);
    assert_eq!(tab("A", &["a".to_string()].into()), "A (2)");
    let long = "Organisations that take part in it";
    let mut taken = BTreeSet::new();
    for name in ["A", long, "L'eau", "Sums: all"] {
        for _ in 0..12 {
            let tab = tab(name, &taken);
            assert!(is_tab_of(&tab, name), "{tab}");
            taken.insert(tab.to_lowercase());
        }
    }
    assert!(!is_tab_of("A (1)", "A") && !is_tab_of("A (x)", "A") && !is_tab_of("B", "A"));
}

#[test]
fn a_row_without_a_sheet_is_refused_and_a_book_without_one_is_a_file() {
    let mut bytes = Cursor::new(vec![]);
    let mut file = Box::new(Xlsx::new(&mut bytes, &std::env::temp_dir()).unwrap());
    assert!(file.row(&[SheetCell::Whole(1)]).is_err());
    file.finish().unwrap();
    assert_eq!(read(bytes.get_ref()).len(), 1);
    assert!(Xlsx::new(Cursor::new(vec![]), Path::new("/nowhere/at/all")).is_err());
}

#[test]
fn a_heading_alone_has_its_filter_and_no_columns_have_none() {
    let (bytes, _) = book(
        MOST_ROWS,
        &[(people("Empty", &[]), vec![]), (Sheet { name: "None".into(), ..Sheet::default() }, vec![])],
    );
    assert!(part(&bytes, "xl/worksheets/sheet1.xml").contains("<autoFilter ref=\"A1:C1\"/>"));
    assert!(!part(&bytes, "xl/worksheets/sheet2.xml").contains("autoFilter"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Whatever a text holds, the file can be read and says the same.
    #[test]
    fn every_text_comes_back(text in "[\\x01-\\x1f =+'\"<>&a_x0-9\u{e9}\u{627}\u{202e}\u{1f600}\u{fffd}\u{fffe}\u{ffff}\u{85}\u{2028}\u{a0}\u{200b}\u{7f}]{1,40}|_x[0-9A-F]{4}_") {
        let (bytes, _) = book(MOST_ROWS, &[(people("Text", &[]), vec![vec![SheetCell::Text(text.clone()), SheetCell::Whole(1)]])]);
        let read = read(&bytes);
        let Data::String(found) = &read[0].1[1][0] else { panic!("{:?}", read[0].1[1][0]) };
        prop_assert_eq!(found, &text);
    }
}
