//! Where a table begins and which rows are its heading.

use super::class::{Class, Sight};
use super::words::{is_heading, is_label, is_unit};
use crate::grid::Merge;
use crate::reads::folded;

/// How many rows below a row are asked whether it is their heading.
const BELOW: usize = 30;
/// A heading takes at most so many rows.
const DEEP: usize = 5;
/// From here on a row is surely a heading.
pub const STRONG: f64 = 0.45;
/// A heading of words over words, with nothing that speaks against it, has 0.3.
const WEAK: f64 = 0.15;

/// The beginning of a table among some rows without blank ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opening {
    /// Places of the heading's rows among those looked at; none where there is no heading.
    pub heading: Vec<usize>,
    /// Those of them that only count the columns.
    pub numbers: Vec<usize>,
    /// Where the rows below the heading begin.
    pub below: usize,
    /// From −1 to about 1.
    pub score: f64,
}

/// The first table that begins among the rows: the first row that surely is a heading, or the one that is most like one.
pub fn opening(rows: &[Sight], merges: &[Merge]) -> Opening {
    let alone = rows.iter().all(|row| row.filled().count() <= 1);
    let candidate = |row: &Sight| row.filled().count() > 1 || alone;
    let ends = blocks(rows);
    let mut best: Option<(usize, f64)> = None;
    for (start, end) in ends {
        let scores: Vec<(usize, f64)> = (start..end)
            .filter(|&n| candidate(&rows[n]) && !counts_columns(&rows[n]))
            .map(|n| (n, score(&rows[n], if end - n > 3 { &rows[n + 1..end] } else { &rows[n + 1..] })))
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
            Opening { below: heading.last().map_or(0, |n| n + 1), heading, numbers, score }
        }
        best => Opening { below: without_heading(rows), score: best.map_or(0.0, |(_, score)| score), ..Opening::default() },
    }
}

/// Where the rows of a table without a heading begin: lines that stand apart above it are none of them.
fn without_heading(rows: &[Sight]) -> usize {
    let wide = rows.iter().map(|row| row.filled().count()).max().unwrap_or(0);
    let line = |row: &Sight| row.filled().count() == 1 && wide > 1;
    let above = blocks(rows).into_iter().take_while(|&(start, end)| rows[start..end].iter().all(line)).last();
    above.map_or(0, |(_, end)| end)
}

/// Runs of rows with no blank row between them.
fn blocks(rows: &[Sight]) -> Vec<(usize, usize)> {
    let mut blocks = vec![];
    let mut start = 0;
    for n in 1..=rows.len() {
        if n == rows.len() || rows[n].number > rows[n - 1].next() {
            blocks.push((start, n));
            start = n;
        }
    }
    blocks
}

/// How much a row is like the heading of the rows below it, per column.
fn score(row: &Sight, below: &[Sight]) -> f64 {
    let below = &below[..below.len().min(BELOW)];
    let said = |other: &&Sight| other.cells != row.cells;
    let below: Vec<&Sight> = below.iter().filter(said).collect();
    if below.is_empty() {
        return if row.filled().all(|(_, class, _)| class.is_word()) { 0.2 } else { -1.0 };
    }
    let wide = below.iter().map(|row| row.cells.len()).max().unwrap_or(0).max(row.cells.len());
    let rising = rises(row);
    let (mut sum, mut columns) = (0.0, 0.0);
    for at in 0..wide {
        let filled: Vec<(Class, &str)> = below.iter().map(|row| (row.class(at), row.text(at))).filter(|(class, _)| class.is_filled()).collect();
        let often = filled.len() * 10 >= below.len() * 3;
        match row.class(at) {
            Class::Empty if filled.len() * 10 >= below.len() * 6 => (sum, columns) = (sum - 0.5, columns + 1.0),
            Class::Empty => {}
            class if often => (sum, columns) = (sum + over(class, row.text(at), rising, &filled), columns + 1.0),
            class if class.is_datum() && !rising => (sum, columns) = (sum - 1.0, columns + 1.0),
            _ => {}
        }
    }
    if columns == 0.0 { 0.0 } else { sum / columns }
}

