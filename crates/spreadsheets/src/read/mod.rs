//! Reads a file into grids.
//!
//! The first bytes say what a file is; its name is not believed. A text file is read in place, as often as needed. A workbook is read once,
//! by a process of its own with strict limits, and its rows are kept in a file without a name.

mod file_kind;
mod file_section;
mod format;
mod limits;
mod notes;
mod opened_file;
mod process;
mod refuse;
mod spool;
mod text;
mod text_hints;
mod wire;
mod workbook;

use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;

pub use format::{Format, Quote, Separator, TextFormat};
pub use limits::Limits;
pub use notes::{NOTES, Note};
pub use opened_file::OpenedFile;
pub use process::read_workbook;
pub use refuse::REFUSALS;
pub use text::comma_separated;
pub use text_hints::TextHints;

use crate::grid::Refusal;
use file_kind::FileKind;
use file_section::FileSection;
use refuse::FileName;

/// Opens a file.
///
/// `apart` is the program that has the verb `read-workbook`. It opens workbooks in a process that cannot take more than
/// [`Limits::memory`] and [`Limits::seconds`]. Without it the workbook is read in this process, which only tests do.
///
/// Errors: why the file cannot be read.
pub fn open(
    path: &Path,
    limits: &Limits,
    how: &TextHints,
    apart: Option<&Path>,
) -> Result<OpenedFile, Refusal> {
    let file_name = FileName::of(path);
    let about = fs::metadata(path).map_err(|error| file_name.io(&error))?;
    if !about.is_file() {
        return Err(file_name.refuse("error-file-folder"));
    }
    let file = File::open(path).map_err(|error| file_name.io(&error))?;
    let section = FileSection::new(Arc::new(file), about.len());
    let kind = FileKind::of(&section.start().map_err(|error| file_name.io(&error))?);
    let most = if kind == FileKind::Text { limits.text } else { limits.workbook };
    if about.len() > most {
        return Err(file_name.too_large(most));
    }
    let mut opened = match kind {
        FileKind::Empty => return Err(file_name.refuse("error-empty-file")),
        FileKind::Other(what) => return Err(file_name.other(what)),
        FileKind::Text => text::open(section, &file_name, limits, how)?,
        FileKind::Packed | FileKind::Compound => workbook::open(path, &file_name, limits, apart)?,
    };
    if opened.grids.is_empty() {
        return Err(file_name.refuse("error-empty-file"));
    }
    if let Some(ending) = file_name.ending().filter(|ending| !opened.format.may_end_in(ending)) {
        let args =
            vec![("file", file_name.file()), ("ending", ending), ("what", opened.format.kind().into())];
        opened.notes.insert(0, Note { key: "note-not-its-name", args });
    }
    Ok(opened)
}
