//! Checks that a CSV file is complete before any of its rows is read: text in UTF-8 with its quotation marks
//! closed.

use std::io::{ErrorKind, Read};

use decapolis_words::message::{Args, Message};

use super::problems::{Problem, Severity};

/// The longest row, in bytes: a file without line ends cannot take the memory.
pub const LONGEST_ROW: usize = 16 * 1024 * 1024;

/// What the check of a CSV file found out.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CheckedCsv {
    pub(super) bytes: u64,
    pub(super) ends_its_last_line: bool,
}

/// The state of a reader of CSV (RFC 4180). A quotation mark opens a cell only at its beginning; elsewhere it is a plain character.
#[derive(Clone, Copy, PartialEq)]
enum Stands {
    Beginning,
    Plain,
    Quoted,
    /// After a quotation mark inside a quoted cell: it closes it, unless another one follows.
    Closing,
}

/// Goes through a file once. Memory does not grow with it.
///
/// Errors: the first thing that is wrong, with its row.
pub(super) fn check_csv(file: &str, mut reader: impl Read) -> Result<CheckedCsv, Problem> {
    let mut check = Check {
        file,
        checked: CheckedCsv::default(),
        stands: Stands::Beginning,
        line: 1,
        opened: 1,
        row: (0, 1),
    };
    let mut buffer = vec![0; 64 * 1024];
    let mut held = 0;
    loop {
        let read = match reader.read(&mut buffer[held..]) {
            Ok(read) => read,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(_) => return Err(check.wrong(None, "error-cannot-read", [("file", file.into())].into())),
        };
        let filled = held + read;
        let (valid, broken) = match std::str::from_utf8(&buffer[..filled]) {
            Ok(_) => (filled, false),
            // a sign may go on in what is read next
            Err(error) => (error.valid_up_to(), error.error_len().is_some() || read == 0),
        };
        check.text(&buffer[..valid])?;
        if broken {
            return Err(check.no_text(Some(check.line), check.checked.bytes));
        }
        if read == 0 {
            break;
        }
        buffer.copy_within(valid..filled, 0);
        held = filled - valid;
    }
    // a quotation mark that never closes swallows the rest of the file
    if check.stands == Stands::Quoted {
        return Err(check.wrong(Some(check.opened), "error-cut-file", [("file", file.into())].into()));
    }
    Ok(check.checked)
}

/// How far the check of a file is.
struct Check<'f> {
    file: &'f str,
    checked: CheckedCsv,
    stands: Stands,
    line: usize,
    /// The line of the last quotation mark that opened a cell.
    opened: usize,
    /// Where the row begins: its first byte and its line.
    row: (u64, usize),
}

impl Check<'_> {
    /// Goes through the next bytes of the file.
    fn text(&mut self, text: &[u8]) -> Result<(), Problem> {
        let mark = if self.checked.bytes == 0 && text.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        for (n, byte) in text.iter().enumerate() {
            let at = self.checked.bytes + n as u64;
            self.stands = match (self.stands, byte) {
                (_, 0) => return Err(self.no_text(None, at)),
                (Stands::Beginning, _) if n < mark => Stands::Beginning,
                (Stands::Beginning, b'"') => {
                    self.opened = self.line;
                    Stands::Quoted
                }
                (Stands::Quoted, b'"') => Stands::Closing,
                (Stands::Quoted, _) | (Stands::Closing, b'"') => Stands::Quoted,
                (_, b',' | b'\n') => Stands::Beginning,
                _ => Stands::Plain,
            };
            if *byte == b'\n' {
                self.line += 1;
                if self.stands != Stands::Quoted {
                    self.row = (at + 1, self.line);
                }
            }
            if at.saturating_sub(self.row.0) > LONGEST_ROW as u64 {
                let args = [("file", self.file.into()), ("most", (LONGEST_ROW / 1024 / 1024).into())];
                return Err(self.wrong(Some(self.row.1), "error-row-too-long", args.into()));
            }
        }
        if let Some(last) = text.last() {
            self.checked.ends_its_last_line = *last == b'\n';
        }
        self.checked.bytes += text.len() as u64;
        Ok(())
    }

    fn no_text(&self, row: Option<usize>, byte: u64) -> Problem {
        self.wrong(
            row,
            "error-not-utf8",
            [("file", self.file.into()), ("byte", (byte as i64 + 1).into())].into(),
        )
    }

    fn wrong(&self, row: Option<usize>, key: &'static str, args: Args) -> Problem {
        Problem {
            file: self.file.to_string(),
            row,
            column: None,
            meant: None,
            message: Message { key, args },
            severity: Severity::Error,
        }
    }
}
