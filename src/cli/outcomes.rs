//! The outcome of each row of an import: printed, and written back as a report.

use std::collections::BTreeSet;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use decapolis_import::transfer::{self, Original, Plan, Problem, Severity};
use decapolis_spreadsheets::Value;
use decapolis_spreadsheets::write::{self, SheetWriter as _, Xlsx};
use decapolis_words::Locale;
use decapolis_words::errors::{Error, Result};

/// The most lines about problems that are printed. The report has all of them.
const PRINTED: usize = 200;
/// Up to this number problems of one sort are printed one by one, otherwise in one line.
const REPEATED: usize = 5;

/// Prints the outcomes by table and by file, and the problems.
pub fn print(plan: &Plan, locale: &Locale<'_>) {
    let mut out = std::io::stdout().lock();
    let counted = |(key, count): &(&str, usize)| locale.with(&format!("preview-{key}"), &[("n", (*count).into())].into());
    for p in &plan.previews {
        let name = locale.say(&format!("table-{}", p.table.replace('_', "-")));
        let counts = [
            ("new", p.new),
            ("changed", p.changed),
            ("same", p.same),
            ("removed", p.removed),
            ("skipped", p.skipped),
            ("refused", p.refused),
            ("warnings", p.warnings),
            ("errors", p.errors),
        ];
        let said: Vec<String> = counts.iter().filter(|(key, count)| *count > 0 || *key == "new").map(counted).collect();
        let _ = writeln!(out, "{name} ({}): {}", p.table, said.join(", "));
    }
    for rows in &plan.files {
        let sum: Vec<String> = rows.counts().iter().filter(|(key, count)| *count > 0 || *key == "new").map(counted).collect();
        let args = [("file", rows.file.as_str().into()), ("n", rows.read.into()), ("sum", sum.join(" + ").into())];
        let key = if rows.add_up() { "rows-read" } else { "rows-do-not-add-up" };
        let _ = writeln!(out, "{}", locale.with(key, &args.into()));
    }
    let mut told = 0;
    for line in problems(plan, locale, &mut told) {
        let _ = writeln!(out, "{line}");
    }
    let all: usize = plan.sorts.iter().map(|s| s.count).sum();
    if all > told {
        let _ = writeln!(out, "{}", locale.with("preview-more-errors", &[("n", (all - told).into())].into()));
    }
}

/// The lines about problems. Repeated ones are one line; `told` counts the problems that the lines cover.
fn problems(plan: &Plan, locale: &Locale<'_>, told: &mut usize) -> Vec<String> {
    let mut lines = vec![];
    let mut repeated = BTreeSet::new();
    for problem in &plan.problems {
        if lines.len() == PRINTED {
            break;
        }
        match plan.sorts.iter().position(|s| s.first.is_like(problem)).map(|n| (n, &plan.sorts[n])) {
            Some((n, sort)) if sort.count > REPEATED => {
                if repeated.insert(n) {
                    *told += sort.count;
                    lines.push(many(&sort.first, sort.count, locale));
                }
            }
            _ => {
                *told += 1;
                lines.push(describe(problem, locale));
            }
        }
    }
    // sorts of problems that are not among the first problems
    for (n, sort) in plan.sorts.iter().enumerate().filter(|(_, s)| s.count > REPEATED) {
        if lines.len() < PRINTED && repeated.insert(n) {
            *told += sort.count;
            lines.push(many(&sort.first, sort.count, locale));
        }
    }
    lines
}

fn many(first: &Problem, count: usize, locale: &Locale<'_>) -> String {
    let what = locale.message(&first.message);
    let args = [("n", count.into()), ("what", what.into()), ("row", first.row.unwrap_or_default().into())];
    worded(&Problem { row: None, ..first.clone() }, &locale.with("problem-repeated", &args.into()), locale)
}

/// One line: where, what, and how to correct it.
pub fn describe(problem: &Problem, locale: &Locale<'_>) -> String {
    worded(problem, &locale.message(&problem.message), locale)
}

fn worded(problem: &Problem, what: &str, locale: &Locale<'_>) -> String {
    let mut place = problem.file.clone();
    if let Some(row) = problem.row {
        place.push_str(&format!(":{row}"));
    }
    if let Some(column) = transfer::column_shown(problem.column.as_deref(), problem.meant.as_ref(), locale) {
        place.push_str(&format!(" [{column}]"));
    }
    let severity = locale.say(if problem.severity == Severity::Error { "state-error" } else { "state-warning" });
    let mend = locale.mend(&problem.message).map(|m| format!(" {m}")).unwrap_or_default();
    format!("{place}: {severity}: {what}{mend}")
}

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
    pub async fn write(&self, plan: &Plan, of: &Imported<'_>, known: &BTreeSet<String>, locale: &Locale<'_>) -> Result<(PathBuf, u64)> {
        let workbook = of.sheets.iter().any(|sheet| !sheet.by_lines);
        let name = of.path.with_extension(if workbook { "xlsx" } else { "csv" });
        let path = if self.folder { self.path.join(name.file_name().unwrap_or_default()) } else { self.path.clone() };
        let refused = |_: io::Error| Error::refused_with("error-cannot-write", [("file", path.display().to_string().into())].into());
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
                transfer::report(plan, sheet, known, locale, |cells| {
                    if std::mem::take(&mut heading) {
                        book.sheet(&headed(sheet.grid.name(), cells, locale))
                    } else {
                        book.row(&typed(cells))
                    }
                    .map_err(refused)
                })
                .await?;
            }
            cut = book.finish().map_err(refused)?.shortened;
        } else {
            let mut out = out;
            out.write_all("\u{feff}".as_bytes()).map_err(refused)?;
            let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(out);
            for sheet in &of.sheets {
                transfer::report(plan, sheet, known, locale, |cells| {
                    let cells: Vec<String> = cells.iter().map(plain).collect();
                    // an empty row is written as one empty cell, so that the row numbers stay the same
                    if cells.is_empty() { writer.write_record([""]) } else { writer.write_record(&cells) }
                        .map_err(|e| refused(io::Error::other(e)))
                })
                .await?;
            }
            writer.flush().map_err(refused)?;
        }
        file.persist_noclobber(&path).map_err(|error| match error.error.kind() {
            io::ErrorKind::AlreadyExists => {
                Error::refused_with("error-report-exists", [("file", path.display().to_string().into())].into())
            }
            _ => refused(error.error),
        })?;
        Ok((path, cut))
    }
}

/// A sheet whose first row becomes its header.
fn headed(name: &str, cells: &[Value], locale: &Locale<'_>) -> write::Sheet {
    let last = cells.len().saturating_sub(2);
    let column =
        |(n, cell)| write::SheetColumn::new(plain(cell), if n < last { write::ColumnKind::Number } else { write::ColumnKind::Prose });
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
