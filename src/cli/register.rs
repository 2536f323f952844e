//! The register and the language that a command uses.

use decapolis_words::errors::{Error, Result};

use crate::app::App;
use crate::terminal::spoken;

/// The URL of the register.
pub fn database() -> String {
    std::env::var("DECAPOLIS_DATABASE")
        .ok()
        .filter(|a| !a.is_empty())
        .unwrap_or_else(|| "decapolis.db".into())
}

/// The network's folder or example, if one is named.
pub fn network() -> Option<String> {
    std::env::var("DECAPOLIS_NETWORK").ok().filter(|n| !n.is_empty())
}

pub async fn open() -> Result<App> {
    crate::opening::open(&database(), network().as_deref()).await
}

/// Opens a register that exists, for commands that only read.
pub async fn open_existing() -> Result<App> {
    must_exist(&database())?;
    open().await
}

/// Refuses the URL of a file that does not exist. A database server reports this itself.
pub fn must_exist(address: &str) -> Result<()> {
    if !address.starts_with("postgres")
        && !std::path::Path::new(address.trim_start_matches("sqlite://").trim_start_matches("sqlite:"))
            .exists()
    {
        return Err(Error::Broken(format!(
            "there is no register in {address}: set DECAPOLIS_DATABASE, or make one with `decapolis import … --apply`"
        )));
    }
    Ok(())
}

/// The language of the terminal, if the program has it.
pub fn terminal_language(app: &App) -> String {
    let language = spoken();
    if app.locale(&language).is_some() { language } else { "en".into() }
}
