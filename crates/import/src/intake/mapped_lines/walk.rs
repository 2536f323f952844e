//! Goes once through the rows of a file and gives their lines.

use std::borrow::Cow;
use std::collections::{HashMap, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};

use decapolis_spreadsheets::write::unguarded;
use decapolis_spreadsheets::{DateOrder, Misfit, Refusal, Row, RowKind, Value};
use decapolis_words::message::Message;

use super::MappedLines;
use crate::intake::mapping::Once;
use crate::intake::reading::as_words;
use crate::intake::words::{Doubted, WrongCell, parts, told};
use crate::transfer::{Line, Lines, Problem, SaidOfDays};

/// Why a row of the file says nothing of this table: what it is, where it is no data.
fn not_data(is: &RowKind) -> Option<Message> {
    let key = is.key()?;
    Some(match is {
        RowKind::Section(text) => Message::with(key, [("text", text.as_str().into())]),
        _ => Message::new(key),
    })
}

/// Why a row does not fit its heading.
fn does_not_fit(misfit: Misfit) -> Message {
    match misfit {
        Misfit::Cells { found, expected } => {
            Message::with("error-bad-row-length", [("found", found.into()), ("expected", expected.into())])
        }
        Misfit::Swallows => Message::new("error-quote-swallows"),
    }
}

/// A row of a text file as it was before its texts were guarded against formulas.
fn without_guards(mut row: Row) -> Row {
    for cell in &mut row.cells {
        if let Value::Text(text) = cell
            && let Cow::Owned(plain) = unguarded(text)
        {
            *text = plain;
        }
    }
    row
}

impl Lines for MappedLines {
    fn file(&self) -> &str {
        &self.sheet.file
    }
    fn table(&self) -> &str {
        self.table
    }
    fn header(&self) -> &[String] {
        &self.header
    }
    fn called(&self) -> Option<&[Option<String>]> {
        Some(&self.called)
    }
    fn said_of_days(&self) -> SaidOfDays {
        self.said
    }
    fn takes_order(&self, order: DateOrder) -> bool {
        self.cells.iter().any(|draw| draw.any_days(&|days| days.takes(order)))
    }
    fn takes_years(&self, years: (i64, i64)) -> bool {
        self.cells.iter().any(|draw| draw.any_days(&|days| days.takes_years(years)))
    }
    fn lines(
        &self,
    ) -> std::result::Result<Box<dyn Iterator<Item = std::result::Result<Line, Problem>> + Send + '_>, Problem>
    {
        let refused = |refusal| self.problem_of(refusal);
        let rows = self.sheet.found.rows(&*self.sheet.grid).map_err(refused)?;
        Ok(Box::new(Walk::over(self, Box::new(rows))))
    }
}

/// One pass over the rows.
struct Walk<'a> {
    mapped: &'a MappedLines,
    rows: Box<dyn Iterator<Item = std::result::Result<(Row, RowKind), Refusal>> + Send + 'a>,
    ready: VecDeque<Line>,
    section: String,
    /// What was said: a mark of its key, a mark of all it says, and the row.
    said: HashMap<u128, (u64, u64)>,
}

impl<'a> Walk<'a> {
    fn over(
        mapped: &'a MappedLines,
        rows: Box<dyn Iterator<Item = std::result::Result<(Row, RowKind), Refusal>> + Send + 'a>,
    ) -> Walk<'a> {
        Walk { mapped, rows, ready: VecDeque::new(), section: String::new(), said: HashMap::new() }
    }
}

impl Iterator for Walk<'_> {
    type Item = std::result::Result<Line, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(line) = self.ready.pop_front() {
                return Some(Ok(line));
            }
            match self.rows.next()? {
                // text files guard what begins like a formula
                Ok((row, is)) if self.mapped.sheet.grid.name().is_empty() => {
                    self.take(without_guards(row), is)
                }
                Ok((row, is)) => self.take(row, is),
                Err(refusal) => return Some(Err(self.mapped.problem_of(refusal))),
            }
        }
    }
}

