//! Reads workbooks of LibreOffice and other programs that write ODS.
//!
//! The file is read as a stream: a row that is repeated a million times takes the memory of one.

use std::collections::HashSet;
use std::fs::File;
use std::io::{BufRead, BufReader};

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use super::cells::{MERGES, RowBuilder, as_far_as_shown, text_length, uncalculated, written_moment};
use super::number_format::NumberFormat;
use super::ods_formats::OdsFormats;
use super::send::{Sender, hidden};
use crate::grid::{Merge, Refusal, Value};
use crate::read::format::Format;
use crate::read::limits::Limits;
use crate::read::refuse::FileName;
use crate::read::wire::Message;

/// The most rows of a sheet. It may claim more.
const ROWS: u32 = 1 << 20;
/// Parts of a sheet that are not in its cells: remarks, drawings, tracked changes.
const ASIDE: [&str; 7] = [
    "office:annotation",
    "office:forms",
    "table:shapes",
    "table:tracked-changes",
    "draw:frame",
    "draw:custom-shape",
    "table:detective",
];

pub(super) fn read(
    file: File,
    file_name: &FileName,
    limits: &Limits,
    send: &mut Sender,
) -> Result<(), Refusal> {
    let broken = || file_name.refuse("error-workbook-broken");
    let mut zip = ZipArchive::new(BufReader::new(file)).map_err(|_| broken())?;
    let part = zip.by_name("content.xml").map_err(|_| broken())?;
    send(Message::Format(Format::Ods))?;
    let mut xml = Reader::from_reader(BufReader::new(part));
    xml.config_mut().expand_empty_elements = true;
    let mut book = Book {
        file_name,
        limits,
        style: String::new(),
        hidden: HashSet::new(),
        formats: OdsFormats::default(),
        sheet: None,
        row: None,
        cell: None,
    };
    let (mut bytes, mut aside) = (vec![], vec![]);
    loop {
        bytes.clear();
        let event = xml.read_event_into(&mut bytes).map_err(|_| broken())?;
        match &event {
            Event::Start(tag) if ASIDE.contains(&tag.name().as_ref()) => {
                pass_over(&mut xml, tag, &mut aside).ok_or_else(broken)?
            }
            // a table in a cell
            Event::Start(tag) if book.cell.is_some() && tag.name().as_ref() == "table:table" => {
                pass_over(&mut xml, tag, &mut aside).ok_or_else(broken)?;
            }
            Event::Start(tag) => book.start(tag, send)?,
            Event::End(tag) => book.end(tag.name().as_ref(), send)?,
            Event::Text(text) => book.say(&text.xml10_content()),
            Event::CData(text) => book.say(&text.xml10_content()),
            Event::GeneralRef(entity) => book.say(&letter(entity).ok_or_else(broken)?),
            Event::Eof => break,
            _ => {}
        }
    }
    // the end came before the end of a sheet
    if book.sheet.is_some() { Err(broken()) } else { Ok(()) }
}

fn pass_over<R: BufRead>(xml: &mut Reader<R>, tag: &BytesStart, bytes: &mut Vec<u8>) -> Option<()> {
    let tag = tag.to_end().into_owned();
    xml.read_to_end_into(tag.name(), bytes).ok().map(drop)
}

fn letter(entity: &BytesRef) -> Option<String> {
    if let Ok(Some(letter)) = entity.resolve_char_ref() {
        return Some(letter.into());
    }
    quick_xml::escape::resolve_predefined_entity(&entity.xml10_content()).map(String::from)
}

struct Book<'a> {
    file_name: &'a FileName,
    limits: &'a Limits,
    /// The style being described.
    style: String,
    /// Styles of sheets that are not shown.
    hidden: HashSet<String>,
    formats: OdsFormats,
    sheet: Option<OpenSheet<'a>>,
    row: Option<OpenRow>,
    cell: Option<OpenCell>,
}

struct OpenSheet<'a> {
    rows: RowBuilder<'a>,
    /// Rows that have gone by.
    row: u32,
    merges: Vec<Merge>,
    /// Bytes that are left for repeating cells and rows.
    to_repeat: u64,
    columns: u32,
    file_name: &'a FileName,
}

