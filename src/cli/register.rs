//! The register and the language that a command uses.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use decapolis_register::db::{Address, Db, may_write};
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

/// The registers that the verb has opened.
static OPENED: Mutex<Vec<Db>> = Mutex::new(vec![]);

/// Remembers a register that is to be closed when the verb has ended.
pub fn closed_at_the_end(db: &Db) {
    OPENED.lock().unwrap_or_else(PoisonError::into_inner).push(db.clone());
}

/// Closes what the verb has opened. The last program that closes a register in a file writes its log into the file, so that a copy of the
/// file is a copy of the register.
pub async fn close_opened() {
    let opened = std::mem::take(&mut *OPENED.lock().unwrap_or_else(PoisonError::into_inner));
    for db in opened {
        db.close().await;
    }
}

pub async fn open() -> Result<App> {
    let app = crate::opening::open(&database(), network().as_deref()).await?;
    closed_at_the_end(&app.db);
    Ok(app)
}

/// Opens a register that exists. If its file may only be read, it is opened so that nothing has to be written.
pub async fn open_existing() -> Result<App> {
    must_exist(&database())?;
    if !may_be_written(&database()) {
        let db = crate::opening::open_to_read(&database()).await?;
        closed_at_the_end(&db);
        return crate::opening::over(db, network().as_deref()).await;
    }
    open().await
}

/// Whether the register's file and the folder around it may be written.
fn may_be_written(address: &str) -> bool {
    let Ok(Address::File(file)) = Address::read(address) else { return true };
    let folder = file.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
    may_write(&file) && tempfile::tempfile_in(folder).is_ok()
}

/// Refuses the URL of a file that does not exist. A database server reports this itself.
pub fn must_exist(address: &str) -> Result<()> {
    match Address::read(address)? {
        Address::File(file) if !file.exists() => Err(Error::Broken(format!(
            "there is no register in {}: set DECAPOLIS_DATABASE, or make one with `decapolis import … --apply`",
            file.display()
        ))),
        _ => Ok(()),
    }
}

/// The language of the terminal, if the program has it.
pub fn terminal_language(app: &App) -> String {
    let language = spoken();
    if app.locale(&language).is_some() { language } else { "en".into() }
}
