//! Files that were not exported from the register: read by a mapping that is named or recognises them, or by a match that is certain.

use std::path::Path;

use decapolis_import::intake::{self, Mapping, TableInFile};
use decapolis_import::transfer::Lines;
use decapolis_register::duplicates::candidates::Likely;
use decapolis_register::schema::Tables;
use decapolis_spreadsheets::{Mark, Today};
use decapolis_words::Locale;
use decapolis_words::errors::{Error, Result};

use super::matching::{all_mapped, matched, say_values};
use super::opened::{FoundTable, open_file};
use super::options::ImportOptions;
use super::recognition::Recognition;
use super::words::table_name;
use crate::app::App;

/// What the foreign files of an import give.
#[derive(Default)]
pub struct Foreign {
    network: Option<String>,
    recognition: Option<Recognition>,
    pub lines: Vec<Box<dyn Lines>>,
    /// The sheets that the lines come from, for reports.
    pub sheets: Vec<TableInFile>,
    /// Messages for the person who imports.
    pub told: Vec<String>,
    /// What the mappings say about rows that look like records, if all say the same.
    pub likely: Option<Likely>,
}

impl Foreign {
    /// For a network's folder, where one is named.
    pub fn of(network: Option<String>) -> Foreign {
        Foreign { network, ..Foreign::default() }
    }

    /// Reads a file that was not exported from the register: by the named mapping, by one that recognises it, or by a
    /// match that is certain.
    pub async fn read(
        &mut self,
        app: &App,
        path: &Path,
        asked: &ImportOptions,
        locale: &Locale<'_>,
    ) -> Result<()> {
        if self.recognition.is_none() {
            self.recognition = Some(Recognition::of(app, self.network.as_deref())?);
        }
        let Some(recognition) = &self.recognition else { return Ok(()) };
        let (lines, sheets, likely) = lines_of(app, recognition, path, asked, locale, &mut self.told).await?;
        self.likely =
            if self.lines.is_empty() { likely } else { self.likely.filter(|said| likely == Some(*said)) };
        self.lines.extend(lines);
        self.sheets.extend(sheets);
        Ok(())
    }
}

/// The lines of a foreign file, the sheets they come from, and what all mappings say about rows that look like records.
/// Messages for the person who imports are added to `told`.
pub async fn lines_of(
    app: &App,
    recognition: &Recognition,
    path: &Path,
    asked: &ImportOptions,
    locale: &Locale<'_>,
    told: &mut Vec<String>,
) -> Result<(Vec<Box<dyn Lines>>, Vec<TableInFile>, Option<Likely>)> {
    let opened = open_file(recognition, path, asked)?;
    told.extend(opened.told.iter().map(|message| locale.message(message)));
    let (mut all, mut sheets, mut likely) = (Vec::<Box<dyn Lines>>::new(), Vec::<TableInFile>::new(), vec![]);
    let (mut unsure, mut unread) = (None, vec![]);
    let mut mark_used = false;
    let (tables, vocabulary) = (recognition.tables, &recognition.vocabulary);
    let (said, zone) = (asked.said_of_days()?, app.settings.zone.clone());
    let today = Today { day: app.settings.today().date(), zone };
    let first = app.heads(app.db.reader()).await?.last == 0;
    // if a mapping recognises a table, the other tables of the file are ignored
    let known = opened.tables.iter().any(|t| t.mapping.is_some());
    for table in &opened.tables {
        if known && table.mapping.is_none() {
            unread.push(table);
            continue;
        }
        let mapping = match &table.mapping {
            Some(mapping) => {
                told.push(read_by(table, mapping, locale));
                told.extend(table.own.is_none().then(|| all_mapped(mapping, table, locale)));
                let mut mapping = mapping.clone();
                say_values(&mut mapping, recognition, table, asked)?;
                mapping
            }
            None => match matched(app, recognition, &opened, table, asked, locale).await? {
                Ok((mapping, said)) => {
                    told.extend(said);
                    mapping
                }
                Err(why) => {
                    unsure = unsure.or(Some(why));
                    unread.push(table);
                    continue;
                }
            },
        };
        mark_used |= takes_mark(&mapping, table);
        likely.push(mapping.likely);
        // a workbook that a register wrote comes into an empty one as it is, with every year and every first or last day
        let said = if first && table.own.is_some() { said.of_every_year() } else { said };
        let lines = intake::lines(&mapping, &table.sheet, locale.language, tables, vocabulary)?;
        all.extend(lines.into_iter().map(|lines| Box::new(lines.read_on(&today, said)) as Box<dyn Lines>));
        if !sheets.iter().any(|s| s.file == table.sheet.file) {
            sheets.push(table.sheet.clone());
        }
    }
    if let Some(why) = unsure.filter(|_| all.is_empty()) {
        return Err(why);
    }
    if asked.decimal.is_some() && !mark_used {
        return Err(Error::refused_with("error-decimal-unused", [("file", opened.file.into())].into()));
    }
    told.extend(unread.iter().map(|table| not_read(table, locale)));
    // rows of an exported workbook are not compared with records when the register is empty
    if first && opened.tables.iter().all(|t| t.own.is_some()) {
        return Ok((all, sheets, Some(Likely::New)));
    }
    likely.dedup();
    Ok((all, sheets, if let [alike] = likely[..] { alike } else { None }))
}

