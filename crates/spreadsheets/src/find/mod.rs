//! Finds the tables in a sheet.
//!
//! The first pass finds where each table begins: its heading is the row that is least like the rows below it, the lines above the heading
//! are titles, and a second table begins only after a blank row. The second pass counts what the columns of each table hold. Both keep a
//! few hundred rows at most. The same sheet always gives the same tables.

mod class;
mod detected_table;
mod guess;
mod heading;
mod heading_rows;
mod hints;
mod layout;
mod outlines;
mod row_kind;
mod row_shape;
mod row_widths;
mod tally;
mod words;
mod years;

pub use detected_table::{DetectedColumn, DetectedTable, Guess, Mark};
pub use hints::Hints;
pub use layout::Layout;
pub use row_kind::RowKind;
pub use row_widths::{Misfit, swallows};
pub use years::{YearsAcross, years_across};

use class::RowView;
use guess::{Conventions, guess};
use outlines::TableOutline;
use row_widths::RowWidths;
use tally::{Tally, shown};

use crate::canonical::Reads;
use crate::grid::{Grid, Refusal, Row};

/// The most lines above and below a table that are kept.
const NOTES: usize = 100;
/// The most characters of such a line.
const SHOWN: usize = 500;
/// Rows after a blank one that may be notes or rows: more of them are rows.
const PENDING: usize = 50;

/// The tables of a sheet, in their order. `hints.table` asks for only that one, `hints.heading` for the one under this heading.
///
/// It reads the rows twice, in memory that does not grow with them.
pub fn find(grid: &dyn Grid, hints: &Hints) -> Result<Vec<DetectedTable>, Refusal> {
    let outlines = outlines::outlines(grid, hints)?;
    let mut counts: Vec<TableCount> = outlines.iter().map(|_| TableCount::default()).collect();
    let lines = outlines::counts_lines(grid);
    let mut at = 0;
    for row in grid.rows()? {
        let row = row?;
        while outlines.get(at + 1).is_some_and(|next| row.number >= next.from) {
            at += 1;
        }
        if let Some(outline) = outlines.get(at) {
            counts[at].see(outline, row, lines);
        }
    }
    if !lines {
        // the cells of a workbook are where they are
        counts.iter_mut().for_each(|count| count.widths = RowWidths::default());
    }
    counts.iter_mut().for_each(TableCount::end);
    let conventions = Conventions::of(counts.iter().flat_map(|count| &count.tallies), hints.decimal);
    let mut found: Vec<DetectedTable> = outlines
        .into_iter()
        .zip(counts)
        .map(|(outline, count)| detected_table(outline, count, conventions, hints))
        .collect();
    if found.iter().any(|table| table.rows.0 <= table.rows.1) {
        found.retain(|table| table.rows.0 <= table.rows.1);
    }
    found.retain(|table| !table.columns.is_empty());
    match hints.table {
        None => Ok(found),
        Some(table) if hints.heading.is_none() => match found.into_iter().nth(table.wrapping_sub(1)) {
            Some(found) => Ok(vec![found]),
            None => Err(Refusal {
                key: "error-no-such-table-in-sheet",
                args: vec![("table", table.to_string())],
                row: None,
            }),
        },
        Some(_) => Ok(found),
    }
}

/// What the second pass counts in one table.
#[derive(Default)]
struct TableCount {
    tallies: Vec<Tally>,
    rows: Option<(u64, u64)>,
    widths: RowWidths,
    notes: Vec<(u64, String)>,
    /// Lines that are rows only if rows follow.
    pending: Vec<Row>,
    /// Lines below the last row: sections if rows follow, notes if none do.
    last: Vec<(u64, String)>,
    next: u64,
}

impl TableCount {
    fn see(&mut self, outline: &TableOutline, row: Row, lines: bool) {
        let view = RowView::of(&row, lines);
        if view.is_blank() {
            return;
        }
        let apart = view.number > self.next || !self.pending.is_empty();
        self.next = view.next;
        if view.number < outline.below {
            if outline.heading.contains(&view.number) {
                self.widths.see_heading(&row);
            } else {
                self.note(&view);
            }
            return;
        }
        match outline.layout.what(&view) {
            RowKind::Data
                if apart
                    && self.rows.is_some()
                    && outline.layout.may_be_a_note(&view)
                    && self.pending.len() < PENDING =>
            {
                self.pending.push(row);
            }
            RowKind::Data => {
                for row in std::mem::take(&mut self.pending) {
                    self.count(outline, &row);
                }
                self.count(outline, &row);
            }
            RowKind::Footnote => self.note(&view),
            RowKind::Section(_) if self.last.len() < NOTES => {
                self.last.push((view.number, shown(&view.line(), SHOWN)))
            }
            _ => {}
        }
    }

    fn count(&mut self, outline: &TableOutline, row: &Row) {
        self.widths.see(row);
        let view = RowView::of(row, false);
        let wide = view.cells.len();
        if self.tallies.len() < wide {
            self.tallies.resize_with(wide, Tally::default);
        }
        for (at, tally) in self.tallies.iter_mut().enumerate().take(wide) {
            tally.see(&view, at, &row.cells[at], layout::has(&outline.layout.nothing, at));
        }
        self.last.clear();
        self.rows = Some((self.rows.map_or(row.number, |rows| rows.0), row.number));
    }

    fn note(&mut self, row: &RowView) {
        if self.notes.len() < NOTES {
            self.notes.push((row.number, shown(&row.line(), SHOWN)));
        }
    }

    fn end(&mut self) {
        self.last.extend(
            self.pending.drain(..).map(|row| (row.number, shown(&RowView::of(&row, false).line(), SHOWN))),
        );
        self.notes.append(&mut self.last);
        self.notes.sort();
        self.notes.truncate(NOTES);
    }
}

fn detected_table(
    outline: TableOutline,
    count: TableCount,
    conventions: Conventions,
    hints: &Hints,
) -> DetectedTable {
    let wide = outline.names.len().max(count.tallies.len());
    let rows = count.rows.unwrap_or((outline.below, outline.below - 1));
    let mut found = DetectedTable {
        rows,
        heading: outline.heading,
        columns: vec![],
        notes: count.notes,
        sure: (0.5 + 0.6 * if outline.names.is_empty() { 0.15 - outline.score } else { outline.score })
            .clamp(0.5, 1.0),
        layout: Layout { widths: count.widths, ..outline.layout },
    };
    let empty = Tally::default();
    for at in 0..wide {
        let heading = outline.names.get(at).cloned().unwrap_or_default();
        let tally = count.tallies.get(at).unwrap_or(&empty);
        if heading.is_empty() && tally.filled == 0 {
            continue;
        }
        found.columns.push(DetectedColumn {
            at,
            heading,
            guess: guess(tally, "", conventions, Some(Reads::Text)),
        });
    }
    let names = found.names();
    for (column, name) in found.columns.iter_mut().zip(names) {
        let letter = detected_table::letter(column.at);
        let given =
            hints.reads.iter().find(|(hint, _)| *hint == name || *hint == letter).map(|(_, reads)| *reads);
        let heading = column.heading.join(" ");
        let days = count.tallies.get(column.at).map(|tally| tally.days.clone()).unwrap_or_default();
        let days = match given {
            Some(Reads::Day { order }) => days.with_order(order),
            _ => days,
        };
        found.layout.days.insert(column.at, days);
        column.guess = guess(count.tallies.get(column.at).unwrap_or(&empty), &heading, conventions, given);
    }
    found
}
