//! Writes sheets as a workbook of typed cells: XLSX, without formulas, links or anything that runs.

use std::collections::BTreeSet;
use std::io::{self, Seek, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::{ColumnKind, Sheet, SheetCell, SheetColumn, SheetWriter, WriteSummary, decimal};

/// The longest text of a cell, in units of UTF-16.
pub const LONGEST_TEXT: usize = 32_767;
/// The most rows of a sheet. What is more goes on in the next one.
const MOST_ROWS: u32 = 1_048_576;
const LONGEST_NAME: usize = 31;
/// Room for the number behind the name of a page.
const PAGE: usize = 10;
/// The end of a text that was cut, if the sheet has no words for it.
const CUT: &str = "…";
/// A spreadsheet would round a number with more digits: it is written as text.
const MOST_DIGITS: u64 = 1_000_000_000_000_000;

/// A workbook that is being written.
///
/// Memory holds one row. The other rows wait, unpacked, in a file without a name, which is gone when the process ends, however it ends.
pub struct Xlsx<W> {
    out: W,
    book: Workbook,
    formats: Formats,
    names: BTreeSet<String>,
    /// The sheet that was begun last.
    sheet: Option<Sheet>,
    /// The next row of its page, and the heading's.
    next: u32,
    heading: u32,
    most_rows: u32,
    written: WriteSummary,
}

struct Formats {
    note: Format,
    heading: Format,
    text: Format,
    whole: Format,
    number: Format,
    decimals: Vec<Format>,
    day: Format,
}

impl<W: Write + Seek + Send> Xlsx<W> {
    /// Begins a workbook. `room` is a folder with room for all rows, unpacked, until the file is finished.
    pub fn new(out: W, room: &Path) -> io::Result<Xlsx<W>> {
        let mut book = Workbook::new();
        unharmed(|| book.set_tempdir(room).map(drop))?;
        // The same rows give the same file on every day.
        let made = ExcelDateTime::from_ymd(2020, 1, 1).map_err(io::Error::other)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&made));
        let top = || Format::new().set_align(FormatAlign::Top);
        let of = |format: &str| top().set_num_format(format);
        let formats = Formats {
            note: top().set_italic(),
            heading: top()
                .set_bold()
                .set_text_wrap()
                .set_background_color(Color::RGB(0xEE_F1_F4))
                .set_border_bottom(FormatBorder::Thin),
            // A cell that a person fills in later stays text too.
            text: of("@"),
            whole: of("0"),
            number: top(),
            decimals: (0..=9)
                .map(|n| of(&if n == 0 { "#,##0".to_string() } else { format!("#,##0.{}", "0".repeat(n)) }))
                .collect(),
            day: of("yyyy\\-mm\\-dd"),
        };
        Ok(Xlsx {
            out,
            book,
            formats,
            names: BTreeSet::new(),
            sheet: None,
            next: 0,
            heading: 0,
            most_rows: MOST_ROWS,
            written: WriteSummary::default(),
        })
    }

    /// Begins a page of the sheet: a tab with its notes and heading.
    fn page(&mut self) -> io::Result<()> {
        let Some(sheet) = &self.sheet else { return Err(no_sheet()) };
        let name = tab(&sheet.name, &self.names);
        self.names.insert(name.to_lowercase());
        let formats = &self.formats;
        let mut row = 0;
        unharmed(|| {
            let page = self.book.add_worksheet_with_constant_memory()?;
            page.set_name(&name)?.set_right_to_left(sheet.right_to_left);
            for (at, column) in sheet.columns.iter().enumerate() {
                page.set_column_width(at as u16, width(column))?;
                if matches!(column.kind, ColumnKind::Words | ColumnKind::Prose | ColumnKind::Code) {
                    page.set_column_format(at as u16, &formats.text)?;
                }
            }
            for note in &sheet.notes {
                page.write_string_with_format(row, 0, fitting(note, CUT).0, &formats.note)?;
                row += 1;
            }
            for (at, column) in sheet.columns.iter().enumerate() {
                page.write_string_with_format(
                    row,
                    at as u16,
                    fitting(&column.heading, CUT).0,
                    &formats.heading,
                )?;
            }
            page.set_freeze_panes(row + 1, 0)?;
            Ok(())
        })?;
        self.heading = row;
        self.next = row + 1;
        Ok(())
    }

    /// The filter over heading and rows, when all rows are there.
    fn close(&mut self) -> io::Result<()> {
        let Some(columns) = self.sheet.as_ref().map(|s| s.columns.len()).filter(|n| *n > 0) else {
            return Ok(());
        };
        let (heading, last) = (self.heading, self.next - 1);
        unharmed(|| last_page(&mut self.book)?.autofilter(heading, 0, last, columns as u16 - 1).map(drop))
    }
}

