//! `clock accept`: shows and accepts the machine's clock after it has leapt.

use crate::terminal::say;
use clap::{Args, Subcommand};
use decapolis_register::journal::{self, About, Leap, plain};
use decapolis_words::errors::Result;

use super::register::{open_existing, terminal_language};

#[derive(Args)]
pub struct Clock {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Show the times of the machine and of the register, and accept the machine's. After a leap nothing can be written before that.
    Accept {
        /// The reason, for the journal.
        #[arg(long)]
        reason: Option<String>,
    },
}

pub async fn run(args: Clock) -> Result<()> {
    let What::Accept { reason } = args.what;
    let app = open_existing().await?;
    let language = terminal_language(&app);
    let locale = app.locale(&language).expect("a language with words");
    let about = About {
        actor: "operator",
        action: "register.accept-clock",
        batch: None,
        reason: reason.as_deref(),
        undoes: None,
    };
    let (clock, entry) = journal::accept_clock(&app.db, &about, &app.settings.zone).await?;
    say!("{}", locale.with("clock-now", &[("now", plain(clock.now).into())].into()));
    if let Some(seen) = clock.seen {
        say!("{}", locale.with("clock-seen", &[("seen", plain(seen).into())].into()));
    }
    if let Some(last) = clock.last {
        let args = [("number", last.number.to_string().into()), ("last", plain(last.instant).into())];
        say!("{}", locale.with("clock-last-entry", &args.into()));
    }
    let (Some(number), Some(leap)) = (entry, clock.leap()) else {
        say!("{}", locale.say("clock-nothing-to-accept"));
        return Ok(());
    };
    let key = if leap == Leap::Back { "clock-accepted-behind" } else { "clock-accepted-ahead" };
    say!("{}", locale.with(key, &[("number", number.to_string().into())].into()));
    Ok(())
}
