//! `upgrade`: upgrades a register to this version; `--rehearse` tries it on a copy.

use std::collections::BTreeSet;

use crate::terminal::say;
use clap::Args;
use decapolis_figures::Worded;
use decapolis_register::duplicates::index::respell;
use decapolis_words::errors::{Error, Result};

use super::register::{database, must_exist, network};
use crate::modules;
use crate::opening::open_and_migrate;
use crate::rehearsal::{ComparedNumber, rehearse};
use crate::terminal::{Terminal, said_of};

#[derive(Args)]
pub struct Upgrade {
    /// Try the upgrade on a copy, which is deleted afterwards, and print every figure of every year before and after.
    #[arg(long)]
    rehearse: bool,
    /// Build the index of spellings again, which finds records that a row may mean; nothing else changes.
    #[arg(long, conflicts_with = "rehearse")]
    respell: bool,
}

pub async fn run(args: Upgrade) -> Result<()> {
    let address = database();
    must_exist(&address)?;
    let terminal = Terminal::open()?;
    let locale = terminal.locale();
    if !args.rehearse {
        let (db, migrated) = open_and_migrate(&address).await?;
        if args.respell {
            respell(&db, modules::tables()).await?;
        }
        db.close().await;
        let said = migrated.map_or_else(
            || vec![locale.say("upgrade-nothing")],
            |migrated| said_of(&address, &migrated, &locale),
        );
        said.iter().for_each(|line| say!("{line}"));
        return Ok(());
    }
    let rehearsal = rehearse(&address, network().as_deref()).await?;
    let said = match &rehearsal.migrated {
        Some(migrated) => said_of(&address, migrated, &locale),
        None => vec![locale.say("upgrade-nothing")],
    };
    say!("{}", locale.say("upgrade-rehearsed"));
    said.iter().for_each(|line| say!("  {line}"));
    say!(
        "{:<6} {:<28} {:>16} {:>16}",
        locale.say("upgrade-year"),
        locale.say("upgrade-figure"),
        locale.say("upgrade-before"),
        locale.say("upgrade-after")
    );
    for line in &rehearsal.lines {
        let ComparedNumber { year, figure, before, after } = line;
        let worded = |answer| Worded::of(figure, answer, &locale).whole();
        let before = before.map_or_else(|| locale.say("upgrade-not-counted"), worded);
        let mark =
            if line.differs() { format!("  ≠ {}", locale.say("upgrade-differs")) } else { String::new() };
        let key = &figure.key;
        say!("{year:<6} {key:<28} {before:>16} {:>16}{mark}", worded(*after));
    }
    let new = rehearsal.lines.iter().filter(|line| line.before.is_none());
    let figures: BTreeSet<&str> = new.clone().map(|line| line.figure.key.as_str()).collect();
    let new = new.count();
    if new > 0 {
        let figures = figures.into_iter().collect::<Vec<_>>().join(", ");
        say!("{}", locale.with("upgrade-new", &[("n", new.into()), ("figures", figures.into())].into()));
    }
    let differing = rehearsal.lines.iter().filter(|line| line.differs()).count();
    if differing > 0 {
        return Err(Error::refused_with("error-rehearsal-differs", [("n", differing.into())].into()));
    }
    say!("{}", locale.with("upgrade-same", &[("n", (rehearsal.lines.len() - new).into())].into()));
    Ok(())
}
