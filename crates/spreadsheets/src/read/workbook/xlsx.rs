//! A workbook of Excel since 2007.

use std::fs::File;
use std::io::BufReader;

use calamine::{Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::cells::{Rows, leading_zeros, merges, value};
use super::tell::{Tell, hidden};
use crate::grid::Refusal;
use crate::read::format::Format;
use crate::read::limits::Limits;
use crate::read::notes::Note;
use crate::read::refuse::Named;
use crate::read::wire::Told;

/// `merged`: cells are merged somewhere. Where none are, its sheets need not be gone through for them.
pub(super) fn read(file: File, merged: bool, named: &Named, limits: &Limits, tell: &mut Tell) -> Result<(), Refusal> {
    let refuse = |error: XlsxError| refuse(&error, named);
    let mut book: Xlsx<_> = Xlsx::new(BufReader::new(file)).map_err(refuse)?;
    tell(Told::Format(Format::Xlsx))?;
    for sheet in book.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        if sheet.visible != SheetVisible::Visible {
            tell(hidden(&sheet.name))?;
        }
        tell(Told::Sheet(sheet.name.clone()))?;
        let mut reader = match book.worksheet_cells_reader(&sheet.name) {
            Ok(reader) => reader,
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(refuse(error)),
        };
        let format = |style: &calamine::Style| style.number_format.as_ref().and_then(|format| leading_zeros(&format.format_code));
        let digits: Vec<Option<usize>> = reader.styles().iter().map(format).collect();
        let mut rows = Rows::new(named, limits);
        let mut unread = 0;
        loop {
            match reader.next_cell_with_style_id() {
                Ok(None) => break,
                Ok(Some((cell, style))) => {
                    let (row, column) = cell.get_position();
                    let value = value(cell.get_value().clone(), digits.get(style).copied().flatten());
                    rows.put(row, column, value, tell)?;
                }
                // an error of a kind that is newer than the reader: the cell says nothing
                Err(XlsxError::CellError(_)) => unread += 1,
                Err(error) => return Err(refuse(error)),
            }
        }
        rows.end(tell)?;
        drop(reader);
        if unread > 0 {
            let args = vec![("sheet", sheet.name.clone()), ("n", unread.to_string())];
            tell(Told::Note(Note { key: "note-cells-unread", args }))?;
        }
        if merged {
            tell(Told::Merges(merges(book.merge_cells_by_sheet_name(&sheet.name).map_err(refuse)?)))?;
        }
    }
    Ok(())
}

fn refuse(error: &XlsxError, named: &Named) -> Refusal {
    match error {
        XlsxError::Password => named.refuse("error-password"),
        XlsxError::Io(error) if error.raw_os_error().is_some() => named.io(error),
        _ => named.refuse("error-workbook-broken"),
    }
}
