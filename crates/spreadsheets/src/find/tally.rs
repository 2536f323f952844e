//! Counts what the cells of a column look like.

use super::class::{Class, RowView};
use crate::canonical::DaysOfColumn;
use crate::grid::Value;

/// The most examples that are kept.
const EXAMPLES: usize = 8;
/// The most cells that are kept of each class, to show those that a reading does not fit.
const KEPT: usize = 4;
/// The most characters of a cell that are shown; below it, those that are kept.
pub const SHOWN: usize = 80;
const LONG: usize = 400;

/// The marks that separate the values of a list.
pub const SEPARATORS: [char; 4] = [';', '|', '/', '\n'];

/// What is counted of the cells of one column.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Without empty ones and those that say there is nothing.
    pub filled: u64,
    pub classes: Vec<(Class, ClassTally)>,
    pub examples: Vec<String>,
    /// Of the cells with each separator: how many, the parts they make and their bytes.
    pub lists: [(u64, u64, u64); 4],
    /// Cells with a slash that is not between blanks: two names of one thing, perhaps.
    pub slashes: u64,
    /// The widths of cells of digits, and of cells of letters and digits.
    pub widths: Option<(usize, usize)>,
    /// Whole numbers under a thousand, and from there on without any mark in them.
    pub small: u64,
    pub large: u64,
    /// Whole numbers that may be the serial of a day.
    pub serials: u64,
    /// Days of eight digits.
    pub eight: u64,
    /// How its days are written.
    pub days: DaysOfColumn,
}

/// The cells of one class in a column.
#[derive(Clone, Debug, Default)]
pub struct ClassTally {
    pub count: u64,
    /// The first of them, with their rows.
    pub kept: Vec<(u64, Value)>,
}

impl Tally {
    /// Counts a cell. `as_nothing` says that NA means nothing in this column.
    pub fn see(&mut self, row: &RowView, at: usize, value: &Value, as_nothing: bool) {
        let (class, text) = (row.class(at), row.text(at));
        if !class.is_filled() || as_nothing && class == Class::MaybeNothing {
            return;
        }
        // a formula without a value says nothing of what the column holds
        self.filled += u64::from(class != Class::Wrong);
        if class.is_day() || class == Class::Year {
            self.days.see(value);
        }
        let index = match self.classes.iter().position(|(c, _)| *c == class) {
            Some(index) => index,
            None => {
                self.classes.push((class, ClassTally::default()));
                self.classes.len() - 1
            }
        };
        let cells = &mut self.classes[index].1;
        cells.count += 1;
        if cells.kept.len() < KEPT && !cells.kept.iter().any(|(_, kept)| kept == value) {
            let kept = if text.len() > LONG { Value::Text(shown(text, LONG)) } else { value.clone() };
            cells.kept.push((row.number, kept));
        }
        if self.examples.len() < EXAMPLES && !self.examples.iter().any(|example| is_shown(example, text)) {
            self.examples.push(shown(text, SHOWN));
        }
        self.measure(class, text);
    }

    fn measure(&mut self, class: Class, text: &str) {
        use Class::*;
        let width = text.len();
        if class.is_figure() && text.parse().is_ok_and(crate::canonical::is_likely_serial) {
            self.serials += 1;
        }
        match class {
            Whole | Year | Bit | LeadingZero | CellWhole | CellYear | CellBit => {
                *if width > 3 { &mut self.large } else { &mut self.small } += 1;
                self.eight += u64::from(
                    width == 8
                        && matches!(
                            crate::canonical::written_day(text),
                            Some(crate::canonical::WrittenDay::Day(..))
                        ),
                );
                self.widen(width);
            }
            Mixed => self.widen(width),
            Number(_) | Day | DayFirst | MonthFirst | EitherFirst | YearFirst | Month | CellDay
            | CellFraction => return,
            _ => {}
        }
        if !text.contains([';', '|', '/', '\n']) {
            return;
        }
        for (by, (cells, parts, bytes)) in SEPARATORS.into_iter().zip(&mut self.lists) {
            let count = match by {
                '/' => text.matches(" / ").count(),
                _ => text.matches(by).count(),
            };
            if count > 0 {
                *cells += 1;
                *parts += count as u64 + 1;
                *bytes += width as u64;
            }
        }
        self.slashes += u64::from(text.contains('/') && !text.contains(" / ") && !text.contains("//"));
    }

    fn widen(&mut self, width: usize) {
        self.widths =
            Some(self.widths.map_or((width, width), |(least, most)| (least.min(width), most.max(width))));
    }

    /// Whether so many cells are most of the filled ones: four of five.
    pub fn is_most(&self, count: u64) -> bool {
        self.filled > 0 && count * 10 >= self.filled * 8
    }

    /// How many cells are of the classes.
    pub fn count(&self, is: impl Fn(Class) -> bool) -> u64 {
        self.classes.iter().filter(|(class, _)| is(*class)).map(|(_, cells)| cells.count).sum()
    }
}

/// A text, cut after so many characters.
pub fn shown(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn is_shown(example: &str, text: &str) -> bool {
    example == text
        || example.strip_suffix('…').is_some_and(|start| text.len() > start.len() && text.starts_with(start))
}
