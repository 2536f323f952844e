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
    let wrong = |row: Option<usize>, key, args: Args| Problem {
        file: file.to_string(),
        row,
        column: None,
        meant: None,
        message: Message { key, args },
        severity: Severity::Error,
    };
    let no_text = |row, byte: u64| wrong(row, "error-not-utf8", [("file", file.into()), ("byte", (byte as i64 + 1).into())].into());
    let mut checked = CheckedCsv::default();
    let mut buffer = vec![0; 64 * 1024];
    let (mut held, mut line, mut opened) = (0, 1, 1);
    // where the row begins: its first byte and its line
    let mut row = (0_u64, 1);
    let mut stands = Stands::Beginning;
    loop {
        let read = match reader.read(&mut buffer[held..]) {
            Ok(read) => read,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(_) => return Err(wrong(None, "error-cannot-read", [("file", file.into())].into())),
        };
        let filled = held + read;
        let (valid, broken) = match std::str::from_utf8(&buffer[..filled]) {
            Ok(_) => (filled, false),
            // a sign may go on in what is read next
            Err(error) => (error.valid_up_to(), error.error_len().is_some() || read == 0),
        };
        for (n, byte) in buffer[..valid].iter().enumerate() {
            let at = checked.bytes + n as u64;
            let text = at >= 3 || !buffer.starts_with(b"\xef\xbb\xbf") || checked.bytes > 0;
            stands = match (stands, byte) {
                (_, 0) => return Err(no_text(None, at)),
                (Stands::Beginning, b'"') if text => {
                    opened = line;
                    Stands::Quoted
                }
                (Stands::Beginning, _) if !text => Stands::Beginning,
                (Stands::Quoted, b'"') => Stands::Closing,
                (Stands::Quoted, _) | (Stands::Closing, b'"') => Stands::Quoted,
                (_, b',' | b'\n') => Stands::Beginning,
                _ => Stands::Plain,
            };
            if *byte == b'\n' {
                line += 1;
                if stands != Stands::Quoted {
                    row = (at + 1, line);
                }
            }
            if at.saturating_sub(row.0) > LONGEST_ROW as u64 {
                let args = [("file", file.into()), ("most", (LONGEST_ROW / 1024 / 1024).into())];
                return Err(wrong(Some(row.1), "error-row-too-long", args.into()));
            }
        }
        if valid > 0 {
            checked.ends_its_last_line = buffer[valid - 1] == b'\n';
        }
        checked.bytes += valid as u64;
        if broken {
            return Err(no_text(Some(line), checked.bytes));
        }
        if read == 0 {
            break;
        }
        buffer.copy_within(valid..filled, 0);
        held = filled - valid;
    }
    // a quotation mark that never closes swallows the rest of the file
    if stands == Stands::Quoted {
        return Err(wrong(Some(opened), "error-cut-file", [("file", file.into())].into()));
    }
    Ok(checked)
}
