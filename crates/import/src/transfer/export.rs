//! Writes the register as files that import as the same facts.
//!
//! Rows go from the database to the file as they come, so memory does not grow with them. They are ordered by
//! their natural keys, byte by byte in both databases, so that the same facts always give the same bytes. A
//! file gets its name only when it is complete.

mod part;
mod rows;

use std::io;
use std::path::Path;
use std::pin::pin;

use decapolis_register::schema::Tables;
use decapolis_register::table::Table;
use decapolis_spreadsheets::write::{Csv, SheetWriter, Xlsx, guarded};
use decapolis_words::Locale;
use decapolis_words::errors::{Error, Result};
use futures_util::TryStreamExt;
use sea_orm::StreamTrait;

use self::part::Part;
use self::rows::Layout;

/// Writes one CSV per table that has rows into a folder, which is made where it is missing. Gives the number of rows per table. Tables
/// that are kept out of files are left out.
///
/// Errors: `Broken`, naming the file that could not be written.
pub async fn export<D: StreamTrait>(
    db: &D,
    tables: Tables,
    folder: &Path,
) -> Result<Vec<(&'static str, usize)>> {
    let all: Vec<&'static Table> = tables.0.to_vec();
    export_tables(db, &all, folder).await
}

/// Exports only these tables.
pub async fn export_tables<D: StreamTrait>(
    db: &D,
    tables: &[&'static Table],
    folder: &Path,
) -> Result<Vec<(&'static str, usize)>> {
    std::fs::create_dir_all(folder).map_err(|e| cannot_write(folder, &e))?;
    let mut written = vec![];
    for table in tables.iter().filter(|t| t.in_files) {
        let layout = Layout::of(db, table).await?;
        let path = folder.join(format!("{}.csv", table.name));
        let mut file: Option<(Part, Box<dyn SheetWriter>)> = None;
        let mut rows = pin!(db.stream(&layout.ask(db.get_database_backend())).await?);
        while let Some(row) = rows.try_next().await? {
            if file.is_none() {
                let part = Part::beside(&path).map_err(|e| cannot_write(&path, &e))?;
                let mut csv = Box::new(Csv::new(part.file().map_err(|e| cannot_write(&path, &e))?));
                csv.sheet(&layout.sheet()).map_err(|e| cannot_write(&path, &e))?;
                file = Some((part, csv));
            }
            let cells = layout.cells(&row)?;
            if let Some((_, csv)) = &mut file {
                csv.row(&cells).map_err(|e| cannot_write(&path, &e))?;
            }
        }
        if let Some((part, csv)) = file {
            let rows = csv
                .finish()
                .and_then(|done| part.stand().map(|()| done.rows))
                .map_err(|e| cannot_write(&path, &e))?;
            written.push((table.name, rows as usize));
        }
    }
    Ok(written)
}

/// Writes a file to fill for a table without rows: only the line that names its columns, with texts in these languages.
///
/// Errors: `Broken`, naming the file that could not be written.
pub fn export_columns(table: &'static Table, languages: &[String], folder: &Path) -> Result<()> {
    let path = folder.join(format!("{}.csv", table.name));
    let part = Part::beside(&path).map_err(|e| cannot_write(&path, &e))?;
    let mut csv = Box::new(Csv::new(part.file().map_err(|e| cannot_write(&path, &e))?));
    csv.sheet(&Layout::to_fill(table, languages).sheet()).map_err(|e| cannot_write(&path, &e))?;
    csv.finish().and_then(|_| part.stand()).map_err(|e| cannot_write(&path, &e))
}

/// Writes a workbook with a sheet per table that has rows, its headings in the words of a language. Gives the number of rows per table.
///
/// Errors: `error-too-long-for-a-cell`, naming the first, where a text is longer than a cell of a workbook may be; `Broken`, naming the file that could not
/// be written.
pub async fn export_workbook<D: StreamTrait>(
    db: &D,
    tables: &[&'static Table],
    path: &Path,
    locale: &Locale<'_>,
) -> Result<Vec<(&'static str, usize)>> {
    let folder = path.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(|e| cannot_write(folder, &e))?;
    let part = Part::beside(path).map_err(|e| cannot_write(path, &e))?;
    let out = io::BufWriter::new(part.file().map_err(|e| cannot_write(path, &e))?);
    let mut book = Box::new(Xlsx::new(out, folder).map_err(|e| cannot_write(path, &e))?);
    let mut written = vec![];
    let mut too_long: Option<String> = None;
    for table in tables.iter().filter(|t| t.in_files) {
        let layout = Layout::of(db, table).await?;
        let mut count = 0;
        let mut rows = pin!(db.stream(&layout.ask(db.get_database_backend())).await?);
        while let Some(row) = rows.try_next().await? {
            if count == 0 {
                book.sheet(&layout.worded(locale)).map_err(|e| cannot_write(path, &e))?;
            }
            let cells = layout.cells(&row)?;
            too_long = too_long.or_else(|| layout.too_long(&cells, locale));
            book.row(&cells).map_err(|e| cannot_write(path, &e))?;
            count += 1;
        }
        if count > 0 {
            written.push((table.name, count));
        }
    }
    let done = book.finish().map_err(|e| cannot_write(path, &e))?;
    if done.shortened > 0 {
        let args = [("n", (done.shortened as i64).into()), ("first", too_long.unwrap_or_default().into())];
        return Err(Error::refused_with("error-too-long-for-a-cell", args.into()));
    }
    part.stand().map_err(|e| cannot_write(path, &e))?;
    Ok(written)
}

fn cannot_write(path: &Path, error: &io::Error) -> Error {
    Error::Broken(format!("cannot write {}: {error}", path.display()))
}

/// Text for a cell that a spreadsheet will not run, where the cell may as well be a number, which stays as it is. (OWASP, CSV injection.)
pub fn safe_from_formulas(text: &str) -> String {
    let number = text.parse::<f64>().is_ok_and(f64::is_finite);
    if number { text.to_string() } else { guarded(text).into_owned() }
}
