//! Finds where a table begins and which rows are its heading.

use super::class::{Class, RowView};
use super::heading_rows::grown;
use super::row_shape::{counts_columns, has_data, is_a_label, rises, rows_below};
use super::words::is_heading;
use crate::grid::Merge;

/// From here on a row is surely a heading.
pub const STRONG: f64 = 0.45;
/// A heading of words over words, with nothing that speaks against it, has 0.3.
const WEAK: f64 = 0.15;

/// The beginning of a table among some rows without blank ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableStart {
    /// The positions of the heading's rows among the rows looked at; none if there is no heading.
    pub heading: Vec<usize>,
    /// Those of them that only count the columns.
    pub numbers: Vec<usize>,
    /// Where the rows below the heading begin.
    pub below: usize,
    /// From −1 to about 1.
    pub score: f64,
}

/// The first table that begins among the rows: the first row that surely is a heading, or the one that is most like one.
pub fn table_start(rows: &[RowView], merges: &[Merge]) -> TableStart {
    let alone = rows.iter().all(|row| row.filled().count() <= 1);
    let wide = rows.iter().map(|row| row.filled().count()).max().unwrap_or(0);
    let candidate =
        |row: &RowView| (row.filled().count() > 1 || alone) && !counts_columns(row) && !is_a_label(row, wide);
    let ends = blocks(rows);
    let mut best: Option<(usize, f64)> = None;
    let holds = |row: &&RowView| row.filled().count() > 1 && has_data(row);
    for (start, end) in ends {
        // what has rows of its own is a table, however unsure its heading is
        if best.is_some_and(|(n, score)| score >= WEAK && rows[n + 1..start].iter().filter(holds).count() > 1)
        {
            break;
        }
        let scores: Vec<(usize, f64)> = (start..end)
            .filter(|&n| candidate(&rows[n]))
            .enumerate()
            // the further down, the more it takes to be a heading
            .map(|(above, n)| {
                (n, score(rows, n, if end - n > 3 { end } else { rows.len() }), 0.9_f64.powi(above as i32))
            })
            .map(|(n, score, less)| (n, if score > 0.0 { score * less } else { score }))
            .collect();
        let Some(most) = scores.iter().map(|(_, score)| *score).reduce(f64::max) else { continue };
        let first = scores.into_iter().find(|(_, score)| *score >= most * if most > 0.0 { 0.8 } else { 1.0 });
        if let Some((n, score)) = first.filter(|(_, score)| best.is_none_or(|(_, best)| *score > best)) {
            best = Some((n, score));
            if score >= STRONG {
                break;
            }
        }
    }
    match best {
        Some((n, score)) if score >= WEAK => {
            let (heading, numbers) = grown(rows, merges, n);
            TableStart { below: heading.last().map_or(0, |n| n + 1), heading, numbers, score }
        }
        best => TableStart {
            below: without_heading(rows),
            score: best.map_or(0.0, |(_, score)| score),
            ..TableStart::default()
        },
    }
}

/// Where the rows of a table without a heading begin: separate lines above it do not belong to them.
fn without_heading(rows: &[RowView]) -> usize {
    let wide = rows.iter().map(|row| row.filled().count()).max().unwrap_or(0);
    let line = |row: &RowView| row.filled().count() == 1 && wide > 1;
    let above = blocks(rows).into_iter().take_while(|&(start, end)| rows[start..end].iter().all(line)).last();
    above.map_or(0, |(_, end)| end)
}

/// Runs of rows with no blank row between them.
fn blocks(rows: &[RowView]) -> Vec<(usize, usize)> {
    let mut blocks = vec![];
    let mut start = 0;
    for n in 1..=rows.len() {
        if n == rows.len() || rows[n].number > rows[n - 1].next {
            blocks.push((start, n));
            start = n;
        }
    }
    blocks
}

/// How much a row is like the heading of the rows below it, per column.
fn score(rows: &[RowView], n: usize, end: usize) -> f64 {
    let row = &rows[n];
    let (more, below) = rows_below(rows, n, end);
    if below.is_empty() {
        return if row.filled().all(|(_, class, _)| class.is_word()) { 0.2 } else { -1.0 };
    }
    let wide = below.iter().map(|row| row.cells.len()).max().unwrap_or(0).max(row.cells.len());
    let rising = rises(row);
    let says = |class: Class| class.is_filled() && class != Class::MaybeNothing;
    let (mut sum, mut columns) = (0.0, 0.0);
    for at in 0..wide {
        let filled: Vec<(Class, &str)> =
            below.iter().map(|row| (row.class(at), row.text(at))).filter(|(class, _)| says(*class)).collect();
        let often = filled.len() * 10 >= below.len() * 3;
        match row.class(at) {
            Class::Empty if more.iter().any(|row| row.class(at).is_filled()) => columns += 1.0,
            // the corner of a table is often left empty
            Class::Empty if columns == 0.0 && filled.len() * 10 >= below.len() * 4 => {
                (sum, columns) = (sum - 0.2, columns + 1.0)
            }
            Class::Empty if filled.len() * 10 >= below.len() * 4 => {
                (sum, columns) = (sum - 0.5, columns + 1.0)
            }
            Class::Empty => {}
            class if often => {
                (sum, columns) = (sum + over(class, row.text(at), rising, &filled), columns + 1.0)
            }
            class if class.is_datum() && !rising => (sum, columns) = (sum - 1.0, columns + 1.0),
            _ => {}
        }
    }
    // One row or two below say little.
    let weight = (below.len().min(3) + 1) as f64 / 4.0;
    if columns == 0.0 { 0.0 } else { weight * sum / columns }
}

/// How much a cell is like the heading of the cells below it.
fn over(class: Class, text: &str, rising: bool, below: &[(Class, &str)]) -> f64 {
    let part = |of: fn(Class) -> bool| {
        below.iter().filter(|(class, _)| of(*class)).count() as f64 / below.len() as f64
    };
    if class.is_year() || class.is_day() {
        let same = part(if class.is_year() { Class::is_year } else { Class::is_day });
        return if rising && same < 0.5 && part(Class::is_figure) >= 0.7 { 0.7 } else { -1.0 };
    }
    if class.is_datum() || matches!(class, Class::Nothing | Class::MaybeNothing | Class::Wrong) {
        return -1.0;
    }
    if part(Class::is_datum) >= 0.7 {
        return 1.0;
    }
    let repeated = below.iter().filter(|(_, other)| *other == text).count();
    if repeated > 0 {
        return -1.0;
    }
    let length = below[0].1.chars().count();
    let uniform = length <= 8
        && below.len() > 2
        && below.iter().all(|(c, other)| *c == below[0].0 && other.chars().count() == length);
    let mut like = match uniform {
        true if class == below[0].0 && text.chars().count() == length => -0.5,
        true => 0.7,
        false => 0.3,
    };
    let mean = below.iter().map(|(_, other)| other.len()).sum::<usize>() / below.len();
    if text.len() > 80 {
        like -= 0.3;
    } else if mean > 50 && text.len() < 30 {
        like += 0.2;
    }
    if is_heading(text) { like + 0.4 } else { like }
}
