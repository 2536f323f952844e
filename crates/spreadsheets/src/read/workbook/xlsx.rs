//! Reads workbooks of Excel since 2007.

use std::fs::File;
use std::io::BufReader;

use calamine::{Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::cells::{RowBuilder, merges, value};
use super::number_format::NumberFormat;
use super::packed::PackedWorkbook;
use super::send::{Sender, hidden};
use super::uncalculated::Uncalculated;
use crate::grid::Refusal;
use crate::read::format::Format;
use crate::read::limits::Limits;
use crate::read::notes::Note;
use crate::read::refuse::FileName;
use crate::read::wire::Message;

/// Reads a workbook. `contents` says whether it has merged cells and formulas: if not, its sheets are not searched for them.
pub(super) fn read(
    file: File,
    contents: &PackedWorkbook,
    file_name: &FileName,
    limits: &Limits,
    send: &mut Sender,
) -> Result<(), Refusal> {
    let refuse = |error: XlsxError| refuse(&error, file_name);
    let mut book: Xlsx<_> = Xlsx::new(BufReader::new(file)).map_err(refuse)?;
    send(Message::Format(Format::Xlsx))?;
    for sheet in book.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        if sheet.visible != SheetVisible::Visible {
            send(hidden(&sheet.name))?;
        }
        send(Message::Sheet(sheet.name.clone()))?;
        let mut uncalculated = match contents.formulas {
            true => {
                Uncalculated::of(&mut book, &sheet.name, contents.calculated_when_opened).map_err(refuse)?
            }
            false => Uncalculated::default(),
        };
        let mut reader = match book.worksheet_cells_reader(&sheet.name) {
            Ok(reader) => reader,
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(refuse(error)),
        };
        let formats: Vec<NumberFormat> = reader.styles().iter().map(number_format).collect();
        let mut rows = RowBuilder::new(file_name, limits);
        let mut unread = 0;
        loop {
            match reader.next_cell_with_style_id() {
                Ok(None) => break,
                Ok(Some((cell, style))) => {
                    let (row, column) = cell.get_position();
                    let value = match uncalculated.take((row, column)) {
                        Some(formula) => formula,
                        None => value(
                            cell.get_value().clone(),
                            formats.get(style).unwrap_or(&NumberFormat::Value),
                        ),
                    };
                    rows.put(row, column, value, send)?;
                }
                // an error of a kind that is newer than the reader: the cell says nothing
                Err(XlsxError::CellError(_)) => unread += 1,
                Err(error) => return Err(refuse(error)),
            }
        }
        rows.end(send)?;
        drop(reader);
        if unread > 0 {
            let args = vec![("sheet", sheet.name.clone()), ("n", unread.to_string())];
            send(Message::Note(Note { key: "note-cells-unread", args }))?;
        }
        if contents.merged {
            send(Message::Merges(merges(book.merge_cells_by_sheet_name(&sheet.name).map_err(refuse)?)))?;
        }
    }
    Ok(())
}

/// What a style says of numbers.
fn number_format(style: &calamine::Style) -> NumberFormat {
    style.number_format.as_ref().map(|format| NumberFormat::of(&format.format_code)).unwrap_or_default()
}

fn refuse(error: &XlsxError, file_name: &FileName) -> Refusal {
    match error {
        XlsxError::Password => file_name.refuse("error-password"),
        XlsxError::Io(error) if error.raw_os_error().is_some() => file_name.io(error),
        _ => file_name.refuse("error-workbook-broken"),
    }
}
