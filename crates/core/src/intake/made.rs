//! Lines for the register's tables, made from a table found and a mapping.

use std::borrow::Cow;
use std::collections::{HashMap, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use decapolis_spreadsheets::write::unguarded;
use decapolis_spreadsheets::{Found, Grid, Is, Refusal, Row, Value};

use super::check::column_of;
use super::condition::Condition;
use super::known::position;
use super::mapping::{Into, Mapping, Once};
use super::origin::{As, From, Origin};
use super::reading::as_words;
use super::vocabulary::Vocabulary;
use super::words::{Draw, Place, Wrong, told};
use crate::errors::{Error, Result};
use crate::schema::Tables;
use crate::table::{Kind, Table};
use crate::transfer::{Line, Lines, Problem, SAME_AS, Severity};
use crate::words::Message;

/// A table found in a file.
#[derive(Clone)]
pub struct Sheet {
    /// The file, and its sheet where it has several.
    pub file: String,
    pub grid: Arc<dyn Grid>,
    pub found: Arc<Found>,
}

/// The lines of one `[[into]]` of a mapping.
///
/// One streaming pass over the file, and memory that does not grow with its rows, but for `once`: of each record or fact said, 40 bytes
/// are kept to know it again.
pub struct Made {
    sheet: Sheet,
    table: &'static str,
    header: Vec<String>,
    mapping: String,
    cells: Vec<Draw>,
    /// Left out: the column, what is asked of it, and why.
    skips: Vec<(usize, Condition, String)>,
    /// The places in the header of what tells lines apart; none where the file need not say things once.
    once: Option<(Once, Vec<usize>)>,
    /// Columns across and their years.
    years: Option<Vec<(usize, i32)>>,
    each: Option<(usize, Origin)>,
}

/// The lines a mapping makes of a table found, an item for every `[[into]]`.
///
/// Errors: refused where the file has no column of a name the mapping says.
pub fn lines(mapping: &Mapping, sheet: &Sheet, language: &str, tables: Tables, vocabulary: &Vocabulary) -> Result<Vec<Made>> {
    mapping.into.iter().map(|into| made(mapping, into, sheet, language, tables, vocabulary)).collect()
}

fn made(mapping: &Mapping, into: &Into, sheet: &Sheet, language: &str, tables: Tables, vocabulary: &Vocabulary) -> Result<Made> {
    let table = tables.named(&into.table).ok_or_else(|| Error::Broken(format!("no table “{}”", into.table)))?;
    let place = Place { found: &sheet.found, file: &sheet.file, mapping: &mapping.name };
    let mut columns = into.columns.clone();
    let mut otherwise = |name: &str, words: &Option<String>| {
        if let Some(words) = words {
            columns.entry(name.to_string()).or_insert_with(|| Origin::fixed(words));
        }
    };
    otherwise("source", &mapping.source);
    otherwise("nature", &into.nature);
    // what somebody added to the file to say which record a row is goes where the mapping makes records
    let makes = mapping.into.iter().filter(|i| tables.named(&i.table).is_some_and(|t| !t.known_by.is_empty())).count();
    if makes == 1 && !table.known_by.is_empty() && position(&sheet.found, SAME_AS).is_some() {
        columns.entry(SAME_AS.into()).or_insert_with(|| Origin::column(SAME_AS));
    }
    let header: Vec<String> = columns.keys().cloned().collect();
    let cells = columns
        .iter()
        .map(|(name, origin)| {
            let kind = column_of(table, name).ok_or_else(|| Error::Broken(format!("{} has no column {name}", table.name)))?;
            let choices = vocabulary.choices_of(table.name, name);
            Draw::of(origin, is_code_column(table, name, kind, origin), choices, kind, &place)
        })
        .collect::<Result<Vec<_>>>()?;
    let skips = mapping
        .skip
        .iter()
        .chain(&into.skip)
        .map(|condition| Ok((place.column(&condition.column)?, condition.clone(), condition.because.words(language).to_string())))
        .collect::<Result<Vec<_>>>()?;
    let key: &[&str] = if table.kind().is_some() { &["code"] } else { table.key };
    let years = match into.years {
        None => None,
        Some(wanted) => {
            let across = decapolis_spreadsheets::years_across(&sheet.found).ok_or_else(|| place.refused("error-mapping-years", ""))?;
            let inside = |year: i32| wanted.from.is_none_or(|from| from <= year) && wanted.until.is_none_or(|until| year <= until);
            Some(across.columns.into_iter().filter(|(_, year)| inside(*year)).collect())
        }
    };
    let each = columns.values().find_map(|origin| match &origin.from {
        From::Each(name) => Some(place.column(name).map(|at| (at, origin.clone()))),
        _ => None,
    });
    Ok(Made {
        sheet: sheet.clone(),
        table: table.name,
        once: into.once.map(|once| (once, key.iter().filter_map(|k| header.iter().position(|h| h == k)).collect())),
        header,
        mapping: mapping.name.clone(),
        cells,
        skips,
        years,
        each: each.transpose()?,
    })
}

/// Whether what is drawn must be a code: the code of a record, and what a template writes where a record is meant.
fn is_code_column(table: &Table, name: &str, kind: Kind, origin: &Origin) -> bool {
    table.kind().is_some() && name == "code" && !matches!(origin.from, From::Fixed(_))
        || matches!(kind, Kind::Ref(_)) && matches!(origin.from, From::Template(_))
        || origin.then.read_as == Some(As::Code)
}

impl Lines for Made {
    fn file(&self) -> &str {
        &self.sheet.file
    }
    fn table(&self) -> &str {
        self.table
    }
    fn header(&self) -> &[String] {
        &self.header
    }
    fn lines(&self) -> std::result::Result<Box<dyn Iterator<Item = std::result::Result<Line, Problem>> + Send + '_>, Problem> {
        let refused = |refusal| self.problem_of(refusal);
        let rows = self.sheet.found.rows(&*self.sheet.grid).map_err(refused)?;
        Ok(Box::new(Walk { made: self, rows: Box::new(rows), ready: VecDeque::new(), section: String::new(), said: HashMap::new() }))
    }
}

