//! Finds how many rows a heading takes, and what they say of each column.

use super::class::{Class, RowView};
use super::row_shape::{counts_columns, is_a_label, rises, rows_below};
use super::words::is_unit;
use crate::canonical::folded;
use crate::grid::Merge;

/// The most rows of a heading.
const DEEP: usize = 5;

/// The rows of the heading around one of them, and which of them only count the columns.
pub fn grown(rows: &[RowView], merges: &[Merge], at: usize) -> (Vec<usize>, Vec<usize>) {
    let mut heading = vec![at];
    let mut numbers = vec![];
    let adjacent = |above: usize, below: usize| rows[below].number == rows[above].next;
    while heading.len() < DEEP {
        let last = heading[heading.len() - 1];
        let next = last + 1;
        if next >= rows.len() || !adjacent(last, next) {
            break;
        }
        if counts_columns(&rows[next]) {
            numbers.push(next);
        } else if !(is_units(&rows[next]) || numbers.is_empty() && is_lower(rows, merges, &heading, next)) {
            break;
        }
        heading.push(next);
    }
    while heading.len() < DEEP {
        let first = heading[0];
        let begins = heading
            .iter()
            .filter(|n| !numbers.contains(n))
            .filter_map(|n| rows[*n].filled().next())
            .map(|(at, ..)| at)
            .min();
        if first == 0
            || !adjacent(first - 1, first)
            || !is_upper(&rows[first - 1], &rows[first], begins.unwrap_or(0), merges)
        {
            break;
        }
        heading.insert(0, first - 1);
    }
    (heading, numbers)
}

fn is_units(row: &RowView) -> bool {
    row.filled().all(|(_, _, text)| is_unit(text))
}

/// Whether a row names columns below the names above it.
fn is_lower(rows: &[RowView], merges: &[Merge], heading: &[usize], next: usize) -> bool {
    let (upper, row) = (&rows[heading[heading.len() - 1]], &rows[next]);
    let rising = rises(row);
    if row
        .filled()
        .any(|(_, class, text)| (class.is_datum() && !(rising && class.is_year())) || text.len() > 80)
        || rows.len() == next + 1
    {
        return false;
    }
    let number = row.number;
    let tall = heading.iter().any(|&n| {
        merges.iter().any(|m| m.rows.0 == rows[n].number && m.rows.1 >= number && m.rows.0 < m.rows.1)
    });
    if tall || partly_merged(merges, upper) {
        return true;
    }
    if merges.is_empty() {
        // The upper row leaves open what the lower one fills, and the other way round; or the lower one is above figures.
        let (_, below) = rows_below(rows, next, rows.len());
        let filled =
            |at: usize| below.iter().filter(|row| row.class(at).is_filled()).count() * 10 >= below.len() * 3;
        let wide = upper.cells.len().max(row.cells.len());
        let count = |has: &RowView, not: &RowView| {
            (0..wide)
                .filter(|&at| has.class(at).is_filled() && !not.class(at).is_filled() && filled(at))
                .count()
        };
        let spread = count(row, upper);
        let figures = (0..wide).filter(|&at| row.class(at).is_word() || rising && row.class(at).is_year());
        let over = figures.filter(|&at| {
            let cells: Vec<Class> =
                below.iter().map(|row| row.class(at)).filter(|class| class.is_filled()).collect();
            !cells.is_empty() && cells.iter().filter(|class| class.is_datum()).count() * 10 >= cells.len() * 7
        });
        let label_open = (0..wide).find(|&at| filled(at)).is_some_and(|at| row.class(at) == Class::Empty);
        let over = over.count();
        return spread > 0 && count(upper, row) > 0 || over > 1 || over > 0 && (spread > 0 || label_open);
    }
    false
}

/// Whether a row names groups of the columns named below it.
fn is_upper(row: &RowView, below: &RowView, begins: usize, merges: &[Merge]) -> bool {
    let filled: Vec<_> = row.filled().collect();
    if filled.iter().any(|(_, class, text)| !(class.is_word() || class.is_year()) || text.len() > 80) {
        return false;
    }
    let here = |m: &&Merge| m.rows.0 <= row.number && row.number <= m.rows.1;
    if partly_merged(merges, row)
        || merges.iter().filter(here).any(|m| m.rows.1 >= below.number && m.columns.0 == m.columns.1)
    {
        return true;
    }
    if merges.iter().any(|m| here(&m) && m.columns.0 < m.columns.1) {
        return false;
    }
    let wide = below.cells.len();
    match filled.as_slice() {
        [] => false,
        [(at, ..)] => *at < wide && *at > begins,
        _ if is_a_label(row, wide) || filled.iter().filter(|(_, class, _)| class.is_year()).count() == 1 => {
            false
        }
        [(_, _, first), ..] => {
            let open = (0..wide).any(|at| row.class(at) == Class::Empty && below.class(at).is_filled());
            open && filled.iter().all(|(at, ..)| *at < wide) && first.len() <= 60
        }
    }
}

/// Whether cells of a row are merged over some of its columns, not all.
fn partly_merged(merges: &[Merge], row: &RowView) -> bool {
    let wide = row.cells.len();
    let filled = row.filled().count();
    merges.iter().any(|m| {
        m.rows.0 == row.number
            && m.columns.0 < m.columns.1
            && (m.columns.0 > 0 || filled > 1 || m.columns.1 + 1 < wide)
    })
}

/// What each row of a heading says of each column, the upper rows first. A merged cell, or a cell above several columns with names of their
/// own, is said of all of them.
pub fn spread(heading: &[RowView], merges: &[Merge], wide: usize) -> Vec<Vec<String>> {
    let merged = |row: &RowView| merges.iter().any(|m| m.rows.0 <= row.number && row.number <= m.rows.1);
    let guess = !heading.iter().any(merged);
    let mut columns = vec![vec![]; wide];
    for (n, row) in heading.iter().enumerate() {
        let lower = |at: usize| {
            heading[n + 1..].iter().any(|row| row.class(at).is_filled() && !is_unit(row.text(at)))
        };
        let mut over = String::new();
        for (at, column) in columns.iter_mut().enumerate() {
            let own = row.text(at).replace('\n', " ");
            let text = if !own.is_empty() {
                over = if guess && lower(at) { own.clone() } else { String::new() };
                own
            } else if guess && !over.is_empty() && lower(at) {
                over.clone()
            } else if guess {
                over.clear();
                continue;
            } else {
                let merge =
                    merges.iter().find(|m| m.rows.0 == row.number && m.columns.0 < at && at <= m.columns.1);
                merge.map(|m| row.text(m.columns.0).replace('\n', " ")).unwrap_or_default()
            };
            if !text.is_empty() && column.last().is_none_or(|last: &String| folded(last) != folded(&text)) {
                column.push(text);
            }
        }
    }
    columns
}