struct OpenRow {
    repeated: u32,
    /// Cells that have gone by.
    column: u32,
    filled: Vec<(u32, u32, Value)>,
}

#[derive(Default)]
struct OpenCell {
    repeated: u32,
    kind: Option<String>,
    value: Option<String>,
    formula: Option<String>,
    format: NumberFormat,
    text: String,
    paragraphs: usize,
    in_paragraph: bool,
}

impl Book<'_> {
    fn start(&mut self, tag: &BytesStart, send: &mut Sender) -> Result<(), Refusal> {
        self.formats.start(tag);
        match tag.name().as_ref() {
            "style:style" => self.style = attribute(tag, "style:name").unwrap_or_default(),
            "style:table-properties" if attribute(tag, "table:display").as_deref() == Some("false") => {
                self.hidden.insert(self.style.clone());
            }
            "table:table" => {
                let name = attribute(tag, "table:name").unwrap_or_default();
                if attribute(tag, "table:style-name").is_some_and(|style| self.hidden.contains(&style)) {
                    send(hidden(&name))?;
                }
                send(Message::Sheet(name))?;
                self.sheet = Some(OpenSheet {
                    rows: RowBuilder::new(self.file_name, self.limits),
                    row: 0,
                    merges: vec![],
                    to_repeat: self.limits.repeated,
                    columns: u32::try_from(self.limits.columns).unwrap_or(u32::MAX),
                    file_name: self.file_name,
                });
            }
            "table:table-row" => {
                self.row = Some(OpenRow {
                    repeated: times(tag, "table:number-rows-repeated"),
                    column: 0,
                    filled: vec![],
                });
            }
            "table:table-cell" | "table:covered-table-cell" => self.start_cell(tag),
            "text:p" | "text:h" => {
                if let Some(cell) = &mut self.cell {
                    if cell.paragraphs > 0 {
                        cell.text.push('\n');
                    }
                    cell.paragraphs += 1;
                    cell.in_paragraph = true;
                }
            }
            "text:s" => {
                let n = times(tag, "text:c").min(1000) as usize;
                self.say(&" ".repeat(n));
            }
            "text:tab" => self.say("\t"),
            "text:line-break" => self.say("\n"),
            _ => {}
        }
        Ok(())
    }

    fn start_cell(&mut self, tag: &BytesStart) {
        let kind = attribute(tag, "calcext:value-type").or_else(|| attribute(tag, "office:value-type"));
        let value = [
            "office:value",
            "office:date-value",
            "office:time-value",
            "office:boolean-value",
            "office:string-value",
        ]
        .iter()
        .find_map(|name| attribute(tag, name));
        self.cell = Some(OpenCell {
            repeated: times(tag, "table:number-columns-repeated"),
            kind,
            value,
            formula: attribute(tag, "table:formula"),
            format: self
                .formats
                .of(attribute(tag, "table:style-name"), self.row.as_ref().map_or(0, |row| row.column)),
            ..OpenCell::default()
        });
        let (Some(sheet), Some(row)) = (&mut self.sheet, &self.row) else { return };
        let (rows, columns) =
            (times(tag, "table:number-rows-spanned"), times(tag, "table:number-columns-spanned"));
        if (rows > 1 || columns > 1) && sheet.merges.len() < MERGES {
            let (first, column) = (u64::from(sheet.row) + 1, row.column as usize);
            let merge = Merge {
                rows: (first, first + u64::from(rows) - 1),
                columns: (column, column + columns as usize - 1),
            };
            sheet.merges.push(merge);
        }
    }

    fn say(&mut self, text: &str) {
        // one letter too many is enough to be refused
        if let Some(cell) =
            self.cell.as_mut().filter(|cell| cell.in_paragraph && cell.text.len() <= self.limits.cell)
        {
            cell.text.push_str(text);
        }
    }

    fn end(&mut self, tag: &str, send: &mut Sender) -> Result<(), Refusal> {
        match tag {
            "text:p" | "text:h" => {
                if let Some(cell) = &mut self.cell {
                    cell.in_paragraph = false;
                }
            }
            "table:table-cell" | "table:covered-table-cell" => {
                if let (Some(cell), Some(row)) = (self.cell.take(), &mut self.row) {
                    let repeated = cell.repeated;
                    let value = cell.value();
                    if value != Value::Empty {
                        row.filled.push((row.column, repeated, value));
                    }
                    row.column = row.column.saturating_add(repeated);
                }
            }
            "table:table-row" => {
                if let (Some(row), Some(sheet)) = (self.row.take(), &mut self.sheet) {
                    sheet.end_row(row, send)?;
                }
            }
            "table:table" => {
                if let Some(mut sheet) = self.sheet.take() {
                    sheet.rows.end(send)?;
                    send(Message::Merges(sheet.merges))?;
                }
            }
            _ => {}
        }
        Ok(())
    }
}

