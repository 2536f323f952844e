//! What an import would do, worked out on a snapshot: nothing is written to the register here.

use std::collections::HashMap;
use std::sync::Arc;

use sea_orm::ConnectionTrait;

use super::accounting::{self, Rows};
use super::cells::Header;
use super::door::Door;
use super::lines::Lines;
use super::problems::{Problem, Problems, Severity, Sort};
use super::stage::{Place, Stage};
use crate::db::Opening;
use crate::errors::Result;
use crate::journal::Heads;
use crate::likeness::decisions::LIKENESSES;
use crate::likeness::door::Rule;
use crate::message::Message;
use crate::schema::{Tables, stored};
use crate::table::{Kind, RECORDS, Table};

/// What becomes of the rows of one table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    pub table: &'static str,
    pub new: usize,
    pub changed: usize,
    pub same: usize,
    pub removed: usize,
    pub skipped: usize,
    pub refused: usize,
    pub warnings: usize,
    pub errors: usize,
}

/// What becomes of one row, the gravest last: a row of a file that gives lines to several tables counts as the gravest of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    Skipped = 0,
    Same = 1,
    Changed = 2,
    New = 3,
    Removed = 4,
    Refused = 5,
}

impl Outcome {
    pub(super) fn of(number: i64) -> Outcome {
        match number {
            0 => Outcome::Skipped,
            1 => Outcome::Same,
            2 => Outcome::Changed,
            3 => Outcome::New,
            4 => Outcome::Removed,
            _ => Outcome::Refused,
        }
    }
}

/// An import, ready to be written unless it has problems. What it would write stands in a temporary file.
pub struct Plan {
    /// One for each table.
    pub previews: Vec<Preview>,
    /// One for each file: what became of every row that was read.
    pub files: Vec<Rows>,
    /// The first thousand problems; the report of the rows has all.
    pub problems: Vec<Problem>,
    /// The problems counted by their sort.
    pub sorts: Vec<Sort>,
    errors: usize,
    /// Errors of a file as a whole: with one of these not even the other rows can be written.
    pub(super) blocks: usize,
    pub(super) without_refused: bool,
    pub(super) stage: Stage,
    /// What the files call the columns of the tables: the header of every file by its number and that of the table.
    pub(super) headers: HashMap<(usize, usize), Arc<Header>>,
    /// Tables in an order in which nothing refers to what is not there yet, each with its first and last staged line.
    pub(super) tables: Vec<(&'static Table, i64, i64)>,
    pub(super) new_records: i64,
    /// How many decisions about rows that look like records are to be remembered.
    pub(super) decided: usize,
    /// The tables as they stood when they were read.
    pub(super) heads: Heads,
    pub(super) read: Vec<&'static Table>,
}

impl Plan {
    pub fn errors(&self) -> usize {
        self.errors
    }
    /// How many rows are refused, over all tables.
    pub fn refused(&self) -> usize {
        self.previews.iter().map(|p| p.refused).sum()
    }
    pub fn changes_nothing(&self) -> bool {
        self.decided == 0 && self.previews.iter().all(|p| p.new + p.changed + p.removed == 0)
    }
    /// The refused rows are left out, and the others may be written. What is wrong with a file as a whole still stands in the way.
    pub fn leave_out_refused(&mut self) {
        self.without_refused = true;
    }
    /// Whether it may be written.
    pub fn may_be_written(&self) -> bool {
        self.errors == 0 || (self.without_refused && self.blocks == 0)
    }
}

/// Works out what these lines would do to the register. `problems` were found before, when the files were opened.
///
/// Refused when the folder for temporary files is full (`error-temporary-folder-full`). Memory does not grow with the lines.
pub async fn plan(db: &impl ConnectionTrait, tables: Tables, lines: Vec<Box<dyn Lines>>, problems: Vec<Problem>) -> Result<Plan> {
    plan_within(db, tables, lines, problems, &Opening::default()).await
}

/// The same with a rule for rows that look like records that are there.
pub async fn plan_by(
    db: &impl ConnectionTrait,
    tables: Tables,
    lines: Vec<Box<dyn Lines>>,
    problems: Vec<Problem>,
    rule: &Rule,
) -> Result<Plan> {
    plan_with(db, tables, lines, problems, &Opening::default(), rule).await
}

/// The same with a bound for the temporary file.
pub async fn plan_within(
    db: &impl ConnectionTrait,
    tables: Tables,
    lines: Vec<Box<dyn Lines>>,
    problems: Vec<Problem>,
    opening: &Opening,
) -> Result<Plan> {
    plan_with(db, tables, lines, problems, opening, &Rule::default()).await
}

async fn plan_with(
    db: &impl ConnectionTrait,
    tables: Tables,
    lines: Vec<Box<dyn Lines>>,
    problems: Vec<Problem>,
    opening: &Opening,
    rule: &Rule,
) -> Result<Plan> {
    let heads = Heads::read(db).await?;
    let mut planner = Planner {
        db,
        stage: Stage::open(opening).await?,
        problems: Problems::default(),
        blocks: 0,
        files: vec![],
        new_records: 0,
        lines: 0,
        door: Door::with(rule),
    };
    for problem in problems {
        planner.block(problem);
    }
    let tabs = planner.tabs(tables, &lines).await?;
    planner.hear_decisions(&tabs);
    for tab in tabs.iter().filter(|t| t.table.kind().is_some()) {
        planner.collect_codes(tab).await?;
    }
    let mut staged = vec![];
    for tab in &tabs {
        let before = planner.lines;
        planner.stage_table(tab).await?;
        staged.push((tab.table, before + 1, planner.lines));
    }
    planner.check_owners(&tabs, &staged).await?;
    planner.stage.flush().await?;
    let (mut previews, files) = accounting::count(&planner.stage, &tabs, &planner.files).await?;
    for (preview, tab) in previews.iter_mut().zip(&tabs) {
        let of = planner.problems.of_files(|file| tab.sources.iter().any(|s| s.lines.file() == file));
        (preview.errors, preview.warnings) = of;
    }
    Ok(Plan {
        previews,
        files,
        problems: planner.problems.kept,
        sorts: planner.problems.sorts,
        errors: planner.problems.errors,
        blocks: planner.blocks,
        without_refused: false,
        stage: planner.stage,
        headers: tabs.iter().flat_map(|tab| tab.sources.iter().map(|s| ((s.file, tab.number), s.header.clone()))).collect(),
        tables: staged,
        new_records: planner.new_records,
        heads,
        decided: planner.door.decided,
        read: [&RECORDS, &LIKENESSES].into_iter().chain(tabs.iter().map(|t| t.table)).collect(),
    })
}

impl Tab<'_> {
    /// The header of the lines that a file has for the table.
    pub(super) fn header_of(&self, file: usize) -> Option<Arc<Header>> {
        self.sources.iter().find(|s| s.file == file).map(|s| s.header.clone())
    }
}

