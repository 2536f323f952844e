//! What is in a file: its first bytes say, and its name must agree.

use decapolis_words::errors::{Error, Result};

use super::{document, picture};

/// The largest file, in bytes.
pub const LARGEST: usize = 20 * 1024 * 1024;
/// The longest name, in characters.
const LONGEST_NAME: usize = 150;
/// The longest ending of a name, in characters.
const LONGEST_ENDING: usize = 5;
/// Endings of what a computer runs. Within a name they are written with a hyphen: "letter.exe.pdf" is "letter-exe.pdf".
const RUN: &[&str] = &[
    "bat", "cmd", "com", "exe", "hta", "htm", "html", "jar", "js", "lnk", "mjs", "msi", "php", "ps1", "scr",
    "sh", "svg", "vbs", "wsf", "xhtml",
];

/// What a file may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    Pdf,
    Png,
    Jpeg,
    Webp,
    Docx,
    Xlsx,
    Odt,
    Ods,
    Csv,
    Text,
}

/// The endings of what is taken, as a form that asks for a file names them.
pub const TAKEN: &str = ".pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.odt,.ods,.csv,.txt";

impl Content {
    /// What a name says that a file is.
    fn named(name: &str) -> Option<Content> {
        let ending = name.rsplit_once('.')?.1.to_lowercase();
        Some(match ending.as_str() {
            "pdf" => Content::Pdf,
            "png" => Content::Png,
            "jpg" | "jpeg" => Content::Jpeg,
            "webp" => Content::Webp,
            "docx" => Content::Docx,
            "xlsx" => Content::Xlsx,
            "odt" => Content::Odt,
            "ods" => Content::Ods,
            "csv" => Content::Csv,
            "txt" => Content::Text,
            _ => return None,
        })
    }

    /// Whether these bytes are that.
    fn is(self, bytes: &[u8]) -> bool {
        match self {
            Content::Pdf => is_pdf(bytes),
            Content::Png => bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
            Content::Jpeg => bytes.starts_with(b"\xff\xd8\xff"),
            Content::Webp => bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"),
            Content::Docx => document::is_of_office(bytes, "word/document.xml"),
            Content::Xlsx => document::is_of_office(bytes, "xl/workbook.xml"),
            Content::Odt => document::is_open(bytes, "application/vnd.oasis.opendocument.text"),
            Content::Ods => document::is_open(bytes, "application/vnd.oasis.opendocument.spreadsheet"),
            Content::Csv | Content::Text => is_text(bytes),
        }
    }

    /// Its media type, as it is served.
    pub fn media_type(self) -> &'static str {
        match self {
            Content::Pdf => "application/pdf",
            Content::Png => "image/png",
            Content::Jpeg => "image/jpeg",
            Content::Webp => "image/webp",
            Content::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Content::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Content::Odt => "application/vnd.oasis.opendocument.text",
            Content::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Content::Csv => "text/csv; charset=utf-8",
            Content::Text => "text/plain; charset=utf-8",
        }
    }
}

/// A file that was looked at.
#[derive(Clone, PartialEq)]
pub struct Examined {
    pub name: String,
    pub content: Content,
    /// What is kept: a picture was made anew.
    pub bytes: Vec<u8>,
}

/// Looks at an upload. Pictures take some time: call it on a thread of its own.
///
/// Refused: empty or without a name (`error-file-empty`), too large (`error-file-over`), a sort that is not taken (`error-file-sort`), its
/// content is not what its name says (`error-file-lies`), or a picture that cannot be read or is too large (`error-file-picture`).
pub fn examined(name: &str, bytes: Vec<u8>) -> Result<Examined> {
    let name = plain_name(name);
    if bytes.is_empty() || name.is_empty() {
        return Err(Error::refused("error-file-empty"));
    }
    if bytes.len() > LARGEST {
        return Err(too_large());
    }
    let said = || [("name", name.as_str().into())].into();
    let content = Content::named(&name).ok_or_else(|| Error::refused_with("error-file-sort", said()))?;
    if !content.is(&bytes) {
        return Err(Error::refused_with("error-file-lies", said()));
    }
    let bytes = match content {
        Content::Png | Content::Jpeg | Content::Webp => picture::made_anew(&bytes, content)
            .ok_or_else(|| Error::refused_with("error-file-picture", said()))?,
        _ => bytes,
    };
    Ok(Examined { name, content, bytes })
}

/// A file that is too large is refused (`error-file-over`).
pub fn too_large() -> Error {
    let most = (LARGEST / (1024 * 1024)) as i64;
    Error::refused_with("error-file-over", [("n", most.into())].into())
}

