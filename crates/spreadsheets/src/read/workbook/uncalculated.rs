//! Formulas of a workbook since 2007 that were saved without the value they give.
//!
//! A program that writes a workbook without calculating it leaves the value out, or writes 0 and asks to be calculated when it is opened.
//! Such a cell is not empty, and not 0: nobody knows yet what it says.

use std::collections::HashMap;
use std::io::{Read, Seek};

use calamine::{DataRef, Xlsx, XlsxError, XlsxFormulaMetadata};

use super::cells;
use crate::grid::Value;

/// The formulas of one sheet without a value, by row and column from 0.
#[derive(Default)]
pub(super) struct Uncalculated(HashMap<(u32, u32), String>);

impl Uncalculated {
    /// Goes through the sheet once. `when_opened` says that the workbook asks to be calculated: then 0 is no value, if every formula of the
    /// sheet has it.
    pub(super) fn of<R: Read + Seek>(
        book: &mut Xlsx<R>,
        sheet: &str,
        when_opened: bool,
    ) -> Result<Uncalculated, XlsxError> {
        let mut reader = match book.worksheet_cells_reader(sheet) {
            Ok(reader) => reader,
            Err(XlsxError::NotAWorksheet(_)) => return Ok(Uncalculated::default()),
            Err(error) => return Err(error),
        };
        let (mut without, mut zeros, mut calculated) = (HashMap::new(), HashMap::new(), false);
        loop {
            let record = match reader.next_cell_with_formula_metadata() {
                Ok(Some(record)) => record,
                Ok(None) => break,
                Err(XlsxError::CellError(_)) => continue,
                Err(error) => return Err(error),
            };
            let Some(formula) = record.formula else { continue };
            match record.value {
                DataRef::Empty => drop(without.insert(record.pos, text(formula))),
                DataRef::Float(0.0) | DataRef::Int(0) if when_opened => {
                    drop(zeros.insert(record.pos, text(formula)))
                }
                _ => calculated = true,
            }
        }
        if !calculated {
            without.extend(zeros);
        }
        Ok(Uncalculated(without))
    }

    /// The formula of a cell, if it has one without a value.
    pub(super) fn take(&mut self, at: (u32, u32)) -> Option<Value> {
        if self.0.is_empty() { None } else { self.0.remove(&at).map(|formula| cells::uncalculated(&formula)) }
    }
}

fn text(formula: XlsxFormulaMetadata) -> String {
    match formula {
        XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => formula,
        _ => "…".into(),
    }
}
