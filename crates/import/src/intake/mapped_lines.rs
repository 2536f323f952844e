//! Makes lines for the register's tables from a table found in a file and a mapping.

mod walk;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use decapolis_base::Currency;
use decapolis_register::schema::Tables;
use decapolis_register::table::{Kind, Table};
use decapolis_spreadsheets::{DetectedTable, Grid, Refusal, Row, Today, Value, clean};
use decapolis_words::errors::{Error, Result};
use decapolis_words::message::Message;

use super::check::column_of;
use super::condition::Condition;
use super::mapping::{Mapping, Once, TableMapping, Years};
use super::origin::{As, CellSource, Origin};
use super::position::{letter, position};
use super::reading::as_words;
use super::vocabulary::Vocabulary;
use super::words::{ColumnLookup, Doubted, Draw, WrongCell};
use crate::transfer::{Line, Meant, Problem, SAME_AS, SaidOfDays, Severity};

/// A table found in a file.
#[derive(Clone)]
pub struct TableInFile {
    /// The file, and its sheet where it has several.
    pub file: String,
    pub grid: Arc<dyn Grid>,
    pub found: Arc<DetectedTable>,
}

/// The lines of one `[[into]]` of a mapping.
///
/// One streaming pass over the file, and memory that does not grow with its rows, but for `once`: of each record or fact said, 40 bytes
/// are kept to know it again.
pub struct MappedLines {
    sheet: TableInFile,
    table: &'static str,
    header: Vec<String>,
    /// What the file calls each of them.
    called: Vec<Option<String>>,
    mapping: String,
    cells: Vec<Draw>,
    /// Which rows are skipped.
    conditions: Vec<Asked>,
    /// The positions in the header of the columns that tell lines apart; `None` if lines may repeat.
    once: Option<(Once, Vec<usize>)>,
    /// Columns across and their years.
    years: Option<Vec<(usize, i32)>>,
    each: Option<(usize, Origin)>,
    said: SaidOfDays,
}

/// A condition that every row is checked against.
struct Asked {
    at: usize,
    condition: Condition,
    /// Whether rows that meet the condition are skipped; otherwise rows that fail it are.
    out: bool,
    because: String,
    /// Words that the mapping gives a meaning in this column: a cell with one of them is not empty, whatever it means elsewhere.
    meant: BTreeSet<String>,
}

/// The lines a mapping makes of a table found, an item for every `[[into]]`.
///
/// Errors: refused where the file has no column of a name the mapping says.
pub fn lines(
    mapping: &Mapping,
    sheet: &TableInFile,
    language: &str,
    tables: Tables,
    vocabulary: &Vocabulary,
) -> Result<Vec<MappedLines>> {
    mapping.into.iter().map(|into| mapped_lines(mapping, into, sheet, language, tables, vocabulary)).collect()
}

fn mapped_lines(
    mapping: &Mapping,
    into: &TableMapping,
    sheet: &TableInFile,
    language: &str,
    tables: Tables,
    vocabulary: &Vocabulary,
) -> Result<MappedLines> {
    let table =
        tables.named(&into.table).ok_or_else(|| Error::Broken(format!("no table “{}”", into.table)))?;
    let place = ColumnLookup { found: &sheet.found, file: &sheet.file, mapping: &mapping.name };
    // a reading for a column that is not there would change nothing, silently
    for name in mapping.file.reads.keys() {
        place.column_called(name)?;
    }
    let columns = columns_of(mapping, into, &sheet.found, tables, table);
    let header: Vec<String> = columns.keys().cloned().collect();
    let cells = columns
        .iter()
        .map(|(name, origin)| {
            let kind = column_of(table, name)
                .ok_or_else(|| Error::Broken(format!("{} has no column {name}", table.name)))?;
            let choices = vocabulary.choices_beside(table.name, name, &cells_of(origin, &sheet.found));
            Draw::of(origin, is_code_column(table, name, kind, origin), choices.as_ref(), kind, &place)
        })
        .collect::<Result<Vec<_>>>()?;
    let key: &[&str] = if table.kind().is_some() { &["code"] } else { table.key };
    let years = into.years.map(|wanted| years_of(wanted, &place)).transpose()?;
    let each = columns.values().find_map(|origin| match &origin.from {
        CellSource::Each(name) => Some(place.column(name).map(|at| (at, origin.clone()))),
        _ => None,
    });
    Ok(MappedLines {
        sheet: sheet.clone(),
        table: table.name,
        once: into
            .once
            .map(|once| (once, key.iter().filter_map(|k| header.iter().position(|h| h == k)).collect())),
        called: columns.values().map(|origin| called(origin, &sheet.found)).collect(),
        header,
        mapping: mapping.name.clone(),
        cells,
        conditions: conditions_of(mapping, into, &place, language)?,
        years,
        each: each.transpose()?,
        said: SaidOfDays::default(),
    })
}

