//! Opening a register: its tables are made where there are none, and an older one is migrated.

use decapolis_register::db::{Db, Opening, without_secret};
use decapolis_register::journal::Heads;
use decapolis_register::migrate::{Keep, Migrated, migrate};
use decapolis_register::schema::{self, Standing};
use decapolis_words::errors::{Error, Result};

use crate::app::App;
use crate::modules;
use crate::terminal::tell_migrated;

/// Opens a register and reads its network's words and figures. Creates the tables of a new register.
pub async fn open(address: &str, network: Option<&str>) -> Result<App> {
    over(open_register(address).await?, network).await
}

/// Like [`open`], for a register that is already open.
pub async fn over(db: Db, network: Option<&str>) -> Result<App> {
    App::over(db, network, &modules::OFFERED).await
}

/// The size limit of an SQLite register in pages of 4 KiB, from `DECAPOLIS_MAX_PAGES`.
fn opening() -> Result<Opening> {
    let max_pages = std::env::var("DECAPOLIS_MAX_PAGES")
        .ok()
        .map(|n| {
            n.parse().map_err(|_| Error::Broken(format!("DECAPOLIS_MAX_PAGES = {n} is no whole number")))
        })
        .transpose()?;
    Ok(Opening { max_pages, ..Opening::default() })
}

/// Opens a register, creates its tables or upgrades them from an older version, and reports an upgrade on the terminal.
pub async fn open_register(address: &str) -> Result<Db> {
    let (db, migrated) = open_and_migrate(address).await?;
    if let Some(migrated) = migrated {
        tell_migrated(address, &migrated)?;
    }
    Ok(db)
}

/// Like [`open_register`], but returns what was upgraded instead of reporting it.
pub async fn open_and_migrate(address: &str) -> Result<(Db, Option<Migrated>)> {
    let opening = opening()?;
    let db = Db::open(address, &opening).await?;
    let ready = match schema::standing(db.reader(), modules::tables()).await {
        Ok(Standing::Ours) => return Ok((db, None)),
        Ok(Standing::Empty) => schema::make(&db, modules::tables()).await.map(|()| None),
        Ok(Standing::Other(_)) => migrate(&db, modules::tables(), Keep::Copy).await,
        Err(error) => Err(error),
    };
    // connections that read the old tables would read the new ones wrongly
    db.close().await;
    let migrated = ready?;
    Ok((Db::open(address, &opening).await?, migrated))
}

/// Opens a register of this version to read it. Nothing is written, neither its file nor anything beside it, and no other version is
/// upgraded.
///
/// Refused: there is no register (`error-rehearsal-nothing`), or another version made it (`error-register-to-upgrade`).
pub async fn open_to_read(address: &str) -> Result<Db> {
    let db = Db::open(address, &Opening { read_only: true, ..Opening::default() }).await?;
    let register = [("register", without_secret(address).into())].into();
    let refused = match schema::standing(db.reader(), modules::tables()).await {
        Ok(Standing::Ours) => return Ok(db),
        Ok(Standing::Empty) => Error::refused_with("error-rehearsal-nothing", register),
        Ok(Standing::Other(_)) => Error::refused_with("error-register-to-upgrade", register),
        Err(error) => error,
    };
    db.close().await;
    Err(refused)
}

/// Opens a register in a file for the demo; `None` if there is nothing in it.
pub async fn open_if_filled(address: &str) -> Result<Option<Db>> {
    let db = open_register(address).await?;
    match Heads::read(db.reader()).await {
        Ok(heads) if heads.last > 0 => Ok(Some(db)),
        heads => {
            db.close().await;
            heads.map(|_| None)
        }
    }
}
