//! What the columns of a table hold.

use decapolis_spreadsheets::{DateOrder, DetectedTable, Guess, Hints, MemoryGrid, Reads, Row, Value, find};

use super::{sheet, table};

fn column(heading: &str, cells: &[&str]) -> MemoryGrid {
    let mut rows = vec![vec!["row".to_owned(), heading.to_owned()]];
    rows.extend(
        cells.iter().enumerate().map(|(n, cell)| vec![format!("Name {}", n + 1), (*cell).to_owned()]),
    );
    MemoryGrid::of_texts(rows)
}

fn guess(heading: &str, cells: &[&str]) -> Guess {
    table(&column(heading, cells)).columns.remove(1).guess
}

#[track_caller]
fn reads(heading: &str, cells: &[&str], wanted: Reads) -> f64 {
    let guess = guess(heading, cells);
    assert_eq!(guess.reads, wanted, "{heading}: {guess:?}");
    guess.sure
}

/// The cells of a column in canonical words.
fn canonical(grid: &MemoryGrid, found: &DetectedTable, at: usize) -> Vec<String> {
    let rows = found.rows(grid).unwrap().map(Result::unwrap).filter(|(_, is)| is.is_data());
    let empty = Value::Empty;
    rows.map(|(row, _)| found.canonical(at, row.cells.get(found.columns[at].at).unwrap_or(&empty)).unwrap())
        .collect()
}

#[test]
fn codes_keep_their_zeros() {
    reads("cp", &["01001", "75001", "2A004"], Reads::Code);
    reads("insee", &["50231", "50234", "07001"], Reads::Code);
    reads("Code postal", &["50231", "50234", "50250"], Reads::Code);
    reads("iso2", &["ES", "FR", "NA"], Reads::Code);
}

#[test]
fn namibia_is_not_nothing_where_two_letters_are_a_country() {
    let grid = column("country", &["ZA", "NA", "BW", "AO"]);
    assert_eq!(canonical(&grid, &table(&grid), 1), ["ZA", "NA", "BW", "AO"]);
    let grid = column("remark", &["a longer remark", "NA", "another remark", "n/a"]);
    assert_eq!(canonical(&grid, &table(&grid), 1), ["a longer remark", "", "another remark", ""]);
    let grid = column("people", &["12", "NA", "400", ".."]);
    assert_eq!(canonical(&grid, &table(&grid), 1), ["12", "", "400", ""]);
}

#[test]
fn numbers_are_read_with_the_marks_of_their_column() {
    let spanish = Reads::Number { decimal: ',', grouping: Some('.') };
    assert_eq!(reads("v", &["1.234,5", "12", "1.234"], spanish), 1.0);
    reads("v", &["1,234.5", "12", "1,234"], Reads::Number { decimal: '.', grouping: Some(',') });
    reads("v", &["12,5", "3,75"], Reads::Number { decimal: ',', grouping: None });
    reads("v", &["1 234,5", "12\u{202f}345,0"], Reads::Number { decimal: ',', grouping: Some(' ') });
    reads("v", &["1'234.5", "12’345.0"], Reads::Number { decimal: '.', grouping: Some('\'') });
    reads("v", &["82.468", "170.78"], Reads::Number { decimal: '.', grouping: None });
    reads("v", &["1 234", "56"], Reads::Whole { grouping: Some(' ') });
    reads("v", &["1.234.567", "56.000"], Reads::Whole { grouping: Some('.') });
    reads("v", &["12,5 %", "3 %", "100%"], Reads::Percent { decimal: ',' });
}

#[test]
fn a_mark_that_may_be_either_is_settled_by_the_other_columns_and_said() {
    assert!(reads("v", &["1,234", "5,678"], Reads::Whole { grouping: Some(',') }) < 0.8);
    assert!(reads("v", &["82.468", "170.784"], Reads::Number { decimal: '.', grouping: None }) < 0.8);
    let grid = sheet(
        "city | people | share
         Lima | 1.234 | 0,5
         Quito | 5.678 | 0,25",
    );
    let found = table(&grid);
    assert_eq!(found.columns[1].guess.reads, Reads::Whole { grouping: Some('.') });
    assert!(found.columns[1].guess.sure > 0.8 && found.columns[1].guess.sure < 1.0);
    assert_eq!(canonical(&grid, &found, 1), ["1234", "5678"]);
}

