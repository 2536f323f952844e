//! What is wrong with the files of an import: the first problems one by one, and all of them counted by sort.

use std::collections::BTreeMap;

use decapolis_words::message::Message;

use super::naming::Meant;

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
    /// The column, as the file calls it; `None` if the file has no such column.
    pub column: Option<String>,
    /// What the register calls it, where the file has names of its own.
    pub meant: Option<Meant>,
    pub message: Message,
    pub severity: Severity,
}

impl Problem {
    /// Whether both are of one sort: the same words of the same column of the same file.
    pub fn is_like(&self, other: &Problem) -> bool {
        self.message.key == other.message.key
            && self.column == other.column
            && self.meant == other.meant
            && self.file == other.file
    }
}

/// Problems of one sort: the same words in the same column of the same file.
#[derive(Clone, Debug, PartialEq)]
pub struct Sort {
    /// The first of them.
    pub first: Problem,
    pub count: usize,
}

/// The number of problems that are kept; the report of the rows has all of them.
const KEPT: usize = 1000;
/// The number of sorts of problems. A file has at most 500 columns, and a column goes wrong in a handful of ways.
const SORTS: usize = 2000;

/// The problems of an import, in memory that does not grow with them.
#[derive(Clone, Debug, Default)]
pub(super) struct Problems {
    pub(super) kept: Vec<Problem>,
    pub(super) sorts: Vec<Sort>,
    pub(super) errors: usize,
    /// The table whose rows are looked at; empty before the first.
    pub(super) table: &'static str,
    /// Errors and warnings by file and table.
    files: BTreeMap<(String, &'static str), (usize, usize)>,
}

impl Problems {
    pub(super) fn add(&mut self, problem: Problem) {
        let table = problem.meant.as_ref().map_or(self.table, |meant| meant.table);
        let of_file = self.files.entry((problem.file.clone(), table)).or_default();
        match problem.severity {
            Severity::Error => {
                self.errors += 1;
                of_file.0 += 1;
            }
            Severity::Warning => of_file.1 += 1,
        }
        let same = |s: &Sort| s.first.is_like(&problem);
        match self.sorts.iter().position(same) {
            Some(at) => self.sorts[at].count += 1,
            None if self.sorts.len() < SORTS => self.sorts.push(Sort { first: problem.clone(), count: 1 }),
            None => {}
        }
        if self.kept.len() < KEPT {
            self.kept.push(problem);
        }
    }

    /// How many errors and warnings these files have in a table. What is wrong with a whole file counts for each of its tables.
    pub(super) fn of_table(&self, table: &str, these: impl Fn(&str) -> bool) -> (usize, usize) {
        self.files
            .iter()
            .filter(|((file, of), _)| (*of == table || of.is_empty()) && these(file))
            .fold((0, 0), |sum, (_, of)| (sum.0 + of.0, sum.1 + of.1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_of_one_sort_are_counted_together_and_the_first_are_kept() {
        let mut all = Problems::default();
        for row in 2..40_002 {
            let problem = |column: &str, key| Problem {
                file: "a.csv".into(),
                row: Some(row),
                column: Some(column.into()),
                meant: None,
                message: Message::new(key),
                severity: Severity::Error,
            };
            all.add(problem("code", "error-required"));
            if row % 2 == 0 {
                all.add(problem("day", "error-required"));
            }
        }
        assert_eq!((all.errors, all.kept.len()), (60_000, KEPT));
        let counted: Vec<_> = all
            .sorts
            .iter()
            .map(|s| (s.first.column.as_deref().unwrap(), s.first.row.unwrap(), s.count))
            .collect();
        assert_eq!(counted, [("code", 2, 40_000), ("day", 2, 20_000)]);
    }
}
