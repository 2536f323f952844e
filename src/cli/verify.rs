//! `verify`: checks that the register has not been altered, and prints what was.

use std::io::Write as _;

use clap::Args;
use decapolis_register::verify::{self, Difference, Report};
use decapolis_words::Locale;
use decapolis_words::errors::{Error, Result};

use super::register::{open_existing, terminal_language};
use crate::app::App;
use crate::editions::proof;
use crate::modules;

#[derive(Args)]
pub struct Verify {}

pub async fn run(_: Verify) -> Result<()> {
    let app = open_existing().await?;
    let language = terminal_language(&app);
    let locale = app.locale(&language).expect("a language with words");
    // each section prints what it checked and returns whether all of it is unaltered
    let sections = [register(&app, &locale).await?, editions(&app, &locale).await?];
    if sections.iter().all(|intact| *intact) { Ok(()) } else { Err(Error::refused("error-verify-different")) }
}

/// Checks the register: seals, contents of entries, chain.
async fn register(app: &App, locale: &Locale<'_>) -> Result<bool> {
    let report = verify::verify(&app.db, modules::tables()).await?;
    let mut out = std::io::stdout().lock();
    for line in lines(&report, locale) {
        // the reader may stop reading; the exit code still tells the result
        let _ = writeln!(out, "{line}");
    }
    Ok(report.intact())
}

/// Checks the editions: their stored data, and a recount of every number.
async fn editions(app: &App, locale: &Locale<'_>) -> Result<bool> {
    let report = proof::all(app).await?;
    let mut out = std::io::stdout().lock();
    if !report.editions.is_empty() {
        let _ = writeln!(out, "{}", locale.say("editions-title"));
    }
    for line in report.lines(locale) {
        let _ = writeln!(out, "  {line}");
    }
    Ok(report.stands())
}

/// A report as lines of text.
pub fn lines(report: &Report, locale: &Locale<'_>) -> Vec<String> {
    let counted = |key: &str, n: u64| {
        locale
            .with(key, &[("n", (n as i64).into()), ("count", locale.numerals.whole(n as i64).into())].into())
    };
    let mut lines = vec![
        locale.say("verify-register"),
        format!("  {}", counted("verify-entries", report.entries)),
        format!("  {}", counted("verify-versions", report.versions)),
    ];
    if report.erased > 0 {
        lines.push(format!("  {}", counted("verify-erased", report.erased)));
    }
    lines.extend(report.differences.iter().map(|d| format!("  {}", difference(d, locale))));
    if report.more > 0 {
        lines.push(format!("  {}", counted("verify-more", report.more)));
    }
    if report.intact() {
        lines.push(format!("  {}", locale.say("verify-intact")));
    }
    if let Some((number, chain)) = &report.last {
        lines.push(format!(
            "  {}",
            locale.with(
                "verify-chain",
                &[("number", number.to_string().into()), ("chain", chain.as_str().into())].into()
            )
        ));
    }
    lines
}

/// One line: where the difference is, and what it is.
fn difference(difference: &Difference, locale: &Locale<'_>) -> String {
    let mut place = vec![];
    if let Some(table) = difference.table {
        place.push(locale.say(&format!("table-{}", table.replace('_', "-"))));
    }
    if let Some(row) = difference.row {
        place.push(locale.with("verify-place-row", &[("row", row.to_string().into())].into()));
    }
    place.extend(difference.code.clone());
    place.push(locale.with("verify-place-entry", &[("number", difference.entry.to_string().into())].into()));
    place.extend(difference.day.map(|day| locale.numerals.day(day)));
    place.extend(
        difference
            .batch
            .as_ref()
            .map(|batch| locale.with("verify-place-batch", &[("batch", batch.as_str().into())].into())),
    );
    format!("{}: {}", place.join(", "), locale.say(difference.what.key()))
}