impl Made {
    fn problem_of(&self, refusal: Refusal) -> Problem {
        let args = refusal.args.into_iter().map(|(name, value)| (name, value.into())).collect();
        let message = Message { key: refusal.key, args: crate::words::Args(args) };
        Problem {
            file: self.sheet.file.clone(),
            row: refusal.row.map(|row| row as usize),
            column: None,
            message,
            severity: Severity::Error,
        }
    }

    fn refused(&self, number: u64, wrong: Wrong) -> Line {
        let problem = Problem {
            file: self.sheet.file.clone(),
            row: Some(number as usize),
            column: wrong.column,
            message: wrong.message,
            severity: Severity::Error,
        };
        Line::Refused { number, problem }
    }

    /// Why a row of data says nothing of this table.
    fn left_out(&self, row: &Row) -> Option<Message> {
        let words =
            |at: usize| row.cells.get(self.sheet.found.columns[at].at).map(|v| as_words(v, self.sheet.found.columns[at].guess.reads));
        let holds = |(at, condition, _): &&(usize, Condition, String)| match words(*at) {
            Some(Ok(text)) => condition.holds(&text),
            Some(Err(_)) => false,
            None => condition.holds(""),
        };
        let (_, _, because) = self.skips.iter().find(holds)?;
        Some(Message::with("row-left-out", [("reason", because.as_str().into()), ("mapping", self.mapping.as_str().into())]))
    }
}

/// Why a row of the file says nothing of this table: what it is, where it is no data.
fn not_data(is: &Is) -> Option<Message> {
    let key = is.key()?;
    Some(match is {
        Is::Section(text) => Message::with(key, [("text", text.as_str().into())]),
        _ => Message::new(key),
    })
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

/// One pass over the rows.
struct Walk<'a> {
    made: &'a Made,
    rows: Box<dyn Iterator<Item = std::result::Result<(Row, Is), Refusal>> + Send + 'a>,
    ready: VecDeque<Line>,
    section: String,
    /// What was said: a mark of its key, a mark of all it says, and the row.
    said: HashMap<u128, (u64, u64)>,
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
                Ok((row, is)) if self.made.sheet.grid.name().is_empty() => self.take(without_guards(row), is),
                Ok((row, is)) => self.take(row, is),
                Err(refusal) => return Some(Err(self.made.problem_of(refusal))),
            }
        }
    }
}

