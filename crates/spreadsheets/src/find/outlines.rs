//! The first pass: which tables a sheet holds and where each begins and ends, in memory that does not grow with the rows.

use std::collections::{BTreeSet, VecDeque};

use super::class::{Class, RowView};
use super::heading::{STRONG, TableStart, table_start};
use super::heading_rows::spread;
use super::hints::Hints;
use super::layout::{Layout, is_capital};
use super::row_shape::counts_columns;
use super::words::{is_heading, is_note, speaks_of_codes, total};
use crate::canonical::clean;
use crate::grid::{Grid, Refusal, Row, Value};

/// The rows among which a heading is looked for: the first of the sheet; below it, fewer after a blank row.
const FIRST: usize = 90;
const LATER: usize = 40;
/// The first rows of the sheet, among which a given heading must be.
const DEEPEST: usize = 5_000;
/// Lines above a second table, at most.
const TITLES: usize = 12;
/// More tables than these in one sheet are taken for rows of the last.
const MOST: usize = 100;
/// The rows that show what the columns hold: the first ones, and then one in so many.
const SAMPLE: u64 = 500;
const ONE_IN: u64 = 16;
/// A column of no more different words than these may be one of choices.
const CHOICES: usize = 12;

/// A table after the first pass.
#[derive(Debug, Default)]
pub struct TableOutline {
    /// The number of the first row that belongs to it, a title perhaps.
    pub from: u64,
    pub heading: Vec<u64>,
    /// What the heading says of each column.
    pub names: Vec<Vec<String>>,
    /// The number of the first row below the heading.
    pub below: u64,
    pub score: f64,
    pub layout: Layout,
    rows: u64,
    columns: Vec<ColumnSample>,
}

/// What the first pass counts in a column.
#[derive(Clone, Debug, Default)]
struct ColumnSample {
    filled: u64,
    data: u64,
    capital: u64,
    letters: u64,
    maybe: u64,
    words: BTreeSet<String>,
}

/// The tables of a sheet, in their order.
pub fn outlines(grid: &dyn Grid, hints: &Hints) -> Result<Vec<TableOutline>, Refusal> {
    let mut rows = RowsAhead { rows: grid.rows()?, ahead: VecDeque::new() };
    let lines = counts_lines(grid);
    let last_heading = hints.heading.iter().flatten().max().copied().unwrap_or(0);
    let first: Vec<Row> = rows.look_to(last_heading, FIRST)?;
    let views: Vec<RowView> = first.iter().map(|row| RowView::of(row, lines)).collect();
    let Some(start) = views.first().map(|row| row.number) else { return Ok(vec![]) };
    let begins = match &hints.heading {
        None => table_start(&views, grid.merges()),
        Some(numbers) => given_heading(&views, numbers)?,
    };
    let mut outlines = vec![TableOutline::new(start.min(1), &views, &begins, grid)];
    let mut next = 0;
    while let Some(row) = rows.next()? {
        let outline = outlines.last_mut().expect("the first is there");
        let apart = row.number > next && next > outline.below;
        next = following(&row, lines);
        if row.number < outline.below || !apart && outline.rows > SAMPLE && row.number % ONE_IN != 0 {
            continue;
        }
        let view = RowView::of(&row, lines);
        if apart && hints.heading.is_none() {
            outline.settle();
            let heads =
                || view.filled().filter(|(_, class, text)| class.is_word() && is_heading(text)).count() > 1;
            // a line over rows like those before begins nothing: sheets have thousands of them
            let line = view.filled().count() == 1
                && rows.look(1)?.first().is_some_and(|row| outline.layout.goes_on(&RowView::of(row, lines)));
            let ahead = if !line && (!outline.layout.takes(&view) || heads()) {
                [vec![row.clone()], rows.look(LATER)?].concat()
            } else {
                vec![]
            };
            let outline = outlines.last().expect("the first is there");
            let beginning = next_table(
                outline,
                &ahead.iter().map(|row| RowView::of(row, lines)).collect::<Vec<_>>(),
                grid,
            );
            if let Some(another) = beginning.filter(|_| outlines.len() < MOST) {
                outlines.last_mut().expect("the first is there").layout.region.1 = another.from - 1;
                outlines.push(another);
            }
        }
        let outline = outlines.last_mut().expect("the first is there");
        if row.number >= outline.below {
            outline.see(&view);
        }
    }
    let last = outlines.last_mut().expect("the first is there");
    last.layout.region.1 = u64::MAX;
    outlines.iter_mut().for_each(TableOutline::settle);
    Ok(outlines)
}

