//! `export`: writes the register to files.

use crate::terminal::say;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use decapolis_import::transfer;
use decapolis_register::table::Table;
use decapolis_words::errors::{Error, Result};

use crate::cli::register::{open_existing, terminal_language};
use crate::editions::store;
use crate::modules;

#[derive(Args)]
pub struct Export {
    /// The folder to write to. It is created if it does not exist.
    folder: PathBuf,
    /// A CSV file for each table, or one workbook with a sheet for each table.
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    format: Format,
    /// The language of the headings in a workbook (es, en, fr). Default: that of the terminal. CSV files have the names of columns.
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
    /// Write only this table, with the names of its columns even if it has no rows; can be given several times.
    #[arg(long = "table", value_name = "TABLE")]
    tables: Vec<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Csv,
    Xlsx,
}

/// The file name of a workbook.
const WORKBOOK: &str = "register.xlsx";

pub async fn export(args: Export) -> Result<()> {
    let app = open_existing().await?;
    let language = terminal_language(&app);
    let locale = app.locale(&language).expect("a language with words");
    let tables = chosen(&args.tables)?;
    let headings = args.language.as_deref().unwrap_or(&language);
    let of_headings =
        app.locale(headings).filter(|_| app.words.has(headings, "column-code")).ok_or_else(|| {
            let spoken: Vec<&str> =
                app.words.languages().filter(|l| app.words.has(l, "column-code")).collect();
            Error::refused_with(
                "error-no-words-in-language",
                [("text", headings.into()), ("languages", spoken.join(", ").into())].into(),
            )
        })?;
    let snapshot = app.db.snapshot().await?;
    let workbook = args.folder.join(WORKBOOK);
    let mut written = match args.format {
        Format::Csv => transfer::export_tables(&snapshot, &tables, &args.folder).await?,
        Format::Xlsx => transfer::export_workbook(&snapshot, &tables, &workbook, &of_headings).await?,
    };
    if matches!(args.format, Format::Csv) && !args.tables.is_empty() {
        for table in &tables {
            if !written.iter().any(|(name, _)| *name == table.name) {
                transfer::export_columns(table, &app.settings.languages, &args.folder)?;
                written.push((table.name, 0));
            }
        }
    }
    for (table, rows) in &written {
        let place = match args.format {
            Format::Csv => format!("{table}.csv"),
            Format::Xlsx => of_headings.say(&format!("table-{}", table.replace('_', "-"))),
        };
        let rows = locale.with("page-how-many-rows", &[("n", (*rows).into())].into());
        say!("{}", locale.named(&place, &rows));
    }
    let editions = store::all(&snapshot).await?.len();
    if editions > 0 && args.tables.is_empty() {
        say!("{}", locale.with("export-without-editions", &[("n", editions.into())].into()));
    }
    snapshot.commit().await?;
    let rows: usize = written.iter().map(|w| w.1).sum();
    let place = match args.format {
        Format::Csv => &args.folder,
        Format::Xlsx => &workbook,
    };
    say!(
        "{}",
        locale
            .with("export-done", &[("n", rows.into()), ("file", place.display().to_string().into())].into())
    );
    Ok(())
}

/// The tables with these names, or all tables that can be exported.
fn chosen(names: &[String]) -> Result<Vec<&'static Table>> {
    let all: Vec<&'static Table> = modules::tables().0.iter().copied().filter(|t| t.in_files).collect();
    if let Some(unknown) = names.iter().find(|name| !all.iter().any(|t| t.name == **name)) {
        let known: Vec<&str> = all.iter().map(|t| t.name).collect();
        return Err(Error::refused_with(
            "error-no-table-to-export",
            [("text", unknown.as_str().into()), ("tables", known.join(", ").into())].into(),
        ));
    }
    Ok(all.into_iter().filter(|t| names.is_empty() || names.iter().any(|name| name == t.name)).collect())
}
