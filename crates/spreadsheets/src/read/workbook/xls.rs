//! Reads workbooks of Excel before 2007, and refuses what else is in a compound file.

use std::fs::File;
use std::io::{BufReader, Seek, SeekFrom};

use calamine::{Data, DataRef, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx, XlsxError};

use super::cells::{RowBuilder, merges, value};
use super::send::{Sender, hidden};
use crate::grid::Refusal;
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
    for sheet in book.sheets_metadata().to_vec() {
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
        let mut rows = RowBuilder::new(file_name, limits);
        for (row, column, data) in range.used_cells() {
            rows.put(start.0 + row as u32, start.1 + column as u32, value(borrowed(data), None), send)?;
        }
        rows.end(send)?;
        send(Message::Merges(merges(book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default())))?;
    }
    Ok(())
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
