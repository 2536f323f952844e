//! `history`: what was written to the register, batch by batch.

use clap::Args;
use decapolis_register::journal::{Past, past};
use decapolis_words::Locale;
use decapolis_words::errors::Result;

use crate::cli::register::{open_existing, terminal_language};
use crate::terminal::say;

#[derive(Args)]
pub struct History {
    /// How many batches to show.
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: u64,
    /// Show every entry of the journal, not only imports and what undid them.
    #[arg(long)]
    all: bool,
}

/// Prints the batches, the newest first, each with its day, what was done, its reason and the tables it changed.
pub async fn history(args: History) -> Result<()> {
    let app = open_existing().await?;
    let language = terminal_language(&app);
    let locale = app.locale(&language).expect("a language with words");
    let only = (!args.all).then_some("register.import");
    // one more than is shown, to know whether there are more
    let mut entries = past(app.db.reader(), only, None, args.limit.saturating_add(1)).await?;
    if entries.is_empty() {
        say!("{}", locale.say("history-empty"));
        return Ok(());
    }
    let more = entries.len() as u64 > args.limit;
    entries.truncate(args.limit as usize);
    for entry in &entries {
        lines(entry, &locale).iter().for_each(|line| say!("{line}"));
    }
    if more {
        say!("{}", locale.with("history-more", &[("command", "--limit".into())].into()));
    }
    Ok(())
}

/// An entry as lines: its batch, day and action; what undid it; its reason; its tables.
fn lines(entry: &Past, locale: &Locale<'_>) -> Vec<String> {
    let name = entry.batch.clone().unwrap_or_else(|| entry.number.to_string());
    let day = entry.day.map(|day| locale.numerals.day(day)).unwrap_or_default();
    let action = locale.maybe(&format!("history-{}", entry.action.replace('.', "-")));
    let action = match &entry.undoes {
        Some(batch) => locale.with("history-undoes", &[("batch", batch.as_str().into())].into()),
        None => action.unwrap_or_else(|| entry.action.clone()),
    };
    let mut lines = vec![format!("{name}  {day}  {action}")];
    if let Some(batch) = &entry.undone_by {
        lines.push(format!(
            "    {}",
            locale.with("history-undone", &[("batch", batch.as_str().into())].into())
        ));
    }
    lines.extend(entry.reason.iter().map(|reason| format!("    {reason}")));
    if !entry.tables.is_empty() {
        lines.push(format!("    {}", entry.tables.join(", ")));
    }
    lines
}
