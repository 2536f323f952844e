//! The number formats of the cells of a binary workbook of Excel (MS-XLSB), because the reader of the cells does not tell them.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufReader, Read};
use std::rc::Rc;

use zip::ZipArchive;

use super::number_format::NumberFormat;

/// The formats of cells that do not show their value, by row and column from 0.
pub(super) type SheetFormats = HashMap<(u32, u32), Rc<NumberFormat>>;

const ROW: u32 = 0;
const NUMBERS: [u32; 3] = [2, 5, 9];
const FORMAT: u32 = 44;
const XF: u32 = 47;
const SHEET: u32 = 156;
const BEGIN_CELL_XFS: u32 = 617;
const END_CELL_XFS: u32 = 618;

/// The formats of a workbook, sheet by sheet as they are asked for.
pub(super) struct BookFormats {
    zip: ZipArchive<BufReader<File>>,
    /// By the name of the sheet: its part.
    parts: HashMap<String, String>,
    xfs: Vec<Rc<NumberFormat>>,
}

impl BookFormats {
    /// `None` if the workbook is not written as the standard says: then its cells show their values.
    pub(super) fn of(file: File) -> Option<BookFormats> {
        let mut zip = ZipArchive::new(BufReader::new(file)).ok()?;
        let xfs = cell_formats(&part(&mut zip, "xl/styles.bin")?);
        let targets = targets(&String::from_utf8_lossy(&part(&mut zip, "xl/_rels/workbook.bin.rels")?));
        let mut parts = HashMap::new();
        for (kind, data) in records(&part(&mut zip, "xl/workbook.bin")?) {
            if kind == SHEET
                && let Some((id, rest)) = wide(data.get(8..)?)
                && let Some((name, _)) = wide(rest)
                && let Some(target) = targets.get(&id)
            {
                let target = target.trim_start_matches('/');
                let path =
                    if target.starts_with("xl/") { target.to_string() } else { format!("xl/{target}") };
                parts.insert(name, path);
            }
        }
        Some(BookFormats { zip, parts, xfs })
    }

    pub(super) fn sheet(&mut self, name: &str) -> SheetFormats {
        let mut found = SheetFormats::new();
        let path = self.parts.get(name).cloned().unwrap_or_default();
        let mut row = 0;
        for (kind, data) in records(&part(&mut self.zip, &path).unwrap_or_default()) {
            if kind == ROW {
                row = long(data, 0).unwrap_or_default();
            } else if NUMBERS.contains(&kind)
                && let (Some(column), Some(style)) = (long(data, 0), long(data, 4))
                && let Some(format) = self.xfs.get(style as usize & 0x00ff_ffff)
                && **format != NumberFormat::Value
            {
                found.insert((row, column), format.clone());
            }
        }
        found
    }
}

/// The formats by the number that cells name them with.
fn cell_formats(styles: &[u8]) -> Vec<Rc<NumberFormat>> {
    let (mut codes, mut xfs, mut inside): (HashMap<u16, Rc<NumberFormat>>, _, _) =
        (HashMap::new(), vec![], false);
    for (kind, data) in records(styles) {
        match kind {
            FORMAT => {
                if let (Some(id), Some((code, _))) = (short(data, 0), data.get(2..).and_then(wide)) {
                    codes.insert(id, Rc::new(NumberFormat::of(&code)));
                }
            }
            BEGIN_CELL_XFS => inside = true,
            END_CELL_XFS => inside = false,
            XF if inside => {
                let id = short(data, 2).unwrap_or_default();
                xfs.push(codes.get(&id).cloned().unwrap_or_else(|| Rc::new(NumberFormat::builtin(id))));
            }
            _ => {}
        }
    }
    xfs
}

/// The targets of relations by their ids.
fn targets(xml: &str) -> HashMap<String, String> {
    let attribute = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!("{name}=\""))?;
        rest.split_once('"').map(|(value, _)| value.to_string())
    };
    xml.split('<').filter_map(|tag| Some((attribute(tag, " Id")?, attribute(tag, " Target")?))).collect()
}

fn part(zip: &mut ZipArchive<BufReader<File>>, name: &str) -> Option<Vec<u8>> {
    let mut bytes = vec![];
    zip.by_name(name).ok()?.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// The records of a part: their kinds and their data. Kind and length take one to four bytes, seven bits in each.
fn records(bytes: &[u8]) -> impl Iterator<Item = (u32, &[u8])> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let kind = match *rest.first()? {
            first if first < 0x80 => (u32::from(first), 1),
            first => (u32::from(first & 0x7f) | u32::from(*rest.get(1)? & 0x7f) << 7, 2),
        };
        rest = &rest[kind.1..];
        let (mut length, mut shift) = (0usize, 0);
        loop {
            let (byte, after) = rest.split_first()?;
            rest = after;
            length |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 || shift >= 28 {
                break;
            }
        }
        let (data, after) = rest.split_at_checked(length)?;
        rest = after;
        Some((kind.0, data))
    })
}

/// A text and what follows it.
fn wide(bytes: &[u8]) -> Option<(String, &[u8])> {
    let length = long(bytes, 0)? as usize;
    let (text, rest) = bytes.get(4..)?.split_at_checked(length.checked_mul(2)?)?;
    let units = text.chunks_exact(2).map(|c| u16::from_le_bytes([c[0], c[1]]));
    Some((char::decode_utf16(units).map(|c| c.unwrap_or(' ')).collect(), rest))
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2).map(|two| u16::from_le_bytes([two[0], two[1]]))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}