/// Whether the decimal mark that a person says changes how a column that is read is read.
fn takes_mark(mapping: &Mapping, table: &FoundTable) -> bool {
    let found = &table.sheet.found;
    let said = |at: &usize| found.columns[*at].guess.mark == Mark::Said;
    (0..found.columns.len()).filter(said).any(|at| !mapping.reading(found, at).is_empty())
}

/// Says by which mapping a table is read.
fn read_by(table: &FoundTable, mapping: &Mapping, locale: &Locale<'_>) -> String {
    let file = ("file", table.sheet.file.as_str().into());
    match table.own {
        Some(own) => {
            locale.with("import-own-sheet", &[file, ("table", table_name(own, locale).into())].into())
        }
        None => locale.with("import-by-mapping", &[file, ("mapping", mapping.name.as_str().into())].into()),
    }
}

/// Says that a table is not read, with its rows.
fn not_read(table: &FoundTable, locale: &Locale<'_>) -> String {
    let (first, last) = table.sheet.found.rows;
    let args = [
        ("file", table.sheet.file.as_str().into()),
        ("first", first.to_string().into()),
        ("last", last.to_string().into()),
    ];
    locale.with("import-table-unread", &args.into())
}

/// Whether a file in a folder should be imported.
pub fn is_spreadsheet(path: &Path) -> bool {
    let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
    ["csv", "tsv", "xlsx", "xlsm", "xlsb", "xls", "ods"].contains(&ending.as_str())
}

/// Whether a file was exported from the register: a CSV named after a table, with columns of that table. `reported` are
/// the headings that a report adds.
pub fn is_own(path: &Path, tables: Tables, reported: &std::collections::BTreeSet<String>) -> bool {
    let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    let csv = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("csv"));
    let Some(table) = tables.named(&stem).filter(|_| csv) else { return false };
    let Ok(file) = std::fs::File::open(path) else { return true };
    let mut start = vec![];
    if std::io::Read::read_to_end(&mut std::io::Read::take(file, 64 * 1024), &mut start).is_err() {
        return true;
    }
    // text that is not UTF-8 may still be a foreign file; an unreadable file is reported by the strict reader
    let Ok(text) =
        std::str::from_utf8(start.split(|b| matches!(b, b'\n' | b'\r')).next().unwrap_or_default())
    else {
        return false;
    };
    let names: Vec<&str> =
        text.trim_start_matches('\u{feff}').split(',').map(|name| name.trim().trim_matches('"')).collect();
    let ours = names
        .iter()
        .filter(|name| intake::column_of(table, name).is_some() || reported.contains(**name))
        .count();
    text.is_empty() || ours * 2 >= names.len()
}
