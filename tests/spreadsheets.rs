//! Workbooks opened by the program in a separate process: good ones are read, bad ones do no harm.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use decapolis_spreadsheets::{Limits, NOTES, OpenedFile, REFUSALS, Refusal, Row, TextHints, Value, open};
use rust_xlsxwriter::Workbook;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const PROGRAM: &str = env!("CARGO_BIN_EXE_decapolis");
const MIB: u64 = 1 << 20;

struct OnDisk {
    _folder: TempDir,
    path: PathBuf,
}

fn file(name: &str, bytes: &[u8]) -> OnDisk {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).expect("a file");
    OnDisk { _folder: folder, path }
}

fn opened_apart(path: &Path, limits: &Limits) -> Result<OpenedFile, Refusal> {
    open(path, limits, &TextHints::default(), Some(Path::new(PROGRAM)))
}

fn refused(path: &Path, limits: &Limits) -> &'static str {
    opened_apart(path, limits).err().expect("a refusal").key
}

/// A workbook with this sheet and these shared strings. Each is written by a function, piece by piece.
fn xlsx(sheet: impl Fn(&mut dyn Write), strings: impl Fn(&mut dyn Write)) -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(vec![]));
    let of_office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"r1\" Type=\"{of_office}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let small = [
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")),
        ("xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>".into()),
    ];
    for (name, text) in small {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default()).unwrap();
    zip.write_all(b"<worksheet><sheetData>").unwrap();
    sheet(&mut zip);
    zip.write_all(b"</sheetData></worksheet>").unwrap();
    zip.start_file("xl/sharedStrings.xml", SimpleFileOptions::default()).unwrap();
    zip.write_all(b"<sst>").unwrap();
    strings(&mut zip);
    zip.write_all(b"</sst>").unwrap();
    zip.finish().unwrap().into_inner()
}

fn one_cell(to: &mut dyn Write) {
    to.write_all(b"<row><c t=\"s\"><v>0</v></c></row>").unwrap();
}

#[test]
fn a_workbook_read_apart_is_the_one_that_is_there() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Ciudades").unwrap();
    for n in 0..3000 {
        sheet.write(n, 0, format!("ciudad {n}")).unwrap();
        sheet.write(n, 1, f64::from(n) + 0.1).unwrap();
    }
    let on_disk = file("cities.xlsx", &book.save_to_buffer().unwrap());
    let apart = opened_apart(&on_disk.path, &Limits::default()).unwrap();
    let here = open(&on_disk.path, &Limits::default(), &TextHints::default(), None).unwrap();
    let rows =
        |opened: &OpenedFile| opened.grids[0].rows().unwrap().collect::<Result<Vec<Row>, _>>().unwrap();
    assert_eq!(rows(&apart).len(), 3000);
    assert_eq!(rows(&apart)[2999].cells[1], Value::Number(2999.1));
    assert_eq!(rows(&apart), rows(&here));
    assert_eq!(apart.grids[0].name(), "Ciudades");
    // the workbook can be deleted: its rows have been copied
    std::fs::remove_file(&on_disk.path).unwrap();
    assert_eq!(rows(&apart), rows(&here));
    assert_eq!(refused(&on_disk.path, &Limits::default()), "error-file-gone");
}

#[test]
fn a_workbook_that_wants_more_memory_than_there_is_dies_alone() {
    // 136 MB of strings, compressed to a few thousand bytes, take far more memory as separate strings
    let many = |to: &mut dyn Write| {
        let some = "<si><t>x</t></si>".repeat(10_000);
        (0..800).for_each(|_| to.write_all(some.as_bytes()).unwrap());
    };
    let on_disk = file("strings.xlsx", &xlsx(one_cell, many));
    let little = Limits { memory: 400 * MIB, ..Limits::default() };
    let honest = file("honest.xlsx", &xlsx(one_cell, |to| to.write_all(b"<si><t>x</t></si>").unwrap()));
    assert!(opened_apart(&honest.path, &little).is_ok());
    let refusal = opened_apart(&on_disk.path, &little).err().expect("a refusal");
    assert_eq!(refusal.key, "error-workbook-memory");
    assert!(refusal.args.iter().any(|(name, value)| *name == "most" && value.ends_with("MiB")), "{refusal}");
}

#[test]
fn a_workbook_that_takes_too_long_is_stopped() {
    let rows = |to: &mut dyn Write| {
        let some = "<row><c><v>1</v></c></row>".repeat(10_000);
        (0..400).for_each(|_| to.write_all(some.as_bytes()).unwrap());
    };
    let on_disk = file("long.xlsx", &xlsx(rows, |_| ()));
    assert_eq!(refused(&on_disk.path, &Limits { seconds: 1, ..Limits::default() }), "error-workbook-time");
}

#[test]
fn a_refusal_comes_through_with_its_words_and_its_row() {
    let far = |to: &mut dyn Write| to.write_all(b"<row r=\"7\"><c r=\"XFD7\"><v>1</v></c></row>").unwrap();
    let on_disk = file("far.xlsx", &xlsx(far, |_| ()));
    let refusal = opened_apart(&on_disk.path, &Limits::default()).err().expect("a refusal");
    let args = vec![("file", "far.xlsx".to_string()), ("most", "2000".to_string())];
    assert_eq!(refusal, Refusal { key: "error-too-many-columns", args, row: Some(7) });
}

#[test]
fn a_program_that_does_not_read_workbooks_is_told_from_a_broken_workbook() {
    let on_disk = file("a.xlsx", &xlsx(one_cell, |to| to.write_all(b"<si><t>x</t></si>").unwrap()));
    let refused = |program: &str| {
        open(&on_disk.path, &Limits::default(), &TextHints::default(), Some(Path::new(program)))
            .err()
            .map(|r| r.key)
    };
    assert_eq!(refused("/nowhere/decapolis"), Some("error-workbook-process"));
    assert_eq!(refused("/bin/true"), Some("error-workbook-process"));
}

#[test]
fn the_verb_is_not_for_people() {
    let help = Command::new(PROGRAM).arg("--help").output().unwrap();
    assert!(!String::from_utf8_lossy(&help.stdout).contains("read-workbook"));
    let bad = Command::new(PROGRAM).args(["read-workbook", "--limits", "{}", "a.xlsx"]).output().unwrap();
    assert_eq!(bad.status.code(), Some(2));
}

#[test]
fn every_refusal_and_note_has_words() {
    for language in ["es", "en", "fr"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language);
        let words: String = std::fs::read_dir(folder)
            .unwrap()
            .map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap())
            .collect();
        let lines: Vec<&str> = words.lines().collect();
        let after = |key: &str| {
            let at = lines
                .iter()
                .position(|line| line.starts_with(&format!("{key} =")))
                .unwrap_or_else(|| panic!("{language}: {key}"));
            lines[at + 1..]
                .iter()
                .take_while(|line| line.starts_with(' ') || line.starts_with('}'))
                .copied()
                .collect::<Vec<_>>()
        };
        for key in REFUSALS {
            assert!(
                after(key).iter().any(|line| line.trim_start().starts_with(".mend =")),
                "{language}: {key} says how to mend it"
            );
        }
        NOTES.iter().for_each(|key| drop(after(key)));
    }
}
