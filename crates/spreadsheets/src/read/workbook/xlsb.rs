//! Reads workbooks of Excel in its binary format.

use std::fs::File;
use std::io::BufReader;

use calamine::{Reader, SheetType, SheetVisible, Xlsb, XlsbError};

use super::cells::{RowBuilder, value};
use super::number_format::NumberFormat;
use super::send::{Sender, hidden};
use super::xlsb_formats::BookFormats;
use crate::grid::Refusal;
use crate::read::format::Format;
use crate::read::limits::Limits;
use crate::read::refuse::FileName;
use crate::read::wire::Message;

pub(super) fn read(
    file: File,
    file_name: &FileName,
    limits: &Limits,
    send: &mut Sender,
) -> Result<(), Refusal> {
    let refuse = |error: XlsbError| match error {
        XlsbError::Password => file_name.refuse("error-password"),
        _ => file_name.refuse("error-workbook-broken"),
    };
    let mut formats = file.try_clone().ok().and_then(BookFormats::of);
    let mut book: Xlsb<_> = Xlsb::new(BufReader::new(file)).map_err(refuse)?;
    send(Message::Format(Format::Xlsb))?;
    for sheet in book.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        if sheet.visible != SheetVisible::Visible {
            send(hidden(&sheet.name))?;
        }
        send(Message::Sheet(sheet.name.clone()))?;
        // before the cells: both read the same open file
        let shown = formats.as_mut().map(|formats| formats.sheet(&sheet.name)).unwrap_or_default();
        let mut reader = book.worksheet_cells_reader(&sheet.name).map_err(refuse)?;
        let mut rows = RowBuilder::new(file_name, limits);
        while let Some(cell) = reader.next_cell().map_err(refuse)? {
            let (row, column) = cell.get_position();
            let format = shown.get(&(row, column)).map_or(&NumberFormat::Value, |format| format);
            rows.put(row, column, value(cell.get_value().clone(), format), send)?;
        }
        rows.end(send)?;
    }
    Ok(())
}