impl Walk<'_> {
    fn take(&mut self, row: Row, is: Is) {
        if let Is::Section(words) = &is {
            self.section = words.clone();
        }
        // as in the register's own files, the heading is not one of the rows
        if matches!(is, Is::Blank | Is::Heading | Is::ColumnNumbers) {
            return;
        }
        if let Some(why) = not_data(&is) {
            self.ready.push_back(Line::Skipped { number: row.number, why });
        } else {
            match self.made.left_out(&row) {
                Some(why) => self.ready.push_back(Line::Skipped { number: row.number, why }),
                None => self.data(&row),
            }
        }
    }

    fn data(&mut self, row: &Row) {
        let made = self.made;
        let mut at_least_one = false;
        if let Some(years) = &made.years {
            for (at, year) in years {
                let filled = row.cells.get(made.sheet.found.columns[*at].at).is_some_and(|value| !value.is_empty());
                if filled {
                    at_least_one = true;
                    self.line(row, Some((*at, *year)), None);
                }
            }
            if !at_least_one {
                self.ready.push_back(Line::Skipped { number: row.number, why: Message::new("row-without-values") });
            }
            return;
        }
        let Some((at, origin)) = &made.each else { return self.line(row, None, None) };
        let column = &made.sheet.found.columns[*at];
        let empty = Value::Empty;
        let value = row.cells.get(column.at).unwrap_or(&empty);
        match as_words(value, column.guess.reads) {
            Err(misread) => {
                let wrong = Wrong { column: Some(made.sheet.found.name(*at)), message: told(misread) };
                self.ready.push_back(made.refused(row.number, wrong));
            }
            Ok(text) => {
                for part in super::words::parts(&text, origin.then.parted_by.as_deref()) {
                    at_least_one = true;
                    self.line(row, None, Some(part));
                }
                if !at_least_one {
                    let why = Message::with("row-says-nothing", [("column", made.sheet.found.name(*at).into())]);
                    self.ready.push_back(Line::Skipped { number: row.number, why });
                }
            }
        }
    }

    fn line(&mut self, row: &Row, across: Option<(usize, i32)>, each: Option<&str>) {
        let made = self.made;
        let mut cells = Vec::with_capacity(made.cells.len());
        for draw in &made.cells {
            match draw.words(row, &made.sheet.found, &self.section, across, each) {
                Ok(words) => cells.push(words),
                Err(wrong) => return self.ready.push_back(made.refused(row.number, wrong)),
            }
        }
        let again = made.once.as_ref().and_then(|(once, key)| Some((*once, key, self.again(key, &cells, row.number)?)));
        let line = match again {
            Some((_, _, (first, true))) => {
                Line::Skipped { number: row.number, why: Message::with("row-said-already", [("row", (first as i64).into())]) }
            }
            Some((Once::First, _, (first, false))) => {
                Line::Skipped { number: row.number, why: Message::with("row-said-before", [("row", (first as i64).into())]) }
            }
            Some((Once::Same, key, (first, false))) => {
                let said: Vec<&str> = key.iter().map(|at| cells[*at].as_str()).collect();
                let message = Message::with("error-said-otherwise", [("text", said.join(", ").into()), ("row", (first as i64).into())]);
                made.refused(row.number, Wrong { column: None, message })
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

impl Place<'_> {
    /// The place of a column of the file.
    pub(super) fn column(&self, name: &str) -> Result<usize> {
        position(self.found, name).ok_or_else(|| self.refused("error-mapping-column", name))
    }

    pub(super) fn refused(&self, key: &'static str, column: &str) -> Error {
        let names: Vec<String> = (0..self.found.columns.len()).map(|at| self.found.name(at)).collect();
        let args =
            [("file", self.file.into()), ("mapping", self.mapping.into()), ("column", column.into()), ("columns", names.join(", ").into())];
        Error::refused_with(key, args.into())
    }
}
