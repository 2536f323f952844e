//! `import` and `undo`.

use std::borrow::Cow;
use std::io::Write as _;
use std::path::PathBuf;

use clap::Args;
use decapolis_base::Day;
use decapolis_core::errors::{Error, Result};
use decapolis_core::journal::{self, About};
use decapolis_core::transfer::{self, Plan, Problem, Severity, Sheet};
use decapolis_core::words::Tongue;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{open, open_existing, terminal_language};
use crate::app::{App, Settings};
use crate::assets::files_under;
use crate::modules;

#[derive(Args)]
pub struct Import {
    /// CSV files named like their tables (memberships.csv), or folders of them.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Record the batch as of the end of this day (2020-12-31) instead of now.
    #[arg(long, value_name = "DATE")]
    recorded: Option<String>,
    /// Write it. Without this the register stays as it is.
    #[arg(long)]
    apply: bool,
    /// Why, for the journal.
    #[arg(long)]
    reason: Option<String>,
}

#[derive(Args)]
pub struct Undo {
    /// The batch, as `import --apply` named it.
    batch: String,
    /// Why, for the journal.
    #[arg(long)]
    reason: Option<String>,
}

pub async fn import(args: Import) -> Result<()> {
    let mut files = vec![];
    for path in &args.paths {
        for file in files_under(path)? {
            if file.extension().is_some_and(|e| e.eq_ignore_ascii_case("csv")) {
                let bytes = std::fs::read(&file).map_err(|e| Error::Broken(format!("cannot read {}: {e}", file.display())))?;
                files.push((file.to_string_lossy().into_owned(), Cow::Owned(bytes)));
            }
        }
    }
    if files.is_empty() {
        let named: Vec<String> = args.paths.iter().map(|p| p.display().to_string()).collect();
        return Err(Error::refused_with("error-no-files", [("file", named.join(", ").into())].into()));
    }
    let app = open().await?;
    let language = terminal_language(&app);
    let tongue = app.tongue(&language).expect("a language with words");
    let recorded = args
        .recorded
        .as_deref()
        .map(|text| text.parse::<Day>().map_err(|_| Error::refused_with("error-not-a-day", [("text", text.into())].into())))
        .transpose()?;
    let (plan, zone) = prepare(&app, &files).await?;
    print_preview(&plan, &tongue);
    if plan.errors() > 0 {
        return Err(Error::refused("preview-blocked"));
    }
    if plan.changes_nothing() {
        say!("{}", tongue.say("error-nothing-to-do"));
        return Ok(());
    }
    if !args.apply {
        say!("{}\n{}", tongue.say("transfer-preview"), tongue.with("preview-apply", &[("option", "--apply".into())].into()));
        return Ok(());
    }
    let rows: usize = plan.previews.iter().map(|p| p.new + p.changed + p.removed).sum();
    let batch = write(&app, plan, recorded, zone, args.reason.as_deref()).await?;
    say!("{}", tongue.with("import-done", &[("n", rows.into()), ("batch", batch.as_str().into())].into()));
    say!("{}", tongue.with("import-done.undo", &[("command", format!("decapolis undo {batch}").into())].into()));
    Ok(())
}

/// Reads the files and plans the import on a snapshot. The zone is the network's, or the one these very files give it.
pub async fn prepare(app: &App, files: &[(String, Cow<'_, [u8]>)]) -> Result<(Plan, TimeZone)> {
    let mut sheets = vec![];
    let mut problems = vec![];
    for (file, bytes) in files {
        let table = PathBuf::from(file).file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        match Sheet::read(file, &table, bytes) {
            Ok((sheet, found)) => {
                problems.extend(found);
                sheets.push(sheet);
            }
            Err(found) => problems.extend(found),
        }
    }
    let zone = sheets.iter().filter(|s| s.table == "networks").find_map(|s| {
        let at = s.header.iter().position(|h| h == "zone")?;
        TimeZone::get(s.rows.first()?.1.get(at)?).ok()
    });
    let snapshot = app.db.snapshot().await?;
    let plan = transfer::plan(&snapshot, modules::tables(), &sheets, problems).await?;
    snapshot.commit().await?;
    Ok((plan, zone.unwrap_or_else(|| app.settings.zone.clone())))
}

/// Writes a plan as one batch, and gives the batch's name.
pub async fn write(app: &App, plan: Plan, recorded: Option<Day>, zone: TimeZone, reason: Option<&str>) -> Result<String> {
    let settings = Settings { zone: zone.clone(), ..app.settings.clone() };
    let now = Timestamp::now();
    let at = match recorded {
        Some(day) if day > settings.today() => {
            return Err(Error::refused_with("error-recorded-in-future", [("day", day.to_string().into())].into()));
        }
        Some(day) => settings.end_of(day)?.min(now),
        None => now,
    };
    // named by its day and its place in the journal, which it takes when it is written
    let day = Day::from(at.to_zoned(zone.clone()).date());
    let batch = format!("{day}-{:04}", app.heads(app.db.reader()).await?.last + 1);
    let about = About { actor: "operator", action: "register.import", batch: Some(&batch), reason, undoes: None };
    transfer::apply(&app.db, plan, &about, at, &zone).await?;
    Ok(batch)
}

fn print_preview(plan: &Plan, tongue: &Tongue<'_>) {
    let mut out = std::io::stdout().lock();
    for p in &plan.previews {
        let name = tongue.say(&format!("table-{}", p.table.replace('_', "-")));
        let counts = [
            ("new", p.new),
            ("changed", p.changed),
            ("same", p.same),
            ("removed", p.removed),
            ("warnings", p.warnings),
            ("errors", p.errors),
        ];
        let said: Vec<String> = counts
            .iter()
            .filter(|(key, count)| *count > 0 || *key == "new")
            .map(|(key, count)| tongue.with(&format!("preview-{key}"), &[("n", (*count).into())].into()))
            .collect();
        let _ = writeln!(out, "{name} ({}): {}", p.table, said.join(", "));
    }
    for problem in plan.problems.iter().take(200) {
        let _ = writeln!(out, "{}", describe(problem, tongue));
    }
    if plan.problems.len() > 200 {
        let _ = writeln!(out, "{}", tongue.with("preview-more-errors", &[("n", (plan.problems.len() - 200).into())].into()));
    }
}

/// One line: where, what, how to mend it.
pub fn describe(problem: &Problem, tongue: &Tongue<'_>) -> String {
    let mut place = problem.file.clone();
    if let Some(row) = problem.row {
        place.push_str(&format!(":{row}"));
    }
    if let Some(column) = &problem.column {
        place.push_str(&format!(" [{column}]"));
    }
    let severity = tongue.say(if problem.severity == Severity::Error { "state-error" } else { "state-warning" });
    let mend = tongue.mend(&problem.message).map(|m| format!(" {m}")).unwrap_or_default();
    format!("{place}: {severity}: {}{mend}", tongue.message(&problem.message))
}

pub async fn undo(args: Undo) -> Result<()> {
    let app = open_existing().await?;
    let language = terminal_language(&app);
    let tongue = app.tongue(&language).expect("a language with words");
    let about =
        About { actor: "operator", action: "register.undo", batch: None, reason: args.reason.as_deref(), undoes: Some(&args.batch) };
    let (_, rows) = journal::undo(&app.db, modules::tables(), &args.batch, &about, Timestamp::now(), &app.settings.zone).await?;
    say!("{}", tongue.with("undo-done", &[("batch", args.batch.as_str().into()), ("n", rows.into())].into()));
    Ok(())
}
