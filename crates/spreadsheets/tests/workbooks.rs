//! Workbooks of Excel and LibreOffice.

mod support;

use decapolis_spreadsheets::{Format, Merge, OpenedFile, Row, Value};
use jiff::ToSpan;
use jiff::civil::{date, datetime};
use proptest::prelude::*;
use rust_xlsxwriter::{Format as Look, Formula, Workbook};
use support::{notes, opened, packed, refused, row, rows_of, text};

fn bytes(book: &mut Workbook) -> Vec<u8> {
    book.save_to_buffer().unwrap()
}

fn names(opened: &OpenedFile) -> Vec<&str> {
    opened.grids.iter().map(|grid| grid.name()).collect()
}

#[test]
fn cells_of_excel_have_the_kinds_they_have_there() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Look::new().set_num_format("dd/mm/yyyy");
    let moment = Look::new().set_num_format("yyyy-mm-dd hh:mm");
    sheet.write(0, 0, "Bogotá\nD.C.").unwrap();
    sheet.write(0, 1, 12.5).unwrap();
    sheet.write(0, 2, true).unwrap();
    sheet.write_with_format(0, 3, 44196.0, &day).unwrap();
    sheet.write_with_format(0, 4, 44196.75, &moment).unwrap();
    sheet.write_with_format(0, 5, 0.5, &Look::new().set_num_format("hh:mm")).unwrap();
    sheet.write(0, 6, Formula::new("=1+1").set_result("2")).unwrap();
    sheet.write(0, 7, Formula::new("=\"a\"&\"b\"").set_result("ab")).unwrap();
    sheet.write_with_format(0, 8, 1001.0, &Look::new().set_num_format("00000")).unwrap();
    sheet.write_with_format(0, 9, 0.125, &Look::new().set_num_format("0.0%")).unwrap();
    // 29 February 1900 is a day in Excel only
    sheet.write_with_format(0, 10, 60.0, &day).unwrap();
    sheet.write_with_format(0, 12, 1.5, &Look::new().set_num_format("[h]:mm")).unwrap();
    // 2 below: a row between is empty
    sheet.write(2, 1, "last").unwrap();
    let opened = opened("a.xlsx", bytes(&mut book)).unwrap();
    assert_eq!((opened.format, opened.notes.len(), opened.sure), (Format::Xlsx, 0, 1.0));
    let cells = vec![
        text("Bogotá\nD.C."),
        Value::Number(12.5),
        Value::Bool(true),
        Value::Day(date(2020, 12, 31)),
        Value::Instant(datetime(2020, 12, 31, 18, 0, 0, 0)),
        text("12:00"),
        Value::Number(2.0),
        text("ab"),
        text("01001"),
        Value::Number(0.125),
        Value::Number(60.0),
        Value::Empty,
        Value::Number(1.5),
    ];
    assert_eq!(rows_of(&opened, 0), [Row { number: 1, cells }, row(3, &["", "last"])]);
}

#[test]
fn sheets_are_grids_with_what_is_merged_in_them() {
    let mut book = Workbook::new();
    let first = book.add_worksheet().set_name("Miembros").unwrap();
    first.merge_range(0, 0, 0, 3, "Members", &Look::new()).unwrap();
    first.merge_range(1, 1, 2, 1, "Year", &Look::new()).unwrap();
    book.add_worksheet().set_name("Vacía").unwrap();
    book.add_worksheet().set_name("Oculta").unwrap().set_hidden(true).write(4, 2, 1).unwrap();
    let opened = opened("a.xlsx", bytes(&mut book)).unwrap();
    assert_eq!(names(&opened), ["Miembros", "Oculta"]);
    let merges = [Merge { rows: (1, 1), columns: (0, 3) }, Merge { rows: (2, 3), columns: (1, 1) }];
    assert_eq!(opened.grids[0].merges(), merges);
    assert_eq!(
        rows_of(&opened, 1),
        [Row { number: 5, cells: vec![Value::Empty, Value::Empty, Value::Number(1.0)] }]
    );
    assert_eq!(
        opened.notes.iter().map(|n| (n.key, n.args[0].1.as_str())).collect::<Vec<_>>(),
        [("note-hidden-sheet", "Oculta")]
    );
}

