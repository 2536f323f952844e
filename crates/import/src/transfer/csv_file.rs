//! A CSV file in the register's own format, as lines for its table.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use decapolis_spreadsheets::write::unguarded;
use decapolis_spreadsheets::{Grid, Limits, Merge, Refusal, Row, Value, comma_separated, swallows};
use decapolis_words::message::{Args, Message};

use super::check_csv::{LONGEST_ROW, check_csv};
use super::lines::{Line, Lines, SaidOfDays};
use super::problems::{Problem, Severity};

/// One file: its header, and its rows as often as they are asked for. Memory does not grow with them.
#[derive(Clone, Debug)]
pub struct CsvFile {
    pub file: String,
    /// The file's stem: the name of the table.
    pub table: String,
    pub header: Vec<String>,
    /// Which cells of a row belong to the header; the others are what a report added.
    taken: Vec<usize>,
    cells: usize,
    source: Source,
    said: SaidOfDays,
}

#[derive(Clone, Debug)]
enum Source {
    Path(PathBuf),
    Bytes(Arc<[u8]>),
}

/// The most columns that a file may have, so that a broken file cannot exhaust the memory.
const COLUMNS: usize = 500;

impl CsvFile {
    /// Reads UTF-8 CSV (RFC 4180), with or without a byte order mark.
    ///
    /// Errors: every problem found, none of the rows. What is given beside the sheet are warnings.
    pub fn read(file: &str, table: &str, bytes: &[u8]) -> Result<(CsvFile, Vec<Problem>), Vec<Problem>> {
        CsvFile::from(file, table, Source::Bytes(bytes.into()), &BTreeSet::new())
    }

    /// Like [`CsvFile::read`], for a file on disk. Columns with one of these headings, which a report added, are skipped.
    pub fn open(
        path: &Path,
        table: &str,
        reported: &BTreeSet<String>,
    ) -> Result<(CsvFile, Vec<Problem>), Vec<Problem>> {
        CsvFile::from(&path.to_string_lossy(), table, Source::Path(path.into()), reported)
    }

    fn from(
        file: &str,
        table: &str,
        source: Source,
        reported: &BTreeSet<String>,
    ) -> Result<(CsvFile, Vec<Problem>), Vec<Problem>> {
        let problem = |row, key, args: Args, severity| Problem {
            file: file.to_string(),
            row,
            column: None,
            meant: None,
            message: Message { key, args },
            severity,
        };
        let fatal = |row, key, args: Args| vec![problem(row, key, args, Severity::Error)];
        let unreadable = || fatal(None, "error-cannot-read", [("file", file.into())].into());
        let checked = check_csv(file, source.reader().map_err(|_| unreadable())?).map_err(|p| vec![p])?;
        let heading = rows_of(&source, file).map_err(|_| unreadable())?.next();
        let Some(Ok(heading)) = heading else {
            return Err(fatal(None, "error-empty-file", [("file", file.into())].into()));
        };
        let all: Vec<String> = heading.cells.iter().map(|cell| text_of(cell).trim().to_string()).collect();
        if all.len() > COLUMNS {
            return Err(fatal(
                Some(1),
                "error-too-many-columns",
                [("file", file.into()), ("most", COLUMNS.into())].into(),
            ));
        }
        let taken: Vec<usize> = (0..all.len()).filter(|n| !reported.contains(&all[*n])).collect();
        let header: Vec<String> = taken.iter().map(|n| all[*n].clone()).collect();
        if let Some(twice) = header.iter().enumerate().find(|(n, name)| header[..*n].contains(name)) {
            return Err(fatal(Some(1), "error-header-twice", [("column", twice.1.as_str().into())].into()));
        }
        let mut warnings = vec![];
        if !checked.ends_its_last_line {
            warnings.push(problem(
                None,
                "warning-no-last-line-end",
                [("file", file.into())].into(),
                Severity::Warning,
            ));
        }
        let sheet = CsvFile {
            file: file.to_string(),
            table: table.to_string(),
            header,
            taken,
            cells: all.len(),
            source,
            said: SaidOfDays::default(),
        };
        Ok((sheet, warnings))
    }

    /// The same file, with what a person says of its days.
    pub fn with_days(self, said: SaidOfDays) -> CsvFile {
        CsvFile { said, ..self }
    }

    /// The rows of the file, the header first, each with the number that a spreadsheet shows; blank rows are left out.
    fn rows_of_file(&self) -> std::io::Result<impl Iterator<Item = Result<Row, Refusal>> + Send + use<>> {
        rows_of(&self.source, &self.file)
    }

