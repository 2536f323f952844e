//! Inspects a packed workbook before it is read: what kind it is, and how large it really is.

use std::fs::File;
use std::io::{self, BufReader, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::grid::Refusal;
use crate::read::limits::Limits;
use crate::read::refuse::{FileName, in_words};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WorkbookKind {
    Xlsx,
    Xlsb,
    Ods,
}

pub(super) struct PackedWorkbook {
    pub kind: WorkbookKind,
    /// Cells are merged somewhere in it, and it has formulas.
    pub merged: bool,
    pub formulas: bool,
    /// It asks to be calculated when it is opened: nothing has calculated it yet.
    pub calculated_when_opened: bool,
    /// Notes on parts that are not opened.
    pub notes: Vec<&'static str>,
}

/// The first bytes of a part, which are searched for what no workbook has.
const HEAD: usize = 4096;

/// Unpacks every part that will be read, keeps nothing, and counts its bytes.
pub(super) fn inspect(file: File, file_name: &FileName, limits: &Limits) -> Result<PackedWorkbook, Refusal> {
    let broken = || file_name.refuse("error-workbook-broken");
    let mut zip = ZipArchive::new(BufReader::new(file)).map_err(|error| match error {
        ZipError::Io(error) if error.kind() != io::ErrorKind::UnexpectedEof => file_name.io(&error),
        _ => broken(),
    })?;
    if zip.len() > limits.parts {
        return Err(file_name.more_than("error-workbook-parts", limits.parts));
    }
    let kind = kind(&mut zip, file_name)?;
    let has = |part: &str| zip.file_names().flatten().any(|name| name.contains(part));
    let notes =
        [("externalLinks/", "note-links"), ("vbaProject.bin", "note-macros"), ("Basic/", "note-macros")];
    let notes = notes.into_iter().filter(|(part, _)| has(part)).map(|(_, key)| key).collect();
    let (mut left, mut seen) = (limits.unpacked, Seen::default());
    for n in 0..zip.len() {
        let part = zip.by_index(n).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => file_name.refuse("error-password"),
            _ => broken(),
        })?;
        let name = part.name().map_err(|_| broken())?.into_owned();
        // pictures and macros are not opened
        if !["xml", "rels", "bin"].iter().any(|ending| name.ends_with(ending))
            || name.ends_with("vbaProject.bin")
        {
            continue;
        }
        let most = left.min(limits.part);
        let mut counted = PartCount::default();
        io::copy(&mut part.take(most + 1), &mut counted).map_err(|_| broken())?;
        if counted.bytes > most {
            return Err(
                file_name.more_than("error-workbook-memory", in_words(limits.unpacked.min(limits.part)))
            );
        }
        left -= counted.bytes;
        counted.check(&name).ok_or_else(broken)?;
        seen |= counted.seen;
        if name == "META-INF/manifest.xml" {
            check_password(&mut zip, n, file_name)?;
        }
    }
    Ok(PackedWorkbook {
        kind,
        merged: seen.merged,
        formulas: seen.formulas,
        calculated_when_opened: seen.calculated_when_opened,
        notes,
    })
}

fn kind(zip: &mut ZipArchive<BufReader<File>>, file_name: &FileName) -> Result<WorkbookKind, Refusal> {
    if let Ok(part) = zip.by_name("mimetype") {
        let mut text = String::new();
        let _ = part.take(200).read_to_string(&mut text);
        return match text.trim() {
            t if t.starts_with("application/vnd.oasis.opendocument.spreadsheet") => Ok(WorkbookKind::Ods),
            t if t.starts_with("application/vnd.oasis.opendocument.text") => {
                Err(file_name.other("text-document"))
            }
            t if t.starts_with("application/vnd.oasis.opendocument.presentation") => {
                Err(file_name.other("presentation"))
            }
            _ => Err(file_name.other("archive")),
        };
    }
    let has = |part: &str| zip.file_names().flatten().any(|name| name.to_lowercase().contains(part));
    match () {
        () if has("workbook.bin") => Ok(WorkbookKind::Xlsb),
        () if has("word/") => Err(file_name.other("text-document")),
        () if has("ppt/") => Err(file_name.other("presentation")),
        () if has("[content_types].xml") || has("workbook.xml") => Ok(WorkbookKind::Xlsx),
        () if has(".iwa") => Err(file_name.other("numbers")),
        () => Err(file_name.other("archive")),
    }
}

