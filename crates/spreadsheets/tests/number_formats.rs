//! What the number formats of a workbook show is what is read, in every format of workbook.

mod support;

use decapolis_spreadsheets::Value;
use jiff::civil::date;
use rust_xlsxwriter::{Format as Look, Formula, Workbook};
use support::{opened, packed, rows_of, text};

/// 1 March 2020, as spreadsheets count it.
const DAY: f64 = 43_891.0;

/// The number, the code of its format, and what is read.
fn cells() -> Vec<(f64, &'static str, Value)> {
    vec![
        (1001.0, "00000", text("01001")),
        (12_345_678.0, "000-00-0000", text("012-34-5678")),
        (1001.0, "0", Value::Number(1001.0)),
        (DAY, "mmm yyyy", text("2020-03")),
        (DAY, "yyyy", text("2020")),
        (DAY, "d-mmm", text("01-Mar")),
        (DAY, "dd/mm/yyyy", Value::Day(date(2020, 3, 1))),
    ]
}

fn read(name: &str, bytes: Vec<u8>) -> Vec<Value> {
    rows_of(&opened(name, bytes).unwrap(), 0)[0].cells.clone()
}

fn wanted() -> Vec<Value> {
    cells().into_iter().map(|(_, _, value)| value).collect()
}

#[test]
fn a_workbook_of_today_is_read_as_it_is_shown() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, (number, format, _)) in (0..).zip(cells()) {
        sheet.write_with_format(0, column, number, &Look::new().set_num_format(format)).unwrap();
    }
    assert_eq!(read("a.xlsx", book.save_to_buffer().unwrap()), wanted());
}

#[test]
fn an_ods_workbook_is_read_as_it_is_shown() {
    let styles = "<number:number-style style:name=\"n1\"><number:number number:decimal-places=\"0\" number:min-integer-digits=\"5\"/></number:number-style>\
        <number:date-style style:name=\"n2\"><number:month number:textual=\"true\"/><number:text> </number:text><number:year number:style=\"long\"/></number:date-style>\
        <number:date-style style:name=\"n3\"><number:year/></number:date-style>\
        <number:date-style style:name=\"n4\"><number:day/><number:text>/</number:text><number:month/></number:date-style>\
        <number:date-style style:name=\"n5\"><number:day/><number:text>/</number:text><number:month/><number:text>/</number:text><number:year/></number:date-style>";
    let cells: String = (1..=5)
        .map(|n| {
            let of = format!("<style:style style:name=\"c{n}\" style:family=\"table-cell\" style:data-style-name=\"n{n}\"/>");
            of
        })
        .collect();
    let day = |style: u8| {
        format!(
            "<table:table-cell table:style-name=\"c{style}\" office:value-type=\"date\" office:date-value=\"2020-03-01\"/>"
        )
    };
    // the first column has its format from the column
    let row = format!(
        "<table:table-cell office:value-type=\"float\" office:value=\"1001\"/>{}{}{}{}<table:table-cell table:formula=\"of:=1+1\"/>\
         <table:table-cell table:formula=\"of:=&quot;&quot;\" office:value-type=\"string\" office:string-value=\"\"/>",
        day(2),
        day(3),
        day(4),
        day(5)
    );
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content><office:automatic-styles>{styles}{cells}</office:automatic-styles><office:body><office:spreadsheet>\
         <table:table table:name=\"One\"><table:table-column table:default-cell-style-name=\"c1\"/><table:table-row>{row}</table:table-row></table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    let bytes = packed(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", &content),
    ]);
    let read = read("a.ods", bytes);
    let wanted = [text("01001"), text("2020-03"), text("2020"), text("01-Mar"), Value::Day(date(2020, 3, 1))];
    assert_eq!(read[..5], wanted);
    assert_eq!(read[5..], [Value::Wrong("=1+1".into())]);
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat()
}

