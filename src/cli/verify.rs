//! `verify`: checks that the register has not been altered, and prints what was.

use clap::Args;
use decapolis_register::db::{Address, Db};
use decapolis_register::verify::{self, Difference, Report, What};
use decapolis_words::Locale;
use decapolis_words::errors::{Error, Result};

use super::register::{closed_at_the_end, database, must_exist, network, terminal_language};
use crate::editions::proof;
use crate::modules;
use crate::opening::{self, open_to_read};
use crate::terminal::{Terminal, say};

#[derive(Args)]
pub struct Verify {}

pub async fn run(_: Verify) -> Result<()> {
    must_exist(&database())?;
    let terminal = Terminal::open()?;
    let locale = terminal.locale();
    let db = match open_to_read(&database()).await {
        // a file so damaged that it cannot even be opened
        Err(Error::Broken(why)) if Address::read(&database())?.file().is_some() => {
            say!("{}", difference(&Difference { why: Some(why), ..What::Unreadable.of_entry(0) }, &locale));
            return Err(Error::refused("error-verify-different"));
        }
        opened => opened?,
    };
    closed_at_the_end(&db);
    let report = verify::verify(&db, modules::tables()).await?;
    // the reader may stop reading; the exit code still tells the result
    lines(&report, &locale).iter().for_each(|line| say!("{line}"));
    let intact = editions(&db, &locale).await? && report.intact();
    if db.has_moved() {
        return Err(Error::refused("error-verify-moved"));
    }
    match intact {
        true if report.is_empty() => Err(Error::refused("error-verify-empty")),
        true => Ok(()),
        false => Err(Error::refused("error-verify-different")),
    }
}

/// Checks the editions: their stored data, and a recount of every number.
///
/// Errors: a server that is gone. What a damaged register does not answer is printed.
async fn editions(db: &Db, terminal: &Locale<'_>) -> Result<bool> {
    let app = match opening::over(db.clone(), network().as_deref()).await {
        Ok(app) => app,
        Err(error) => return unread(error, terminal),
    };
    let report = match proof::all(&app).await {
        Ok(report) => report,
        Err(error) => return unread(error, terminal),
    };
    let language = terminal_language(&app);
    let locale = app.locale(&language).expect("a language with words");
    if !report.editions.is_empty() {
        say!("{}", locale.say("editions-title"));
    }
    report.lines(&locale).iter().for_each(|line| say!("  {line}"));
    Ok(report.stands())
}

/// Says that the editions could not be checked, and why.
fn unread(error: Error, locale: &Locale<'_>) -> Result<bool> {
    if let Error::Unavailable(_) = &error {
        return Err(error);
    }
    say!("{}", locale.with("verify-editions-unread", &[("why", error.to_string().into())].into()));
    Ok(false)
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
    if report.intact() && !report.is_empty() {
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
    if difference.entry != 0 {
        let number = difference.entry.to_string();
        place.push(locale.with("verify-place-entry", &[("number", number.into())].into()));
    }
    place.extend(difference.day.map(|day| locale.numerals.day(day)));
    place.extend(
        difference
            .batch
            .as_ref()
            .map(|batch| locale.with("verify-place-batch", &[("batch", batch.as_str().into())].into())),
    );
    if place.is_empty() {
        place.push(locale.say("verify-place-register"));
    }
    let why = difference.why.as_ref().map(|why| format!(" ({why})")).unwrap_or_default();
    locale.named(&place.join(", "), &format!("{}{why}", locale.say(difference.what.key())))
}
