//! Reads foreign files, for `look` and `import`.

mod matching;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use decapolis_import::intake::{self, Mapping, Mappings, OwnSheets, Proposer, Synonyms, TableInFile, Vocabulary};
use decapolis_import::transfer::Lines;
use decapolis_register::duplicates::candidates::Likely;
use decapolis_spreadsheets::{DetectedTable, Format, Grid, Hints, Limits, Refusal, TextHints};
use decapolis_words::Locale;
use decapolis_words::errors::{Error, Result};
use decapolis_words::message::{Args as Given, Message};

use self::matching::matched;
pub(super) use self::matching::{command, proposals};
use super::{look, network};
use crate::app::App;
use crate::assets::{self, Network};
use crate::modules;

/// Which part of a file to read, and into which table.
#[derive(Args, Clone, Debug, Default)]
pub struct Asked {
    /// The table of the register to import into.
    #[arg(long, value_name = "TABLE")]
    pub into: Option<String>,
    /// The sheet, by name.
    #[arg(long, value_name = "SHEET")]
    pub sheet: Option<String>,
    /// The number of the table in its sheet, from 1.
    #[arg(long, value_name = "N")]
    pub table: Option<usize>,
    /// A mapping, by name or path.
    #[arg(long, value_name = "NAME|PATH")]
    pub mapping: Option<String>,
    /// Correct the match: a heading of the file and its column ("Joined=from"), or no column ("Notes=").
    #[arg(long = "match", value_name = "HEADING=COLUMN")]
    pub matches: Vec<String>,
    /// Set the same value in every row: "level=municipal".
    #[arg(long = "set", value_name = "COLUMN=WORDS")]
    pub sets: Vec<String>,
}

impl Asked {
    /// Whether no option is given.
    pub fn is_nothing(&self) -> bool {
        let Asked { into, sheet, table, mapping, matches, sets } = self;
        into.is_none() && sheet.is_none() && table.is_none() && mapping.is_none() && matches.is_empty() && sets.is_empty()
    }
}

/// What foreign files are read by: the mappings, and the words of columns.
pub struct Desk {
    pub mappings: Mappings,
    pub vocabulary: Vocabulary,
    pub synonyms: Synonyms,
    pub own: OwnSheets,
    pub(super) network: Option<Network>,
    /// The program that opens workbooks in a process of its own. `None` opens them in this process, for tests.
    pub apart: Option<PathBuf>,
}

impl Desk {
    pub fn of(app: &App, network: Option<&str>) -> Result<Desk> {
        let network = match network {
            Some(name) => Some(Network::named(name)?),
            None => Network::of_code(&app.settings.code),
        };
        let (file, text) = assets::synonyms();
        let synonyms = Synonyms::read(file, &text).map_err(Error::Broken)?;
        Ok(Desk {
            mappings: Mappings::read(&assets::mapping_files(network.as_ref())?, modules::tables()).map_err(Error::Broken)?,
            vocabulary: Vocabulary::of(&app.words, &synonyms, modules::tables()),
            synonyms,
            own: OwnSheets::of(&app.words, modules::tables()),
            network,
            apart: std::env::current_exe().ok(),
        })
    }

    pub fn proposer(&self) -> Proposer<'_> {
        Proposer { tables: modules::tables(), vocabulary: &self.vocabulary, synonyms: &self.synonyms }
    }

    /// The mapping with this name or path.
    fn mapping(&self, named: &str) -> Result<Mapping> {
        if let Some(mapping) = self.mappings.named(named) {
            return Ok(mapping.clone());
        }
        if let Ok(text) = std::fs::read_to_string(named) {
            return Mapping::read(named, &text, modules::tables()).map_err(Error::Broken);
        }
        let names: Vec<&str> = self.mappings.iter().map(|m| m.name.as_str()).collect();
        Err(Error::refused_with("error-mapping-unknown", [("name", named.into()), ("names", names.join(", ").into())].into()))
    }
}

