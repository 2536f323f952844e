//! The lines of a file, read row by row: what cannot be a row of the register is refused here.

use decapolis_register::rules;
use decapolis_words::message::Message;

use super::planner::FileLines;
use crate::transfer::lines::{Line, kept};
use crate::transfer::problems::{Problem, Severity};
use crate::transfer::row::{FileRow, Row};

/// A line of a file as the plan reads it.
pub(super) enum ReadLine {
    Row(Row),
    Skipped(FileRow, Message),
    Refused(FileRow, Problem),
    /// The file cannot be read to its end.
    Broken(Problem),
}

impl FileLines<'_> {
    /// Goes through the lines from the first.
    pub(super) fn read_lines(&self) -> Box<dyn Iterator<Item = ReadLine> + Send + '_> {
        let place = |row| FileRow { file: self.file, row };
        match self.lines.lines() {
            Err(problem) => Box::new(std::iter::once(ReadLine::Broken(problem))),
            Ok(lines) => Box::new(lines.map(move |line| match line {
                Ok(Line::Row { number, cells }) => match self.control_character(number, &cells) {
                    Some(problem) => ReadLine::Refused(place(number), problem),
                    None => {
                        let mut cells: Vec<String> = cells.into_iter().map(kept).collect();
                        self.saved_again.mend(&mut cells);
                        ReadLine::Row(Row { header: self.header.clone(), place: place(number), cells })
                    }
                },
                Ok(Line::Skipped { number, why }) => ReadLine::Skipped(place(number), why),
                Ok(Line::Refused { number, problem }) => ReadLine::Refused(place(number), problem),
                Err(problem) => ReadLine::Broken(problem),
            })),
        }
    }

    /// A cell of the row that holds a character which no text may hold.
    fn control_character(&self, number: u64, cells: &[String]) -> Option<Problem> {
        let (at, character) =
            cells.iter().enumerate().find_map(|(at, cell)| Some((at, rules::control_character(cell)?)))?;
        let (column, meant) =
            self.lines.header().get(at).map(|name| self.header.named(name)).unwrap_or_default();
        Some(Problem {
            file: self.lines.file().to_string(),
            row: Some(number as usize),
            column,
            meant,
            message: rules::has_control_character(character),
            severity: Severity::Error,
        })
    }
}
