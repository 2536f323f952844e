//! `check`: whether the program and its register are in order.

use std::sync::Arc;

use clap::Args;
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;

use super::check::lines;
use super::line::Grade;
use crate::cli::register::{closed_at_the_end, database, must_exist, network, terminal_language};
use crate::mail::transport::Mail;
use crate::opening;
use crate::terminal::say;

#[derive(Args)]
pub struct Check {}

/// Writes nothing, also not in a register that another version made.
///
/// Refused: something must be mended (`error-check`), or the register is to be upgraded first (`error-register-to-upgrade`).
pub async fn check(_: Check) -> Result<()> {
    must_exist(&database())?;
    let db = opening::open_to_read(&database()).await?;
    closed_at_the_end(&db);
    let mut app = opening::over(db, network().as_deref()).await?;
    app.mail = Mail::of_environment()?.map(Arc::new);
    let language = terminal_language(&app);
    let locale = app.locale(&language).expect("a language with words");
    let all = lines(&app, &locale, Timestamp::now()).await?;
    for line in &all {
        say!("{}  {}: {}", locale.say(line.grade.key()), line.title(&locale), line.words(&locale));
        if let Some(mend) = line.mend(&locale) {
            say!("    {mend}");
        }
    }
    let wrong = all.iter().filter(|line| line.grade == Grade::Mend).count();
    match wrong {
        0 => Ok(()),
        n => Err(Error::refused_with("error-check", [("n", n.into())].into())),
    }
}
