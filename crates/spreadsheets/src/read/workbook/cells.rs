//! Puts the cells of a workbook together to rows.

use calamine::{DataRef, Dimensions, ExcelDateTime};
use jiff::civil::{Date, DateTime, Time};

use super::number_format::NumberFormat;
use super::send::Sender;
use crate::grid::{Merge, Refusal, Row, Value};
use crate::read::limits::Limits;
use crate::read::refuse::{FileName, in_words};
use crate::read::wire::Message;

/// Puts cells together to rows, and sends a row when the next begins. It makes room for filled cells only, wherever they claim to be.
pub(super) struct RowBuilder<'a> {
    file_name: &'a FileName,
    limits: &'a Limits,
    /// The row being filled: 0 before the first.
    number: u64,
    cells: Vec<Value>,
    bytes: usize,
}

impl<'a> RowBuilder<'a> {
    pub(super) fn new(file_name: &'a FileName, limits: &'a Limits) -> RowBuilder<'a> {
        RowBuilder { file_name, limits, number: 0, cells: vec![], bytes: 0 }
    }

    /// Adds a cell; `row` and `column` count from 0. Errors: the cell is too long, too far to the right, or comes after cells below it.
    pub(super) fn put(
        &mut self,
        row: u32,
        column: u32,
        value: Value,
        send: &mut Sender,
    ) -> Result<(), Refusal> {
        if value == Value::Empty || value == Value::Text(String::new()) {
            return Ok(());
        }
        let number = u64::from(row) + 1;
        if number != self.number {
            self.end(send)?;
            if number < self.number {
                return Err(self.file_name.refuse_at(number, "error-workbook-broken"));
            }
            self.number = number;
        }
        let at = column as usize;
        let refuse = |key, most: String| {
            let mut refusal = self.file_name.more_than(key, most);
            refusal.row = Some(number);
            Err(refusal)
        };
        if at >= self.limits.columns {
            return refuse("error-too-many-columns", self.limits.columns.to_string());
        }
        let long = text_length(&value);
        self.bytes += long;
        if long > self.limits.cell {
            return refuse("error-long-cell", in_words(self.limits.cell as u64));
        }
        if self.bytes > self.limits.row {
            return refuse("error-long-row", in_words(self.limits.row as u64));
        }
        if self.cells.len() <= at {
            self.cells.resize(at + 1, Value::Empty);
        }
        self.cells[at] = value;
        Ok(())
    }

    /// Sends the row that is being filled.
    pub(super) fn end(&mut self, send: &mut Sender) -> Result<(), Refusal> {
        self.bytes = 0;
        let cells = std::mem::take(&mut self.cells);
        if cells.is_empty() { Ok(()) } else { send(Message::Row(Row { number: self.number, cells })) }
    }
}

pub(super) fn text_length(value: &Value) -> usize {
    match value {
        Value::Text(text) | Value::Wrong(text) => text.len(),
        _ => 0,
    }
}

/// The value of a cell of Excel that is shown in this format.
pub(super) fn value(data: DataRef, format: &NumberFormat) -> Value {
    match data {
        DataRef::Empty => Value::Empty,
        DataRef::String(text) => Value::Text(text),
        DataRef::SharedString(text) => Value::Text(text.into()),
        DataRef::Int(number) => numbered(number as f64, format),
        DataRef::Float(number) => numbered(number, format),
        DataRef::Bool(yes) => Value::Bool(yes),
        DataRef::DateTime(serial) => as_far_as_shown(moment(serial), format),
        DataRef::DateTimeIso(text) => as_far_as_shown(written_moment(&text), format),
        DataRef::DurationIso(text) => Value::Text(text),
        DataRef::Error(error) => Value::Wrong(error.to_string()),
    }
}

/// A number that is shown with zeros before it is a code that lost its zeros: it is read as it is shown.
fn numbered(number: f64, format: &NumberFormat) -> Value {
    format.shown(number).map_or(Value::Number(number), Value::Text)
}

/// A day of which a cell shows only the month is known to the month: the rest was never said.
pub(super) fn as_far_as_shown(value: Value, format: &NumberFormat) -> Value {
    let day = match &value {
        Value::Day(day) => *day,
        Value::Instant(instant) => instant.date(),
        _ => return value,
    };
    let shown = match format {
        NumberFormat::Month => "%Y-%m",
        NumberFormat::Year => "%Y",
        NumberFormat::DayAndMonth => "%d-%b",
        NumberFormat::Less => "%A, %B",
        NumberFormat::Value | NumberFormat::Code(_) => return value,
    };
    Value::Text(day.strftime(shown).to_string())
}

/// A formula that was saved without the value it gives.
pub(super) fn uncalculated(formula: &str) -> Value {
    let formula = formula.trim_start_matches("of:").trim_start_matches('=');
    Value::Wrong(format!("={}", formula.chars().take(FORMULA).collect::<String>()))
}

/// The most characters of a formula that are shown.
const FORMULA: usize = 60;

/// A day, an instant or a time of the day; what the calendar does not have, as the 29th of February 1900, stays a number.
fn moment(serial: ExcelDateTime) -> Value {
    let number = serial.as_f64();
    // times that are longer than a day are lengths
    if serial.is_duration() || !(0.0..2_958_466.0).contains(&number) {
        return Value::Number(number);
    }
    let (year, month, day, hour, minute, second, thousandths) = serial.to_ymd_hms_milli();
    let small = |n: u8| i8::try_from(n).unwrap_or(-1);
    let date = Date::new(i16::try_from(year).unwrap_or(-1), small(month), small(day));
    let time = Time::new(small(hour), small(minute), small(second), i32::from(thousandths) * 1_000_000);
    match (date, time) {
        (_, Ok(time)) if number < 1.0 && number > 0.0 => Value::Text(clock(time)),
        (Ok(date), Ok(time)) if time == Time::midnight() => Value::Day(date),
        (Ok(date), Ok(time)) => Value::Instant(DateTime::from_parts(date, time)),
        _ => Value::Number(number),
    }
}

fn clock(time: Time) -> String {
    match time.second() {
        0 => time.strftime("%H:%M").to_string(),
        _ => time.strftime("%H:%M:%S").to_string(),
    }
}

/// A day or an instant as ISO 8601 writes it; other text stays text.
pub(super) fn written_moment(text: &str) -> Value {
    let text = text.trim_end_matches('Z');
    match (text.parse::<Date>(), text.parse::<DateTime>()) {
        (_, Ok(instant)) if text.contains('T') && instant.time() != Time::midnight() => {
            Value::Instant(instant)
        }
        (Ok(day), _) => Value::Day(day),
        _ => Value::Text(text.into()),
    }
}

/// The merged cells, in the order of their first cells.
pub(super) fn merges(of: impl IntoIterator<Item = Dimensions>) -> Vec<Merge> {
    let merge = |d: Dimensions| Merge {
        rows: (u64::from(d.start.0) + 1, u64::from(d.end.0) + 1),
        columns: (d.start.1 as usize, d.end.1 as usize),
    };
    let mut merges: Vec<Merge> = of
        .into_iter()
        .map(merge)
        .filter(|m| m.rows.0 <= m.rows.1 && m.columns.0 <= m.columns.1)
        .take(MERGES)
        .collect();
    merges.sort_by_key(|m| (m.rows, m.columns));
    merges
}

/// More merges than this are decoration.
pub(super) const MERGES: usize = 10_000;
