//! `brand`: the network's logo and colour, written to its record as an import of one row would be.

use std::borrow::Cow;
use std::path::PathBuf;

use clap::Args;
use decapolis_core::errors::{Error, Result};
use decapolis_core::transfer::Severity;

use super::{open_existing, terminal_language, transfer};
use crate::members::brand::Logo;

#[derive(Args)]
#[group(required = true, multiple = true)]
pub struct Brand {
    /// A picture: SVG that only draws, or PNG; at most 100 kB.
    #[arg(long, value_name = "FILE")]
    logo: Option<PathBuf>,
    /// The one colour, such as #0b3d91: dark enough to be read on white.
    #[arg(long, value_name = "COLOUR")]
    accent: Option<String>,
    /// Why, for the journal.
    #[arg(long)]
    reason: Option<String>,
}

pub async fn brand(args: Brand) -> Result<()> {
    let app = open_existing().await?;
    let language = terminal_language(&app);
    let tongue = app.tongue(&language).expect("a language with words");
    if app.settings.code.is_empty() {
        return Err(Error::refused("error-no-network"));
    }
    let mut header = vec!["code"];
    let mut row = vec![app.settings.code.clone()];
    if let Some(path) = &args.logo {
        let bytes = std::fs::read(path).map_err(|e| Error::Broken(format!("cannot read {}: {e}", path.display())))?;
        header.push("logo");
        row.push(Logo::of(bytes).map_err(Error::refused)?.written());
    }
    if let Some(accent) = args.accent {
        header.push("accent");
        row.push(accent);
    }
    let mut writer = csv::Writer::from_writer(vec![]);
    let broken = |e: &dyn std::fmt::Display| Error::Broken(format!("cannot write the row: {e}"));
    writer.write_record(&header).and_then(|()| writer.write_record(&row)).map_err(|e| broken(&e))?;
    let bytes = writer.into_inner().map_err(|e| broken(&e))?;
    let (plan, zone) = transfer::prepare(&app, &[("networks.csv".into(), Cow::Owned(bytes))]).await?;
    if let Some(problem) = plan.problems.iter().find(|p| p.severity == Severity::Error) {
        return Err(Error::Refused(problem.message.clone()));
    }
    if plan.changes_nothing() {
        say!("{}", tongue.say("error-nothing-to-do"));
        return Ok(());
    }
    let batch = transfer::write(&app, plan, None, zone, args.reason.as_deref()).await?;
    say!("{}", tongue.with("import-done.undo", &[("command", format!("decapolis undo {batch}").into())].into()));
    say!("{}", tongue.say("brand-start-again"));
    Ok(())
}
