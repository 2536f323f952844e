//! A file becomes grids.
//!
//! What a file is, is seen in its first bytes and not believed from its name. Text is read where it lies, as often as it is wanted. A
//! workbook is read once, by a process of its own with little to spend, and its rows are kept in a file without a name.

mod disk;
mod format;
mod hinted;
mod limits;
mod looks;
mod notes;
mod opened;
mod process;
mod refuse;
mod spool;
mod text;
mod wire;
mod workbook;

use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;

pub use format::{Format, Quote, Separator, Text};
pub use hinted::Hinted;
pub use limits::Limits;
pub use notes::{NOTES, Note};
pub use opened::Opened;
pub use process::read_workbook;
pub use refuse::REFUSALS;

use crate::grid::Refusal;
use disk::Disk;
use looks::Looks;
use refuse::Named;

/// Opens a file.
///
/// `apart` is the program that has the verb `read-workbook`: a workbook is opened by it, in a process that cannot take more than
/// [`Limits::memory`] and [`Limits::seconds`]. Without it the workbook is read in this process, which is for tests.
///
/// Errors: why the file cannot be read, with keys that have words in every language.
pub fn open(path: &Path, limits: &Limits, how: &Hinted, apart: Option<&Path>) -> Result<Opened, Refusal> {
    let named = Named::of(path);
    let about = fs::metadata(path).map_err(|error| named.io(&error))?;
    if !about.is_file() {
        return Err(named.refuse("error-file-folder"));
    }
    let file = File::open(path).map_err(|error| named.io(&error))?;
    let disk = Disk::new(Arc::new(file), about.len());
    let looks = Looks::of(&disk.start().map_err(|error| named.io(&error))?);
    let most = if looks == Looks::Text { limits.text } else { limits.workbook };
    if about.len() > most {
        return Err(named.too_large(most));
    }
    let mut opened = match looks {
        Looks::Nothing => return Err(named.refuse("error-empty-file")),
        Looks::Other(what) => return Err(named.other(what)),
        Looks::Text => text::open(disk, &named, limits, how)?,
        Looks::Packed | Looks::Compound => workbook::open(path, &named, limits, apart)?,
    };
    if opened.grids.is_empty() {
        return Err(named.refuse("error-empty-file"));
    }
    if let Some(ending) = named.ending().filter(|ending| !opened.format.may_end_in(ending)) {
        let args = vec![("file", named.file()), ("ending", ending), ("what", opened.format.kind().into())];
        opened.told.insert(0, Note { key: "note-not-its-name", args });
    }
    Ok(opened)
}
