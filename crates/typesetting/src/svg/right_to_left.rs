//! Rebuilds lines that are written from right to left.
//!
//! Typst lays out the runs of such a line in visual order, and splits a word where a mark is placed above or below it:
//! the mark is a run of its own, together with its letter. Written like that, the words would be read aloud backwards
//! and their letters would not join. So adjacent runs are merged into one text in reading order.

use typst::layout::{Frame, FrameItem, Point};
use typst::text::TextItem;

/// Adjacent runs that make up one text.
pub struct RightToLeftLine<'a> {
    /// All runs, for their letters and fonts.
    pub runs: Vec<&'a TextItem>,
    /// The run whose font is used: the first one that is written from right to left.
    pub first: &'a TextItem,
    /// The text in reading order.
    pub text: String,
    /// The start of the line: its right end, on the baseline.
    pub start: Point,
}

/// The line that begins with this item of a frame. `None` if the item is not text written from right to left.
pub fn line<'a>(frame: &'a Frame, from: usize) -> Option<RightToLeftLine<'a>> {
    let mut runs: Vec<(Point, &TextItem)> = vec![];
    for (pos, item) in frame.items().skip(from) {
        let FrameItem::Text(text) = item else { break };
        if let Some((before, last)) = runs.last() {
            let end = before.x + last.width();
            let beside =
                (pos.x - end).to_pt().abs() < 0.05 && last.size == text.size && last.fill == text.fill;
            if !beside {
                break;
            }
        }
        runs.push((*pos, text));
    }
    let first = runs.iter().rev().map(|(_, run)| *run).find(|run| is_from_the_right(&run.text))?;
    // a mark raises only its own run; the other runs have the baseline
    let high = runs.iter().find(|(_, run)| run.width().to_pt() > 0.0).or(runs.first())?.0.y;
    let end = runs.iter().map(|(pos, run)| pos.x + run.width()).fold(runs[0].0.x, |a, b| a.max(b));
    let seen: Vec<&TextItem> = runs.iter().map(|(_, run)| *run).collect();
    Some(RightToLeftLine { text: in_reading_order(&seen), first, start: Point::new(end, high), runs: seen })
}

/// Whether a text has letters that are written from right to left.
pub fn is_from_the_right(text: &str) -> bool {
    text.chars()
        .any(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'))
}

/// The texts of the runs in reading order: from last to first, except that numbers and foreign words keep their own order.
fn in_reading_order(seen: &[&TextItem]) -> String {
    let foreign = |at: usize| {
        let is = |at: usize| {
            seen.get(at).is_some_and(|run| {
                !is_from_the_right(&run.text) && run.text.chars().any(char::is_alphanumeric)
            })
        };
        let between = || at > 0 && is(at - 1) && is(at + 1) && !is_from_the_right(&seen[at].text);
        is(at) || between()
    };
    let mut text = String::new();
    let mut at = seen.len();
    while at > 0 {
        at -= 1;
        if foreign(at) {
            let last = at;
            while at > 0 && foreign(at - 1) {
                at -= 1;
            }
            seen[at..=last].iter().for_each(|run| text.push_str(&run.text));
            continue;
        }
        let run = seen[at];
        // a mark comes with its letter, which the letter's own run already has
        let repeats = |other: Option<&&TextItem>| {
            other.is_some_and(|other| other.width().to_pt() > 0.0 && other.text.contains(run.text.as_str()))
        };
        if run.width().to_pt() <= 0.0 && (repeats(seen.get(at + 1)) || (at > 0 && repeats(seen.get(at - 1))))
        {
            continue;
        }
        text.push_str(&run.text);
    }
    text
}