const TYPES: (&str, &str) = ("[Content_Types].xml", "<Types/>");
const RELATIONS: (&str, &str) = (
    "_rels/.rels",
    "<Relationships><Relationship Id=\"1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
);
const BOOK_RELATIONS: (&str, &str) = (
    "xl/_rels/workbook.xml.rels",
    "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
);
const BOOK: &str =
    "<workbook xmlns:r=\"r\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
const STYLES: (&str, &str) = (
    "xl/styles.xml",
    "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
);

/// A workbook of Excel whose only sheet holds this.
fn sheet(data: &str) -> Vec<u8> {
    with_parts(BOOK, data, &[])
}

fn with_parts(book: &str, data: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let data = format!("<worksheet>{data}</worksheet>");
    let mut parts = vec![
        TYPES,
        RELATIONS,
        BOOK_RELATIONS,
        STYLES,
        ("xl/workbook.xml", book),
        ("xl/worksheets/sheet1.xml", &data),
    ];
    parts.extend(more);
    packed(&parts)
}

#[test]
fn days_are_counted_from_where_the_workbook_says() {
    let book = BOOK.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>");
    let data = "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>42734</v></c></row></sheetData>";
    let cells =
        |book: &str| rows_of(&opened("a.xlsx", with_parts(book, data, &[])).unwrap(), 0)[0].cells.clone();
    assert_eq!(cells(&book), [Value::Day(date(2020, 12, 31))]);
    assert_eq!(cells(BOOK), [Value::Day(date(2016, 12, 30))]);
}

#[test]
fn errors_of_formulas_are_told_from_text() {
    let data = "<sheetData><row><c t=\"e\"><v>#N/A</v></c><c t=\"e\"><v>#REF!</v></c><c t=\"e\"><v>#SPILL!</v></c><c><v>4</v></c></row></sheetData>";
    let opened = opened("a.xlsx", sheet(data)).unwrap();
    let cells = &rows_of(&opened, 0)[0].cells;
    assert_eq!(cells[..2], [Value::Wrong("#N/A".into()), Value::Wrong("#REF!".into())]);
    assert!(cells.contains(&Value::Number(4.0)), "{cells:?}");
    assert_eq!(notes(&opened), ["note-cells-unread"]);
}

#[test]
fn links_and_macros_are_told_and_left_alone() {
    let data = "<sheetData><row><c><f>[1]Sheet1!A1</f><v>7</v></c></row></sheetData>";
    let more = [("xl/externalLinks/externalLink1.xml", "<externalLink/>"), ("xl/vbaProject.bin", "macro")];
    let opened = opened("a.xlsm", with_parts(BOOK, data, &more)).unwrap();
    assert_eq!(notes(&opened), ["note-links", "note-macros"]);
    assert_eq!(rows_of(&opened, 0)[0].cells, [Value::Number(7.0)]);
}

#[test]
fn a_workbook_under_another_name_is_read_and_told() {
    let data = sheet("<sheetData><row><c><v>7</v></c></row></sheetData>");
    for (name, expected) in [("a.xlsx", 0), ("a.XLSX", 0), ("a.xls", 1), ("a.csv", 1), ("a.ods", 1), ("a", 0)]
    {
        assert_eq!(notes(&opened(name, &data).unwrap()).len(), expected, "{name}");
    }
}

#[test]
fn what_a_sheet_says_of_its_size_is_not_believed() {
    // the last cell there can be, and one filled
    let data = "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1048576\"><c r=\"C1048576\"><v>1</v></c></row></sheetData>";
    assert_eq!(rows_of(&opened("a.xlsx", sheet(data)).unwrap(), 0)[0].number, 1_048_576);
    let far = "<sheetData><row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"XFD2\"><v>1</v></c></row></sheetData>";
    assert_eq!(refused(opened("a.xlsx", sheet(far))), ("error-too-many-columns", Some(2)));
    let empty = "<sheetData><row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"XFD2\" s=\"1\"/></row></sheetData>";
    assert_eq!(rows_of(&opened("a.xlsx", sheet(empty)).unwrap(), 0)[0].cells.len(), 1);
    let backwards = "<sheetData><row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>";
    assert_eq!(refused(opened("a.xlsx", sheet(backwards))).0, "error-workbook-broken");
}

