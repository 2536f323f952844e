//! A table found in a sheet: its rows, its columns, and the kind of every row of the sheet.

use std::collections::HashMap;

use super::class::RowView;
use super::layout::{Layout, has};
use super::row_kind::RowKind;
use super::row_widths::Misfit;
use crate::canonical::{DaysOfColumn, Misread, Reads, clean, may_be_nothing};
use crate::grid::{Grid, Refusal, Row, Value};

/// A table found in a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct DetectedTable {
    /// The numbers of its first and last row of data.
    pub rows: (u64, u64),
    /// The numbers of the rows of its heading; none if it has no heading.
    pub heading: Vec<u64>,
    pub columns: Vec<DetectedColumn>,
    /// The lines above and below it, with their rows: title, source, licence, notes.
    pub notes: Vec<(u64, String)>,
    /// From 0 to 1: how sure it is that this is a table with this heading.
    pub sure: f64,
    /// Decides what each row is; made by `find`. By default every row between the first and the last is a row of data.
    pub layout: Layout,
}

/// A column of a table found in a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct DetectedColumn {
    /// Its position in the row, from 0.
    pub at: usize,
    /// What the heading says, the upper rows first; empty if it says nothing.
    pub heading: Vec<String>,
    pub guess: Guess,
}

/// What a column holds, as its cells and its heading suggest.
#[derive(Clone, Debug, PartialEq)]
pub struct Guess {
    pub reads: Reads,
    /// From 0 to 1: the share of filled cells it reads, less if another reading fits as well.
    pub sure: f64,
    pub mark: Mark,
    /// Some different cells, as the sheet has them.
    pub examples: Vec<String>,
    /// Some cells it cannot read, with their rows.
    pub odd: Vec<(u64, String)>,
}

/// How it is known which mark is before decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The sheet shows it, or no number of the column depends on it.
    Shown,
    /// A person says it, and without that a number would be in doubt.
    Said,
    /// Nothing says it: 1,234 may be two numbers.
    Open,
}

impl DetectedTable {
    /// Every row of the sheet with its kind, as this table sees it.
    pub fn rows<'a>(
        &'a self,
        grid: &'a dyn Grid,
    ) -> Result<impl Iterator<Item = Result<(Row, RowKind), Refusal>> + Send + 'a, Refusal> {
        Ok(grid.rows()?.map(move |row| {
            let row = row?;
            let is = self.what(&RowView::of(&row, false));
            Ok((row, is))
        }))
    }

    fn what(&self, row: &RowView) -> RowKind {
        let number = row.number;
        let Layout { region, numbers, .. } = &self.layout;
        let (from, to) = if region.1 == 0 { (1, u64::MAX) } else { *region };
        let below = self.heading.last().copied().unwrap_or(0);
        match number {
            _ if row.is_blank() => RowKind::Blank,
            number if number < from || number > to => RowKind::OtherTable,
            number if numbers.contains(&number) => RowKind::ColumnNumbers,
            number if self.heading.contains(&number) => RowKind::Heading,
            number if number <= below => RowKind::Title,
            number if number < self.rows.0 => match self.layout.what(row) {
                RowKind::Data => RowKind::Title,
                other => other,
            },
            number if number > self.rows.1 => match self.layout.what(row) {
                RowKind::Data | RowKind::Section(_) => RowKind::Footnote,
                other => other,
            },
            _ => self.layout.what(row),
        }
    }

    /// The name of a column, by its position in [`DetectedTable::columns`]: what its heading says, the upper rows first, or else its letter. Names
    /// are unique: a second one gets “ (2)”.
    pub fn name(&self, column: usize) -> String {
        self.names().into_iter().nth(column).unwrap_or_default()
    }

    /// The names of all columns, in their order.
    pub fn names(&self) -> Vec<String> {
        let mut seen: HashMap<String, usize> = HashMap::new();
        let mut names: Vec<String> = vec![];
        for column in &self.columns {
            let plain =
                if column.heading.is_empty() { letter(column.at) } else { column.heading.join(" · ") };
            let count = seen.entry(plain.clone()).or_default();
            *count += 1;
            let mut name = if *count == 1 { plain.clone() } else { format!("{plain} ({count})") };
            while *count > 1 && names.contains(&name) {
                *count += 1;
                name = format!("{plain} ({count})");
            }
            names.push(name);
        }
        names
    }

    /// Why the cells of a row of data may be of other columns than those they are in, if so.
    pub fn misfit(&self, row: &Row) -> Option<Misfit> {
        self.layout.widths.misfit(row)
    }

    /// How the days of a column of [`DetectedTable::columns`] are written: as its cells show, or as it was said.
    pub fn days(&self, column: usize) -> DaysOfColumn {
        let Some(column) = self.columns.get(column) else { return DaysOfColumn::default() };
        match (self.layout.days.get(&column.at), column.guess.reads) {
            (Some(days), _) => days.clone(),
            (None, Reads::Day { order }) => DaysOfColumn::said(order),
            (None, _) => DaysOfColumn::default(),
        }
    }

    /// A cell of a column of [`DetectedTable::columns`] in canonical words, as [`crate::Reads::canonical`] gives them. NA is nothing if the other
    /// cells of the column show that it means nothing.
    pub fn canonical(&self, column: usize, value: &Value) -> Result<String, Misread> {
        let Some(column) = self.columns.get(column) else { return Ok(String::new()) };
        match value {
            Value::Text(text) if has(&self.layout.nothing, column.at) && may_be_nothing(&clean(text)) => {
                Ok(String::new())
            }
            value => column.guess.reads.canonical(value),
        }
    }
}

/// The letters by which a spreadsheet calls a column, counted from 0: A, B, …, Z, AA.
pub fn letter(at: usize) -> String {
    let mut letters = vec![];
    let mut rest = at + 1;
    while rest > 0 {
        letters.push((b'A' + ((rest - 1) % 26) as u8) as char);
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        assert_eq!([0, 25, 26, 701, 702].map(letter), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