/// A name without folders, control characters, signs that nobody sees, and signs that turn the direction of writing: they would show another
/// ending than it has.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last.chars().filter(|c| !c.is_control() && !is_unseen(*c)).collect();
    let kept = kept.trim().trim_start_matches('.').trim_end_matches(['.', ' ']);
    let (stem, ending) = kept.rsplit_once('.').unwrap_or((kept, ""));
    // what is not taken is refused by name: it need not be whole
    let ending: String = ending.chars().take(LONGEST_ENDING).collect();
    let stem: String = stem.chars().take(LONGEST_NAME - LONGEST_ENDING - 1).collect();
    let stem = without_endings(stem.trim());
    if ending.is_empty() { stem } else { format!("{stem}.{ending}") }
}

fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// A name in which no part before the ending reads as the ending of a program.
fn without_endings(stem: &str) -> String {
    let mut parts = stem.split('.');
    let mut all = parts.next().unwrap_or_default().to_string();
    for part in parts {
        all.push(if RUN.contains(&part.trim().to_lowercase().as_str()) { '-' } else { '.' });
        all.push_str(part);
    }
    all
}

/// A PDF from its first byte to its last: what is also a page, or has something behind its end, is two files in one.
fn is_pdf(bytes: &[u8]) -> bool {
    let head = bytes[..bytes.len().min(1024)].to_ascii_lowercase();
    let is_a_page =
        [&b"<html"[..], b"<script", b"<svg", b"<!doctype", b"<?php"].iter().any(|mark| holds(&head, mark));
    let end = &bytes[bytes.len().saturating_sub(2048)..];
    let behind = end.windows(5).rposition(|part| part == b"%%EOF").map(|at| &end[at + 5..]);
    // some programs fill the last block with zeros
    let ends = behind.is_some_and(|rest| rest.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0));
    bytes.starts_with(b"%PDF-") && !is_a_page && ends
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn is_text(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes)
        .is_ok_and(|text| !text.chars().any(|c| c.is_control() && !"\t\n\r\u{c}".contains(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(name: &str, bytes: &[u8]) -> &'static str {
        match examined(name, bytes.to_vec()) {
            Err(Error::Refused(why)) => why.key,
            Err(error) => panic!("{error}"),
            Ok(_) => panic!("{name} was not refused"),
        }
    }

    const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n";

    #[test]
    fn a_file_is_what_its_first_bytes_say_and_its_name_agrees() {
        let pdf = examined("C:\\letters\\Charter 2026.PDF", PDF.to_vec()).expect("a PDF");
        assert_eq!((pdf.name.as_str(), pdf.content), ("Charter 2026.PDF", Content::Pdf));
        assert_eq!(examined("notes.txt", "Acta, año 2026\n".into()).expect("a text").content, Content::Text);
        for (name, bytes) in [
            ("page.pdf", &b"<html><script>alert(1)</script>"[..]),
            ("picture.png", PDF),
            ("charter.docx", PDF),
            ("charter.pdf", b"\x89PNG\r\n\x1a\n"),
            ("data.csv", b"MZ\x90\x00\x03"),
            ("half.pdf", b"%PDF-1.7\n1 0 obj"),
            // two files in one
            ("page.pdf", b"%PDF-1.7\n%<html><script>alert(1)</script>\n%%EOF"),
            ("archive.pdf", b"%PDF-1.7\n1 0 obj\n%%EOF\nPK\x03\x04 and more"),
        ] {
            assert_eq!(refusal(name, bytes), "error-file-lies", "{name}");
        }
        for name in ["page.html", "drawing.svg", "program.exe", "book.xlsm", "nothing", "charter.pdf.html"] {
            assert_eq!(refusal(name, PDF), "error-file-sort", "{name}");
        }
        assert_eq!(refusal("empty.txt", b""), "error-file-empty");
        assert_eq!(refusal("large.txt", &vec![b' '; LARGEST + 1]), "error-file-over");
    }

    #[test]
    fn a_name_that_hides_its_ending_is_shown_as_it_is() {
        // "photo" followed by a sign that turns the writing, so that people would read "photoexe.png"
        assert_eq!(plain_name("photo\u{202e}gnp.exe"), "photognp.exe");
        assert_eq!(plain_name("../../.ssh/keys.txt"), "keys.txt");
        assert_eq!(plain_name("a\r\nb.txt"), "ab.txt");
        assert_eq!(plain_name("letter.exe.pdf"), "letter-exe.pdf");
        assert_eq!(plain_name("Charter v2.1 2026.pdf"), "Charter v2.1 2026.pdf");
        assert_eq!(plain_name("letter.pdf. "), "letter.pdf");
        assert_eq!(plain_name(&format!("{}.pdf", "ñ".repeat(400))).chars().count(), 148);
    }
}