impl OpenSheet<'_> {
    fn end_row(&mut self, row: OpenRow, send: &mut Sender) -> Result<(), Refusal> {
        let repeated = row.repeated.min(ROWS - self.row.min(ROWS));
        let bytes = |value: &Value| 8 + text_length(value) as u64;
        let written: u64 = row.filled.iter().map(|(_, _, value)| bytes(value)).sum();
        let all = row.filled.iter().fold(0u64, |sum, (_, times, value)| {
            sum.saturating_add(u64::from(*times).saturating_mul(bytes(value)))
        });
        let more = all.saturating_mul(u64::from(repeated)).saturating_sub(written);
        let wide = row.filled.iter().any(|(column, times, _)| column.saturating_add(*times) > self.columns);
        // a row that is too wide is refused as that
        match self.to_repeat.checked_sub(more) {
            Some(left) => self.to_repeat = left,
            None if wide => {}
            None => return Err(self.file_name.refuse_at(u64::from(self.row) + 1, "error-workbook-repeats")),
        }
        for n in 0..if row.filled.is_empty() { 0 } else { repeated } {
            for (column, times, value) in &row.filled {
                for at in *column..column.saturating_add(*times) {
                    self.rows.put(self.row + n, at, value.clone(), send)?;
                }
            }
        }
        self.row += repeated;
        Ok(())
    }
}

impl OpenCell {
    fn value(self) -> Value {
        let text = || if self.text.is_empty() { Value::Empty } else { Value::Text(self.text.clone()) };
        let kind = self.kind.as_deref();
        if let (Some(formula), None) = (&self.formula, &self.value)
            && self.text.is_empty()
            && kind != Some("string")
        {
            return uncalculated(formula);
        }
        match (kind, self.value) {
            (Some("error"), _) => Value::Wrong(self.text),
            (Some("float" | "percentage" | "currency"), Some(value)) => match value.parse::<f64>() {
                // shown with zeros before it: a code that lost them
                Ok(number) if zeros_before(&self.text, number) => Value::Text(self.text),
                // as it is shown, if the file says so
                Ok(number) => match self.format.shown(number) {
                    Some(shown) => Value::Text(if self.text.is_empty() { shown } else { self.text }),
                    None => Value::Number(number),
                },
                Err(_) => text(),
            },
            (Some("boolean"), Some(value)) => Value::Bool(value == "true"),
            (Some("date"), Some(value)) => as_far_as_shown(written_moment(&value), &self.format),
            // a time or a length of time, as it is shown
            (Some("time"), Some(value)) if self.text.is_empty() => Value::Text(value),
            (Some("string") | None, Some(value)) if self.text.is_empty() && !value.is_empty() => {
                Value::Text(value)
            }
            _ => text(),
        }
    }
}

fn zeros_before(shown: &str, number: f64) -> bool {
    shown.len() > 1
        && shown.starts_with('0')
        && shown.bytes().all(|byte| byte.is_ascii_digit())
        && shown.parse() == Ok(number)
}

pub(super) fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok()??;
    attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

/// How many times an element is repeated: once if it does not say.
pub(super) fn times(tag: &BytesStart, name: &str) -> u32 {
    attribute(tag, name).and_then(|n| n.parse::<u32>().ok()).unwrap_or(1).max(1)
}