/// The start of a table whose heading is given, not found.
fn given_heading(rows: &[RowView], numbers: &[u64]) -> Result<TableStart, Refusal> {
    let places: Option<Vec<usize>> =
        numbers.iter().map(|number| rows.iter().position(|row| row.number == *number)).collect();
    let Some(mut heading) = places else {
        let given = numbers.iter().map(u64::to_string).collect::<Vec<_>>().join(", ");
        return Err(Refusal { key: "error-heading-not-there", args: vec![("rows", given)], row: None });
    };
    heading.sort_unstable();
    let numbers = heading.iter().skip(1).copied().filter(|&n| counts_columns(&rows[n])).collect();
    Ok(TableStart { below: heading.last().map_or(0, |n| n + 1), heading, numbers, score: 1.0 })
}

/// The table that begins in the rows after a blank one; `None` if they belong to the table before.
fn next_table(outline: &TableOutline, rows: &[RowView], grid: &dyn Grid) -> Option<TableOutline> {
    let begins = table_start(rows, grid.merges());
    let first = *begins.heading.first()?;
    let lines = &rows[..first];
    let same = |n: &usize| rows[*n].filled().map(|(at, _, text)| (at, text.to_owned())).collect::<Vec<_>>();
    let repeated = begins.heading.iter().any(|n| outline.layout.headings.contains(&same(n)));
    let wide = rows[begins.heading[begins.heading.len() - 1]].filled().count() > 1;
    let clear = begins.score >= STRONG && begins.below < rows.len() && lines.len() <= TITLES;
    if !clear || !wide || repeated || lines.iter().any(|row| row.filled().count() > 2) {
        return None;
    }
    // Sections, subtotals and rows with a remark in place of a figure do not begin a table.
    if outline.layout.sums_up_or_goes_on(&rows[first], &rows[begins.below]) {
        return None;
    }
    let notes = lines.iter().take_while(|row| is_note(&row.line())).count();
    Some(TableOutline::new(rows[notes].number, rows, &begins, grid))
}

impl TableOutline {
    fn new(from: u64, rows: &[RowView], begins: &TableStart, grid: &dyn Grid) -> TableOutline {
        let heading: Vec<&RowView> = begins.heading.iter().map(|n| &rows[*n]).collect();
        let names: Vec<RowView> = begins
            .heading
            .iter()
            .filter(|n| !begins.numbers.contains(n))
            .map(|n| copied(&rows[*n]))
            .collect();
        let wide = heading.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let merged = grid
            .merges()
            .iter()
            .filter(|m| heading.iter().any(|row| row.number == m.rows.0))
            .map(|m| m.columns.1 + 1)
            .max();
        let cells = |row: &&RowView| row.filled().map(|(at, _, text)| (at, text.to_owned())).collect();
        let last = begins.heading.last().map(|n| rows[*n].number);
        TableOutline {
            from,
            heading: heading.iter().map(|row| row.number).collect(),
            names: spread(&names, grid.merges(), wide.max(merged.unwrap_or(0)).min(wide + 50)),
            below: last
                .map_or_else(|| rows.get(begins.below).map_or(from, |row| row.number), |last| last + 1),
            score: begins.score,
            layout: Layout {
                region: (from, u64::MAX),
                numbers: begins.numbers.iter().map(|n| rows[*n].number).collect(),
                headings: heading.iter().map(cells).collect(),
                ..Layout::default()
            },
            ..TableOutline::default()
        }
    }

    fn see(&mut self, row: &RowView) {
        // lines and totals would make the columns look empty
        let mut words = row.filled().filter(|(_, class, _)| class.is_word());
        let mut sums =
            || words.next().is_some_and(|(_, _, text)| total(text).is_some()) && words.next().is_none();
        if row.filled().take(2).count() < 2 || self.layout.repeats(row) || sums() {
            return;
        }
        self.rows += 1;
        if self.columns.len() < row.cells.len() {
            self.columns.resize_with(row.cells.len(), ColumnSample::default);
        }
        for (column, (class, text)) in self.columns.iter_mut().zip(&row.cells) {
            if !class.is_filled() {
                continue;
            }
            column.filled += 1;
            column.data += u64::from(class.is_datum());
            column.capital += u64::from(is_capital(text));
            column.letters += u64::from(*class == Class::TwoLetters);
            column.maybe += u64::from(*class == Class::MaybeNothing);
            if column.words.len() <= CHOICES && class.is_word() {
                column.words.insert(text.chars().take(40).collect());
            }
        }
    }

