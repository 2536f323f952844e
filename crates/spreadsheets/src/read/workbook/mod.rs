//! Workbooks: what is in them is told row by row.
//!
//! Formulas are their last values, macros and links are seen and left alone.

mod cells;
mod ods;
mod packed;
mod tell;
mod xls;
mod xlsb;
mod xlsx;

use std::fs::File;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;

use super::limits::Limits;
use super::looks::Looks;
use super::notes::Note;
use super::opened::Opened;
use super::process;
use super::refuse::Named;
use super::spool::Spool;
use super::wire::Told;
use crate::grid::Refusal;
use packed::Kind;
use tell::Tell;

/// Opens a workbook, apart where a program for it is named.
pub(super) fn open(path: &Path, named: &Named, limits: &Limits, apart: Option<&Path>) -> Result<Opened, Refusal> {
    let mut spool = Spool::new(named, limits)?;
    match apart {
        Some(program) => process::read(program, path, named, limits, &mut spool)?,
        None => read(path, named, limits, &mut |told| spool.take(told))?,
    }
    spool.opened()
}

/// Reads a workbook in this process. What makes a reader panic is a broken workbook.
pub(super) fn read(path: &Path, named: &Named, limits: &Limits, tell: &mut Tell) -> Result<(), Refusal> {
    panic::catch_unwind(AssertUnwindSafe(|| read_it(path, named, limits, tell)))
        .unwrap_or_else(|_| Err(named.refuse("error-workbook-broken")))
}

fn read_it(path: &Path, named: &Named, limits: &Limits, tell: &mut Tell) -> Result<(), Refusal> {
    let file = || File::open(path).map_err(|error| named.io(&error));
    let mut start = vec![];
    std::io::Read::read_to_end(&mut std::io::Read::take(file()?, 64), &mut start).map_err(|error| named.io(&error))?;
    if Looks::of(&start) == Looks::Compound {
        return xls::read(file()?, named, limits, tell);
    }
    let seen = packed::look(file()?, named, limits)?;
    for key in seen.notes {
        tell(Told::Note(Note { key, args: vec![] }))?;
    }
    match seen.kind {
        Kind::Xlsx => xlsx::read(file()?, seen.merged, named, limits, tell),
        Kind::Xlsb => xlsb::read(file()?, named, limits, tell),
        Kind::Ods => ods::read(file()?, named, limits, tell),
    }
}
