//! Classifies a cell by its looks, before anything is known of its column.

use std::borrow::Cow;

use crate::canonical::{
    DateOrder, NumberStyle, Orders, WrittenDay, clean, coordinates, degrees, is_nothing, may_be_nothing,
    number_style, written_day, yes_or_no,
};
use crate::grid::{Row, Value};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    Empty,
    /// n/a, –, ….
    Nothing,
    /// NA, ND.
    MaybeNothing,
    /// Digits alone, the first of several is no zero.
    Whole,
    /// 1800 to 2100.
    Year,
    /// 0 or 1.
    Bit,
    LeadingZero,
    Number(NumberStyle),
    CellYear,
    CellBit,
    CellWhole,
    CellFraction,
    CellBool,
    CellDay,
    /// A day in a clear order: 2020-12-31, 3 de mayo de 2019.
    Day,
    Month,
    /// 31/12/2020.
    DayFirst,
    /// 12/31/2020.
    MonthFirst,
    /// 03/04/2020.
    EitherFirst,
    /// 20-12-31.
    YearFirst,
    YesNo,
    /// With a hemisphere or a sign.
    Degrees,
    Coordinates,
    /// Two capital letters.
    TwoLetters,
    /// Capital letters and digits without a blank: 2A004.
    Mixed,
    Text,
    Wrong,
}

impl Class {
    pub fn is_filled(self) -> bool {
        !matches!(self, Class::Empty | Class::Nothing)
    }

    pub fn is_figure(self) -> bool {
        use Class::*;
        matches!(
            self,
            Whole | Year | Bit | LeadingZero | Number(_) | CellYear | CellBit | CellWhole | CellFraction
        )
    }

    pub fn is_year(self) -> bool {
        matches!(self, Class::Year | Class::CellYear)
    }

    pub fn is_day(self) -> bool {
        use Class::*;
        matches!(self, CellDay | Day | Month | DayFirst | MonthFirst | EitherFirst | YearFirst)
    }

    /// Something a heading does not say, except for years and days.
    pub fn is_datum(self) -> bool {
        self.is_figure()
            || self.is_day()
            || matches!(self, Class::CellBool | Class::Degrees | Class::Coordinates)
    }

    pub fn is_word(self) -> bool {
        use Class::*;
        matches!(self, Text | Mixed | TwoLetters | YesNo | MaybeNothing)
    }
}

/// A row with the class of each cell, without the empty cells at its end.
#[derive(Debug)]
pub struct RowView<'a> {
    pub number: u64,
    /// The number of the row after this one if none is left out between them: a cell of a text file may take several lines.
    pub next: u64,
    pub cells: Vec<(Class, Cow<'a, str>)>,
}

impl<'a> RowView<'a> {
    /// `lines`: rows are numbered by the line they begin on.
    pub fn of(row: &'a Row, lines: bool) -> RowView<'a> {
        let mut cells: Vec<_> = row.cells.iter().map(look).collect();
        cells.truncate(
            cells.len() - cells.iter().rev().take_while(|(class, _)| *class == Class::Empty).count(),
        );
        let breaks = |(_, text): &(Class, Cow<str>)| text.bytes().filter(|b| *b == b'\n').count() as u64;
        let more = if lines { cells.iter().map(breaks).sum() } else { 0 };
        RowView { number: row.number, next: row.number + 1 + more, cells }
    }

    pub fn class(&self, column: usize) -> Class {
        self.cells.get(column).map_or(Class::Empty, |cell| cell.0)
    }

    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| &cell.1)
    }

    /// Cells that are not empty, with their columns; one that says there is nothing counts.
    pub fn filled(&self) -> impl DoubleEndedIterator<Item = (usize, Class, &str)> + '_ {
        self.cells
            .iter()
            .enumerate()
            .filter(|(_, (class, _))| *class != Class::Empty)
            .map(|(at, (class, text))| (at, *class, text.as_ref()))
    }

    pub fn is_blank(&self) -> bool {
        self.cells.is_empty()
    }

    /// Its texts on one line.
    pub fn line(&self) -> String {
        self.filled().map(|(_, _, text)| text.replace('\n', " ")).collect::<Vec<_>>().join(" ")
    }
}

fn look(value: &Value) -> (Class, Cow<'_, str>) {
    match value {
        Value::Empty => (Class::Empty, Cow::Borrowed("")),
        Value::Text(text) => {
            let text = clean(text);
            (of_text(&text), text)
        }
        Value::Number(number) => (of_number(*number), Cow::Owned(number.to_string())),
        Value::Bool(yes) => (Class::CellBool, Cow::Borrowed(if *yes { "TRUE" } else { "FALSE" })),
        Value::Day(day) => (Class::CellDay, Cow::Owned(day.to_string())),
        Value::Instant(instant) => (Class::CellDay, Cow::Owned(instant.to_string())),
        Value::Wrong(text) if is_nothing(text) => (Class::Nothing, Cow::Borrowed(text)),
        Value::Wrong(text) => (Class::Wrong, Cow::Borrowed(text)),
    }
}

fn of_number(number: f64) -> Class {
    match number {
        n if n == 0.0 || n == 1.0 => Class::CellBit,
        n if n.fract() != 0.0 => Class::CellFraction,
        n if (1800.0..=2100.0).contains(&n) => Class::CellYear,
        _ => Class::CellWhole,
    }
}

/// The class of a clean text.
pub fn of_text(text: &str) -> Class {
    let bytes = text.as_bytes();
    let Some(first) = bytes.first() else { return Class::Empty };
    if is_nothing(text) {
        return Class::Nothing;
    }
    let digits = bytes.iter().filter(|b| b.is_ascii_digit()).count();
    if digits == 0 || bytes.len() > 80 {
        return of_words(text);
    }
    if digits == bytes.len() {
        return match digits {
            1 if *first <= b'1' => Class::Bit,
            1 => Class::Whole,
            _ if *first == b'0' => Class::LeadingZero,
            4 if text >= "1800" && text <= "2100" => Class::Year,
            _ => Class::Whole,
        };
    }
    if let Some(how) = number_style(text) {
        return Class::Number(how);
    }
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let placed = letters <= 6 || text.contains(['°', 'º', '˚', '′']);
    match written_day(text) {
        Some(day @ (WrittenDay::Two(..) | WrittenDay::Three(..))) => of_orders(Orders::of(day)),
        Some(WrittenDay::Month(..) | WrittenDay::MonthAnd(..)) => Class::Month,
        Some(_) => Class::Day,
        None if placed && coordinates(text).is_some() => Class::Coordinates,
        None if placed && degrees(text).is_some() => Class::Degrees,
        None => of_words(text),
    }
}

fn of_orders(orders: Orders) -> Class {
    match orders.only() {
        Some(DateOrder::YearMonthDay) => Class::YearFirst,
        Some(DateOrder::DayMonthYear) => Class::DayFirst,
        Some(DateOrder::MonthDayYear) => Class::MonthFirst,
        None => Class::EitherFirst,
    }
}

fn of_words(text: &str) -> Class {
    let bytes = text.as_bytes();
    if may_be_nothing(text) {
        Class::MaybeNothing
    } else if yes_or_no(text).is_some() {
        Class::YesNo
    } else if bytes.len() == 2 && bytes.iter().all(u8::is_ascii_uppercase) {
        Class::TwoLetters
    } else if bytes.len() <= 16
        && bytes.iter().any(u8::is_ascii_digit)
        && bytes
            .iter()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.' | b'_' | b':'))
    {
        Class::Mixed
    } else {
        Class::Text
    }
}
