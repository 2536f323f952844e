//! Documents of office programs: archives whose parts are listed, and never unpacked whole.

use std::io::{Cursor, Read};

use zip::ZipArchive;

/// The most parts of a document.
const MOST_PARTS: usize = 5_000;
/// The most bytes that its parts say they unpack to.
const MOST_UNPACKED: u64 = 500 * 1024 * 1024;
/// A part that says it unpacks to so many times its size is made to fill a disk. Spreadsheets with empty rows reach about 100.
const MOST_PACKED: u64 = 1_000;
/// Below this size, in bytes, nobody minds how well a part is packed.
const SMALL: u64 = 10 * 1024 * 1024;

/// A document as Microsoft's programs write it, with this part, and no program in it.
pub(super) fn is_of_office(bytes: &[u8], part: &str) -> bool {
    let Some(parts) = parts(bytes) else { return false };
    let has = |wanted: &str| parts.iter().any(|name| name == wanted);
    let has_program = parts.iter().any(|name| name.contains("vbaproject") || name.ends_with(".exe"));
    has("[content_types].xml") && has(part) && !has_program
}

/// A document in the OpenDocument format that says it is this, and has no program in it.
pub(super) fn is_open(bytes: &[u8], media_type: &str) -> bool {
    let Some(parts) = parts(bytes) else { return false };
    let has_program = parts.iter().any(|name| {
        ["basic/", "scripts/"].iter().any(|folder| name.starts_with(folder) && name.len() > folder.len())
            || name.ends_with(".exe")
    });
    let has = |wanted: &str| parts.iter().any(|name| name == wanted);
    said(bytes).as_deref() == Some(media_type) && has("content.xml") && !has_program
}

/// What the part `mimetype` says, of which no more is read than it may be long.
fn said(bytes: &[u8]) -> Option<String> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut text = String::new();
    zip.by_name("mimetype").ok()?.take(100).read_to_string(&mut text).ok()?;
    Some(text.trim().to_string())
}

/// The names of the parts, in small letters; `None` if it is no archive, something stands before it, or it would unpack to too much.
fn parts(bytes: &[u8]) -> Option<Vec<String>> {
    // an archive is found from its end, whatever it begins with: a page may stand before it
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
    if zip.len() > MOST_PARTS {
        return None;
    }
    let (mut names, mut unpacked) = (vec![], 0_u64);
    for n in 0..zip.len() {
        let part = zip.by_index_raw(n).ok()?;
        unpacked = unpacked.saturating_add(part.size());
        let is_bomb = part.size() > SMALL && part.size() / part.compressed_size().max(1) > MOST_PACKED;
        if is_bomb || unpacked > MOST_UNPACKED {
            return None;
        }
        names.push(part.name().ok()?.to_lowercase());
    }
    Some(names)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(vec![]));
        for (name, bytes) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    const TEXT: &str = "application/vnd.oasis.opendocument.text";

    #[test]
    fn a_document_has_its_parts_and_no_program() {
        let word = [("[Content_Types].xml", &b"<Types/>"[..]), ("word/document.xml", b"<w:document/>")];
        assert!(is_of_office(&archive(&word), "word/document.xml"));
        assert!(!is_of_office(&archive(&word), "xl/workbook.xml"));
        let with_program = [&word[..], &[("word/vbaProject.bin", b"Sub AutoOpen()")]].concat();
        assert!(!is_of_office(&archive(&with_program), "word/document.xml"));
        let open = [("mimetype", TEXT.as_bytes()), ("content.xml", b"<office:document-content/>")];
        assert!(is_open(&archive(&open), TEXT));
        assert!(!is_open(&archive(&open), "application/vnd.oasis.opendocument.spreadsheet"));
        assert!(!is_open(&archive(&[&open[..], &[("Basic/Standard/Module1.xml", b"Sub")]].concat()), TEXT));
    }

    #[test]
    fn a_document_that_would_fill_a_disk_or_has_something_before_it_is_none() {
        let word = [("[Content_Types].xml", &b"<Types/>"[..]), ("word/document.xml", b"<w:document/>")];
        let zeros = vec![0; 60 * 1024 * 1024];
        let bomb = archive(&[&word[..], &[("word/media/picture.bin", &zeros[..])]].concat());
        assert!(bomb.len() < 100 * 1024, "{} bytes", bomb.len());
        assert!(!is_of_office(&bomb, "word/document.xml"));
        let mut page = b"<html><script>alert(1)</script>".to_vec();
        page.extend(archive(&word));
        assert!(!is_of_office(&page, "word/document.xml"));
    }
}