const MIME: (&str, &str) = ("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
const MANIFEST: (&str, &str) = ("META-INF/manifest.xml", "<manifest:manifest/>");

/// A workbook of LibreOffice with these tables.
fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content><office:automatic-styles><style:style style:name=\"t1\" style:family=\"table\"><style:table-properties table:display=\"true\"/></style:style><style:style style:name=\"t2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    packed(&[MIME, MANIFEST, ("content.xml", &content)])
}

#[test]
fn cells_of_libreoffice_have_the_kinds_they_have_there() {
    let table = "<table:table table:name=\"Hoja &amp; 1\" table:style-name=\"t1\"><table:table-column table:number-columns-repeated=\"16384\"/>\
        <table:table-header-rows><table:table-row>\
        <table:table-cell office:value-type=\"string\" table:number-columns-spanned=\"2\"><office:annotation><text:p>a remark</text:p></office:annotation><text:p>Bogot&#225; <text:span>D.C.</text:span><text:s text:c=\"2\"/>&amp; C&#xf3;</text:p><text:p>two</text:p></table:table-cell>\
        <table:covered-table-cell/>\
        <table:table-cell office:value-type=\"float\" office:value=\"12.5\"><text:p>12,5</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"percentage\" office:value=\"0.125\"><text:p>12,5 %</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"date\" office:date-value=\"2020-12-31\"><text:p>31/12/20</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"date\" office:date-value=\"2020-12-31T18:00:00\"><text:p>31/12/20 18:00</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"time\" office:time-value=\"PT12H00M00S\"><text:p>12:00</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>VERDADERO</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"float\" office:value=\"1001\"><text:p>01001</text:p></table:table-cell>\
        <table:table-cell table:formula=\"of:=NA()\" office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>#N/D</text:p></table:table-cell>\
        </table:table-row></table:table-header-rows>\
        <table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"3\" office:value-type=\"float\" office:value=\"7\"/></table:table-row>\
        <table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\
        <table:table-row><table:table-cell table:number-rows-spanned=\"2\" office:value-type=\"string\"><text:p>far</text:p></table:table-cell></table:table-row>\
        </table:table>\
        <table:table table:name=\"Oculta\" table:style-name=\"t2\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row></table:table>";
    let opened = opened("a.ods", ods(table)).unwrap();
    assert_eq!(
        (opened.format, notes(&opened), names(&opened)),
        (Format::Ods, vec!["note-hidden-sheet"], vec!["Hoja & 1", "Oculta"])
    );
    let rows = rows_of(&opened, 0);
    let first = vec![
        text("Bogotá D.C.  & Có\ntwo"),
        Value::Empty,
        Value::Number(12.5),
        Value::Number(0.125),
        Value::Day(date(2020, 12, 31)),
        Value::Instant(datetime(2020, 12, 31, 18, 0, 0, 0)),
        text("12:00"),
        Value::Bool(true),
        text("01001"),
        Value::Wrong("#N/D".into()),
    ];
    assert_eq!(rows[0], Row { number: 1, cells: first });
    assert_eq!(rows[1], Row { number: 2, cells: vec![Value::Number(7.0); 3] });
    assert_eq!(rows[2].number, 3);
    assert_eq!(rows[3], row(1_048_004, &["far"]));
    assert_eq!(
        opened.grids[0].merges(),
        [Merge { rows: (1, 1), columns: (0, 1) }, Merge { rows: (1_048_004, 1_048_005), columns: (0, 0) }]
    );
}