/// Different cells of the columns that an origin reads.
fn cells_of(origin: &Origin, found: &DetectedTable) -> Vec<String> {
    let columns = origin.columns().into_iter().filter_map(|name| position(found, &name));
    columns.flat_map(|at| found.columns[at].guess.examples.clone()).collect()
}

/// The words that the mapping of a table gives a meaning in this column of the file.
fn meant(into: &TableMapping, at: usize, found: &DetectedTable) -> BTreeSet<String> {
    let reads = |origin: &&Origin| origin.columns().iter().any(|name| position(found, name) == Some(at));
    into.columns
        .values()
        .filter(reads)
        .flat_map(|origin| origin.then.values.keys().map(|word| word.to_lowercase()))
        .collect()
}

/// The columns of the lines and where they come from: those that the mapping names, and those that follow from it.
fn columns_of(
    mapping: &Mapping,
    into: &TableMapping,
    found: &DetectedTable,
    tables: Tables,
    table: &Table,
) -> BTreeMap<String, Origin> {
    let mut columns = into.columns.clone();
    for (name, words) in [("source", &mapping.source), ("nature", &into.nature)] {
        if let Some(words) = words {
            columns.entry(name.into()).or_insert_with(|| Origin::fixed(words));
        }
    }
    // what somebody added to the file to say which record a row is goes where the mapping makes records
    let makes = mapping
        .into
        .iter()
        .filter(|i| tables.named(&i.table).is_some_and(|t| !t.known_by.is_empty()))
        .count();
    if makes == 1 && !table.known_by.is_empty() && position(found, SAME_AS).is_some() {
        columns.entry(SAME_AS.into()).or_insert_with(|| Origin::column(SAME_AS));
    }
    columns
}

/// The conditions of the whole mapping and of this table: those that skip rows first.
fn conditions_of(
    mapping: &Mapping,
    into: &TableMapping,
    place: &ColumnLookup<'_>,
    language: &str,
) -> Result<Vec<Asked>> {
    let skips = mapping.skip.iter().chain(&into.skip).map(|condition| (condition, true));
    let wanted = mapping.only.iter().chain(&into.only).map(|condition| (condition, false));
    skips
        .chain(wanted)
        .map(|(condition, out)| {
            let because = condition.because.words(language).to_string();
            let at = place.column(&condition.column)?;
            Ok(Asked { at, condition: condition.clone(), out, because, meant: meant(into, at, place.found) })
        })
        .collect()
}

/// The columns across that are of the years wanted, with their years.
fn years_of(wanted: Years, place: &ColumnLookup<'_>) -> Result<Vec<(usize, i32)>> {
    let across = decapolis_spreadsheets::years_across(place.found)
        .ok_or_else(|| place.refused("error-mapping-years", ""))?;
    let inside = |year: i32| {
        wanted.from.is_none_or(|from| from <= year) && wanted.until.is_none_or(|until| year <= until)
    };
    Ok(across.columns.into_iter().filter(|(_, year)| inside(*year)).collect())
}

/// What the file calls the columns that the cells come from; `None` if they come from no column.
fn called(origin: &Origin, found: &DetectedTable) -> Option<String> {
    let mut names: Vec<String> = vec![];
    for name in origin.columns().iter().filter_map(|name| Some(found.name(position(found, name)?))) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}

/// Whether what is drawn must be a code: the code of a record, and what a template writes where a record is meant.
fn is_code_column(table: &Table, name: &str, kind: Kind, origin: &Origin) -> bool {
    table.kind().is_some() && name == "code" && !matches!(origin.from, CellSource::Fixed(_))
        || matches!(kind, Kind::Ref(_)) && matches!(origin.from, CellSource::Template(_))
        || origin.then.read_as == Some(As::Code)
}

impl MappedLines {
    /// The same lines, read on this day and in this zone, with what a person says of the days of the file.
    pub fn read_on(mut self, today: &Today, said: SaidOfDays) -> MappedLines {
        self.cells.iter_mut().for_each(|draw| draw.read_on(today, said));
        MappedLines { said, ..self }
    }

