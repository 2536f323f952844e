//! An imported file written back, with the outcome of each row and how to correct it.

use std::collections::BTreeSet;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use decapolis_import::transfer::{self, Original, Plan, safe_from_formulas};
use decapolis_spreadsheets::Value;
use decapolis_spreadsheets::write::{self, SheetWriter as _, Xlsx};
use decapolis_words::Locale;
use decapolis_words::errors::{Error, Result};

/// Where reports are written: a file, or a folder if there are several files.
pub struct Reports {
    path: PathBuf,
    folder: bool,
}

/// An imported file, with the sheets that lines came from.
pub struct Imported<'a> {
    pub path: &'a Path,
    pub sheets: Vec<Original<'a>>,
}

impl Reports {
    /// Refused if a file with that name exists, or if several reports would have the same name.
    pub fn at(path: &Path, files: usize) -> Result<Reports> {
        let file = || [("file", path.display().to_string().into())].into();
        let folder = files > 1 || path.is_dir();
        if folder && path.is_file() {
            return Err(Error::refused_with("error-report-needs-folder", file()));
        }
        if !folder && path.exists() {
            return Err(Error::refused_with("error-report-exists", file()));
        }
        Ok(Reports { path: path.into(), folder })
    }

    /// Writes a file with the outcome of each row: text as CSV, a workbook as XLSX. Returns its path, and how many
    /// texts were too long for a cell. An existing file is never overwritten.
    pub async fn write(
        &self,
        plan: &Plan,
        of: &Imported<'_>,
        known: &BTreeSet<String>,
        locale: &Locale<'_>,
    ) -> Result<(PathBuf, u64)> {
        let workbook = of.sheets.iter().any(|sheet| !sheet.by_lines);
        let name = of.path.with_extension(if workbook { "xlsx" } else { "csv" });
        let path = if self.folder {
            self.path.join(name.file_name().unwrap_or_default())
        } else {
            self.path.clone()
        };
        let refused = |_: io::Error| {
            Error::refused_with("error-cannot-write", [("file", path.display().to_string().into())].into())
        };
        let folder = path.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder).map_err(refused)?;
        // under a temporary name until it is complete
        let file = tempfile::NamedTempFile::new_in(folder).map_err(refused)?;
        let out = io::BufWriter::new(file.reopen().map_err(refused)?);
        let mut cut = 0;
        if workbook {
            let mut book = Box::new(Xlsx::new(out, folder).map_err(refused)?);
            for sheet in &of.sheets {
                let mut heading = true;
                let row = |cells: &[Value]| match std::mem::take(&mut heading) {
                    true => book.sheet(&headed(sheet.grid.name(), cells, locale)).map_err(refused),
                    false => book.row(&typed(cells)).map_err(refused),
                };
                transfer::report(plan, sheet, known, locale, row).await?;
            }
            cut = book.finish().map_err(refused)?.shortened;
        } else {
            let mut out = out;
            out.write_all("\u{feff}".as_bytes()).map_err(refused)?;
            let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(out);
            for sheet in &of.sheets {
                transfer::report(plan, sheet, known, locale, |cells| {
                    let cells: Vec<String> = cells.iter().map(|cell| guarded_once(&plain(cell))).collect();
                    // an empty row is written as one empty cell, so that the row numbers stay the same
                    if cells.is_empty() { writer.write_record([""]) } else { writer.write_record(&cells) }
                        .map_err(|e| refused(io::Error::other(e)))
                })
                .await?;
            }
            writer.flush().map_err(refused)?;
        }
        file.persist_noclobber(&path).map_err(|error| match error.error.kind() {
            io::ErrorKind::AlreadyExists => Error::refused_with(
                "error-report-exists",
                [("file", path.display().to_string().into())].into(),
            ),
            _ => refused(error.error),
        })?;
        Ok((path, cut))
    }
}

/// A sheet whose first row becomes its header.
fn headed(name: &str, cells: &[Value], locale: &Locale<'_>) -> write::Sheet {
    let last = cells.len().saturating_sub(2);
    let column = |(n, cell)| {
        write::SheetColumn::new(
            plain(cell),
            if n < last { write::ColumnKind::Number } else { write::ColumnKind::Prose },
        )
    };
    write::Sheet {
        name: name.into(),
        columns: cells.iter().enumerate().map(column).collect(),
        cut: locale.say("export-text-cut"),
        ..Default::default()
    }
}

fn typed(cells: &[Value]) -> Vec<write::SheetCell> {
    let typed = |cell: &Value| match cell {
        Value::Number(n) => write::SheetCell::Number(*n),
        Value::Day(day) => write::SheetCell::Day(*day),
        other => write::SheetCell::text(plain(other)),
    };
    cells.iter().map(typed).collect()
}

/// The text of a text file so that no spreadsheet runs it. The import reads it as it reads the file itself, also where it was guarded there.
fn guarded_once(text: &str) -> String {
    safe_from_formulas(&write::unguarded(text))
}

/// A cell as text for a CSV file.
fn plain(value: &Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) | Value::Wrong(text) => text.clone(),
        Value::Number(n) => n.to_string(),
        Value::Bool(b) => b.to_string().to_uppercase(),
        Value::Day(day) => day.to_string(),
        Value::Instant(instant) => instant.to_string(),
    }
}