#[test]
fn the_order_of_a_day_is_told_by_one_that_has_no_other() {
    assert_eq!(reads("v", &["03/04/2020", "31/12/2020"], Reads::Day { order: DateOrder::DayMonthYear }), 1.0);
    assert_eq!(reads("v", &["03/04/2020", "12/31/2020"], Reads::Day { order: DateOrder::MonthDayYear }), 1.0);
    assert!(reads("v", &["03/04/2020", "05/06/2020"], Reads::Day { order: DateOrder::DayMonthYear }) < 0.8);
    let grid = sheet(
        "city | from | until
         Lima | 03/04/2020 | 12/31/2020
         Quito | 05/06/2020 | 12/30/2020",
    );
    assert_eq!(table(&grid).columns[1].guess.reads, Reads::Day { order: DateOrder::MonthDayYear });
}

#[test]
fn days_in_words_vague_days_and_serials_are_days() {
    let grid = column("v", &["12 mars 2020", "3 de mayo de 2019", "Aug 2018", "2015"]);
    assert_eq!(canonical(&grid, &table(&grid), 1), ["2020-03-12", "2019-05-03", "2018-08", "2015"]);
    let numbers = [43831.0, 43862.0, 44000.5];
    let mut rows =
        vec![Row { number: 1, cells: vec![Value::Text("City".into()), Value::Text("Fecha de alta".into())] }];
    rows.extend((2..).zip(numbers).map(|(number, day)| Row {
        number,
        cells: vec![Value::Text(format!("City {number}")), Value::Number(day)],
    }));
    let grid = MemoryGrid { rows, ..MemoryGrid::default() };
    assert_eq!(canonical(&grid, &table(&grid), 1), ["2020-01-01", "2020-02-01", "2020-06-18"]);
}

#[test]
fn years_flags_places_and_lists_are_known() {
    assert_eq!(reads("year_joined", &["2018", "1993", "2020"], Reads::Year), 1.0);
    assert!(reads("v", &["2018", "1993", "2020"], Reads::Year) < 1.0);
    reads("¿Miembro?", &["Sí", "no", "Sí"], Reads::YesNo);
    reads("v", &["x", "", "X"], Reads::YesNo);
    assert!(reads("v", &["1", "0", "1"], Reads::YesNo) < 0.8);
    reads("v", &["VRAI", "FAUX"], Reads::YesNo);
    reads("v", &["0045S", "4025N"], Reads::Degrees);
    reads("Latitud", &["40,4168", "-3,7038"], Reads::Degrees);
    reads("v", &["0045S 00927E", "4025N 00342W"], Reads::Coordinates);
    reads("v", &["48.97,-1.54", "49.28,1.53"], Reads::Coordinates);
    reads("sdgs", &["7;11;13", "3;4", "8"], Reads::List { separator: ';' });
    reads("tags", &["a|b", "c", "d|e"], Reads::List { separator: '|' });
    reads("v", &["Mayor\nDeputy", "Clerk", "Mayor\nClerk"], Reads::List { separator: '\n' });
    assert!(reads("v", &["Araba/Álava", "Alacant/Alicante", "Madrid"], Reads::Text) < 1.0);
}

#[test]
fn what_a_reading_does_not_fit_is_shown_with_its_row() {
    let guess = guess("people", &["12", "400", "about 30", "8", "15", "1", "3", "99", "2", "5"]);
    assert_eq!(guess.reads, Reads::Whole { grouping: None });
    assert_eq!(guess.odd, [(4, "about 30".to_owned())]);
    assert_eq!(guess.sure, 0.9);
    assert_eq!(guess.examples[0], "12");
}

#[test]
fn a_reading_can_be_told_by_name_or_letter() {
    let grid = column("people", &["12", "400"]);
    for name in ["people", "B"] {
        let hints = Hints { reads: vec![(name.into(), Reads::Code)], ..Hints::default() };
        assert_eq!(find(&grid, &hints).unwrap()[0].columns[1].guess.reads, Reads::Code);
    }
}

#[test]
fn what_nobody_sees_in_a_cell_changes_nothing() {
    let grid = column("\u{feff}v\u{200b}", &["\u{200b}1\u{a0}234,5 ", "2\u{2009}000,25", "n/a"]);
    let found = table(&grid);
    assert_eq!(found.name(1), "v");
    assert_eq!(canonical(&grid, &found, 1), ["1234.5", "2000.25", ""]);
}
