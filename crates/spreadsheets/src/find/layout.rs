//! Decides what each row of a table is: data, a section, a subtotal, a note.

use std::collections::BTreeMap;

use super::class::{Class, RowView};
use super::row_kind::RowKind;
use super::row_shape::counts_columns;
use super::row_widths::RowWidths;
use super::words::{is_heading, is_mark, is_note, total};
use crate::canonical::DaysOfColumn;

/// What the rows of a table look like. It is made once for the whole table, so the same row always gets the same kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The first and last row that belong to the table, with titles and notes; 0 for both if the sheet was not searched.
    pub(super) region: (u64, u64),
    /// Rows of the heading that only count the columns.
    pub(super) numbers: Vec<u64>,
    /// The cells of the heading's rows.
    pub(super) headings: Vec<Vec<(usize, String)>>,
    /// Columns that are filled in most rows, and which of them hold figures, days or places.
    pub(super) filled: Vec<usize>,
    pub(super) figures: Vec<usize>,
    /// Columns of a few words that come again and again: in them “Total” is one of the words.
    pub(super) choices: Vec<usize>,
    /// Columns of capital letters.
    pub(super) shouting: Vec<usize>,
    /// Columns in which NA says that there is nothing.
    pub(super) nothing: Vec<usize>,
    /// How the days of each column are written, by its position in the row.
    pub(super) days: BTreeMap<usize, DaysOfColumn>,
    /// How many cells the rows of a text file have; nothing of a workbook.
    pub(super) widths: RowWidths,
}

impl Layout {
    /// How days are written, and nothing else: every row between the first and the last is a row of data.
    pub fn of_days(days: BTreeMap<usize, DaysOfColumn>) -> Layout {
        Layout { days, ..Layout::default() }
    }

    /// The kind of a row below the heading.
    pub(super) fn what(&self, row: &RowView) -> RowKind {
        if row.is_blank() {
            RowKind::Blank
        } else if self.region.1 == 0 {
            // The sheet was not searched: every row is data.
            RowKind::Data
        } else if self.repeats_heading(row) {
            if counts_columns(row) { RowKind::ColumnNumbers } else { RowKind::Heading }
        } else if self.sums_up(row) {
            RowKind::Subtotal
        } else if let Some(line) = self.line(row) {
            line
        } else {
            RowKind::Data
        }
    }

    fn repeats_heading(&self, row: &RowView) -> bool {
        self.headings.iter().any(|heading| {
            (heading.len() > 1 || self.headings.len() > 1)
                && row.filled().count() == heading.len()
                && row.filled().zip(heading).all(|((a, _, x), (b, y))| a == *b && x == *y)
        })
    }

    fn sums_up(&self, row: &RowView) -> bool {
        let words = row.filled().filter(|(at, class, _)| class.is_word() && !has(&self.figures, *at)).take(4);
        let mut totals = words.filter_map(|(at, _, text)| total(text).map(|alone| (at, alone)));
        totals.any(|(at, alone)| {
            let mut others = self.filled.iter().filter(|c| **c != at && !has(&self.figures, **c));
            // a figure under a name is the sum, not a name
            let open = |c: &usize| !row.class(*c).is_filled() || row.class(*c).is_figure();
            let right = others.clone().filter(|c| **c > at).all(open);
            others.all(open) || alone && right && !has(&self.choices, at)
        })
    }

    /// The kind of a line that is not a row of data: a few words, though the table has many columns.
    fn line(&self, row: &RowView) -> Option<RowKind> {
        let filled: Vec<_> = row.filled().take(4).collect();
        let wide = self.filled.len();
        let (at, class, text) = *filled.first()?;
        // a year above the rows it is said of; a number that marks a note
        let named = filled.len() == 1 && (class.is_year() || class.is_day()) && !has(&self.figures, at);
        let says = |(_, class, _): &(usize, Class, &str)| !class.is_datum();
        if wide < 2
            || filled.len() > 3
            || !(named || says(&filled[0]) || is_mark(text))
            || !filled[1..].iter().all(says)
        {
            return None;
        }
        let text = filled.iter().map(|(_, _, text)| *text).max_by_key(|text| text.len())?;
        let at = filled.iter().find(|(_, _, other)| *other == text)?.0;
        let shouts = text.starts_with('.') || !has(&self.shouting, at) && is_capital(text);
        let first = filled[0].0 <= self.filled[0].max(1);
        let section = match filled.len() {
            1 if is_note(text) => return Some(RowKind::Footnote),
            2 if wide > 2 && is_mark(filled[0].2) => return Some(RowKind::Footnote),
            1 if wide > 2 || named => first,
            1 => first && (shouts || text.ends_with(':')),
            n => n * 3 <= wide && shouts,
        };
        let name = text
            .trim_matches(|c: char| matches!(c, '.' | ':' | '*' | '-' | '–' | '—' | ' '))
            .replace('\n', " ");
        (section && !name.is_empty()).then_some(RowKind::Section(name))
    }

    /// Whether two rows that look like a heading and its first row are a subtotal, or rows of this table.
    pub(super) fn sums_up_or_goes_on(&self, heading: &RowView, below: &RowView) -> bool {
        let words = heading.filled().filter(|(_, _, text)| is_heading(text)).count();
        let speaks = words * 2 >= heading.filled().count();
        self.what(heading) == RowKind::Subtotal
            || (self.takes(below) && self.takes(heading) && self.figures.is_empty() && !speaks)
    }

    /// Whether a row repeats the beginning of the heading.
    pub(super) fn repeats(&self, row: &RowView) -> bool {
        let begins =
            |heading: &Vec<(usize, String)>| heading.first().is_some_and(|(at, text)| row.text(*at) == text);
        self.headings.iter().any(begins)
            && matches!(self.what(row), RowKind::Heading | RowKind::ColumnNumbers)
    }

    /// Whether a row surely belongs to the table: it has a figure in a column of figures.
    pub(super) fn goes_on(&self, row: &RowView) -> bool {
        self.takes(row) && row.filled().any(|(at, class, _)| class.is_figure() && has(&self.figures, at))
    }

    /// Whether a separate row may be a line below the table: it has one cell of text, and the table has several columns.
    pub(super) fn may_be_a_note(&self, row: &RowView) -> bool {
        self.filled.len() > 1
            && row.filled().count() == 1
            && row.filled().all(|(_, class, _)| class.is_word())
    }

    /// Whether a row can belong to the table, judged by its cells.
    pub(super) fn takes(&self, row: &RowView) -> bool {
        let words = row
            .filled()
            .any(|(at, class, _)| has(&self.figures, at) && class.is_word() && class != Class::MaybeNothing);
        let missed = self.filled.iter().filter(|at| row.class(**at) == Class::Empty).count();
        let beyond = row.cells.len() > self.filled.last().map_or(usize::MAX, |last| last + 3);
        !words && !beyond && missed * 2 <= self.filled.len()
    }
}

/// Whether a column is in this sorted list.
pub(super) fn has(columns: &[usize], at: usize) -> bool {
    columns.binary_search(&at).is_ok()
}

/// Whether a text is written in capital letters.
pub(super) fn is_capital(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() > 2
        && letters.clone().all(|c| !c.is_lowercase())
        && letters.clone().any(char::is_uppercase)
}
