//! `brand`: sets the network's logo and colour.

use crate::terminal::say;
use std::path::PathBuf;

use clap::Args;
use decapolis_actions::{self as actions, Actor, Request};
use decapolis_words::errors::{Error, Result};

use crate::cli::register::{open_existing, terminal_language};
use crate::network::brand::Logo;
use crate::network::change_brand::{CHANGE_BRAND, ChangeBrand};

#[derive(Args)]
#[group(required = true, multiple = true)]
pub struct BrandArgs {
    /// The logo: an SVG that only draws, or a PNG; at most 100 kB.
    #[arg(long, value_name = "FILE")]
    logo: Option<PathBuf>,
    /// The accent colour, such as #0b3d91; dark enough to be read on white.
    #[arg(long, value_name = "COLOUR")]
    accent: Option<String>,
    /// The reason, for the journal.
    #[arg(long)]
    reason: Option<String>,
}

pub async fn brand(args: BrandArgs) -> Result<()> {
    let app = open_existing().await?;
    let language = terminal_language(&app);
    let locale = app.locale(&language).expect("a language with words");
    let logo = args.logo.as_ref().map(|path| {
        let bytes =
            std::fs::read(path).map_err(|e| Error::Broken(format!("cannot read {}: {e}", path.display())))?;
        Logo::of(bytes).map_err(Error::refused)
    });
    let input = ChangeBrand { accent: args.accent, logo: logo.transpose()? };
    let request = Request::by(Actor::Operator).because(args.reason.as_deref());
    match actions::run(&app.register(), &CHANGE_BRAND, request, input).await {
        Ok(done) => {
            say!(
                "{}",
                locale.with(
                    "import-done.undo",
                    &[("command", format!("decapolis undo {}", done.batch).into())].into()
                )
            );
            say!("{}", locale.say("brand-start-again"));
        }
        Err(Error::Refused(message)) if message.key == "error-nothing-to-do" => {
            say!("{}", locale.say(message.key))
        }
        Err(error) => return Err(error),
    }
    Ok(())
}