#[test]
fn a_workbook_without_a_filled_cell_is_empty() {
    let mut book = Workbook::new();
    book.add_worksheet();
    assert_eq!(refused(opened("a.xlsx", bytes(&mut book))).0, "error-empty-file");
    assert_eq!(refused(opened("a.ods", ods("<table:table table:name=\"A\"/>"))).0, "error-empty-file");
    assert_eq!(refused(opened("a.xlsx", sheet("<sheetData/>"))).0, "error-empty-file");
}

/// What `files/make.py` makes.
const MEMBERS: &[u8] = include_bytes!("files/members.xls");

#[test]
fn an_old_workbook_is_read_with_its_days_and_its_merged_cells() {
    let opened = opened("members.xls", MEMBERS).unwrap();
    assert_eq!(
        (opened.format, names(&opened), notes(&opened)),
        (Format::Xls, vec!["Miembros", "Oculta"], vec!["note-hidden-sheet"])
    );
    assert_eq!(
        rows_of(&opened, 0),
        [
            row(1, &["Members of the network"]),
            row(2, &["", "Since"]),
            row(3, &["Ciudad", "", "People", "Led by a woman"]),
            Row {
                number: 4,
                cells: vec![
                    text("Bogotá\nD.C."),
                    Value::Day(date(2020, 12, 31)),
                    Value::Number(7_181_469.0),
                    Value::Bool(true)
                ],
            },
            Row {
                number: 5,
                cells: vec![
                    text("Ōsaka"),
                    Value::Instant(datetime(1999, 12, 31, 18, 0, 0, 0)),
                    Value::Number(12.5),
                    Value::Wrong("#N/A".into()),
                ],
            },
        ]
    );
    assert_eq!(
        opened.grids[0].merges(),
        [Merge { rows: (1, 1), columns: (0, 3) }, Merge { rows: (2, 3), columns: (1, 1) }]
    );
    assert_eq!(rows_of(&opened, 1), [row(7, &["", "", "x"])]);
    let later = support::opened("days.xls", include_bytes!("files/days-from-1904.xls")).unwrap();
    assert_eq!(rows_of(&later, 0)[0].cells, [Value::Day(date(2020, 12, 31))]);
}

