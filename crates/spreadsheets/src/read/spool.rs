//! Keeps the rows of a workbook on disk, in a file without a name that is gone when its last reader is.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Write};
use std::path::Path;
use std::sync::Arc;

use super::file_section::FileSection;
use super::format::Format;
use super::limits::Limits;
use super::notes::Note;
use super::opened_file::OpenedFile;
use super::refuse::{FileName, in_words};
use super::wire::{self, Message};
use crate::grid::{Grid, Merge, Refusal, Row};

/// Takes the messages of a reader and keeps the rows on disk.
pub(crate) struct Spool {
    to: BufWriter<CountingFile>,
    file_name: FileName,
    most: u64,
    format: Option<Format>,
    notes: Vec<Note>,
    sheets: Vec<SheetExtent>,
    /// The reader sent everything.
    pub(crate) done: bool,
}

struct SheetExtent {
    name: String,
    merges: Vec<Merge>,
    start: u64,
    end: u64,
}

/// The most notes that are kept: further ones only repeat the first.
const NOTES: usize = 100;

impl Spool {
    pub(crate) fn new(file_name: &FileName, limits: &Limits) -> Result<Spool, Refusal> {
        let file = nameless().map_err(|_| file_name.refuse("error-no-room-to-read"))?;
        Ok(Spool {
            to: BufWriter::new(CountingFile { file, bytes: 0 }),
            file_name: file_name.clone(),
            most: limits.spool,
            format: None,
            notes: vec![],
            sheets: vec![],
            done: false,
        })
    }

    /// Takes a message. Errors: the message is a refusal, or the disk has no room for the row.
    pub(crate) fn take(&mut self, message: Message) -> Result<(), Refusal> {
        match message {
            Message::Format(format) => self.format = Some(format),
            Message::Note(note) if self.notes.len() < NOTES => self.notes.push(note),
            Message::Note(_) => {}
            Message::Sheet(name) => {
                let start = self.bytes();
                self.sheets.push(SheetExtent { name, merges: vec![], start, end: start });
            }
            Message::Row(_) => {
                if self.bytes() > self.most {
                    return Err(self.file_name.more_than("error-workbook-rows", in_words(self.most)));
                }
                wire::write(&mut self.to, &message)
                    .map_err(|_| self.file_name.refuse("error-no-room-to-read"))?;
                let end = self.bytes();
                if let Some(sheet) = self.sheets.last_mut() {
                    sheet.end = end;
                }
            }
            Message::Merges(merges) => {
                if let Some(sheet) = self.sheets.last_mut() {
                    sheet.merges = merges;
                }
            }
            Message::Refused(refusal) => return Err(refusal),
            Message::Done => self.done = true,
        }
        Ok(())
    }

    fn bytes(&self) -> u64 {
        self.to.get_ref().bytes + self.to.buffer().len() as u64
    }

    /// The sheets that are not empty, as an open file.
    pub(crate) fn opened(self) -> Result<OpenedFile, Refusal> {
        let Some(format) = self.format else { return Err(self.file_name.refuse("error-workbook-broken")) };
        let written = self.to.into_inner().map_err(|_| self.file_name.refuse("error-no-room-to-read"))?;
        let file = Arc::new(written.file);
        let grid = |sheet: SheetExtent| -> Box<dyn Grid> {
            Box::new(SpooledSheet { file: file.clone(), sheet, file_name: self.file_name.clone() })
        };
        let grids = self.sheets.into_iter().filter(|sheet| sheet.end > sheet.start).map(grid).collect();
        Ok(OpenedFile { format, sure: 1.0, grids, notes: self.notes })
    }
}

/// A file without a name, in TMPDIR if that is set, otherwise in /var/tmp if there is one: /tmp is memory on some machines.
fn nameless() -> io::Result<File> {
    let on_disk = Path::new("/var/tmp");
    if std::env::var_os("TMPDIR").is_none() && on_disk.is_dir() {
        return tempfile::tempfile_in(on_disk);
    }
    tempfile::tempfile()
}

/// A file that counts the bytes written to it.
struct CountingFile {
    file: File,
    bytes: u64,
}

impl Write for CountingFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// A sheet of a workbook whose rows are on disk.
struct SpooledSheet {
    file: Arc<File>,
    sheet: SheetExtent,
    file_name: FileName,
}

impl Grid for SpooledSheet {
    fn name(&self) -> &str {
        &self.sheet.name
    }

    fn merges(&self) -> &[Merge] {
        &self.sheet.merges
    }

    fn rows(&self) -> Result<Box<dyn Iterator<Item = Result<Row, Refusal>> + Send + '_>, Refusal> {
        let mut from = BufReader::new(FileSection::stretch(&self.file, self.sheet.start, self.sheet.end));
        let mut over = false;
        Ok(Box::new(std::iter::from_fn(move || {
            if over {
                return None;
            }
            match wire::read(&mut from) {
                Ok(Some(Message::Row(row))) => Some(Ok(row)),
                Ok(None) => None,
                _ => {
                    over = true;
                    Some(Err(self.file_name.refuse("error-file-unread")))
                }
            }
        })))
    }
}