    /// A row as a line. One with more or fewer cells than the heading is refused: which cell belongs to which column is not certain.
    fn line(&self, row: Result<Row, Refusal>) -> Result<Line, Problem> {
        let row = row.map_err(|refusal| self.problem(refusal.row, refusal.key, &refusal.args))?;
        if row.cells.len() != self.cells {
            let args = [("found", row.cells.len().to_string()), ("expected", self.cells.to_string())];
            return Ok(Line::Refused {
                number: row.number,
                problem: self.problem(Some(row.number), "error-bad-row-length", &args),
            });
        }
        if swallows(&row, self.cells) {
            return Ok(Line::Refused {
                number: row.number,
                problem: self.problem(Some(row.number), "error-quote-swallows", &[]),
            });
        }
        let cells = self.taken.iter().map(|n| unguarded(text_of(&row.cells[*n])).into_owned()).collect();
        Ok(Line::Row { number: row.number, cells })
    }

    fn problem(&self, row: Option<u64>, key: &'static str, args: &[(&'static str, String)]) -> Problem {
        Problem {
            file: self.file.clone(),
            row: row.map(|row| row as usize),
            column: None,
            meant: None,
            message: Message {
                key,
                args: Args(args.iter().map(|(name, value)| (*name, value.as_str().into())).collect()),
            },
            severity: Severity::Error,
        }
    }
}

/// The text of a cell of a text file.
fn text_of(cell: &Value) -> &str {
    match cell {
        Value::Text(text) => text,
        _ => "",
    }
}

fn rows_of(
    source: &Source,
    file: &str,
) -> std::io::Result<impl Iterator<Item = Result<Row, Refusal>> + Send + use<>> {
    // the number of columns is that of the heading, and the whole row has a limit
    let limits = Limits { cell: LONGEST_ROW, row: LONGEST_ROW, columns: usize::MAX, ..Limits::default() };
    let rows = comma_separated(source.reader()?, Path::new(file), &limits);
    Ok(rows.filter(|row| {
        row.as_ref().is_ok_and(|row| row.cells.iter().any(|cell| !text_of(cell).trim().is_empty()))
            || row.is_err()
    }))
}

impl Lines for CsvFile {
    fn file(&self) -> &str {
        &self.file
    }
    fn table(&self) -> &str {
        &self.table
    }
    fn header(&self) -> &[String] {
        &self.header
    }
    fn said_of_days(&self) -> SaidOfDays {
        self.said
    }
    fn lines(&self) -> Result<Box<dyn Iterator<Item = Result<Line, Problem>> + Send + '_>, Problem> {
        let rows = self.rows_of_file().map_err(|_| Problem {
            file: self.file.clone(),
            row: None,
            column: None,
            meant: None,
            message: Message::with("error-cannot-read", [("file", self.file.as_str().into())]),
            severity: Severity::Error,
        })?;
        let lines = rows.skip(1).map(|row| self.line(row));
        // what is there for no column, all blank, says nothing
        Ok(Box::new(lines.filter(
            |l| !matches!(l, Ok(Line::Row { cells, .. }) if cells.iter().all(|cell| cell.trim().is_empty())),
        )))
    }
}

impl Grid for CsvFile {
    fn name(&self) -> &str {
        ""
    }
    fn merges(&self) -> &[Merge] {
        &[]
    }
    /// All rows of the file, with the header.
    fn rows(&self) -> Result<Box<dyn Iterator<Item = Result<Row, Refusal>> + Send + '_>, Refusal> {
        let refusal =
            || Refusal { key: "error-cannot-read", args: vec![("file", self.file.clone())], row: None };
        Ok(Box::new(self.rows_of_file().map_err(|_| refusal())?))
    }
}