/// How much a cell is like the heading of the cells below it.
fn over(class: Class, text: &str, rising: bool, below: &[(Class, &str)]) -> f64 {
    let part = |of: fn(Class) -> bool| below.iter().filter(|(class, _)| of(*class)).count() as f64 / below.len() as f64;
    if class.is_year() || class.is_day() {
        let same = part(if class.is_year() { Class::is_year } else { Class::is_day });
        return if rising && same < 0.5 && part(Class::is_figure) >= 0.7 { 0.7 } else { -1.0 };
    }
    if class.is_datum() || class == Class::Nothing || class == Class::Wrong {
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
    let uniform = length <= 8 && below.len() > 2 && below.iter().all(|(c, other)| *c == below[0].0 && other.chars().count() == length);
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

/// Whether the years or days of a row follow each other, as they do in a heading.
fn rises(row: &Sight) -> bool {
    let years: Vec<&str> = row.filled().filter(|(_, class, _)| class.is_year() || *class == Class::Month).map(|(_, _, text)| text).collect();
    years.len() > 1 && (years.windows(2).all(|two| two[0] < two[1]) || years.windows(2).all(|two| two[0] > two[1]))
}

/// 1, 2, 3 … or (1), (2), (3) …
pub fn counts_columns(row: &Sight) -> bool {
    let bare = |text: &str| text.trim_matches(['(', ')', '[', ']']).parse::<usize>().ok();
    let numbers: Option<Vec<usize>> = row.filled().map(|(_, _, text)| bare(text)).collect();
    numbers.is_some_and(|n| n.len() > 1 && n[0] <= 1 && n.windows(2).all(|two| two[1] == two[0] + 1))
}

/// The rows of the heading around one of them, and which of them only count the columns.
fn grown(rows: &[Sight], merges: &[Merge], at: usize) -> (Vec<usize>, Vec<usize>) {
    let mut heading = vec![at];
    let mut numbers = vec![];
    let adjacent = |above: usize, below: usize| rows[below].number == rows[above].next();
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
        if first == 0 || !adjacent(first - 1, first) || !is_upper(&rows[first - 1], &rows[first], merges) {
            break;
        }
        heading.insert(0, first - 1);
    }
    (heading, numbers)
}

fn is_units(row: &Sight) -> bool {
    row.filled().all(|(_, _, text)| is_unit(text))
}

/// Whether a row names columns below the names above it.
fn is_lower(rows: &[Sight], merges: &[Merge], heading: &[usize], next: usize) -> bool {
    let (upper, row) = (&rows[heading[heading.len() - 1]], &rows[next]);
    let rising = rises(row);
    if row.filled().any(|(_, class, text)| (class.is_datum() && !(rising && class.is_year())) || text.len() > 80) || rows.len() == next + 1 {
        return false;
    }
    let number = row.number;
    let tall = heading.iter().any(|&n| merges.iter().any(|m| m.rows.0 == rows[n].number && m.rows.1 >= number && m.rows.0 < m.rows.1));
    if tall || partly_merged(merges, upper) {
        return true;
    }
    if merges.is_empty() {
        // the upper row leaves open what the lower one fills, and the other way round, or the lower one stands over figures
        let below = &rows[next + 1..rows.len().min(next + 1 + BELOW)];
        let filled = |at: usize| below.iter().filter(|row| row.class(at).is_filled()).count() * 10 >= below.len() * 3;
        let wide = upper.cells.len().max(row.cells.len());
        let count = |has: &Sight, not: &Sight| {
            (0..wide).filter(|&at| has.class(at).is_filled() && !not.class(at).is_filled() && filled(at)).count()
        };
        let spread = count(row, upper);
        let figures = (0..wide).filter(|&at| row.class(at).is_word() || rising && row.class(at).is_year());
        let over = figures.clone().filter(|&at| {
            let cells: Vec<Class> = below.iter().map(|row| row.class(at)).filter(|class| class.is_filled()).collect();
            !cells.is_empty() && cells.iter().filter(|class| class.is_datum()).count() * 10 >= cells.len() * 7
        });
        return (spread > 0 && count(upper, row) > 0 || over.clone().count() > 1 || spread > 0 && over.count() > 0) && row.filled().count() > 0;
    }
    false
}

/// Whether a row names groups of the columns named below it.
fn is_upper(row: &Sight, below: &Sight, merges: &[Merge]) -> bool {
    let filled: Vec<_> = row.filled().collect();
    if filled.iter().any(|(_, class, text)| !(class.is_word() || class.is_year()) || text.len() > 80) {
        return false;
    }
    let here = |m: &&Merge| m.rows.0 <= row.number && row.number <= m.rows.1;
    if partly_merged(merges, row) || merges.iter().filter(here).any(|m| m.rows.1 >= below.number && m.columns.0 == m.columns.1) {
        return true;
    }
    if merges.iter().any(|m| here(&m) && m.columns.0 < m.columns.1) {
        return false;
    }
    let wide = below.cells.len();
    match filled.as_slice() {
        [] => false,
        [(at, ..)] => *at > 0 && *at < wide,
        [(_, _, first), ..] if is_label(first) => false,
        [(_, _, first), ..] => filled.len() < below.filled().count() && filled.iter().all(|(at, ..)| *at < wide) && first.len() <= 60,
    }
}

/// Whether cells of a row are merged over some of its columns, not all.
fn partly_merged(merges: &[Merge], row: &Sight) -> bool {
    let wide = row.cells.len();
    let filled = row.filled().count();
    merges.iter().any(|m| m.rows.0 == row.number && m.columns.0 < m.columns.1 && (m.columns.0 > 0 || filled > 1 || m.columns.1 + 1 < wide))
}

/// What each row of a heading says of each column, the upper rows first. What is merged, or stands over several columns that are named
/// below it, is said of all of them.
pub fn spread(heading: &[Sight], merges: &[Merge], wide: usize) -> Vec<Vec<String>> {
    let merged = |row: &Sight| merges.iter().any(|m| m.rows.0 <= row.number && row.number <= m.rows.1);
    let guess = !heading.iter().any(merged);
    let mut columns = vec![vec![]; wide];
    for (n, row) in heading.iter().enumerate() {
        let lower = |at: usize| heading[n + 1..].iter().any(|row| row.class(at).is_filled() && !is_unit(row.text(at)));
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
                let merge = merges.iter().find(|m| m.rows.0 == row.number && m.columns.0 < at && at <= m.columns.1);
                merge.map(|m| row.text(m.columns.0).replace('\n', " ")).unwrap_or_default()
            };
            if !text.is_empty() && column.last().is_none_or(|last: &String| folded(last) != folded(&text)) {
                column.push(text);
            }
        }
    }
    columns
}