    /// The number in this column of a line, if it may be two.
    fn doubted(
        &self,
        row: &Row,
        across: Option<(usize, i32)>,
        at: usize,
        cells: &[String],
    ) -> Option<Doubted> {
        let draw = &self.cells[at];
        let decimals = match draw.kind() {
            Kind::Int => Some(0),
            Kind::Number => None,
            Kind::Money(beside) => {
                let beside = self.header.iter().position(|name| name == beside)?;
                Some(Currency::of(&cells[beside].trim().to_uppercase())?.digits())
            }
            _ => return None,
        };
        draw.doubted(row, &self.sheet.found, across, decimals)
    }

    fn problem_of(&self, refusal: Refusal) -> Problem {
        let args = refusal.args.into_iter().map(|(name, value)| (name, value.into())).collect();
        let message = Message { key: refusal.key, args: decapolis_words::message::Args(args) };
        Problem {
            file: self.sheet.file.clone(),
            row: refusal.row.map(|row| row as usize),
            column: None,
            meant: None,
            message,
            severity: Severity::Error,
        }
    }

    /// `at`: the place in the header of the column that the row is refused for.
    fn refused(&self, number: u64, wrong: WrongCell, at: Option<usize>) -> Line {
        let problem = Problem {
            file: self.sheet.file.clone(),
            row: Some(number as usize),
            meant: at
                .and_then(|at| self.header.get(at))
                .map(|column| Meant { table: self.table, column: column.clone() }),
            column: wrong.column,
            message: wrong.message,
            severity: Severity::Error,
        };
        Line::Refused { number, problem }
    }

    /// Why a row of data says nothing of this table.
    fn left_out(&self, row: &Row) -> Option<Message> {
        let words = |at: usize| {
            row.cells
                .get(self.sheet.found.columns[at].at)
                .map(|v| as_words(v, self.sheet.found.columns[at].guess.reads))
        };
        // "–" is a word where the mapping or the condition speaks of it
        let spoken_of = |asked: &Asked| match row.cells.get(self.sheet.found.columns[asked.at].at) {
            Some(Value::Text(text)) => {
                let text = clean(text);
                let is = asked.condition.is.iter().any(|word| *word == text);
                (is || asked.meant.contains(&text.to_lowercase())).then(|| Ok(text.into_owned()))
            }
            _ => None,
        };
        let out = |asked: &&Asked| match spoken_of(asked).or_else(|| words(asked.at)) {
            Some(Ok(text)) => asked.condition.holds(&text) == asked.out,
            Some(Err(_)) => !asked.out,
            None => asked.condition.holds("") == asked.out,
        };
        let asked = self.conditions.iter().find(out)?;
        let mapping = ("mapping", self.mapping.as_str().into());
        if asked.because.is_empty() {
            let text = words(asked.at).and_then(|words| words.ok()).unwrap_or_default();
            let column = self.sheet.found.name(asked.at);
            return Some(Message::with(
                "row-not-wanted",
                [("column", column.into()), ("text", text.into()), mapping],
            ));
        }
        Some(Message::with("row-left-out", [("reason", asked.because.as_str().into()), mapping]))
    }
}

impl ColumnLookup<'_> {
    /// The place of a column of the file.
    pub(super) fn column(&self, name: &str) -> Result<usize> {
        position(self.found, name).ok_or_else(|| self.refused("error-mapping-column", name))
    }

    /// Refused if a column is called so in another spelling only: a reading finds it by its exact name or its letter.
    pub(super) fn column_called(&self, name: &str) -> Result<()> {
        let called = |at: usize| self.found.name(at) == name || letter(self.found.columns[at].at) == name;
        let there = (0..self.found.columns.len()).any(called);
        if !there && position(self.found, name).is_some() {
            return Err(self.refused("error-mapping-reads", name));
        }
        Ok(())
    }

    pub(super) fn refused(&self, key: &'static str, column: &str) -> Error {
        let names: Vec<String> = (0..self.found.columns.len()).map(|at| self.found.name(at)).collect();
        let args = [
            ("file", self.file.into()),
            ("mapping", self.mapping.into()),
            ("column", column.into()),
            ("columns", names.join(", ").into()),
        ];
        Error::refused_with(key, args.into())
    }
}