/// An open file with the tables found in it.
pub struct Opened {
    /// The file's name in messages.
    pub file: String,
    pub format: Format,
    pub sure: f64,
    pub told: Vec<Message>,
    pub tables: Vec<FoundTable>,
}

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
pub fn open_file(desk: &Desk, path: &Path, asked: &Asked) -> Result<Opened> {
    let file = path.to_string_lossy().into_owned();
    let base = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let named = asked.mapping.as_deref().map(|name| desk.mapping(name)).transpose()?;
    if let Some(table) = asked.into.as_deref().filter(|t| modules::tables().named(t).is_none_or(|t| !t.in_files)) {
        let all: Vec<&str> = modules::tables().0.iter().filter(|t| t.in_files).map(|t| t.name).collect();
        return Err(Error::refused_with("error-table-unknown", [("table", table.into()), ("tables", all.join(", ").into())].into()));
    }
    let by_name = desk.mappings.by_file_name(&base).find(|m| m.file.format.is_some());
    let hinted = named.as_ref().or(by_name).and_then(|m| m.file.format.as_deref()?.parse::<Format>().ok());
    let hinted = hinted.as_ref().map(TextHints::from).unwrap_or_default();
    let opened = decapolis_spreadsheets::open(path, &Limits::default(), &hinted, desk.apart.as_deref()).map_err(refused)?;
    let several = opened.grids.len() > 1;
    let sheet_named = asked.sheet.as_deref().or(named.as_ref().and_then(|m| m.file.sheet.as_deref()).filter(|_| several));
    let names: Vec<String> = opened.grids.iter().map(|g| g.name().to_string()).collect();
    if let Some(sheet) = sheet_named.filter(|sheet| !names.iter().any(|n| intake::spelled(n) == intake::spelled(sheet))) {
        let args = [("file", base.into()), ("sheet", sheet.into()), ("sheets", names.join(", ").into())];
        return Err(Error::refused_with("error-sheet-unknown", args.into()));
    }
    let mut tables = vec![];
    for grid in opened.grids {
        let grid: Arc<dyn Grid> = Arc::from(grid);
        let name = grid.name().to_string();
        if sheet_named.is_some_and(|sheet| intake::spelled(sheet) != intake::spelled(&name)) {
            continue;
        }
        let shown = if several { format!("{file} › {name}") } else { file.clone() };
        if named.is_none()
            && asked.into.is_none()
            && asked.matches.is_empty()
            && asked.sets.is_empty()
            && let Some(own) = desk.own.knows(&*grid).map_err(refused)?
        {
            let sheet = TableInFile { file: shown, grid, found: Arc::new(own.found) };
            tables.push(FoundTable { sheet, name, number: 1, mapping: Some(own.mapping), own: Some(own.table) });
            continue;
        }
        let hints = match &named {
            Some(mapping) => mapping.hints().map_err(Error::Broken)?,
            None => Hints::default(),
        };
        let hints = Hints { table: asked.table.or(hints.table), ..hints };
        for (n, found) in decapolis_spreadsheets::find(&*grid, &hints).map_err(refused)?.into_iter().enumerate() {
            let number = hints.table.unwrap_or(n + 1);
            let (mapping, found) = match &named {
                Some(mapping) => (Some(mapping.clone()), found),
                None if asked.into.is_none() => known(desk, &base, &*grid, found, number)?,
                None => (None, found),
            };
            let sheet = TableInFile { file: shown.clone(), grid: grid.clone(), found: Arc::new(found) };
            tables.push(FoundTable { sheet, name: name.clone(), number, mapping, own: None });
        }
    }
    if tables.is_empty() {
        return Err(Error::refused_with("error-no-table-found", [("file", base.into())].into()));
    }
    let told = opened.notes.into_iter().map(|note| Message { key: note.key, args: given(note.args) }).collect();
    Ok(Opened { file, format: opened.format, sure: opened.sure, told, tables })
}

/// The mapping that recognises a table, and the table as this mapping reads it.
fn known(desk: &Desk, file: &str, grid: &dyn Grid, found: DetectedTable, number: usize) -> Result<(Option<Mapping>, DetectedTable)> {
    let Some(known) = desk.mappings.knows(file, grid.name(), &found) else { return Ok((None, found)) };
    let hints = known.mapping.hints().map_err(Error::Broken)?;
    let again = Hints { table: hints.table.or(Some(number)), ..hints };
    let found = decapolis_spreadsheets::find(grid, &again).map_err(refused)?.into_iter().next().unwrap_or(found);
    Ok((Some(known.mapping.clone()), found))
}