impl Walk<'_> {
    fn take(&mut self, row: Row, is: RowKind) {
        if let RowKind::Section(words) = &is {
            self.section = words.clone();
        }
        // as in the register's own files, the heading is not one of the rows
        if matches!(is, RowKind::Blank | RowKind::Heading | RowKind::ColumnNumbers) {
            return;
        }
        if let Some(why) = not_data(&is) {
            self.ready.push_back(Line::Skipped { number: row.number, why });
        } else {
            match (self.mapped.left_out(&row), self.mapped.sheet.found.misfit(&row)) {
                (Some(why), _) => self.ready.push_back(Line::Skipped { number: row.number, why }),
                (None, Some(misfit)) => {
                    let wrong = WrongCell { column: None, message: does_not_fit(misfit) };
                    self.ready.push_back(self.mapped.refused(row.number, wrong, None));
                }
                (None, None) => self.data(&row),
            }
        }
    }

    fn data(&mut self, row: &Row) {
        let mapped = self.mapped;
        let mut at_least_one = false;
        if let Some(years) = &mapped.years {
            for (at, year) in years {
                let filled =
                    row.cells.get(mapped.sheet.found.columns[*at].at).is_some_and(|value| !value.is_empty());
                if filled {
                    at_least_one = true;
                    self.line(row, Some((*at, *year)), None);
                }
            }
            if !at_least_one {
                self.ready
                    .push_back(Line::Skipped { number: row.number, why: Message::new("row-without-values") });
            }
            return;
        }
        let Some((at, origin)) = &mapped.each else { return self.line(row, None, None) };
        let column = &mapped.sheet.found.columns[*at];
        let empty = Value::Empty;
        let value = row.cells.get(column.at).unwrap_or(&empty);
        match as_words(value, column.guess.reads) {
            Err(misread) => {
                let wrong = WrongCell { column: Some(mapped.sheet.found.name(*at)), message: told(misread) };
                self.ready.push_back(mapped.refused(row.number, wrong, None));
            }
            Ok(text) => {
                for part in parts(&text, origin.then.parted_by.as_deref()) {
                    at_least_one = true;
                    self.line(row, None, Some(part));
                }
                if !at_least_one {
                    let why =
                        Message::with("row-says-nothing", [("column", mapped.sheet.found.name(*at).into())]);
                    self.ready.push_back(Line::Skipped { number: row.number, why });
                }
            }
        }
    }

    fn line(&mut self, row: &Row, across: Option<(usize, i32)>, each: Option<&str>) {
        let mapped = self.mapped;
        let mut cells = Vec::with_capacity(mapped.cells.len());
        for (at, draw) in mapped.cells.iter().enumerate() {
            match draw.words(row, &mapped.sheet.found, &self.section, across, each) {
                Ok(words) => cells.push(words),
                Err(wrong) => return self.ready.push_back(mapped.refused(row.number, wrong, Some(at))),
            }
        }
        for at in 0..cells.len() {
            match mapped.doubted(row, across, at, &cells) {
                Some(Doubted::Grouped(number)) => cells[at] = number,
                Some(Doubted::Either(wrong)) => {
                    return self.ready.push_back(mapped.refused(row.number, wrong, Some(at)));
                }
                None => {}
            }
        }
        let again = mapped
            .once
            .as_ref()
            .and_then(|(once, key)| Some((*once, key, self.again(key, &cells, row.number)?)));
        let line = match again {
            Some((_, _, (first, true))) => Line::Skipped {
                number: row.number,
                why: Message::with("row-said-already", [("row", (first as i64).into())]),
            },
            Some((Once::First, _, (first, false))) => Line::Skipped {
                number: row.number,
                why: Message::with("row-said-before", [("row", (first as i64).into())]),
            },
            Some((Once::Same, key, (first, false))) => {
                let said: Vec<&str> = key.iter().map(|at| cells[*at].as_str()).collect();
                let message = Message::with(
                    "error-said-otherwise",
                    [("text", said.join(", ").into()), ("row", (first as i64).into())],
                );
                mapped.refused(row.number, WrongCell { column: None, message }, None)
            }
            None => Line::Row { number: row.number, cells },
        };
        self.ready.push_back(line);
    }

    /// The row that said this already, and whether it said the same.
    fn again(&mut self, key: &[usize], cells: &[String], number: u64) -> Option<(u64, bool)> {
        let mark = |salt: u8| {
            let mut hasher = DefaultHasher::new();
            salt.hash(&mut hasher);
            key.iter().for_each(|at| cells[*at].hash(&mut hasher));
            hasher.finish()
        };
        let key = u128::from(mark(0)) << 64 | u128::from(mark(1));
        let mut hasher = DefaultHasher::new();
        cells.hash(&mut hasher);
        let all = hasher.finish();
        match self.said.get(&key) {
            Some((before, row)) => Some((*row, *before == all)),
            None => {
                self.said.insert(key, (all, number));
                None
            }
        }
    }
}