/// A table and the files that have lines for it.
pub(super) struct Tab<'a> {
    pub(super) number: usize,
    pub(super) table: &'static Table,
    pub(super) sources: Vec<Source<'a>>,
    /// Stored columns of the table, and of `records`.
    pub(super) columns: Vec<(String, Kind, bool)>,
    pub(super) record_columns: Vec<(String, Kind, bool)>,
}

/// A file's lines for a table.
pub(super) struct Source<'a> {
    pub(super) lines: &'a dyn Lines,
    /// The file by its number.
    pub(super) file: usize,
    pub(super) header: Arc<Header>,
}

pub(super) struct Planner<'a, C> {
    pub(super) db: &'a C,
    pub(super) stage: Stage,
    pub(super) problems: Problems,
    pub(super) blocks: usize,
    /// Files by their number.
    pub(super) files: Vec<String>,
    pub(super) new_records: i64,
    /// How many lines are staged.
    pub(super) lines: i64,
    pub(super) door: Door,
}

impl<C: ConnectionTrait> Planner<'_, C> {
    /// The tables that the lines are for: records before facts, each in the order of the modules.
    async fn tabs<'l>(&mut self, tables: Tables, lines: &'l [Box<dyn Lines>]) -> Result<Vec<Tab<'l>>> {
        let mut tabs: Vec<Tab<'l>> = vec![];
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        for lines in lines {
            let file = lines.file();
            let blocks = |message| Problem { file: file.into(), row: None, column: None, meant: None, message, severity: Severity::Error };
            let table = match tables.named(lines.table()) {
                Some(table) if table.in_files => table,
                Some(table) => {
                    self.block(blocks(Message::with("error-table-not-in-files", [("table", table.name.into())])));
                    continue;
                }
                None => {
                    let all = tables.0.iter().filter(|t| t.in_files).map(|t| t.name).collect::<Vec<_>>().join(", ");
                    self.block(blocks(Message::with("error-unknown-table", [("file", file.into()), ("tables", all.into())])));
                    continue;
                }
            };
            self.check_header(table, lines.as_ref());
            let number = *numbers.entry(file).or_insert_with(|| {
                self.files.push(file.to_string());
                self.files.len() - 1
            });
            let source =
                Source { lines: lines.as_ref(), file: number, header: Arc::new(Header::of(table, lines.header(), lines.called())) };
            match tabs.iter_mut().find(|t| t.table.name == table.name) {
                Some(tab) => tab.sources.push(source),
                None => {
                    tabs.push(Tab { number: 0, table, sources: vec![source], columns: stored(table), record_columns: stored(&RECORDS) })
                }
            }
        }
        tabs.sort_by_key(|t| (t.table.kind().is_none(), tables.0.iter().position(|known| known.name == t.table.name)));
        tabs.iter_mut().enumerate().for_each(|(n, tab)| tab.number = n);
        Ok(tabs)
    }

    /// Something is wrong with a row in this column of the register, and so it is refused.
    pub(super) async fn problem(&mut self, header: &Header, place: Place, column: &str, message: Message) -> Result<()> {
        self.tell(header, place, column, message, Severity::Error).await
    }

    /// Something to know of a row, which stands in nobody's way.
    pub(super) async fn warn(&mut self, header: &Header, place: Place, column: &str, message: Message) -> Result<()> {
        self.tell(header, place, column, message, Severity::Warning).await
    }

    async fn tell(&mut self, header: &Header, place: Place, column: &str, message: Message, severity: Severity) -> Result<()> {
        let file = self.files[place.file].clone();
        let (column, meant) = header.named(column);
        self.add(place, Problem { file, row: Some(place.row as usize), column, meant, message, severity }).await
    }

    pub(super) async fn add(&mut self, place: Place, problem: Problem) -> Result<()> {
        self.stage.note_problem(place.file, &Problem { row: Some(place.row as usize), ..problem.clone() }).await?;
        self.problems.add(problem);
        Ok(())
    }

    /// Something is wrong with a file as a whole.
    pub(super) fn block(&mut self, problem: Problem) {
        self.blocks += usize::from(problem.severity == Severity::Error);
        self.problems.add(problem);
    }
}