/// The records of an old workbook (MS-XLS): its formats, and one sheet with the cells.
fn stream(sheet_cells: &[u8]) -> Vec<u8> {
    let bof = |kind: u16| {
        let head = [0x0600u16, kind, 0x0dbb, 0x07cc].map(u16::to_le_bytes).concat();
        record(0x0809, &[&head[..], &[0; 8]].concat())
    };
    let mut formats = vec![];
    let mut xfs = record(0x00e0, &[0; 20]);
    for (n, (_, format, _)) in (164u16..).zip(cells()) {
        let head = [n.to_le_bytes(), (format.len() as u16).to_le_bytes()].concat();
        formats.extend(record(0x041e, &[&head[..], &[0], format.as_bytes()].concat()));
        xfs.extend(record(0x00e0, &[&[0, 0], &n.to_le_bytes()[..], &[0; 16]].concat()));
    }
    let bound = |start: u32| record(0x0085, &[&start.to_le_bytes()[..], &[0, 0, 3, 0], b"One"].concat());
    let globals =
        |start: u32| [bof(5), formats.clone(), xfs.clone(), bound(start), record(0x000a, &[])].concat();
    let start = globals(0).len() as u32;
    let dimensions =
        [&0u32.to_le_bytes()[..], &1u32.to_le_bytes(), &0u16.to_le_bytes(), &20u16.to_le_bytes(), &[0, 0]]
            .concat();
    [globals(start), bof(0x10), record(0x0200, &dimensions), sheet_cells.to_vec(), record(0x000a, &[])]
        .concat()
}

/// A compound file (MS-CFB) with this stream as its workbook.
fn compound(mut stream: Vec<u8>) -> Vec<u8> {
    stream.resize(stream.len().max(4096).next_multiple_of(512), 0);
    let sectors = stream.len() / 512;
    let long = |n: u32| n.to_le_bytes();
    let (last, free) = (0xffff_fffeu32, 0xffff_ffffu32);
    let mut header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    header.extend([0; 16]);
    header.extend([0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0, 0, 0, 0, 0, 0, 0]);
    for n in [0, 1, 1, 0, 4096, last, 0, last, 0, 0] {
        header.extend(long(n));
    }
    header.resize(512, 0xff);
    let mut fat: Vec<u32> = vec![0xffff_fffd, last];
    fat.extend((2..sectors as u32 + 1).map(|n| n + 1));
    fat.push(last);
    fat.resize(128, free);
    let entry = |name: &str, kind: u8, child: u32, start: u32, size: u32| {
        let mut bytes: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.resize(64, 0);
        bytes.extend((2 * (name.len() as u16 + 1)).to_le_bytes());
        bytes.extend([kind, 1]);
        [free, free, child].iter().for_each(|n| bytes.extend(long(*n)));
        bytes.extend([0; 36]);
        bytes.extend(long(start));
        bytes.extend(long(size));
        bytes.extend([0; 4]);
        bytes
    };
    let mut directory = entry("Root Entry", 5, 1, last, 0);
    directory.extend(entry("Workbook", 2, free, 2, stream.len() as u32));
    directory.resize(512, 0);
    [header, fat.into_iter().flat_map(long).collect(), directory, stream].concat()
}

#[test]
fn an_old_workbook_is_read_as_it_is_shown() {
    let numbers: Vec<u8> = (0u16..)
        .zip(cells())
        .flat_map(|(column, (number, ..))| {
            let place = [0u16, column, column + 1].map(u16::to_le_bytes).concat();
            record(0x0203, &[&place[..], &number.to_le_bytes()].concat())
        })
        .collect();
    assert_eq!(read("a.xls", compound(stream(&numbers))), wanted());
}

/// A record of a binary workbook (MS-XLSB).
fn binary(kind: u16, data: &[u8]) -> Vec<u8> {
    let kind = match kind {
        0..0x80 => vec![kind as u8],
        _ => vec![kind as u8 | 0x80, (kind >> 7) as u8],
    };
    assert!(data.len() < 128, "the length of one byte");
    [&kind[..], &[data.len() as u8], data].concat()
}

fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [&(text.len() as u32).to_le_bytes()[..], &units].concat()
}