impl Source {
    fn reader(&self) -> std::io::Result<Box<dyn Read + Send>> {
        Ok(match self {
            Source::Path(path) => Box::new(File::open(path)?),
            Source::Bytes(bytes) => Box::new(Cursor::new(bytes.clone())),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(bytes: &[u8]) -> Vec<&'static str> {
        match CsvFile::read("memberships.csv", "memberships", bytes) {
            Ok((sheet, mut problems)) => {
                problems.extend(sheet.lines().unwrap().filter_map(|line| match line {
                    Ok(Line::Refused { problem, .. }) | Err(problem) => Some(problem),
                    Ok(_) => None,
                }));
                problems
            }
            Err(problems) => problems,
        }
        .iter()
        .map(|p| p.message.key)
        .collect()
    }

    #[test]
    fn a_broken_file_is_refused_with_the_place() {
        assert_eq!(keys(b"code,label\na,\"b\nc,d\n"), ["error-cut-file"]);
        assert_eq!(keys(b"code,label\na\n"), ["error-bad-row-length"]);
        assert_eq!(keys(b"code,label\na,Montr\xe9al\n"), ["error-not-utf8"]);
        assert_eq!(keys(b"code,label\na,Montr\xc3"), ["error-not-utf8"]);
        assert_eq!(keys(b"code,code\na,b\n"), ["error-header-twice"]);
        assert_eq!(keys(b""), ["error-empty-file"]);
        assert_eq!(keys(b"PK\x03\x04\x00\x00"), ["error-not-utf8"]);
        assert_eq!(keys(b"code,label\na,b"), ["warning-no-last-line-end"]);
        assert_eq!(keys(b"\xef\xbb\xbfcode,label\na,b\n"), [""; 0]);
        assert_eq!(keys(b"\xef\xbb\xbf\"code\",label\na,b\n"), [""; 0]);
        let long =
            [b"code,label\na,".as_slice(), &vec![b'x'; crate::transfer::check_csv::LONGEST_ROW], b"\n"]
                .concat();
        assert_eq!(keys(&long), ["error-row-too-long"]);
    }

    #[test]
    fn a_quotation_mark_inside_a_cell_does_not_cut_the_file() {
        assert_eq!(keys(b"code,label\na,5\" pipe\nb,c\n"), [""; 0]);
        assert_eq!(keys(b"code,label\na,\"b\" c\" d\n"), [""; 0]);
        let (sheet, _) = CsvFile::read("f", "t", b"code,label\na,5\" pipe\nb,\"\"\"c\"\"\"\n").unwrap();
        let cells: Vec<_> = sheet.lines().unwrap().map(|l| l.unwrap()).collect();
        let row = |number, cells: [&str; 2]| Line::Row { number, cells: cells.map(String::from).into() };
        assert_eq!(cells, [row(2, ["a", "5\" pipe"]), row(3, ["b", "\"c\""])]);
    }

    #[test]
    fn a_sign_of_several_bytes_at_the_end_of_what_is_read_at_once_is_whole() {
        for pad in 65_520..65_540 {
            let text = format!("code,label\na,{}é\nb,\"…\nñ\"\n", "x".repeat(pad));
            assert_eq!(keys(text.as_bytes()), [""; 0], "{pad}");
        }
    }

    #[test]
    fn rows_carry_the_number_a_spreadsheet_shows() {
        let rows = |bytes: &[u8]| {
            let (sheet, _) = CsvFile::read("f", "t", bytes).unwrap();
            let number = |line| match line {
                Ok(
                    Line::Row { number, .. } | Line::Refused { number, .. } | Line::Skipped { number, .. },
                ) => number,
                Err(problem) => panic!("{problem:?}"),
            };
            sheet.lines().unwrap().map(number).collect::<Vec<_>>()
        };
        assert_eq!(rows(b"code,label\n\na,b\nc,d\n"), [3, 4]);
        assert_eq!(rows(b"code,label\r\na,b\r\n\r\nc,d\r\n"), [2, 4]);
        assert_eq!(rows(b"\xef\xbb\xbfcode,label\na,b\n,\nc,d"), [2, 4]);
        // a cell of two lines takes two
        assert_eq!(rows(b"code,label\na,\"b\nb\"\nc,d\n"), [2, 4]);
        assert_eq!(rows(b"code,label\na,\"b\nb\"\nc,\"d\nd\""), [2, 4]);
    }

    #[test]
    fn columns_that_a_report_added_are_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("places.csv");
        std::fs::write(&path, "What became of it,code,How to mend it,label\nnew,a,,A\n").unwrap();
        let reported = ["What became of it", "How to mend it"].map(String::from).into();
        let (sheet, _) = CsvFile::open(&path, "places", &reported).unwrap();
        assert_eq!(sheet.header, ["code", "label"]);
        let lines: Vec<_> = sheet.lines().unwrap().map(|l| l.unwrap()).collect();
        assert_eq!(lines, [Line::Row { number: 2, cells: ["a", "A"].map(String::from).into() }]);
    }
}
