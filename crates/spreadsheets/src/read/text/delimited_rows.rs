//! Splits text into rows of cells.

use std::io::BufRead;

use crate::grid::{Refusal, Row, Value};
use crate::read::limits::Limits;
use crate::read::refuse::FileName;

/// The rows of cells in UTF-8 text.
///
/// Rows end with LF, CR or both. A quotation mark at the start of a cell quotes it up to the next mark that is not doubled; any other mark
/// is a letter. Rows without a filled cell are skipped.
pub(super) struct DelimitedRows<R> {
    text: R,
    separator: Option<u8>,
    quotes: bool,
    file_name: FileName,
    limits: Limits,
    /// The line that is being read, from 1.
    line: u64,
    after_cr: bool,
    cell: Vec<u8>,
    /// The cell is longer than the limit: it is read to its end, but not kept.
    over: bool,
    ended: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Start,
    Plain,
    Quoted,
    /// After a quotation mark in a quoted cell: its end, or the first of two.
    Closing,
}

/// The row that is being read.
struct RowSoFar {
    number: u64,
    cells: Vec<Value>,
    /// The bytes of its cells.
    bytes: usize,
    /// The line on which its last quoted cell begins.
    quoted_from: u64,
}

const QUOTE: u8 = b'"';

impl<R: BufRead> DelimitedRows<R> {
    pub(super) fn new(
        text: R,
        separator: Option<u8>,
        quotes: bool,
        file_name: &FileName,
        limits: &Limits,
    ) -> DelimitedRows<R> {
        let (file_name, limits) = (file_name.clone(), limits.clone());
        DelimitedRows {
            text,
            separator,
            quotes,
            file_name,
            limits,
            line: 1,
            after_cr: false,
            cell: vec![],
            over: false,
            ended: false,
        }
    }

    /// Goes to the start of the next line.
    pub(super) fn pass_over_a_line(&mut self) -> Result<(), Refusal> {
        let (separator, quotes) = (self.separator.take(), std::mem::replace(&mut self.quotes, false));
        let row = self.row();
        (self.separator, self.quotes) = (separator, quotes);
        row.map(drop)
    }

    /// The next row, filled or not; `None` at the end.
    fn row(&mut self) -> Result<Option<Row>, Refusal> {
        let mut row = RowSoFar { number: self.line, cells: vec![], bytes: 0, quoted_from: 0 };
        let mut state = State::Start;
        loop {
            let Some(&byte) = self.text.fill_buf().map_err(|error| self.file_name.io(&error))?.first() else {
                return self.last_row(state, row);
            };
            if std::mem::take(&mut self.after_cr) && byte == b'\n' {
                // the second half of a line end
                if state == State::Quoted {
                    self.keep(1);
                }
                self.text.consume(1);
                continue;
            }
            if state == State::Start && row.cells.is_empty() {
                row.number = self.line;
            }
            state = match state {
                State::Start if self.quotes && byte == QUOTE => {
                    row.quoted_from = self.line;
                    self.text.consume(1);
                    State::Quoted
                }
                State::Closing if byte == QUOTE => {
                    self.keep(1);
                    self.text.consume(1);
                    State::Quoted
                }
                // The cell runs over several lines and then goes on: its mark never closed, and this one opens another cell.
                State::Closing if self.line > row.quoted_from && !self.ends_a_cell(byte) && byte != b' ' => {
                    return Err(self.file_name.refuse_at(row.quoted_from, "error-cut-file"));
                }
                // "say \"yes\"": a quotation mark is doubled here, and other programs put a backslash before it
                State::Closing if self.cell.last() == Some(&b'\\') && !self.ends_a_cell(byte) => {
                    return Err(self.file_name.refuse_at(self.line, "error-backslash"));
                }
                State::Quoted => self.read_quoted(byte)?,
                _ if self.ends_a_cell(byte) => {
                    if self.end_cell_and_row(byte, &mut row)? {
                        return Ok(Some(Row { number: row.number, cells: row.cells }));
                    }
                    State::Start
                }
                _ => self.read_plain()?,
            };
        }
    }

    fn ends_a_cell(&self, byte: u8) -> bool {
        Some(byte) == self.separator || byte == b'\r' || byte == b'\n'
    }

