//! A workbook of Excel in its binary form.

use std::fs::File;
use std::io::BufReader;

use calamine::{Reader, SheetType, SheetVisible, Xlsb, XlsbError};

use super::cells::{Rows, value};
use super::tell::{Tell, hidden};
use crate::grid::Refusal;
use crate::read::format::Format;
use crate::read::limits::Limits;
use crate::read::refuse::Named;
use crate::read::wire::Told;

pub(super) fn read(file: File, named: &Named, limits: &Limits, tell: &mut Tell) -> Result<(), Refusal> {
    let refuse = |error: XlsbError| match error {
        XlsbError::Password => named.refuse("error-password"),
        _ => named.refuse("error-workbook-broken"),
    };
    let mut book: Xlsb<_> = Xlsb::new(BufReader::new(file)).map_err(refuse)?;
    tell(Told::Format(Format::Xlsb))?;
    for sheet in book.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        if sheet.visible != SheetVisible::Visible {
            tell(hidden(&sheet.name))?;
        }
        tell(Told::Sheet(sheet.name.clone()))?;
        let mut reader = book.worksheet_cells_reader(&sheet.name).map_err(refuse)?;
        let mut rows = Rows::new(named, limits);
        while let Some(cell) = reader.next_cell().map_err(refuse)? {
            let (row, column) = cell.get_position();
            rows.put(row, column, value(cell.get_value().clone(), None), tell)?;
        }
        rows.end(tell)?;
    }
    Ok(())
}
