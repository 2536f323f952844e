//! The outcome of each row of an import, in words.

use std::collections::BTreeSet;

use decapolis_import::transfer::{self, Plan, Problem, Severity};
use decapolis_words::Locale;

/// The most lines about problems. The report has all of them.
const PRINTED: usize = 200;
/// Up to this number problems of one sort are printed one by one, otherwise in one line.
const REPEATED: usize = 5;

/// The outcomes by table and by file, and the problems, line by line.
pub fn lines(plan: &Plan, locale: &Locale<'_>) -> Vec<String> {
    let mut out = vec![];
    let counted = |(key, count): &(&str, usize)| {
        locale.with(&format!("preview-{key}"), &[("n", (*count).into())].into())
    };
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
        let said: Vec<String> =
            counts.iter().filter(|(key, count)| *count > 0 || *key == "new").map(counted).collect();
        out.push(format!("{name} ({}): {}", p.table, said.join(", ")));
    }
    for rows in &plan.files {
        let sum: Vec<String> =
            rows.counts().iter().filter(|(key, count)| *count > 0 || *key == "new").map(counted).collect();
        let args =
            [("file", rows.file.as_str().into()), ("n", rows.read.into()), ("sum", sum.join(" + ").into())];
        let key = if rows.add_up() { "rows-read" } else { "rows-do-not-add-up" };
        out.push(locale.with(key, &args.into()));
    }
    let mut told = 0;
    out.extend(problems(plan, locale, &mut told));
    let all: usize = plan.sorts.iter().map(|s| s.count).sum();
    if all > told {
        out.push(locale.with("preview-more-errors", &[("n", (all - told).into())].into()));
    }
    out
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
    let severity =
        locale.say(if problem.severity == Severity::Error { "state-error" } else { "state-warning" });
    let mend = locale.mend(&problem.message).map(|m| format!(" {m}")).unwrap_or_default();
    format!("{place}: {severity}: {what}{mend}")
}