fn put(into: &mut [u8], instead_of: &[u8], bytes: &[u8]) {
    let at = into.windows(instead_of.len()).position(|part| part == instead_of).expect("what is replaced");
    into[at..at + bytes.len()].copy_from_slice(bytes);
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn a_password_is_said_to_be_one() {
    // a record that says the rest is encrypted stands where the name of its writer stood
    let mut old = MEMBERS.to_vec();
    put(&mut old, &[0x5c, 0x00, 0x70, 0x00], &[0x2f, 0x00, 0x70, 0x00, 0x01, 0x00]);
    assert_eq!(refused(opened("a.xls", &old)).0, "error-password");
    // a workbook of today is a compound file when it is encrypted
    let mut new = MEMBERS.to_vec();
    put(&mut new, &wide("Workbook"), &wide("EncryptedPackage"));
    assert_eq!(refused(opened("a.xlsx", &new)).0, "error-password");
    let manifest = (
        "META-INF/manifest.xml",
        "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>",
    );
    assert_eq!(
        refused(opened("a.ods", packed(&[MIME, manifest, ("content.xml", "\u{1}\u{2}")]))).0,
        "error-password"
    );
}

#[test]
fn a_packed_file_that_is_no_workbook_is_named() {
    let what = |bytes: Vec<u8>| {
        let refusal = opened("a.xlsx", bytes).err().unwrap();
        assert_eq!(refusal.key, "error-not-a-sheet");
        refusal.args[1].1.clone()
    };
    assert_eq!(what(packed(&[TYPES, ("word/document.xml", "<d/>")])), "text-document");
    assert_eq!(what(packed(&[TYPES, ("ppt/presentation.xml", "<d/>")])), "presentation");
    assert_eq!(
        what(packed(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<d/>")])),
        "text-document"
    );
    assert_eq!(what(packed(&[("photos/a.jpg", "x")])), "archive");
    assert_eq!(what(packed(&[("Index/Document.iwa", "x")])), "numbers");
    assert_eq!(what(packed(&[])), "archive");
}

#[test]
fn a_workbook_cut_anywhere_is_broken_and_nothing_worse() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for n in 0..50 {
        sheet.write(n, 0, format!("city {n}")).unwrap();
    }
    let whole = [
        ("a.xlsx", bytes(&mut book)),
        (
            "a.ods",
            ods(
                "<table:table table:name=\"A\"><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>",
            ),
        ),
        ("a.xls", MEMBERS.to_vec()),
    ];
    for (name, bytes) in whole {
        assert!(opened(name, &bytes).is_ok(), "{name}");
        for part in 1..20 {
            let cut = &bytes[..bytes.len() * part / 20];
            if let Err(refusal) = opened(name, cut) {
                assert!(
                    ["error-workbook-broken", "error-not-a-sheet", "error-empty-file"].contains(&refusal.key),
                    "{name} {part}: {refusal}"
                );
            } else {
                // what an old workbook has at its end is not its cells
                assert_eq!(name, "a.xls", "{part}");
            }
        }
        // and with bytes changed here and there
        for at in (0..bytes.len()).step_by(bytes.len() / 150 + 1) {
            let mut changed = bytes.clone();
            changed[at] ^= 0x55;
            let _ = opened(name, changed);
        }
    }
    assert_eq!(refused(opened("a.xlsx", sheet_cut_inside())).0, "error-workbook-broken");
}

/// A workbook that is whole as a packed file, with a sheet that ends in the middle.
fn sheet_cut_inside() -> Vec<u8> {
    packed(&[
        TYPES,
        RELATIONS,
        BOOK_RELATIONS,
        STYLES,
        ("xl/workbook.xml", BOOK),
        ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c><v>1</v></c>"),
    ])
}

fn cell() -> impl Strategy<Value = Value> {
    prop_oneof![
        2 => Just(Value::Empty),
        4 => "[a-zñáé<&\"' ]{0,6}[a-z]".prop_map(|text| Value::Text(text.trim().into())),
        1 => Just(Value::Text("two\nlines".into())),
        2 => any::<i32>().prop_map(|number| Value::Number(f64::from(number) / 8.0)),
        1 => any::<bool>().prop_map(Value::Bool),
        2 => (61i32..70_000).prop_map(|days| Value::Day(date(1899, 12, 30).saturating_add(days.days()))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_to_a_workbook_is_read_back(
        rows in prop::collection::vec(prop::collection::vec(cell(), 1..8), 1..30),
        above in 0u32..20,
        left in 0u16..5,
    ) {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let day = Look::new().set_num_format("d mmm yyyy");
        let mut expected = vec![];
        for (n, cells) in rows.iter().enumerate() {
            let at = above + n as u32;
            for (m, cell) in cells.iter().enumerate() {
                let column = left + m as u16;
                match cell {
                    Value::Text(text) => sheet.write(at, column, text.as_str()).map(|_| ()).unwrap(),
                    Value::Number(number) => sheet.write(at, column, *number).map(|_| ()).unwrap(),
                    Value::Bool(yes) => sheet.write(at, column, *yes).map(|_| ()).unwrap(),
                    Value::Day(date) => {
                        let days = (*date - jiff::civil::date(1899, 12, 30)).get_days();
                        sheet.write_with_format(at, column, f64::from(days), &day).map(|_| ()).unwrap();
                    }
                    _ => {}
                }
            }
            let filled = cells.iter().rposition(|cell| *cell != Value::Empty).map_or(0, |last| last + 1);
            if filled > 0 {
                let cells = [vec![Value::Empty; left as usize], cells[..filled].to_vec()].concat();
                expected.push(Row { number: u64::from(at) + 1, cells });
            }
        }
        match opened("a.xlsx", bytes(&mut book)) {
            Ok(opened) => prop_assert_eq!(rows_of(&opened, 0), expected),
            Err(refusal) => prop_assert!(expected.is_empty() && refusal.key == "error-empty-file", "{}", refusal),
        }
    }
}
