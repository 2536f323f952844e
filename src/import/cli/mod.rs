//! `import` and `undo`: write files to the register, and undo a batch.

pub mod export;
pub mod history;
mod likely;
pub mod look;
mod saved_mapping;

use crate::terminal::{say, tell};
use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::Args;
use decapolis_actions::{self as actions, Actor, Request};
use decapolis_import::transfer::{self, CsvFile, Lines, Original, Plan, Problem};
use decapolis_register::duplicates::candidates::Likely;
use decapolis_words::Locale;
use decapolis_words::errors::{Error, Result};

use crate::app::App;
use crate::assets::files_under;
use crate::cli::day::one_day;
use crate::cli::register::{network, open, open_existing, terminal_language};
use crate::import::foreign::{Foreign, is_own, is_spreadsheet};
use crate::import::options::ImportOptions;
use crate::import::outcomes;
use crate::import::reports::{Imported, Reports};
use crate::import::run::{plan_lines, table_of, write};
use crate::modules;

#[derive(Args)]
pub struct Import {
    /// Files to import: CSV files exported from the register (memberships.csv), other text files, workbooks, or folders of them.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    asked: ImportOptions,
    /// Record the batch at the end of this day (2020-12-31) instead of now.
    #[arg(long, value_name = "DATE")]
    recorded: Option<String>,
    /// Write the import. Without this the register does not change.
    #[arg(long)]
    apply: bool,
    /// The reason, for the journal.
    #[arg(long)]
    reason: Option<String>,
    /// Write the other rows if some are refused.
    #[arg(long)]
    without_refused: bool,
    /// Write the file back with the outcome of each row and how to correct it; for several files a folder.
    #[arg(long, value_name = "PATH")]
    report: Option<PathBuf>,
    #[command(flatten)]
    likely: likely::LikelyRows,
}

#[derive(Args)]
pub struct Undo {
    /// The name of the batch, as printed by `import --apply`.
    batch: String,
    /// The reason, for the journal.
    #[arg(long)]
    reason: Option<String>,
}

pub async fn import(args: Import) -> Result<()> {
    let files = files_of(&args.paths)?;
    let reports = args.report.as_deref().map(|path| Reports::at(path, files.len())).transpose()?;
    let app = open().await?;
    let language = terminal_language(&app);
    let locale = app.locale(&language).expect("a language with words");
    let recorded = args.recorded.as_deref().map(one_day).transpose()?;
    let mut opened = Opened::of(&app, &files, &args.asked, &locale).await?;
    opened.foreign.told.iter().for_each(|told| say!("{told}"));
    let mapped = opened.likely(&app).await?;
    let lines = opened.take_lines();
    let reason = with_match(args.reason.as_deref(), &lines);
    let problems = std::mem::take(&mut opened.problems);
    let (mut plan, zone) = plan_lines(&app, lines, problems, &args.likely.rule(mapped)).await?;
    if args.without_refused {
        plan.leave_out_refused();
    }
    outcomes::lines(&plan, &locale).iter().for_each(|line| say!("{line}"));
    if let Some(reports) = &reports {
        opened.write_reports(reports, &files, &plan, &locale).await?;
    }
    if !plan.may_be_written() {
        if plan.refused() > 0 && !args.without_refused {
            let options = [("without", "--without-refused".into()), ("report", "--report FILE".into())];
            tell!("{}", locale.with("import-blocked-hint", &options.into()));
        }
        return Err(Error::refused("preview-blocked"));
    }
    if plan.changes_nothing() {
        say!("{}", locale.say("error-nothing-to-do"));
        return Ok(());
    }
    if !args.apply {
        say!(
            "{}\n{}",
            locale.say("transfer-preview"),
            locale.with("preview-apply", &[("option", "--apply".into())].into())
        );
        return Ok(());
    }
    let (rows, refused) =
        (plan.files.iter().map(|f| f.new + f.changed + f.removed).sum::<usize>(), plan.refused());
    let batch = write(&app, Actor::Operator, plan, recorded, zone, reason.as_deref()).await?;
    say!("{}", locale.with("import-done", &[("n", rows.into()), ("batch", batch.as_str().into())].into()));
    if refused > 0 {
        say!("{}", locale.with("import-left-out", &[("n", refused.into())].into()));
    }
    say!(
        "{}",
        locale.with("import-done.undo", &[("command", format!("decapolis undo {batch}").into())].into())
    );
    Ok(())
}

/// The reason for the journal, with the match by which files of others were read: which column went where.
fn with_match(reason: Option<&str>, lines: &[Box<dyn Lines>]) -> Option<String> {
    let one = |lines: &Box<dyn Lines>| {
        let columns = lines.header().iter().zip(lines.called()?);
        let went = columns.filter_map(|(column, heading)| {
            Some(format!("{} → {}.{column}", heading.as_ref()?.replace('\n', " "), lines.table()))
        });
        Some(format!("{}: {}", lines.file(), went.collect::<Vec<_>>().join(", ")))
    };
    let matches: Vec<String> = lines.iter().filter_map(one).collect();
    let kept: String = matches.join("; ").chars().take(MATCH).collect();
    let said = reason.map(str::to_string);
    if kept.is_empty() {
        said
    } else {
        Some(said.map_or(kept.clone(), |reason| format!("{reason} ({kept})")))
    }
}

