//! A CSV file as rows of words, and what is wrong with it.

use decapolis_spreadsheets::write::unguarded;

use crate::words::{Args, Message};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Warning,
    Error,
}

/// Something to mend: where, what, and (in the words of its message) how.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    pub file: String,
    /// The line a spreadsheet shows: the header is 1.
    pub row: Option<usize>,
    pub column: Option<String>,
    pub message: Message,
    pub severity: Severity,
}

/// One file: its header and rows, each row with its number.
#[derive(Debug)]
pub struct Sheet {
    pub file: String,
    /// The file's stem: the name of the table.
    pub table: String,
    pub header: Vec<String>,
    pub rows: Vec<(usize, Vec<String>)>,
}

/// At most so many columns, so that a broken file cannot take the memory.
const COLUMNS: usize = 500;

impl Sheet {
    /// Reads UTF-8 CSV (RFC 4180), with or without a byte order mark.
    ///
    /// Errors: every problem found, none of the rows.
    pub fn read(file: &str, table: &str, bytes: &[u8]) -> Result<(Sheet, Vec<Problem>), Vec<Problem>> {
        let problem = |row, key, args: Args, severity| Problem {
            file: file.to_string(),
            row,
            column: None,
            message: Message { key, args },
            severity,
        };
        let fatal = |row, key, args: Args| vec![problem(row, key, args, Severity::Error)];
        let text = match std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) {
            Ok(text) => text,
            Err(error) => {
                let at = error.valid_up_to();
                let row = bytes[..at].iter().filter(|b| **b == b'\n').count() + 1;
                return Err(fatal(Some(row), "error-not-utf8", [("file", file.into()), ("byte", (at as i64 + 1).into())].into()));
            }
        };
        if text.contains('\0') {
            return Err(fatal(
                None,
                "error-not-utf8",
                [("file", file.into()), ("byte", (text.find('\0').unwrap_or(0) as i64 + 1).into())].into(),
            ));
        }
        // a quote that never closes swallows the rest of the file
        if text.bytes().filter(|b| *b == b'"').count() % 2 == 1 {
            return Err(fatal(Some(text.lines().count()), "error-cut-file", [("file", file.into())].into()));
        }
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let header: Vec<String> = reader.headers().map(|h| h.iter().map(|c| c.trim().to_string()).collect()).unwrap_or_default();
        if header.iter().all(String::is_empty) {
            return Err(fatal(None, "error-empty-file", [("file", file.into())].into()));
        }
        if header.len() > COLUMNS {
            return Err(fatal(Some(1), "error-too-many-columns", [("file", file.into()), ("most", COLUMNS.into())].into()));
        }
        if let Some(twice) = header.iter().enumerate().find(|(n, name)| header[..*n].contains(name)) {
            return Err(fatal(Some(1), "error-header-twice", [("column", twice.1.as_str().into())].into()));
        }
        let mut problems = vec![];
        let mut rows = vec![];
        let (mut line, mut counted) = (1, 0);
        for record in reader.records() {
            let Ok(record) = record else { return Err(fatal(None, "error-cut-file", [("file", file.into())].into())) };
            // the reader says where it stood before it passed over line ends and empty lines: we say where the row begins
            let stood = record.position().map_or(counted, |p| p.byte() as usize);
            let begins = stood + text.as_bytes()[stood..].iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
            line += text.as_bytes()[counted..begins].iter().filter(|b| **b == b'\n').count();
            counted = begins;
            let row = line;
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            if record.len() != header.len() {
                let args = [("found", record.len().into()), ("expected", header.len().into())];
                problems.push(problem(Some(row), "error-bad-row-length", args.into(), Severity::Error));
                continue;
            }
            rows.push((row, record.iter().map(|cell| unguarded(cell.trim()).into_owned()).collect()));
        }
        if !text.ends_with('\n') {
            problems.push(problem(None, "warning-no-last-line-end", [("file", file.into())].into(), Severity::Warning));
        }
        if problems.iter().any(|p| p.severity == Severity::Error) {
            return Err(problems);
        }
        Ok((Sheet { file: file.to_string(), table: table.to_string(), header, rows }, problems))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(bytes: &[u8]) -> Vec<&'static str> {
        match Sheet::read("memberships.csv", "memberships", bytes) {
            Ok((_, problems)) | Err(problems) => problems.iter().map(|p| p.message.key).collect(),
        }
    }

    #[test]
    fn a_broken_file_is_refused_with_the_place() {
        assert_eq!(keys(b"code,label\na,\"b\nc,d\n"), ["error-cut-file"]);
        assert_eq!(keys(b"code,label\na\n"), ["error-bad-row-length"]);
        assert_eq!(keys(b"code,label\na,Montr\xe9al\n"), ["error-not-utf8"]);
        assert_eq!(keys(b"code,code\na,b\n"), ["error-header-twice"]);
        assert_eq!(keys(b""), ["error-empty-file"]);
        assert_eq!(keys(b"PK\x03\x04\x00\x00"), ["error-not-utf8"]);
        assert_eq!(keys(b"code,label\na,b"), ["warning-no-last-line-end"]);
        assert_eq!(keys(b"\xef\xbb\xbfcode,label\na,b\n"), [""; 0]);
    }

    #[test]
    fn rows_carry_the_number_a_spreadsheet_shows() {
        let rows = |bytes| Sheet::read("f", "t", bytes).unwrap().0.rows.iter().map(|r| r.0).collect::<Vec<_>>();
        assert_eq!(rows(b"code,label\n\na,b\nc,d\n"), [3, 4]);
        assert_eq!(rows(b"code,label\r\na,b\r\n\r\nc,d\r\n"), [2, 4]);
        assert_eq!(rows(b"\xef\xbb\xbfcode,label\na,b\n,\nc,d"), [2, 4]);
        // a cell of two lines takes two
        assert_eq!(rows(b"code,label\na,\"b\nb\"\nc,d\n"), [2, 4]);
    }
}