impl<W: Write + Seek + Send> SheetWriter for Xlsx<W> {
    fn sheet(&mut self, sheet: &Sheet) -> io::Result<()> {
        self.close()?;
        self.sheet = Some(sheet.clone());
        self.page()
    }

    fn row(&mut self, cells: &[SheetCell]) -> io::Result<()> {
        if self.next == self.most_rows {
            self.close()?;
            self.page()?;
        }
        if self.sheet.is_none() {
            return Err(no_sheet());
        }
        let (row, formats) = (self.next, &self.formats);
        let cut = self.sheet.as_ref().map(|s| s.cut.as_str()).filter(|cut| !cut.is_empty()).unwrap_or(CUT);
        let mut shortened = 0;
        unharmed(|| {
            let page = last_page(&mut self.book)?;
            for (at, cell) in cells.iter().enumerate() {
                shortened += u64::from(write(page, row, at as u16, cell, cut, formats)?);
            }
            Ok(())
        })?;
        self.next += 1;
        self.written.rows += 1;
        self.written.shortened += shortened;
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<WriteSummary> {
        self.close()?;
        if self.names.is_empty() {
            unharmed(|| self.book.add_worksheet_with_constant_memory().map(drop))?;
        }
        let this = &mut *self;
        unharmed(|| this.book.save_to_writer(&mut this.out))?;
        self.out.flush()?;
        Ok(self.written)
    }
}

/// Writes a cell. True if its text was too long and was cut.
fn write(
    page: &mut Worksheet,
    row: u32,
    at: u16,
    cell: &SheetCell,
    cut: &str,
    formats: &Formats,
) -> Result<bool, XlsxError> {
    let said = match cell {
        SheetCell::Empty => return Ok(false),
        SheetCell::Text(text) => {
            let (text, shortened) = fitting(text, cut);
            page.write_string_with_format(row, at, text, &formats.text)?;
            return Ok(shortened);
        }
        SheetCell::Whole(n) if n.unsigned_abs() < MOST_DIGITS => Some((*n as f64, &formats.whole)),
        SheetCell::Decimal { units, digits } if units.unsigned_abs() < MOST_DIGITS => {
            decimal(*units, *digits).parse().ok().map(|n| (n, &formats.decimals[(*digits).min(9) as usize]))
        }
        SheetCell::Number(n) if n.is_finite() => Some((*n, &formats.number)),
        SheetCell::Day(day) => serial(*day).map(|n| (n, &formats.day)),
        SheetCell::Whole(_) | SheetCell::Decimal { .. } | SheetCell::Number(_) => None,
    };
    match said {
        Some((n, format)) => page.write_number_with_format(row, at, n, format)?,
        // A value that a spreadsheet cannot hold as a number is text.
        None => page.write_string_with_format(row, at, cell.plain(), &formats.text)?,
    };
    Ok(false)
}

/// The number of a day in a workbook. Those before March 1900 have none that all programs agree on: 1900 was no leap year.
fn serial(day: jiff::civil::Date) -> Option<f64> {
    let since = |day: jiff::civil::Date| day.duration_since(jiff::civil::date(1899, 12, 30)).as_hours() / 24;
    (day >= jiff::civil::date(1900, 3, 1)).then(|| since(day) as f64)
}

/// Whether a text fits into a cell of a workbook.
pub fn fits_a_cell(text: &str) -> bool {
    text.len() <= LONGEST_TEXT || text.encode_utf16().count() <= LONGEST_TEXT
}

/// A text as a cell can hold it, and whether it was too long: then it ends in these words.
fn fitting(text: &str, cut: &str) -> (String, bool) {
    if fits_a_cell(text) {
        return (text.to_string(), false);
    }
    let mut room = LONGEST_TEXT.saturating_sub(cut.encode_utf16().count());
    let kept = text.chars().take_while(|c| {
        let fits = c.len_utf16() <= room;
        room = room.saturating_sub(c.len_utf16());
        fits
    });
    (kept.chain(cut.chars()).collect(), true)
}

/// A name that a tab can have and that is not taken.
fn tab(name: &str, taken: &BTreeSet<String>) -> String {
    let clean: String = name
        .chars()
        .filter(|c| !c.is_control() && !['[', ']', ':', '*', '?', '/', '\\'].contains(c))
        .collect();
    let clean = clean.trim_matches(['\'', ' ']);
    let clean = if clean.is_empty() || clean.eq_ignore_ascii_case("history") { "-" } else { clean };
    (1..)
        .map(|n| {
            if n == 1 {
                short(clean, LONGEST_NAME)
            } else {
                format!("{} ({n})", short(clean, LONGEST_NAME - PAGE))
            }
        })
        .find(|name| !taken.contains(&name.to_lowercase()))
        .expect("one of them is free")
}

/// Whether a tab belongs to the sheet of this name: its first page, or one of the pages that follow.
pub fn is_tab_of(tab_name: &str, name: &str) -> bool {
    let first = tab(name, &BTreeSet::new());
    let numbered = || {
        tab_name.strip_suffix(')')?.rsplit_once(" (").filter(|(_, n)| n.parse::<u32>().is_ok_and(|n| n > 1))
    };
    tab_name == first || numbered().is_some_and(|(begins, _)| begins == short(&first, LONGEST_NAME - PAGE))
}

fn short(name: &str, mut room: usize) -> String {
    let kept: String = name
        .chars()
        .take_while(|c| (c.len_utf16() <= room).then(|| room -= c.len_utf16()).is_some())
        .collect();
    kept.trim_end_matches(['\'', ' ']).to_string()
}

/// In widths of a digit.
fn width(column: &SheetColumn) -> f64 {
    let (least, most) = match column.kind {
        ColumnKind::Words => (24.0, 40.0),
        ColumnKind::Prose => (48.0, 48.0),
        ColumnKind::Code => (14.0, 28.0),
        ColumnKind::Number => (10.0, 18.0),
        ColumnKind::Day => (12.0, 18.0),
        ColumnKind::YesNo => (8.0, 16.0),
    };
    (column.heading.chars().count() as f64 + 4.0).clamp(least, most)
}

fn last_page(book: &mut Workbook) -> Result<&mut Worksheet, XlsxError> {
    let last = book.worksheets().len().saturating_sub(1);
    book.worksheet_from_index(last)
}

fn no_sheet() -> io::Error {
    io::Error::other("a row stands in a sheet")
}

/// The library panics where the disk of its waiting rows is full: then the file cannot be written, and that is all.
fn unharmed<T>(write: impl FnOnce() -> Result<T, XlsxError>) -> io::Result<T> {
    match catch_unwind(AssertUnwindSafe(write)) {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(XlsxError::IoError(error))) => Err(error),
        Ok(Err(error)) => Err(io::Error::other(error)),
        Err(_) => Err(io::Error::new(
            io::ErrorKind::StorageFull,
            "the rows of the workbook cannot be kept in the temporary folder",
        )),
    }
}

#[cfg(test)]
mod tests;