    /// Decides what the columns hold, from the rows counted so far.
    fn settle(&mut self) {
        let rows = self.rows;
        let which = |is: &dyn Fn(&ColumnSample) -> bool| {
            self.columns
                .iter()
                .enumerate()
                .filter(|(_, column)| column.filled > 0 && is(column))
                .map(|(at, _)| at)
                .collect::<Vec<usize>>()
        };
        let filled = which(&|column| column.filled * 10 >= rows * 6);
        let figures = which(&|column| column.data * 10 >= column.filled * 7);
        let choices =
            which(&|column| column.words.len() <= CHOICES && column.filled >= 2 * column.words.len() as u64);
        let shouting = which(&|column| column.capital * 5 > column.filled);
        // NA is Namibia among codes of two letters, and where the heading speaks of countries
        let nothing = which(&|column| column.maybe > 0 && column.letters * 2 < column.filled - column.maybe);
        let nothing = nothing
            .into_iter()
            .filter(|at| !self.names.get(*at).is_some_and(|names| speaks_of_codes(&names.join(" "))))
            .collect();
        self.layout =
            Layout { filled, figures, choices, shouting, nothing, ..std::mem::take(&mut self.layout) };
    }
}

fn copied<'a>(row: &'a RowView) -> RowView<'a> {
    RowView {
        number: row.number,
        next: row.next,
        cells: row.cells.iter().map(|(class, text)| (*class, text.as_ref().into())).collect(),
    }
}

/// Whether rows are numbered by the line they begin on: in text files, which have no sheet to name.
pub fn counts_lines(grid: &dyn Grid) -> bool {
    grid.name().is_empty()
}

/// The number of the row after this one if none is left out between them: a cell of a text file may take several lines.
fn following(row: &Row, lines: bool) -> u64 {
    if !lines {
        return row.number + 1;
    }
    let breaks = |cell: &Value| {
        if let Value::Text(text) = cell {
            text.trim().bytes().filter(|b| *b == b'\n').count() as u64
        } else {
            0
        }
    };
    row.number + 1 + row.cells.iter().map(breaks).sum::<u64>()
}

/// Rows that can be looked at ahead.
struct RowsAhead<'g> {
    rows: Box<dyn Iterator<Item = Result<Row, Refusal>> + Send + 'g>,
    ahead: VecDeque<Row>,
}

impl RowsAhead<'_> {
    fn next(&mut self) -> Result<Option<Row>, Refusal> {
        match self.ahead.pop_front() {
            Some(row) => Ok(Some(row)),
            None => self.fresh(),
        }
    }

    /// The next rows that hold something, which stay the next.
    fn look(&mut self, most: usize) -> Result<Vec<Row>, Refusal> {
        while self.ahead.len() < most {
            match self.fresh()? {
                Some(row) => self.ahead.push_back(row),
                None => break,
            }
        }
        Ok(self.ahead.iter().take(most).cloned().collect())
    }

    /// The next rows, at least to the one with this number unless it lies too deep.
    fn look_to(&mut self, number: u64, most: usize) -> Result<Vec<Row>, Refusal> {
        let mut looked = self.look(most)?;
        while looked.last().is_some_and(|row| row.number <= number) && looked.len() < DEEPEST {
            let more = self.look(looked.len() + most)?;
            if more.len() == looked.len() {
                break;
            }
            looked = more;
        }
        Ok(looked)
    }

    /// The next row of the sheet that holds something.
    fn fresh(&mut self) -> Result<Option<Row>, Refusal> {
        for row in self.rows.by_ref() {
            let row = row?;
            let says = |cell: &Value| {
                if let Value::Text(text) = cell { !clean(text).is_empty() } else { !cell.is_empty() }
            };
            if row.cells.iter().any(says) {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }
}
