//! The place of a column of a file, by its name.

use decapolis_spreadsheets::DetectedTable;

use super::spelling::spelled;

/// The position of the column with this name among the columns found: by its whole name, in another spelling, by the last line of its
/// heading if only one column ends so, or by its letter if there is no heading.
pub(super) fn position(found: &DetectedTable, name: &str) -> Option<usize> {
    let all = || 0..found.columns.len();
    if let Some(at) = all().find(|at| found.name(*at) == name) {
        return Some(at);
    }
    let wanted = spelled(name);
    if !wanted.is_empty()
        && let Some(at) = all().find(|at| spelled(&found.name(*at)) == wanted)
    {
        return Some(at);
    }
    let last = |at: &usize| found.columns[*at].heading.last().is_some_and(|h| spelled(h) == wanted);
    let mut ending = all().filter(last);
    match (ending.next(), ending.next()) {
        (Some(at), None) if !wanted.is_empty() => return Some(at),
        _ => {}
    }
    found.heading.is_empty().then(|| all().find(|at| letter(found.columns[*at].at) == name)).flatten()
}

/// A, B, …, Z, AA, …
pub(super) fn letter(at: usize) -> String {
    let mut n = at + 1;
    let mut letters = vec![];
    while n > 0 {
        letters.push((b'A' + ((n - 1) % 26) as u8) as char);
        n = (n - 1) / 26;
    }
    letters.iter().rev().collect()
}
