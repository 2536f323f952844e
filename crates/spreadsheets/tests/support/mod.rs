//! Files of a test, and what is read from them.

#![allow(dead_code, reason = "each test crate uses what it needs")]

use std::io::Write;
use std::path::PathBuf;

use decapolis_spreadsheets::{Limits, OpenedFile, Refusal, Row, TextHints, Value, open};
use tempfile::TempDir;

/// A file that is gone with the value.
pub struct OnDisk {
    _folder: TempDir,
    pub path: PathBuf,
}

pub fn file(name: &str, bytes: impl AsRef<[u8]>) -> OnDisk {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).expect("a file");
    OnDisk { _folder: folder, path }
}

pub fn opened(name: &str, bytes: impl AsRef<[u8]>) -> Result<OpenedFile, Refusal> {
    opened_within(name, bytes, &Limits::default())
}

pub fn opened_within(name: &str, bytes: impl AsRef<[u8]>, limits: &Limits) -> Result<OpenedFile, Refusal> {
    open(&file(name, bytes).path, limits, &TextHints::default(), None)
}

/// All rows of a sheet, the first of 0.
pub fn rows_of(opened: &OpenedFile, sheet: usize) -> Vec<Row> {
    opened.grids[sheet].rows().unwrap().collect::<Result<_, _>>().unwrap()
}

/// The key of the refusal and its row, at opening or later.
pub fn refused(opened: Result<OpenedFile, Refusal>) -> (&'static str, Option<u64>) {
    let refusal = match opened {
        Err(refusal) => refusal,
        Ok(opened) => {
            let read: Result<Vec<Row>, Refusal> =
                opened.grids.iter().flat_map(|grid| grid.rows().unwrap()).collect();
            read.expect_err("a refusal")
        }
    };
    (refusal.key, refusal.row)
}

pub fn notes(opened: &OpenedFile) -> Vec<&'static str> {
    opened.notes.iter().map(|note| note.key).collect()
}

pub fn text(text: &str) -> Value {
    if text.is_empty() { Value::Empty } else { Value::Text(text.into()) }
}

pub fn row(number: u64, cells: &[&str]) -> Row {
    Row { number, cells: cells.iter().map(|cell| text(cell)).collect() }
}

/// A packed file of these parts.
pub fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(vec![]));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