fn given(args: Vec<(&'static str, String)>) -> Given {
    Given(args.into_iter().map(|(name, value)| (name, value.into())).collect())
}

/// The file and the position are joined as in problems of rows: `members.csv:12`.
fn refused(mut refusal: Refusal) -> Error {
    if let (Some(row), Some((_, file))) = (refusal.row, refusal.args.iter_mut().find(|(name, _)| *name == "file")) {
        *file = format!("{file}:{row}");
    }
    Error::Refused(Message { key: refusal.key, args: given(refusal.args) })
}

/// What the foreign files of an import give.
#[derive(Default)]
pub struct Foreign {
    desk: Option<Desk>,
    pub lines: Vec<Box<dyn Lines>>,
    /// The sheets that the lines come from, for reports.
    pub sheets: Vec<TableInFile>,
    /// Messages for the person who imports.
    pub told: Vec<String>,
    /// What the mappings say about rows that look like records, if all say the same.
    pub likely: Option<Likely>,
}

impl Foreign {
    /// Reads a file that was not exported from the register: by the named mapping, by one that recognises it, or by a
    /// match that is certain.
    pub async fn read(&mut self, app: &App, path: &Path, asked: &Asked, locale: &Locale<'_>) -> Result<()> {
        if self.desk.is_none() {
            self.desk = Some(Desk::of(app, network().as_deref())?);
        }
        let Some(desk) = &self.desk else { return Ok(()) };
        let (lines, sheets, likely) = lines_of(app, desk, path, asked, locale, &mut self.told).await?;
        self.likely = if self.lines.is_empty() { likely } else { self.likely.filter(|said| likely == Some(*said)) };
        self.lines.extend(lines);
        self.sheets.extend(sheets);
        Ok(())
    }
}

/// The lines of a foreign file, the sheets they come from, and what all mappings say about rows that look like records.
/// Messages for the person who imports are added to `told`.
pub async fn lines_of(
    app: &App,
    desk: &Desk,
    path: &Path,
    asked: &Asked,
    locale: &Locale<'_>,
    told: &mut Vec<String>,
) -> Result<(Vec<Box<dyn Lines>>, Vec<TableInFile>, Option<Likely>)> {
    let opened = open_file(desk, path, asked)?;
    told.extend(opened.told.iter().map(|message| locale.message(message)));
    let mut all: Vec<Box<dyn Lines>> = vec![];
    let mut sheets = vec![];
    let mut likely: Vec<Option<Likely>> = vec![];
    let mut unsure = None;
    let mut unread = vec![];
    // if a mapping recognises a table, the other tables of the file are ignored
    let known = opened.tables.iter().any(|t| t.mapping.is_some());
    for table in &opened.tables {
        if known && table.mapping.is_none() {
            unread.push(table);
            continue;
        }
        let mapping = match &table.mapping {
            Some(mapping) => {
                let file = ("file", table.sheet.file.as_str().into());
                told.push(match table.own {
                    Some(own) => locale.with("import-own-sheet", &[file, ("table", look::table_name(own, locale).into())].into()),
                    None => locale.with("import-by-mapping", &[file, ("mapping", mapping.name.as_str().into())].into()),
                });
                mapping.clone()
            }
            None => match matched(app, desk, &opened, table, asked, locale).await? {
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
        likely.push(mapping.likely);
        for lines in intake::lines(&mapping, &table.sheet, locale.language, modules::tables(), &desk.vocabulary)? {
            all.push(Box::new(lines));
        }
        if !sheets.iter().any(|s: &TableInFile| s.file == table.sheet.file) {
            sheets.push(table.sheet.clone());
        }
    }
    if let Some(why) = unsure.filter(|_| all.is_empty()) {
        return Err(why);
    }
    told.extend(unread.iter().map(|table| {
        let (first, last) = table.sheet.found.rows;
        let args = [("file", table.sheet.file.as_str().into()), ("first", first.to_string().into()), ("last", last.to_string().into())];
        locale.with("import-table-unread", &args.into())
    }));
    // rows of an exported workbook are not compared with records when the register is empty
    if opened.tables.iter().all(|t| t.own.is_some()) && app.heads(app.db.reader()).await?.last == 0 {
        return Ok((all, sheets, Some(Likely::New)));
    }
    likely.dedup();
    let likely = if let [alike] = likely[..] { alike } else { None };
    Ok((all, sheets, likely))
}

/// Whether a file in a folder should be imported.
pub fn is_spreadsheet(path: &Path) -> bool {
    let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
    ["csv", "tsv", "xlsx", "xlsm", "xlsb", "xls", "ods"].contains(&ending.as_str())
}

/// Whether a file was exported from the register: a CSV named after a table, with columns of that table. `reported` are
/// the headings that a report adds.
pub fn is_own(path: &Path, reported: &std::collections::BTreeSet<String>) -> bool {
    let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    let csv = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("csv"));
    let Some(table) = modules::tables().named(&stem).filter(|_| csv) else { return false };
    let Ok(file) = std::fs::File::open(path) else { return true };
    let mut start = vec![];
    if std::io::Read::read_to_end(&mut std::io::Read::take(file, 64 * 1024), &mut start).is_err() {
        return true;
    }
    // text that is not UTF-8 may still be a foreign file; an unreadable file is reported by the strict reader
    let Ok(text) = std::str::from_utf8(start.split(|b| matches!(b, b'\n' | b'\r')).next().unwrap_or_default()) else { return false };
    let names: Vec<&str> = text.trim_start_matches('\u{feff}').split(',').map(|name| name.trim().trim_matches('"')).collect();
    let ours = names.iter().filter(|name| intake::column_of(table, name).is_some() || reported.contains(**name)).count();
    text.is_empty() || ours * 2 >= names.len()
}
