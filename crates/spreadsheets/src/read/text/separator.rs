//! What parts the cells of a text, seen in its first rows.

use std::io::{self, Read};

use super::cells::Cells;
use super::decoded::Decoded;
use crate::read::disk::Disk;
use crate::read::format::{Quote, Separator};
use crate::read::limits::Limits;
use crate::read::refuse::Named;

pub(super) struct Seen {
    pub separator: Separator,
    /// From 0 to 1.
    pub sure: f64,
    /// The first line says it: `sep=;`.
    pub said: bool,
}

/// So much of a text is looked at.
const SAMPLE: usize = 256 * 1024;
const ROWS: usize = 1000;

/// Finds the separator by which the most rows have the same number of cells. Cells in quotation marks are held together, so that only
/// what parts rows is counted. Where two do equally well, as with decimal commas in every row, the one that writes no numbers is meant.
///
/// `told` is believed unless it parts nothing and another does: it may be of last year's file.
pub(super) fn see(text: &mut Decoded<Disk>, quote: Quote, told: Option<Separator>) -> io::Result<Seen> {
    let mut sample = vec![];
    text.take(SAMPLE as u64).read_to_end(&mut sample)?;
    if let Some(separator) = said(&sample) {
        return Ok(Seen { separator, sure: 1.0, said: true });
    }
    // a sheet that was saved empty
    if sample.iter().all(|byte| b",;|\t \r\n".contains(byte)) {
        let separator = Separator::ALL.into_iter().find(|s| s.byte().is_some_and(|byte| sample.contains(&byte)));
        return Ok(Seen { separator: separator.unwrap_or(Separator::None), sure: 1.0, said: false });
    }
    let cut = sample.len() == SAMPLE;
    let evenness = |separator: Separator| evenness(&sample, cut, separator, quote);
    let all: Vec<(Separator, f64)> =
        Separator::ALL.into_iter().filter(|s| *s != Separator::None).map(|s| (s, evenness(s))).filter(|(_, even)| *even > 0.0).collect();
    // the first of equals
    let Some(best) = all.iter().copied().reduce(|best, other| if other.1 > best.1 { other } else { best }) else {
        return Ok(Seen { separator: told.unwrap_or(Separator::None), sure: 1.0, said: false });
    };
    if let Some(separator) = told.filter(|told| *told == Separator::None || all.iter().any(|(s, _)| s == told)) {
        return Ok(Seen { separator, sure: 1.0, said: false });
    }
    let next = all.iter().filter(|(s, _)| *s != best.0).map(|(_, even)| *even).fold(0.0, f64::max);
    Ok(Seen { separator: best.0, sure: if next < best.1 { 1.0 } else { 0.9 }, said: false })
}

/// `sep=;` as the first line.
fn said(sample: &[u8]) -> Option<Separator> {
    let line = sample.split(|byte| matches!(byte, b'\r' | b'\n')).next()?;
    let line = line.strip_prefix(b"\"").and_then(|line| line.strip_suffix(b"\"")).unwrap_or(line);
    let [s, e, p, b'=', separator] = *line else { return None };
    let separator = Separator::ALL.into_iter().find(|s| s.byte() == Some(separator))?;
    [s, e, p].eq_ignore_ascii_case(b"sep").then_some(separator)
}

/// Which part of the rows has the usual number of cells, more than one; 0 where that is chance.
fn evenness(sample: &[u8], cut: bool, separator: Separator, quote: Quote) -> f64 {
    let named = Named::of("".as_ref());
    // the sample is its own bound
    let limits = Limits { columns: SAMPLE, cell: SAMPLE, row: SAMPLE, ..Limits::default() };
    let mut rows: Vec<usize> = Cells::new(sample, separator.byte(), quote == Quote::Double, &named, &limits)
        .map_while(Result::ok)
        .take(ROWS + 1)
        .map(|row| row.cells.len())
        .collect();
    if rows.len() > ROWS || (cut && rows.len() > 1) {
        rows.pop();
    }
    let many = |cells: usize| rows.iter().filter(|n| **n == cells).count();
    let usual = rows.iter().copied().filter(|n| *n > 1).max_by_key(|n| (many(*n), *n));
    let Some(usual) = usual else { return 0.0 };
    let part = many(usual) as f64 / rows.len() as f64;
    // sentences have commas too, but not as many in each
    let by_chance = if usual == 2 { part < 0.5 } else { part < 0.2 };
    if by_chance { 0.0 } else { part }
}
