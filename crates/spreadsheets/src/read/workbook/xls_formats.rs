//! The number formats of the cells of a workbook of Excel before 2007, and its formulas that store no value.
//!
//! They are read from the records of the workbook (MS-XLS), because the reader of the cells does not tell them.

use std::collections::HashMap;
use std::rc::Rc;

use super::number_format::NumberFormat;

/// What the records say of the cells of one sheet, by row and column from 0.
#[derive(Default)]
pub(super) struct SheetFormats {
    /// Cells that do not show their value.
    pub formats: HashMap<(u32, u32), Rc<NumberFormat>>,
    /// Formulas whose stored value is an empty text, if no formula of the sheet stores another value: nothing calculated them.
    pub uncalculated: Vec<(u32, u32)>,
}

const BOF: u16 = 0x0809;
const FORMAT: u16 = 0x041e;
const XF: u16 = 0x00e0;
const BOUND_SHEET: u16 = 0x0085;
const EOF: u16 = 0x000a;
const NUMBER: u16 = 0x0203;
const RK: u16 = 0x027e;
const MUL_RK: u16 = 0x00bd;
const FORMULA: u16 = 0x0006;

/// What the stream of a workbook says, by the place of the sheet among all sheets.
pub(super) fn formats(stream: &[u8]) -> Vec<SheetFormats> {
    let (mut codes, mut xfs, mut sheets): (HashMap<u16, Rc<NumberFormat>>, Vec<u16>, Vec<usize>) =
        Default::default();
    let mut eight = true;
    for (kind, data) in records(stream) {
        match kind {
            BOF => eight = short(data, 0).is_none_or(|version| version >= 0x0600),
            FORMAT => {
                if let Some((id, code)) = format_of(data, eight) {
                    codes.insert(id, Rc::new(NumberFormat::of(&code)));
                }
            }
            XF => xfs.push(short(data, 2).unwrap_or_default()),
            BOUND_SHEET => {
                sheets.extend(data.get(..4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]) as usize))
            }
            EOF => break,
            _ => {}
        }
    }
    let format = |id: &u16| codes.get(id).cloned().unwrap_or_else(|| Rc::new(NumberFormat::builtin(*id)));
    let xfs: Vec<Rc<NumberFormat>> = xfs.iter().map(format).collect();
    sheets.iter().map(|start| sheet(stream.get(*start..).unwrap_or_default(), &xfs)).collect()
}

fn sheet(stream: &[u8], xfs: &[Rc<NumberFormat>]) -> SheetFormats {
    let mut found = SheetFormats::default();
    let (mut depth, mut calculated) = (0, false);
    for (kind, data) in records(stream) {
        // charts lie inside
        match kind {
            BOF => depth += 1,
            EOF => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        let (Some(row), Some(column)) = (short(data, 0), short(data, 2)) else { continue };
        let mut put = |column: u16, xf: Option<u16>| {
            let format = xf.and_then(|xf| xfs.get(usize::from(xf))).filter(|f| ***f != NumberFormat::Value);
            if let Some(format) = format {
                found.formats.insert((row.into(), column.into()), format.clone());
            }
        };
        match kind {
            _ if depth > 1 => {}
            NUMBER | RK => put(column, short(data, 4)),
            MUL_RK => {
                let cells = data.get(4..data.len().saturating_sub(2)).unwrap_or_default().chunks_exact(6);
                (column..).zip(cells).for_each(|(column, cell)| put(column, short(cell, 0)));
            }
            FORMULA => {
                put(column, short(data, 4));
                // an empty text: 3 and, at the end, all ones
                match data.get(6..14) {
                    Some([3, _, _, _, _, _, 0xff, 0xff]) => {
                        found.uncalculated.push((row.into(), column.into()))
                    }
                    _ => calculated = true,
                }
            }
            _ => {}
        }
    }
    if calculated {
        found.uncalculated.clear();
    }
    found
}

/// The number of a format and its code.
fn format_of(data: &[u8], eight: bool) -> Option<(u16, String)> {
    let id = short(data, 0)?;
    if !eight {
        let text = data.get(3..3 + usize::from(*data.get(2)?))?;
        return Some((id, text.iter().map(|b| char::from(*b)).collect()));
    }
    let length = usize::from(short(data, 2)?);
    Some((
        id,
        match data.get(4)? & 1 {
            0 => data.get(5..5 + length)?.iter().map(|b| char::from(*b)).collect(),
            _ => {
                let units =
                    data.get(5..5 + 2 * length)?.chunks_exact(2).map(|c| u16::from_le_bytes([c[0], c[1]]));
                char::decode_utf16(units).map(|c| c.unwrap_or(' ')).collect()
            }
        },
    ))
}

/// The records from the start of these bytes: their kinds and their data.
fn records(bytes: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let (kind, length) = (short(rest, 0)?, usize::from(short(rest, 2)?));
        let data = rest.get(4..4 + length)?;
        rest = &rest[4 + length..];
        Some((kind, data))
    })
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2).map(|two| u16::from_le_bytes([two[0], two[1]]))
}