/// Refuses a workbook whose manifest names encryption: it cannot be read without a password.
fn check_password(
    zip: &mut ZipArchive<BufReader<File>>,
    manifest: usize,
    file_name: &FileName,
) -> Result<(), Refusal> {
    let mut text = vec![];
    let part = zip.by_index(manifest).map_err(|_| file_name.refuse("error-workbook-broken"))?;
    part.take(1 << 20).read_to_end(&mut text).map_err(|_| file_name.refuse("error-workbook-broken"))?;
    match memchr::memmem::find(&text, b"encryption-data") {
        Some(_) => Err(file_name.refuse("error-password")),
        None => Ok(()),
    }
}

/// Counts the bytes of a part, keeps its first ones, and notices what it has.
#[derive(Default)]
struct PartCount {
    bytes: u64,
    head: Vec<u8>,
    /// The last bytes, in which a word may have begun.
    tail: Vec<u8>,
    seen: Seen,
}

/// What the parts of a workbook have.
#[derive(Clone, Copy, Default)]
struct Seen {
    merged: bool,
    formulas: bool,
    calculated_when_opened: bool,
}

impl std::ops::BitOrAssign for Seen {
    fn bitor_assign(&mut self, other: Seen) {
        self.merged |= other.merged;
        self.formulas |= other.formulas;
        self.calculated_when_opened |= other.calculated_when_opened;
    }
}

/// The words by which they are noticed: `<f>`, `<x:f t="shared">`.
const MERGED: &[&[u8]] = &[b"mergeCell"];
const FORMULAS: &[&[u8]] = &[b"<f>", b"<f ", b"<f/", b":f>", b":f "];
const WHEN_OPENED: &[&[u8]] = &[b"fullCalcOnLoad=\"1\"", b"fullCalcOnLoad=\"true\""];
const LONGEST: usize = 24;

impl io::Write for PartCount {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let wanted = HEAD.saturating_sub(self.head.len()).min(bytes.len());
        self.head.extend_from_slice(&bytes[..wanted]);
        self.bytes += bytes.len() as u64;
        let first = &bytes[..bytes.len().min(LONGEST)];
        let joint = [&self.tail[..], first].concat();
        let has = |words: &[&[u8]]| {
            words.iter().any(|word| {
                memchr::memmem::find(bytes, word).is_some() || memchr::memmem::find(&joint, word).is_some()
            })
        };
        self.seen |= Seen {
            merged: self.seen.merged || has(MERGED),
            formulas: self.seen.formulas || has(FORMULAS),
            calculated_when_opened: self.seen.calculated_when_opened || has(WHEN_OPENED),
        };
        self.tail.extend_from_slice(&bytes[bytes.len().saturating_sub(LONGEST)..]);
        self.tail.drain(..self.tail.len().saturating_sub(LONGEST));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl PartCount {
    /// None where the part has what no workbook has: entities, which multiply, or a count of strings that its bytes cannot hold, for
    /// which a reader would make room.
    fn check(&self, name: &str) -> Option<()> {
        if memchr::memmem::find(&self.head, b"<!DOCTYPE").is_some()
            || memchr::memmem::find(&self.head, b"<!ENTITY").is_some()
        {
            return None;
        }
        if !name.to_lowercase().ends_with("sharedstrings.xml") {
            return Some(());
        }
        let said = b"uniqueCount=";
        let Some(at) = memchr::memmem::find(&self.head, said) else { return Some(()) };
        let digits = self.head[at + said.len() + 1..].iter().take_while(|byte| byte.is_ascii_digit());
        let count = digits
            .take(20)
            .fold(0u64, |count, digit| count.saturating_mul(10).saturating_add(u64::from(digit - b'0')));
        // <si/>
        (count <= self.bytes / 5).then_some(())
    }
}
