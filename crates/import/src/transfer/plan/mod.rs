//! What an import would do, worked out on a snapshot: nothing is written to the register here.
//!
//! The steps, each in its own file, in the order in which [`plan`] takes them: `open_files` finds the table of every file, and
//! `check_header` looks at its columns; `find_currency` finds in which currency amounts are
//! added; `collect_codes` gives every record its id, and `find_duplicates` says which new rows mean records
//! that are there already; `stage_rows` works out what becomes of every row, and `add_to_record` what a duplicate adds to its record;
//! `check_owners` asks the rules that look at several rows; `check_days` warns of days outside the span of what they belong to; `count_rows` counts. What the steps share is the `planner`.

mod add_to_record;
mod check_days;
mod check_header;
mod check_owners;
mod chunk;
mod collect_codes;
mod count_rows;
mod find_currency;
mod find_duplicates;
mod open_files;
mod planner;
mod read_lines;
mod saved_again;
mod stage_rows;

use std::collections::HashMap;
use std::sync::Arc;

use decapolis_register::db::Opening;
use decapolis_register::duplicates::candidates::Rule;
use decapolis_register::duplicates::decisions::LIKENESSES;
use decapolis_register::journal::Heads;
use decapolis_register::rules::AddedIn;
use decapolis_register::schema::Tables;
use decapolis_register::table::{RECORDS, Table};
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;

use self::count_rows::count_rows;
use self::planner::{Duplicates, Planner, Tab};
use super::lines::Lines;
use super::outcome::{Preview, Rows};
use super::problems::{Problem, Problems, Sort};
use super::row::Header;
use super::stage::Stage;
use super::years::LikelyYears;

/// An import, ready to be written unless it has problems. What it would write is in a temporary file.
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
    /// Leaves out the refused rows, so that the others may be written. An error of a whole file still prevents it.
    pub fn leave_out_refused(&mut self) {
        self.without_refused = true;
    }
    /// Whether it may be written.
    pub fn may_be_written(&self) -> bool {
        self.errors == 0 || (self.without_refused && self.blocks == 0)
    }
}

/// How an import is planned. As it is by default, rows that look like records are asked about, and days of any year are taken.
pub struct Planning {
    /// The temporary file of the plan, and its limit.
    pub opening: Opening,
    /// What becomes of rows that look like existing records.
    pub rule: Rule,
    /// Days outside of these years are refused, unless their file says that they are right.
    pub years: LikelyYears,
}

impl Default for Planning {
    fn default() -> Planning {
        Planning { opening: Opening::default(), rule: Rule::default(), years: LikelyYears::ANY }
    }
}

/// Works out what these lines would do to the register. `problems` were found before, when the files were opened.
///
/// Refused when the folder for temporary files is full (`error-temporary-folder-full`). Memory does not grow with the lines.
pub async fn plan(
    db: &impl ConnectionTrait,
    tables: Tables,
    lines: Vec<Box<dyn Lines>>,
    problems: Vec<Problem>,
    how: &Planning,
) -> Result<Plan> {
    let heads = Heads::read(db).await?;
    let mut planner = Planner {
        db,
        stage: Stage::open(&how.opening).await?,
        problems: Problems::default(),
        blocks: 0,
        files: vec![],
        new_records: 0,
        lines: 0,
        duplicates: Duplicates::with(&how.rule),
        years: how.years,
        years_used: false,
        currency: AddedIn::Unknown,
    };
    for problem in problems {
        planner.block(problem);
    }
    let tabs = planner.open_files(tables, &lines).await?;
    planner.hear_decisions(&tabs);
    planner.find_currency(tables, &tabs).await?;
    let staged = planner.stage_all(&tabs).await?;
    let (mut previews, files) = count_rows(&planner.stage, &tabs, &planner.files).await?;
    for (preview, tab) in previews.iter_mut().zip(&tabs) {
        let of = planner
            .problems
            .of_table(tab.table.name, |file| tab.sources.iter().any(|s| s.lines.file() == file));
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
        headers: tabs
            .iter()
            .flat_map(|tab| tab.sources.iter().map(|s| ((s.file, tab.number), s.header.clone())))
            .collect(),
        tables: staged,
        new_records: planner.new_records,
        heads,
        decided: planner.duplicates.decided,
        read: [&RECORDS, &LIKENESSES].into_iter().chain(tabs.iter().map(|t| t.table)).collect(),
    })
}

impl<C: ConnectionTrait> Planner<'_, C> {
    /// Stages the rows of every table and asks the rules about them. Returns each table with its first and last staged line.
    async fn stage_all(&mut self, tabs: &[Tab<'_>]) -> Result<Vec<(&'static Table, i64, i64)>> {
        for tab in tabs.iter().filter(|t| t.table.kind().is_some()) {
            self.collect_codes(tab).await?;
        }
        let mut staged = vec![];
        for tab in tabs {
            let before = self.lines;
            self.stage_table(tab).await?;
            staged.push((tab.table, before + 1, self.lines));
        }
        self.check_years(tabs);
        self.check_owners(tabs, &staged).await?;
        self.check_days(tabs, &staged).await?;
        self.stage.flush().await?;
        Ok(staged)
    }
}
