//! Reads workbooks of Excel before 2007, and refuses what else is in a compound file.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};

use calamine::{Data, DataRef, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx, XlsxError};

use super::cells::{RowBuilder, merges, uncalculated, value};
use super::compound;
use super::number_format::NumberFormat;
use super::send::{Sender, hidden};
use super::xls_formats::{SheetFormats, formats};
use crate::grid::{Refusal, Value};
use crate::read::format::Format;
use crate::read::limits::Limits;
use crate::read::notes::Note;
use crate::read::refuse::FileName;
use crate::read::wire::Message;

pub(super) fn read(
    mut file: File,
    file_name: &FileName,
    limits: &Limits,
    send: &mut Sender,
) -> Result<(), Refusal> {
    let again = file.try_clone().map_err(|error| file_name.io(&error))?;
    let mut book: Xls<_> = match Xls::new(BufReader::new(again)) {
        Ok(book) => book,
        Err(XlsError::Password) => return Err(file_name.refuse("error-password")),
        Err(_) => {
            // a workbook of today with a password lies in such a file too
            file.seek(SeekFrom::Start(0)).map_err(|error| file_name.io(&error))?;
            return Err(match Xlsx::new(BufReader::new(file)) {
                Err(XlsxError::Password) => file_name.refuse("error-password"),
                _ => file_name.refuse("error-workbook-broken"),
            });
        }
    };
    send(Message::Format(Format::Xls))?;
    let all_formats = formats_of(&mut file, file_name)?;
    let none = SheetFormats::default();
    for (n, sheet) in book.sheets_metadata().to_vec().into_iter().enumerate() {
        if sheet.typ != SheetType::WorkSheet {
            if sheet.typ == SheetType::MacroSheet {
                send(Message::Note(Note { key: "note-macros", args: vec![] }))?;
            }
            continue;
        }
        if sheet.visible != SheetVisible::Visible {
            send(hidden(&sheet.name))?;
        }
        send(Message::Sheet(sheet.name.clone()))?;
        let range =
            book.worksheet_range(&sheet.name).map_err(|_| file_name.refuse("error-workbook-broken"))?;
        let start = range.start().unwrap_or_default();
        let sheet_formats = all_formats.get(n).unwrap_or(&none);
        let mut formula = |at: (u32, u32)| {
            book.worksheet_formula(&sheet.name)
                .ok()
                .and_then(|all| all.get_value(at).cloned())
                .unwrap_or_default()
        };
        let mut cells: Vec<((u32, u32), Value)> =
            sheet_formats.uncalculated.iter().map(|at| (*at, uncalculated(&formula(*at)))).collect();
        for (row, column, data) in range.used_cells() {
            let at = (start.0 + row as u32, start.1 + column as u32);
            let format = sheet_formats.formats.get(&at).map_or(&NumberFormat::Value, |format| format);
            cells.push((at, value(borrowed(data), format)));
        }
        cells.sort_by_key(|(at, _)| *at);
        let mut rows = RowBuilder::new(file_name, limits);
        for ((row, column), value) in cells {
            rows.put(row, column, value, send)?;
        }
        rows.end(send)?;
        send(Message::Merges(merges(book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default())))?;
    }
    Ok(())
}

/// What the records of the workbook say of the formats of its cells.
fn formats_of(file: &mut File, file_name: &FileName) -> Result<Vec<SheetFormats>, Refusal> {
    let mut bytes = vec![];
    file.seek(SeekFrom::Start(0)).map_err(|error| file_name.io(&error))?;
    file.read_to_end(&mut bytes).map_err(|error| file_name.io(&error))?;
    Ok(compound::stream(&bytes, &["Workbook", "Book"]).map(|stream| formats(&stream)).unwrap_or_default())
}

fn borrowed(data: &Data) -> DataRef<'_> {
    match data {
        Data::Empty => DataRef::Empty,
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(yes) => DataRef::Bool(*yes),
        Data::DateTime(serial) => DataRef::DateTime(*serial),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
    }
}
