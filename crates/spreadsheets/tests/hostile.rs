//! Workbooks made to do harm, read in the process of the test: what is stopped before a process has to die.

mod support;

use decapolis_spreadsheets::Limits;
use support::{opened, opened_within, packed, refused, rows_of};

const MIB: usize = 1 << 20;

/// A packed workbook with this as its strings and its sheet.
fn xlsx(strings: &str, data: &str) -> Vec<u8> {
    packed(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "_rels/.rels",
            "<Relationships><Relationship Id=\"1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
        ),
        (
            "xl/workbook.xml",
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
        ),
        ("xl/worksheets/sheet1.xml", &format!("<worksheet><sheetData>{data}</sheetData></worksheet>")),
        ("xl/sharedStrings.xml", strings),
    ])
}

const ONE: &str = "<row><c t=\"s\"><v>0</v></c></row>";

fn ods(tables: &str) -> Vec<u8> {
    let content =
        format!("<office:document-content><office:body>{tables}</office:body></office:document-content>");
    packed(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<m/>"),
        ("content.xml", &content),
    ])
}

#[test]
fn what_becomes_large_when_unpacked_is_stopped_while_unpacking() {
    let bomb = xlsx(&format!("<sst><si><t>{}</t></si></sst>", "x".repeat(8 * MIB)), ONE);
    assert!(bomb.len() < 100_000);
    let one_part = Limits { part: 4 * MIB as u64, ..Limits::default() };
    assert_eq!(refused(opened_within("a.xlsx", &bomb, &one_part)).0, "error-workbook-memory");
    let all_parts = Limits { unpacked: 4 * MIB as u64, ..Limits::default() };
    assert_eq!(refused(opened_within("a.xlsx", &bomb, &all_parts)).0, "error-workbook-memory");
    // it is let in by its size, and then the cell is too long
    assert_eq!(refused(opened("a.xlsx", &bomb)), ("error-long-cell", Some(1)));
}

#[test]
fn many_parts_are_too_many() {
    let names: Vec<String> = (0..20).map(|n| format!("xl/{n}.xml")).collect();
    let parts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "<x/>")).collect();
    assert_eq!(
        refused(opened_within("a.xlsx", packed(&parts), &Limits { parts: 10, ..Limits::default() })).0,
        "error-workbook-parts"
    );
}

#[test]
fn strings_are_counted_and_not_believed() {
    for count in ["1000000000", "99999999999999999999999"] {
        let strings = format!("<sst count=\"1\" uniqueCount=\"{count}\"><si><t>x</t></si></sst>");
        assert_eq!(refused(opened("a.xlsx", xlsx(&strings, ONE))).0, "error-workbook-broken");
    }
    assert_eq!(
        rows_of(
            &opened("a.xlsx", xlsx("<sst count=\"1\" uniqueCount=\"1\"><si><t>x</t></si></sst>", ONE))
                .unwrap(),
            0
        )
        .len(),
        1
    );
    // a cell that names a string that is not there
    assert_eq!(refused(opened("a.xlsx", xlsx("<sst/>", ONE))).0, "error-workbook-broken");
}

#[test]
fn entities_that_multiply_are_not_opened() {
    let laughs = "<!DOCTYPE sst [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>";
    assert_eq!(refused(opened("a.xlsx", xlsx(laughs, ONE))).0, "error-workbook-broken");
    // also where they are not described
    assert_eq!(
        refused(opened(
            "a.ods",
            ods("<table:table><table:table-row><table:table-cell><text:p>&b;</text:p></table:table-cell></table:table-row></table:table>")
        ))
        .0,
        "error-workbook-broken"
    );
}

#[test]
fn cells_that_repeat_without_end_are_stopped() {
    let cell = |times: &str| {
        format!(
            "<table:table-cell table:number-columns-repeated=\"{times}\" office:value-type=\"float\" office:value=\"1\"/>"
        )
    };
    let table = |rows: &str, cells: &str| {
        format!(
            "<table:table table:name=\"A\"><table:table-row table:number-rows-repeated=\"{rows}\">{cells}</table:table-row></table:table>"
        )
    };
    assert_eq!(
        refused(opened("a.ods", ods(&table("1", &cell("4294967295"))))),
        ("error-too-many-columns", Some(1))
    );
    let began = std::time::Instant::now();
    let text = format!(
        "<table:table-cell table:number-columns-repeated=\"100\"><text:p>{}</text:p></table:table-cell>",
        "long ".repeat(2_000)
    );
    for (rows, cells) in [("4294967295", cell("2000")), ("1048576", cell("9")), ("100", text)] {
        assert_eq!(
            refused(opened("a.ods", ods(&table(rows, &cells)))),
            ("error-workbook-repeats", Some(1)),
            "{rows}"
        );
    }
    // several repetitions are one large one
    let row =
        format!("<table:table-row table:number-rows-repeated=\"1000\">{}</table:table-row>", cell("900"));
    let many = format!("<table:table table:name=\"A\">{}</table:table>", row.repeat(5));
    assert_eq!(refused(opened("a.ods", ods(&many))), ("error-workbook-repeats", Some(4_001)));
    assert!(began.elapsed().as_secs() < 5, "it costs what its content costs");
    // what people have: a value down a column to its end, and a row of blanks over all columns
    let filled = format!("{}{}", cell("1"), "<table:table-cell table:number-columns-repeated=\"16383\"/>");
    assert_eq!(rows_of(&opened("a.ods", ods(&table("20000", &filled))).unwrap(), 0).len(), 20_000);
    let wide = table("1000", &cell("2000"));
    assert_eq!(
        refused(opened_within("a.ods", ods(&wide), &Limits { spool: MIB as u64, ..Limits::default() })).0,
        "error-workbook-rows"
    );
    // a number that is none stands once
    assert_eq!(rows_of(&opened("a.ods", ods(&table("-5", &cell("99999999999")))).unwrap(), 0).len(), 1);
}

#[test]
fn a_long_cell_is_refused_in_a_workbook_too() {
    let limits = Limits { cell: 10, ..Limits::default() };
    let data = "<row r=\"3\"><c t=\"inlineStr\"><is><t>more than ten letters</t></is></c></row>";
    assert_eq!(refused(opened_within("a.xlsx", xlsx("<sst/>", data), &limits)), ("error-long-cell", Some(3)));
    let limits = Limits { row: 10, ..Limits::default() };
    assert_eq!(refused(opened_within("a.xlsx", xlsx("<sst/>", data), &limits)), ("error-long-row", Some(3)));
    let data = "<table:table><table:table-row><table:table-cell><text:p>more than ten letters</text:p></table:table-cell></table:table-row></table:table>";
    assert_eq!(
        refused(opened_within("a.ods", ods(data), &Limits { cell: 10, ..Limits::default() })),
        ("error-long-cell", Some(1))
    );
}

#[test]
fn a_workbook_may_not_be_larger_than_the_bound() {
    let book = xlsx("<sst/>", "<row><c><v>1</v></c></row>");
    let limits = Limits { workbook: book.len() as u64 - 1, ..Limits::default() };
    assert_eq!(refused(opened_within("a.xlsx", &book, &limits)).0, "error-file-large");
}
