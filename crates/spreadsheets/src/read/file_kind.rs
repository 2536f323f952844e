//! Tells what a file is by its first bytes.

/// What a file is, as its first bytes say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileKind {
    Empty,
    Text,
    /// A ZIP file: a workbook since 2007, or anything else that is packed.
    Packed,
    /// A compound file: a workbook before 2007, or one with a password.
    Compound,
    /// Something else, with the word for it.
    Other(&'static str),
}

/// The first bytes of files that are not sheets.
const OTHERS: &[(&[u8], &str)] = &[
    (b"%PDF-", "pdf"),
    (b"\x89PNG", "picture"),
    (b"GIF8", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"RIFF", "media"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!", "archive"),
    (b"\xfd7zXZ\0", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
    (b"SQLite format 3\0", "database"),
    (b"\0\x01\0\0Standard Jet DB", "database"),
    (b"\0\x01\0\0Standard ACE DB", "database"),
    (b"PAR1", "data"),
    (b"{\\rtf", "text-document"),
    (b"\x7fELF", "program"),
    (b"MZ\x90", "program"),
    // sheets of Excel before 5.0, and of 5.0 without its case
    (b"\x09\x00\x04\x00", "old-workbook"),
    (b"\x09\x02\x06\x00", "old-workbook"),
    (b"\x09\x04\x06\x00", "old-workbook"),
    (b"\x09\x08", "old-workbook"),
];

impl FileKind {
    /// The kind of the file that begins with `start`: some thousand bytes, or all.
    pub(crate) fn of(start: &[u8]) -> FileKind {
        if start.is_empty() {
            return FileKind::Empty;
        }
        if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
            return FileKind::Packed;
        }
        if start.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            return FileKind::Compound;
        }
        if let Some((_, what)) = OTHERS.iter().find(|(magic, _)| start.starts_with(magic)) {
            return FileKind::Other(what);
        }
        markup(start).map_or(FileKind::Text, FileKind::Other)
    }
}

/// The word for text files that are not sheets, such as HTML and JSON.
fn markup(start: &[u8]) -> Option<&'static str> {
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    let begins = |with: &[u8]| start.get(..with.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(with));
    let follows = |skip: usize| start[skip..].trim_ascii_start().first().copied();
    match start.first()? {
        b'<' if [&b"<!doctype html"[..], b"<html", b"<head", b"<body", b"<table", b"<meta", b"<div"]
            .iter()
            .any(|tag| begins(tag)) =>
        {
            Some("html")
        }
        b'<' if begins(b"<?xml") => Some("xml"),
        b'{' if matches!(follows(1), Some(b'"' | b'}')) => Some("json"),
        b'[' if matches!(follows(1), Some(b'{')) => Some("json"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_first_bytes_say() {
        assert_eq!(FileKind::of(b""), FileKind::Empty);
        assert_eq!(FileKind::of(b"code;label"), FileKind::Text);
        assert_eq!(FileKind::of(b"\xef\xbb\xbf \r\n<!DOCTYPE HTML><table>"), FileKind::Other("html"));
        assert_eq!(FileKind::of(b"<?xml version=\"1.0\"?>"), FileKind::Other("xml"));
        assert_eq!(FileKind::of(b"<5 years,6"), FileKind::Text);
        assert_eq!(FileKind::of(b"%PDF-1.7"), FileKind::Other("pdf"));
        assert_eq!(FileKind::of(b"[ {\"a\": 1}]"), FileKind::Other("json"));
        assert_eq!(FileKind::of(b"[sic],note"), FileKind::Text);
        assert_eq!(FileKind::of(b"PK\x03\x04...."), FileKind::Packed);
        // a tab and a back space do not begin a text
        assert_eq!(FileKind::of(b"\x09\x08\x10\x00"), FileKind::Other("old-workbook"));
        assert_eq!(FileKind::of(b"\tcode\tlabel"), FileKind::Text);
    }
}
