//! Lines written from right to left, put together again.
//!
//! Typst lays out the runs of such a line in the order one sees them, and splits a word where a mark stands above or below it: the
//! mark comes as a run of its own, with its letter once more. Written down like that, the words of a line would be read out
//! backwards and their letters would not join. So the runs that stand beside each other become one text again, in the order one reads.

use typst::layout::{Frame, FrameItem, Point};
use typst::text::TextItem;

/// Runs beside each other that make one text.
pub struct Line<'a> {
    /// Every run, for its letters and its font.
    pub runs: Vec<&'a TextItem>,
    /// The run whose font the text has: the first that is written from the right.
    pub first: &'a TextItem,
    /// The text in the order one reads.
    pub text: String,
    /// Where the line begins: its right end, on the line of writing.
    pub start: Point,
}

/// The line that begins with the item at this place of a frame; `None` where that is nothing written from right to left.
pub fn line<'a>(frame: &'a Frame, from: usize) -> Option<Line<'a>> {
    let mut runs: Vec<(Point, &TextItem)> = vec![];
    for (pos, item) in frame.items().skip(from) {
        let FrameItem::Text(text) = item else { break };
        if let Some((before, last)) = runs.last() {
            let end = before.x + last.width();
            let beside = (pos.x - end).to_pt().abs() < 0.05 && last.size == text.size && last.fill == text.fill;
            if !beside {
                break;
            }
        }
        runs.push((*pos, text));
    }
    let first = runs.iter().rev().map(|(_, run)| *run).find(|run| is_from_the_right(&run.text))?;
    // a mark lifts its own run only: the others say where the line of writing is
    let high = runs.iter().find(|(_, run)| run.width().to_pt() > 0.0).or(runs.first())?.0.y;
    let end = runs.iter().map(|(pos, run)| pos.x + run.width()).fold(runs[0].0.x, |a, b| a.max(b));
    let seen: Vec<&TextItem> = runs.iter().map(|(_, run)| *run).collect();
    Some(Line { text: in_reading_order(&seen), first, start: Point::new(end, high), runs: seen })
}

/// Whether a text has letters that are written from right to left.
pub fn is_from_the_right(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'))
}

/// The texts of runs as one reads them: from the last to the first, but numbers and foreign words among them keep their own order.
fn in_reading_order(seen: &[&TextItem]) -> String {
    let foreign = |at: usize| {
        let is = |at: usize| seen.get(at).is_some_and(|run| !is_from_the_right(&run.text) && run.text.chars().any(char::is_alphanumeric));
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
        // a mark with its letter: the letter's own run has both
        let repeats =
            |other: Option<&&TextItem>| other.is_some_and(|other| other.width().to_pt() > 0.0 && other.text.contains(run.text.as_str()));
        if run.width().to_pt() <= 0.0 && (repeats(seen.get(at + 1)) || (at > 0 && repeats(seen.get(at - 1)))) {
            continue;
        }
        text.push_str(&run.text);
    }
    text
}
