//! `verify`: checks that the register has not been altered, and prints what was.

use std::io::Write as _;

use clap::Args;
use decapolis_register::verify::{self, Difference, Report};
use decapolis_words::Tongue;
use decapolis_words::errors::{Error, Result};

use super::{open_existing, terminal_language};
use crate::app::App;
use crate::editions::proof;
use crate::modules;

#[derive(Args)]
pub struct Verify {}

pub async fn run(_: Verify) -> Result<()> {
    let app = open_existing().await?;
    let language = terminal_language(&app);
    let tongue = app.tongue(&language).expect("a language with words");
    // each section prints what it checked and returns whether all of it is unaltered
    let sections = [register(&app, &tongue).await?, editions(&app, &tongue).await?];
    if sections.iter().all(|intact| *intact) { Ok(()) } else { Err(Error::refused("error-verify-different")) }
}

/// Checks the register: seals, contents of entries, chain.
async fn register(app: &App, tongue: &Tongue<'_>) -> Result<bool> {
    let report = verify::verify(&app.db, modules::tables()).await?;
    let mut out = std::io::stdout().lock();
    for line in lines(&report, tongue) {
        // the reader may stop reading; the exit code still tells the result
        let _ = writeln!(out, "{line}");
    }
    Ok(report.intact())
}

/// Checks the editions: their stored data, and a recount of every number.
async fn editions(app: &App, tongue: &Tongue<'_>) -> Result<bool> {
    let report = proof::all(app).await?;
    let mut out = std::io::stdout().lock();
    if !report.editions.is_empty() {
        let _ = writeln!(out, "{}", tongue.say("editions-title"));
    }
    for line in report.lines(tongue) {
        let _ = writeln!(out, "  {line}");
    }
    Ok(report.stands())
}

/// A report as lines of text.
pub fn lines(report: &Report, tongue: &Tongue<'_>) -> Vec<String> {
    let counted =
        |key: &str, n: u64| tongue.with(key, &[("n", (n as i64).into()), ("count", tongue.numerals.whole(n as i64).into())].into());
    let mut lines = vec![
        tongue.say("verify-register"),
        format!("  {}", counted("verify-entries", report.entries)),
        format!("  {}", counted("verify-versions", report.versions)),
    ];
    if report.erased > 0 {
        lines.push(format!("  {}", counted("verify-erased", report.erased)));
    }
    lines.extend(report.differences.iter().map(|d| format!("  {}", difference(d, tongue))));
    if report.more > 0 {
        lines.push(format!("  {}", counted("verify-more", report.more)));
    }
    if report.intact() {
        lines.push(format!("  {}", tongue.say("verify-intact")));
    }
    if let Some((number, chain)) = &report.last {
        lines.push(format!(
            "  {}",
            tongue.with("verify-chain", &[("number", number.to_string().into()), ("chain", chain.as_str().into())].into())
        ));
    }
    lines
}

/// One line: where the difference is, and what it is.
fn difference(difference: &Difference, tongue: &Tongue<'_>) -> String {
    let mut place = vec![];
    if let Some(table) = difference.table {
        place.push(tongue.say(&format!("table-{}", table.replace('_', "-"))));
    }
    if let Some(row) = difference.row {
        place.push(tongue.with("verify-place-row", &[("row", row.to_string().into())].into()));
    }
    place.extend(difference.code.clone());
    place.push(tongue.with("verify-place-entry", &[("number", difference.entry.to_string().into())].into()));
    place.extend(difference.day.map(|day| tongue.numerals.day(day)));
    place.extend(difference.batch.as_ref().map(|batch| tongue.with("verify-place-batch", &[("batch", batch.as_str().into())].into())));
    format!("{}: {}", place.join(", "), tongue.say(difference.what.key()))
}
