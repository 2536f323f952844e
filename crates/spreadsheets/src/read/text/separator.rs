//! Detects what separates the cells of a text, from its first rows.

use std::io::{self, Read};

use super::decoded::Decoded;
use super::delimited_rows::DelimitedRows;
use crate::read::file_section::FileSection;
use crate::read::format::{Quote, Separator};
use crate::read::limits::Limits;
use crate::read::refuse::FileName;

pub(super) struct DetectedSeparator {
    pub separator: Separator,
    /// From 0 to 1.
    pub sure: f64,
    /// The first line says it: `sep=;`.
    pub declared: bool,
}

/// How many bytes of a text are looked at.
const SAMPLE: usize = 256 * 1024;
const ROWS: usize = 1000;

/// Finds the separator that gives the most rows the same number of cells.
///
/// Quoted cells are kept together, so that separators inside them do not count. If two fit equally well, as with decimal commas in every
/// row, the one that does not appear in numbers is taken. `hint` is believed unless it separates nothing and another does: it may come
/// from last year's file.
pub(super) fn detect(
    text: &mut Decoded<FileSection>,
    quote: Quote,
    hint: Option<Separator>,
) -> io::Result<DetectedSeparator> {
    let mut sample = vec![];
    text.take(SAMPLE as u64).read_to_end(&mut sample)?;
    if let Some(separator) = declared(&sample) {
        return Ok(DetectedSeparator { separator, sure: 1.0, declared: true });
    }
    // a sheet that was saved empty
    if sample.iter().all(|byte| b",;|\t \r\n".contains(byte)) {
        let separator =
            Separator::ALL.into_iter().find(|s| s.byte().is_some_and(|byte| sample.contains(&byte)));
        return Ok(DetectedSeparator {
            separator: separator.unwrap_or(Separator::None),
            sure: 1.0,
            declared: false,
        });
    }
    let cut = sample.len() == SAMPLE;
    let evenness = |separator: Separator| evenness(&sample, cut, separator, quote);
    let all: Vec<(Separator, f64)> = Separator::ALL
        .into_iter()
        .filter(|s| *s != Separator::None)
        .map(|s| (s, evenness(s)))
        .filter(|(_, even)| *even > 0.0)
        .collect();
    // the first of equals
    let Some(best) = all.iter().copied().reduce(|best, other| if other.1 > best.1 { other } else { best })
    else {
        return Ok(DetectedSeparator {
            separator: hint.unwrap_or(Separator::None),
            sure: 1.0,
            declared: false,
        });
    };
    if let Some(separator) =
        hint.filter(|hint| *hint == Separator::None || all.iter().any(|(s, _)| s == hint))
    {
        return Ok(DetectedSeparator { separator, sure: 1.0, declared: false });
    }
    let next = all.iter().filter(|(s, _)| *s != best.0).map(|(_, even)| *even).fold(0.0, f64::max);
    Ok(DetectedSeparator { separator: best.0, sure: if next < best.1 { 1.0 } else { 0.9 }, declared: false })
}

/// The separator that a first line like `sep=;` declares.
fn declared(sample: &[u8]) -> Option<Separator> {
    let line = sample.split(|byte| matches!(byte, b'\r' | b'\n')).next()?;
    let line = line.strip_prefix(b"\"").and_then(|line| line.strip_suffix(b"\"")).unwrap_or(line);
    let [s, e, p, b'=', separator] = *line else { return None };
    let separator = Separator::ALL.into_iter().find(|s| s.byte() == Some(separator))?;
    [s, e, p].eq_ignore_ascii_case(b"sep").then_some(separator)
}

/// The share of rows that have the usual number of cells, more than one; 0 if that may be chance.
fn evenness(sample: &[u8], cut: bool, separator: Separator, quote: Quote) -> f64 {
    let file_name = FileName::of("".as_ref());
    // the sample is its own bound
    let limits = Limits { columns: SAMPLE, cell: SAMPLE, row: SAMPLE, ..Limits::default() };
    let mut rows: Vec<usize> =
        DelimitedRows::new(sample, separator.byte(), quote == Quote::Double, &file_name, &limits)
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
