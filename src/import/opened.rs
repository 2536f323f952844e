//! A file from elsewhere, opened: the tables found in it, each with the mapping that reads it, where there is one.

use std::path::Path;
use std::sync::Arc;

use decapolis_import::intake::{self, Mapping, TableInFile};
use decapolis_spreadsheets::{DetectedTable, Format, Grid, Hints, Limits, OpenedFile, Refusal, TextHints};
use decapolis_words::errors::{Error, Result};
use decapolis_words::message::{Args as Given, Message};

use super::options::ImportOptions;
use super::recognition::Recognition;

/// An open file with the tables found in it.
pub struct Opened {
    /// The file's name in messages.
    pub file: String,
    pub format: Format,
    pub sure: f64,
    pub told: Vec<Message>,
    pub tables: Vec<FoundTable>,
}

/// A table that was found in a file.
pub struct FoundTable {
    pub sheet: TableInFile,
    /// The name of its sheet; empty in a text file.
    pub name: String,
    /// Its number in the sheet, from 1.
    pub number: usize,
    /// The mapping that reads it: the one named, or the one recognised by its columns.
    pub mapping: Option<Mapping>,
    /// The table of the register, if the sheet was written by an export.
    pub own: Option<&'static str>,
}

/// Opens a file and finds its tables, each with the mapping that reads it, if there is one.
pub fn open_file(recognition: &Recognition, path: &Path, asked: &ImportOptions) -> Result<Opened> {
    let file = path.to_string_lossy().into_owned();
    let base = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let named = asked.mapping.as_deref().map(|name| recognition.mapping(name)).transpose()?;
    if let Some(table) = &asked.into {
        has_table(recognition, table)?;
    }
    let opened = open_in_format(recognition, path, &base, named.as_ref())?;
    let several = opened.grids.len() > 1;
    let sheet_named =
        asked.sheet.as_deref().or(named.as_ref().and_then(|m| m.file.sheet.as_deref()).filter(|_| several));
    if let Some(sheet) = sheet_named {
        let names: Vec<&str> = opened.grids.iter().map(|g| g.name()).collect();
        has_sheet(&base, &names, sheet)?;
    }
    let mut tables = vec![];
    for grid in opened.grids {
        let grid: Arc<dyn Grid> = Arc::from(grid);
        let name = grid.name().to_string();
        if sheet_named.is_some_and(|sheet| intake::spelled(sheet) != intake::spelled(&name)) {
            continue;
        }
        let shown = if several { format!("{file} › {name}") } else { file.clone() };
        if says_nothing(asked)
            && let Some(own) = recognition.own.knows(&*grid).map_err(refused)?
        {
            let sheet = TableInFile { file: shown, grid, found: Arc::new(own.found) };
            tables.push(FoundTable {
                sheet,
                name,
                number: 1,
                mapping: Some(own.mapping),
                own: Some(own.table),
            });
            continue;
        }
        let hints =
            named.as_ref().map(Mapping::hints).transpose().map_err(Error::Broken)?.unwrap_or_default();
        let decimal = asked.decimal_mark()?;
        let hints = Hints { table: asked.table.or(hints.table), decimal, ..hints };
        for (n, found) in
            decapolis_spreadsheets::find(&*grid, &hints).map_err(refused)?.into_iter().enumerate()
        {
            let number = hints.table.unwrap_or(n + 1);
            let (mapping, found) = match &named {
                Some(mapping) => (Some(mapping.clone()), found),
                None if asked.into.is_none() => known(recognition, &base, &*grid, found, number, decimal)?,
                None => (None, found),
            };
            let sheet = TableInFile { file: shown.clone(), grid: grid.clone(), found: Arc::new(found) };
            tables.push(FoundTable { sheet, name: name.clone(), number, mapping, own: None });
        }
    }
    if tables.is_empty() {
        return Err(Error::refused_with("error-no-table-found", [("file", base.into())].into()));
    }
    let told =
        opened.notes.into_iter().map(|note| Message { key: note.key, args: given(note.args) }).collect();
    Ok(Opened { file, format: opened.format, sure: opened.sure, told, tables })
}

/// Whether the person who imports says nothing of how a file is read, so that it is read as it says itself.
fn says_nothing(asked: &ImportOptions) -> bool {
    asked.mapping.is_none()
        && asked.into.is_none()
        && asked.matches.is_empty()
        && asked.sets.is_empty()
        && asked.values.is_empty()
        && asked.decimal.is_none()
}

/// Opens a file in the format that the mapping says, or one that is for files with this name.
fn open_in_format(
    recognition: &Recognition,
    path: &Path,
    name: &str,
    mapping: Option<&Mapping>,
) -> Result<OpenedFile> {
    let by_name = recognition.mappings.by_file_name(name).find(|m| m.file.format.is_some());
    let hinted = mapping.or(by_name).and_then(|m| m.file.format.as_deref()?.parse::<Format>().ok());
    let hinted = hinted.as_ref().map(TextHints::from).unwrap_or_default();
    decapolis_spreadsheets::open(path, &Limits::default(), &hinted, recognition.apart.as_deref())
        .map_err(refused)
}

/// Refused with the names of all tables if no table of this name can be imported.
fn has_table(recognition: &Recognition, table: &str) -> Result<()> {
    if recognition.tables.named(table).is_some_and(|t| t.in_files) {
        return Ok(());
    }
    let all: Vec<&str> = recognition.tables.0.iter().filter(|t| t.in_files).map(|t| t.name).collect();
    Err(Error::refused_with(
        "error-table-unknown",
        [("table", table.into()), ("tables", all.join(", ").into())].into(),
    ))
}

/// Refused with the names of all sheets if the file has no sheet of this name.
fn has_sheet(file: &str, names: &[&str], sheet: &str) -> Result<()> {
    if names.iter().any(|name| intake::spelled(name) == intake::spelled(sheet)) {
        return Ok(());
    }
    let args = [("file", file.into()), ("sheet", sheet.into()), ("sheets", names.join(", ").into())];
    Err(Error::refused_with("error-sheet-unknown", args.into()))
}

/// The mapping that recognises a table, and the table as this mapping reads it.
fn known(
    recognition: &Recognition,
    file: &str,
    grid: &dyn Grid,
    found: DetectedTable,
    number: usize,
    decimal: Option<char>,
) -> Result<(Option<Mapping>, DetectedTable)> {
    let Some(known) = recognition.mappings.knows(file, grid.name(), &found) else { return Ok((None, found)) };
    let hints = known.mapping.hints().map_err(Error::Broken)?;
    let again = Hints { table: hints.table.or(Some(number)), decimal, ..hints };
    let found =
        decapolis_spreadsheets::find(grid, &again).map_err(refused)?.into_iter().next().unwrap_or(found);
    Ok((Some(known.mapping.clone()), found))
}

fn given(args: Vec<(&'static str, String)>) -> Given {
    Given(args.into_iter().map(|(name, value)| (name, value.into())).collect())
}

/// The file and the position are joined as in problems of rows: `members.csv:12`.
fn refused(mut refusal: Refusal) -> Error {
    if let (Some(row), Some((_, file))) =
        (refusal.row, refusal.args.iter_mut().find(|(name, _)| *name == "file"))
    {
        *file = format!("{file}:{row}");
    }
    Error::Refused(Message { key: refusal.key, args: given(refusal.args) })
}
