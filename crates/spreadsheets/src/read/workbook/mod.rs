//! Reads workbooks, and sends them row by row.
//!
//! A formula is read as its last value. Macros and links are noted and not opened.

mod cells;
mod compound;
mod number_format;
mod ods;
mod ods_formats;
mod packed;
mod send;
mod uncalculated;
mod xls;
mod xls_formats;
mod xlsb;
mod xlsb_formats;
mod xlsx;

use std::fs::File;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;

use super::file_kind::FileKind;
use super::limits::Limits;
use super::notes::Note;
use super::opened_file::OpenedFile;
use super::process;
use super::refuse::FileName;
use super::spool::Spool;
use super::wire::Message;
use crate::grid::Refusal;
use packed::WorkbookKind;
use send::Sender;

/// Opens a workbook, in a process of its own if `apart` names a program for it.
pub(super) fn open(
    path: &Path,
    file_name: &FileName,
    limits: &Limits,
    apart: Option<&Path>,
) -> Result<OpenedFile, Refusal> {
    let mut spool = Spool::new(file_name, limits)?;
    match apart {
        Some(program) => process::read(program, path, file_name, limits, &mut spool)?,
        None => read(path, file_name, limits, &mut |message| spool.take(message))?,
    }
    spool.opened()
}

/// Reads a workbook in this process. A workbook that makes its reader panic is broken.
pub(super) fn read(
    path: &Path,
    file_name: &FileName,
    limits: &Limits,
    send: &mut Sender,
) -> Result<(), Refusal> {
    panic::catch_unwind(AssertUnwindSafe(|| read_by_kind(path, file_name, limits, send)))
        .unwrap_or_else(|_| Err(file_name.refuse("error-workbook-broken")))
}

fn read_by_kind(
    path: &Path,
    file_name: &FileName,
    limits: &Limits,
    send: &mut Sender,
) -> Result<(), Refusal> {
    let file = || File::open(path).map_err(|error| file_name.io(&error));
    let mut start = vec![];
    std::io::Read::read_to_end(&mut std::io::Read::take(file()?, 64), &mut start)
        .map_err(|error| file_name.io(&error))?;
    if FileKind::of(&start) == FileKind::Compound {
        return xls::read(file()?, file_name, limits, send);
    }
    let contents = packed::inspect(file()?, file_name, limits)?;
    for key in &contents.notes {
        send(Message::Note(Note { key, args: vec![] }))?;
    }
    match contents.kind {
        WorkbookKind::Xlsx => xlsx::read(file()?, &contents, file_name, limits, send),
        WorkbookKind::Xlsb => xlsb::read(file()?, file_name, limits, send),
        WorkbookKind::Ods => ods::read(file()?, file_name, limits, send),
    }
}
