//! What all steps of planning share: the stage, the tables with their files, and the problems that were found.

use std::collections::HashMap;
use std::sync::Arc;

use decapolis_register::duplicates::candidates::{Rule, Window};
use decapolis_register::journal::RowId;
use decapolis_register::rules::AddedIn;
use decapolis_register::table::{Kind, Table};
use decapolis_words::errors::Result;
use decapolis_words::message::Message;
use sea_orm::ConnectionTrait;

use super::saved_again::SavedAgain;
use crate::transfer::lines::Lines;
use crate::transfer::problems::{Problem, Problems, Severity};
use crate::transfer::row::{FileRow, Header};
use crate::transfer::stage::Stage;
use crate::transfer::years::LikelyYears;

/// Plans an import: each file of this folder adds one step.
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
    pub(super) duplicates: Duplicates,
    pub(super) years: LikelyYears,
    /// Whether a day is written only because a person says that its year is right.
    pub(super) years_used: bool,
    /// The currency of the network as it will be.
    pub(super) currency: AddedIn,
}

/// A table and the files that have lines for it.
pub(super) struct Tab<'a> {
    pub(super) number: usize,
    pub(super) table: &'static Table,
    pub(super) sources: Vec<FileLines<'a>>,
    /// Stored columns of the table, and of `records`.
    pub(super) columns: Vec<(String, Kind, bool)>,
    pub(super) record_columns: Vec<(String, Kind, bool)>,
}

/// A file's lines for a table.
pub(super) struct FileLines<'a> {
    pub(super) lines: &'a dyn Lines,
    /// The file by its number.
    pub(super) file: usize,
    pub(super) header: Arc<Header>,
    pub(super) saved_again: SavedAgain,
}

impl Tab<'_> {
    /// The years that a person says are right in a file.
    pub(super) fn years_said(&self, file: usize) -> Option<(i64, i64)> {
        self.sources.iter().find(|s| s.file == file).and_then(|s| s.lines.said_of_days().years)
    }

    /// The header of the lines that a file has for the table.
    pub(super) fn header_of(&self, file: usize) -> Option<Arc<Header>> {
        self.sources.iter().find(|s| s.file == file).map(|s| s.header.clone())
    }
}

/// What the planner keeps while it looks for records that a new row may mean.
#[derive(Default)]
pub(super) struct Duplicates {
    pub(super) rule: Rule,
    pub(super) window: Window,
    /// Decisions that come with this very import: kind and what is called so, with the codes of the records.
    pub(super) told: HashMap<(String, String), Vec<(String, bool)>>,
    /// Whether any row is a record under another code, or is asked about.
    pub(super) any: bool,
    pub(super) decided: usize,
}

impl Duplicates {
    pub(super) fn with(rule: &Rule) -> Duplicates {
        Duplicates { rule: rule.clone(), ..Default::default() }
    }
}

impl<C: ConnectionTrait> Planner<'_, C> {
    /// An id below zero for a record that this import makes.
    pub(super) fn new_record(&mut self) -> RowId {
        self.new_records += 1;
        -self.new_records
    }

    /// Adds a problem with a row in this column of the register: the row is refused.
    pub(super) async fn problem(
        &mut self,
        header: &Header,
        place: FileRow,
        column: &str,
        message: Message,
    ) -> Result<()> {
        self.tell(header, place, column, message, Severity::Error).await
    }

    /// Adds a warning about a row, which does not refuse it.
    pub(super) async fn warn(
        &mut self,
        header: &Header,
        place: FileRow,
        column: &str,
        message: Message,
    ) -> Result<()> {
        self.tell(header, place, column, message, Severity::Warning).await
    }

    async fn tell(
        &mut self,
        header: &Header,
        place: FileRow,
        column: &str,
        message: Message,
        severity: Severity,
    ) -> Result<()> {
        let file = self.files[place.file].clone();
        let (column, meant) = header.named(column);
        self.add(place, Problem { file, row: Some(place.row as usize), column, meant, message, severity })
            .await
    }

    pub(super) async fn add(&mut self, place: FileRow, problem: Problem) -> Result<()> {
        self.stage
            .note_problem(place.file, &Problem { row: Some(place.row as usize), ..problem.clone() })
            .await?;
        self.problems.add(problem);
        Ok(())
    }

    /// Adds a problem of a whole file.
    pub(super) fn block(&mut self, problem: Problem) {
        self.blocks += usize::from(problem.severity == Severity::Error);
        self.problems.add(problem);
    }
}
