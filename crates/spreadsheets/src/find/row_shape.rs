//! Questions about a whole row: whether it counts columns, names years, or holds data; and which rows are below it.

use super::class::{Class, RowView};
use super::words::is_label;

/// How many rows below a row are compared with it to see whether it is their heading.
const BELOW: usize = 30;

/// Whether a row holds a number, a day or another datum.
pub(super) fn has_data(row: &RowView) -> bool {
    row.filled().any(|(_, class, _)| class.is_datum())
}

/// Whether a row is a line about a wider table, such as `Source: | INE`.
pub(super) fn is_a_label(row: &RowView, wide: usize) -> bool {
    wide > 2 && row.filled().count() == 2 && row.filled().next().is_some_and(|(_, _, text)| is_label(text))
}

/// Whether the years or months of a row follow each other, as they do in a heading; perhaps again and again, under several names.
pub(super) fn rises(row: &RowView) -> bool {
    let years: Vec<&str> = row
        .filled()
        .filter(|(_, class, _)| class.is_year() || *class == Class::Month)
        .map(|(_, _, text)| text)
        .collect();
    let round = years.iter().skip(1).position(|year| *year == years[0]).map_or(years.len(), |n| n + 1);
    let follow = |years: &[&str]| {
        years.windows(2).all(|two| two[0] < two[1]) || years.windows(2).all(|two| two[0] > two[1])
    };
    round > 1 && years.chunks(round).all(|chunk| chunk == &years[..chunk.len()]) && follow(&years[..round])
}

/// Whether a row only numbers the columns: 1, 2, 3 … or (1), (2), (3) …
pub fn counts_columns(row: &RowView) -> bool {
    let bare = |text: &str| text.trim_matches(['(', ')', '[', ']']).parse::<usize>().ok();
    let numbers: Option<Vec<usize>> = row.filled().map(|(_, _, text)| bare(text)).collect();
    numbers.is_some_and(|n| n.len() > 1 && n[0] <= 1 && n.windows(2).all(|two| two[1] == two[0] + 1))
}

/// The rows below a row: first rows of words only, which may also belong to the heading; then those that show what the columns hold.
pub(super) fn rows_below<'r, 's>(
    rows: &'r [RowView<'s>],
    n: usize,
    end: usize,
) -> (Vec<&'r RowView<'s>>, Vec<&'r RowView<'s>>) {
    let repeated = |k: usize| !has_data(&rows[k]) && rows[..k].iter().any(|row| row.cells == rows[k].cells);
    let asked = (n + 1..end).filter(|&k| !counts_columns(&rows[k]) && !repeated(k)).take(BELOW);
    let mut below: Vec<&RowView> = asked.map(|k| &rows[k]).collect();
    let words = below.iter().take(3).take_while(|row| !has_data(row)).count();
    let figures = below[words..].iter().filter(|row| has_data(row)).count();
    let rest =
        if figures * 2 > below.len() - words { below.split_off(words) } else { std::mem::take(&mut below) };
    (below, rest)
}
