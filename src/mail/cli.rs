//! `mail`: what a mail server hands to the program.

use std::io::{Read, stdin};

use clap::{Args, Subcommand};
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;

use super::bounce::{Received, receive};
use crate::cli::register::{open_existing, terminal_language};
use crate::terminal::say;

/// The longest message that is read, in bytes.
const LONGEST: u64 = 10 * 1024 * 1024;

#[derive(Args)]
pub struct MailArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Read a message from the input that came to the sender's address. If it says that a message could not be delivered, that message is
    /// marked.
    Receive,
}

pub async fn mail(args: MailArgs) -> Result<()> {
    let Verb::Receive = args.verb;
    let mut bytes = vec![];
    let read = stdin().take(LONGEST + 1).read_to_end(&mut bytes);
    read.map_err(|error| Error::Broken(format!("the message cannot be read: {error}")))?;
    if bytes.len() as u64 > LONGEST {
        return Err(Error::refused("error-mail-unreadable"));
    }
    let app = open_existing().await?;
    let language = terminal_language(&app);
    let locale = app.locale(&language).expect("a language with words");
    let told = match receive(&app.db, &bytes, Timestamp::now()).await? {
        Received::Marked { to, why } => {
            locale.with("mail-came-back", &[("mail", to.into()), ("why", why.into())].into())
        }
        Received::Late => locale.say("mail-is-late"),
        Received::NotOurs => locale.say("mail-not-ours"),
    };
    say!("{told}");
    Ok(())
}