/// The most characters of a match that the journal keeps.
const MATCH: usize = 2000;

/// The files to import: those named, and the spreadsheets in the folders named. Refused if there are none.
fn files_of(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = vec![];
    for path in paths {
        files.extend(files_under(path)?.into_iter().filter(|f| path.is_file() || is_spreadsheet(f)));
    }
    if files.is_empty() {
        let named: Vec<String> = paths.iter().map(|p| p.display().to_string()).collect();
        return Err(Error::refused_with("error-no-files", [("file", named.join(", ").into())].into()));
    }
    Ok(files)
}

/// The files of an import, opened.
struct Opened {
    /// The files exported from the register.
    own: Vec<CsvFile>,
    /// All others.
    foreign: Foreign,
    problems: Vec<Problem>,
    /// The headings that a report adds to a file.
    reported: BTreeSet<String>,
}

impl Opened {
    async fn of(app: &App, files: &[PathBuf], asked: &ImportOptions, locale: &Locale<'_>) -> Result<Opened> {
        let reported = transfer::headings(&app.words);
        let mut opened = Opened { own: vec![], foreign: Foreign::of(network()), problems: vec![], reported };
        let said = asked.said_of_days()?;
        for file in files {
            if !asked.is_nothing() || !is_own(file, modules::tables(), &opened.reported) {
                opened.foreign.read(app, file, asked, locale).await?;
                continue;
            }
            match CsvFile::open(file, &table_of(&file.to_string_lossy()), &opened.reported) {
                Ok((sheet, found)) => {
                    opened.problems.extend(found);
                    opened.own.push(sheet.with_days(said));
                }
                Err(found) => opened.problems.extend(found),
            }
        }
        Ok(opened)
    }

    /// What the files say about rows that look like records: in a full export, or a first import, rows with different
    /// codes are not compared with each other.
    async fn likely(&self, app: &App) -> Result<Option<Likely>> {
        let first = self.foreign.lines.is_empty() && app.heads(app.db.reader()).await?.last == 0;
        Ok(if first { Some(Likely::New) } else { self.foreign.likely.filter(|_| self.own.is_empty()) })
    }

    fn take_lines(&mut self) -> Vec<Box<dyn Lines>> {
        let own = self.own.iter().map(|s| Box::new(s.clone()) as Box<dyn Lines>);
        own.chain(std::mem::take(&mut self.foreign.lines)).collect()
    }

    /// Writes a report for each file that rows came from, and says where.
    async fn write_reports(
        &self,
        reports: &Reports,
        files: &[PathBuf],
        plan: &Plan,
        locale: &Locale<'_>,
    ) -> Result<()> {
        let mut originals = self.originals();
        for path in files {
            // sheets of a workbook are named after its file
            let named = path.to_string_lossy();
            let sheets: Vec<_> = originals
                .extract_if(.., |o| o.file == named || o.file.starts_with(&format!("{named} › ")))
                .collect();
            if sheets.is_empty() {
                continue;
            }
            let (written, cut) =
                reports.write(plan, &Imported { path, sheets }, &self.reported, locale).await?;
            let written = written.display().to_string();
            say!("{}", locale.with("report-written", &[("file", written.as_str().into())].into()));
            if cut > 0 {
                say!(
                    "{}",
                    locale.with(
                        "report-texts-cut",
                        &[("file", written.into()), ("n", (cut as i64).into())].into()
                    )
                );
            }
        }
        Ok(())
    }

    /// The sheets that reports are written from.
    fn originals(&self) -> Vec<Original<'_>> {
        let own = self.own.iter().map(|s| Original {
            file: &s.file,
            grid: s,
            first: true,
            by_lines: true,
            heading: None,
        });
        let foreign = self.foreign.sheets.iter().map(|s| Original {
            file: &s.file,
            grid: &*s.grid,
            first: false,
            by_lines: s.grid.name().is_empty(),
            heading: s.found.heading.first().copied().or(Some(0)),
        });
        own.chain(foreign).collect()
    }
}

pub async fn undo(args: Undo) -> Result<()> {
    let app = open_existing().await?;
    let language = terminal_language(&app);
    let locale = app.locale(&language).expect("a language with words");
    let request = Request::by(Actor::Operator).because(args.reason.as_deref());
    let done = actions::undo_batch(&app.register(), request, &args.batch, crate::modules::actions()).await?;
    say!(
        "{}",
        locale.with("undo-done", &[("batch", args.batch.as_str().into()), ("n", done.rows.into())].into())
    );
    Ok(())
}