    /// The row before the end of the text; `None` if nothing is left.
    fn last_row(&mut self, state: State, mut row: RowSoFar) -> Result<Option<Row>, Refusal> {
        self.ended = true;
        if state == State::Quoted {
            return Err(self.file_name.refuse_at(row.quoted_from, "error-cut-file"));
        }
        if state == State::Start && row.cells.is_empty() {
            return Ok(None);
        }
        self.end_cell(&mut row.cells, row.number)?;
        Ok(Some(Row { number: row.number, cells: row.cells }))
    }

    /// Reads on between quotation marks: up to the next mark or line end, or past it.
    fn read_quoted(&mut self, byte: u8) -> Result<State, Refusal> {
        let bytes = self.text.fill_buf().map_err(|error| self.file_name.io(&error))?;
        let kept = memchr::memchr3(QUOTE, b'\r', b'\n', bytes).unwrap_or(bytes.len());
        if kept > 0 {
            self.keep(kept);
            self.text.consume(kept);
        } else if byte == QUOTE {
            self.text.consume(1);
            return Ok(State::Closing);
        } else {
            self.keep(1);
            self.pass_line_end(byte);
        }
        Ok(State::Quoted)
    }

    /// Reads on outside quotation marks, up to the end of the cell.
    fn read_plain(&mut self) -> Result<State, Refusal> {
        let bytes = self.text.fill_buf().map_err(|error| self.file_name.io(&error))?;
        let end = match self.separator {
            Some(separator) => memchr::memchr3(separator, b'\r', b'\n', bytes),
            None => memchr::memchr2(b'\r', b'\n', bytes),
        };
        let kept = end.unwrap_or(bytes.len());
        self.keep(kept);
        self.text.consume(kept);
        Ok(State::Plain)
    }

    /// Ends the cell at a separator or a line end, and says whether the row ends with it.
    fn end_cell_and_row(&mut self, byte: u8, row: &mut RowSoFar) -> Result<bool, Refusal> {
        row.bytes += self.cell.len();
        self.end_cell(&mut row.cells, row.number)?;
        if row.bytes > self.limits.row {
            return Err(self.over(row.number, "error-long-row", self.limits.row));
        }
        if Some(byte) != self.separator {
            self.pass_line_end(byte);
            return Ok(true);
        }
        self.text.consume(1);
        if row.cells.len() >= self.limits.columns {
            let mut refusal = self.file_name.more_than("error-too-many-columns", self.limits.columns);
            refusal.row = Some(row.number);
            return Err(refusal);
        }
        // A cell follows, even if it is empty.
        Ok(false)
    }

    fn pass_line_end(&mut self, byte: u8) {
        self.after_cr = byte == b'\r';
        self.line += 1;
        self.text.consume(1);
    }

    /// Keeps the next bytes as part of the cell.
    fn keep(&mut self, n: usize) {
        let Ok(bytes) = self.text.fill_buf() else { return };
        self.over |= self.cell.len() + n > self.limits.cell;
        if !self.over {
            self.cell.extend_from_slice(&bytes[..n]);
        }
    }

    fn end_cell(&mut self, cells: &mut Vec<Value>, number: u64) -> Result<(), Refusal> {
        if self.over {
            return Err(self.over(number, "error-long-cell", self.limits.cell));
        }
        if memchr::memchr(0, &self.cell).is_some() {
            return Err(self.file_name.refuse_at(number, "error-not-text"));
        }
        cells.push(match self.cell.is_empty() {
            true => Value::Empty,
            false => Value::Text(String::from_utf8_lossy(&self.cell).into_owned()),
        });
        self.cell.clear();
        Ok(())
    }

    fn over(&self, number: u64, key: &'static str, most: usize) -> Refusal {
        let mut refusal = self.file_name.more_than(key, crate::read::refuse::in_words(most as u64));
        refusal.row = Some(number);
        refusal
    }
}

impl<R: BufRead> Iterator for DelimitedRows<R> {
    type Item = Result<Row, Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            match self.row() {
                Ok(None) => return None,
                Ok(Some(row)) if row.cells.iter().all(|cell| *cell == Value::Empty) => {}
                Ok(Some(row)) => return Some(Ok(row)),
                Err(refusal) => {
                    self.ended = true;
                    return Some(Err(refusal));
                }
            }
        }
        None
    }
}