#[test]
fn a_binary_workbook_is_read_as_it_is_shown() {
    let count = |n: usize| (n as u32).to_le_bytes();
    let (mut formats, mut xfs) = (vec![], binary(0x2f, &[0; 16]));
    let (mut numbers, all) = (binary(0, &[0; 25]), cells());
    for (n, (number, format, _)) in (0u16..).zip(&all) {
        let id = (164 + n).to_le_bytes();
        formats.extend(binary(0x2c, &[&id[..], &wide(format)].concat()));
        xfs.extend(binary(0x2f, &[&[0, 0], &id[..], &[0; 12]].concat()));
        let place = [u32::from(n), u32::from(n) + 1].map(u32::to_le_bytes).concat();
        numbers.extend(binary(5, &[&place[..], &number.to_le_bytes()].concat()));
    }
    let styles = [
        binary(0x267, &count(all.len())),
        formats,
        binary(0x268, &[]),
        binary(0x269, &count(all.len() + 1)),
        xfs,
        binary(0x26a, &[]),
    ];
    let sheet = [
        binary(0x81, &[]),
        binary(0x94, &[0; 16]),
        binary(0x91, &[]),
        numbers,
        binary(0x92, &[]),
        binary(0x82, &[]),
    ];
    let bundle = [&0u32.to_le_bytes()[..], &1u32.to_le_bytes(), &wide("r1"), &wide("One")].concat();
    let book =
        [binary(0x83, &[]), binary(0x8f, &[]), binary(0x9c, &bundle), binary(0x90, &[]), binary(0x84, &[])];
    let relations = "<Relationships><Relationship Id=\"r1\" Type=\"t\" Target=\"worksheets/sheet1.bin\"/></Relationships>";
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(vec![]));
    for (name, bytes) in [
        ("[Content_Types].xml", b"<Types/>".to_vec()),
        ("xl/workbook.bin", book.concat()),
        ("xl/_rels/workbook.bin.rels", relations.as_bytes().to_vec()),
        ("xl/styles.bin", styles.concat()),
        ("xl/worksheets/sheet1.bin", sheet.concat()),
    ] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, &bytes).unwrap();
    }
    assert_eq!(read("a.xlsb", zip.finish().unwrap().into_inner()), wanted());
}

#[test]
fn a_formula_without_a_value_is_not_empty_and_one_that_gives_an_empty_text_is() {
    let formula = |sheet: &str| {
        let data = format!("<worksheet><sheetData><row r=\"1\">{sheet}</row></sheetData></worksheet>");
        let book = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/></sheets><calcPr fullCalcOnLoad=\"1\"/></workbook>";
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let relations = |kind: &str, target: &str| {
            format!(
                "<Relationships><Relationship Id=\"r1\" Type=\"{office}/{kind}\" Target=\"{target}\"/></Relationships>"
            )
        };
        let bytes = packed(&[
            ("[Content_Types].xml", "<Types/>"),
            ("_rels/.rels", &relations("officeDocument", "xl/workbook.xml")),
            ("xl/_rels/workbook.xml.rels", &relations("worksheet", "worksheets/sheet1.xml")),
            ("xl/workbook.xml", book),
            ("xl/worksheets/sheet1.xml", &data),
        ]);
        read("a.xlsx", bytes)
    };
    let wrong = |formula: &str| Value::Wrong(formula.into());
    // nothing, an empty value, 0 of a workbook that nothing has calculated
    let cells =
        "<c r=\"A1\"><f>B1+1</f></c><c r=\"B1\"><f>1+2</f><v></v></c><c r=\"C1\"><f>3+4</f><v>0</v></c>";
    assert_eq!(formula(cells), [wrong("=B1+1"), wrong("=1+2"), wrong("=3+4")]);
    // calculated: an empty text is a value, and so is 0
    let cells = "<c r=\"A1\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"B1\"><f>1-1</f><v>0</v></c><c r=\"C1\"><f>3+4</f><v>7</v></c>";
    assert_eq!(formula(cells), [Value::Empty, Value::Number(0.0), Value::Number(7.0)]);
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, Formula::new("=1+1").set_result("2")).unwrap();
    assert_eq!(read("a.xlsx", book.save_to_buffer().unwrap()), [Value::Number(2.0)]);
}
