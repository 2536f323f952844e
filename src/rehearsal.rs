//! Tries an upgrade on a copy of the register, and compares every figure of every year before and after.
//!
//! The copy of an SQLite register is a file beside it, the copy of a PostgreSQL register is a database on the same
//! server. Either is removed at the end, even after an error.

use std::path::{Path, PathBuf};

use decapolis_figures::{Answer, Asked, Figure, Figures};
use decapolis_register::db::{Address, Db, Opening, without_secret};
use decapolis_register::journal::{self, Heads};
use decapolis_register::known::Known;
use decapolis_register::migrate::{Keep, Migrated, migrate};
use decapolis_register::schema::{Standing, standing};
use decapolis_words::errors::{Error, Result};

use crate::app::App;
use crate::modules;

/// What an upgrade would do, and every figure before and after it.
pub struct Rehearsal {
    /// `None` if the register already has this version.
    pub migrated: Option<Migrated>,
    pub lines: Vec<ComparedNumber>,
}

/// One figure of one year.
pub struct ComparedNumber {
    pub year: i64,
    pub figure: Figure,
    /// `None` if it cannot be counted yet, because it reads what the upgrade adds.
    pub before: Option<Answer>,
    pub after: Answer,
}

impl ComparedNumber {
    /// Whether the upgrade changes the number. What could not be counted before is new, and not different.
    pub fn differs(&self) -> bool {
        self.before.is_some_and(|before| before != self.after)
    }
}

/// Copies the register, upgrades the copy, and counts every figure in both.
///
/// Refused: there is no register (`error-rehearsal-nothing`), the server allows no copy (`error-rehearsal-right`,
/// `error-rehearsal-in-use`), the register was written meanwhile (`error-moved`), and whatever refuses an upgrade.
pub async fn rehearse(address: &str, network: Option<&str>) -> Result<Rehearsal> {
    let copy = Copy::of(address).await?;
    let rehearsed = on_copy(&copy.address(), address, network).await;
    let gone = copy.remove().await;
    let rehearsal = rehearsed?;
    gone.map(|()| rehearsal)
}

async fn on_copy(copy: &str, address: &str, network: Option<&str>) -> Result<Rehearsal> {
    let db = Db::open(copy, &Opening::default()).await?;
    let migrated = migrate(&db, modules::tables(), Keep::Nothing).await;
    // connections that read the old tables would read the new ones wrongly
    db.close().await;
    let migrated = migrated?;
    let db = Db::open(copy, &Opening::default()).await?;
    let compared = compare(db.clone(), address, network, migrated).await;
    db.close().await;
    compared
}

async fn compare(
    db: Db,
    address: &str,
    network: Option<&str>,
    migrated: Option<Migrated>,
) -> Result<Rehearsal> {
    let app = crate::opening::over(db, network).await?;
    // answers are cached by question, so each register needs its own cache
    let before = Figures::new(app.figures.catalog.clone());
    let source = Db::open(address, &Opening::default()).await?;
    let lines = ask_both(&app, &before, &source, migrated.is_some()).await;
    source.close().await;
    Ok(Rehearsal { migrated, lines: lines? })
}

async fn ask_both(app: &App, before: &Figures, source: &Db, older: bool) -> Result<Vec<ComparedNumber>> {
    if journal::last(source.reader()).await? != journal::last(app.db.reader()).await? {
        return Err(Error::refused("error-moved"));
    }
    let (old_heads, new_heads) = (Heads::read(source.reader()).await?, Heads::read(app.db.reader()).await?);
    let mut lines = vec![];
    for year in app.settings.years.0..=app.settings.years.1 {
        let asked = Asked::period(app.settings.year_starts.year(year), Known::Now);
        for (old, new) in before.catalog.figures().iter().zip(app.figures.catalog.figures()) {
            let after = app.figures.number(app.db.reader(), &new_heads, new, &asked).await?;
            // one statement at a time, so that a failure does not stop the next
            let before = match before.number(source.reader(), &old_heads, old, &asked).await {
                Ok(answer) => Some(answer),
                Err(Error::Broken(_)) if older => None,
                Err(error) => return Err(error),
            };
            lines.push(ComparedNumber { year, figure: new.clone(), before, after });
        }
    }
    Ok(lines)
}

/// A copy of a register, removed at the end.
enum Copy {
    File(PathBuf),
    /// A database on the same server: its name, its URL, and the URL of the database from which it is dropped.
    Database {
        name: String,
        address: String,
        server: String,
    },
}

impl Copy {
    async fn of(address: &str) -> Result<Copy> {
        match Address::read(address)? {
            Address::Server(url) => Copy::database(&url).await,
            Address::File(path) => Copy::file(&path.to_string_lossy()).await,
        }
    }

    async fn file(path: &str) -> Result<Copy> {
        if !Path::new(path).exists() {
            return Err(Error::refused_with("error-rehearsal-nothing", [("register", path.into())].into()));
        }
        let copy = PathBuf::from(format!("{path}.rehearsal-{}", std::process::id()));
        remove_file(&copy);
        let db = Db::open(path, &Opening::default()).await?;
        let copied = match standing(db.reader(), modules::tables()).await {
            Ok(Standing::Empty) => {
                Err(Error::refused_with("error-rehearsal-nothing", [("register", path.into())].into()))
            }
            Ok(_) => db.copy_to(&copy).await,
            Err(error) => Err(error),
        };
        db.close().await;
        let copy = Copy::File(copy);
        match copied {
            Ok(()) => Ok(copy),
            Err(error) => {
                let _ = copy.remove().await;
                Err(error)
            }
        }
    }

    async fn database(address: &str) -> Result<Copy> {
        let shown = without_secret(address);
        let db = Db::open(address, &Opening::default()).await?;
        let found = standing(db.reader(), modules::tables()).await;
        // a database can be copied only while nobody is connected to it, including this program
        db.close().await;
        if found? == Standing::Empty {
            return Err(Error::refused_with(
                "error-rehearsal-nothing",
                [("register", shown.as_str().into())].into(),
            ));
        }
        let Some((source, beside)) = named(address) else {
            return Err(Error::Broken(format!("the address {shown} names no database")));
        };
        let name = format!("{source}_rehearsal_{}", std::process::id());
        let copy = Copy::Database { address: beside(&name), server: beside("postgres"), name: name.clone() };
        let server = Db::open(&beside("postgres"), &Opening::default()).await?;
        let quoted = |name: &str| format!("\"{}\"", name.replace('"', "\"\""));
        let made = server
            .run_unjournaled(&format!("CREATE DATABASE {} TEMPLATE {}", quoted(&name), quoted(&source)))
            .await;
        server.close().await;
        made.map(|()| copy).map_err(|error| match error {
            Error::Broken(text) if text.contains("42501") || text.contains("permission denied") => {
                Error::refused("error-rehearsal-right")
            }
            Error::Broken(text)
                if text.contains("55006") || text.contains("being accessed by other users") =>
            {
                Error::refused("error-rehearsal-in-use")
            }
            other => other,
        })
    }

    fn address(&self) -> String {
        match self {
            Copy::File(path) => path.to_string_lossy().into_owned(),
            Copy::Database { address, .. } => address.clone(),
        }
    }

    async fn remove(self) -> Result<()> {
        match self {
            Copy::File(path) => {
                remove_file(&path);
                Ok(())
            }
            Copy::Database { name, server, .. } => {
                let server = Db::open(&server, &Opening::default()).await?;
                let gone =
                    server.run_unjournaled(&format!("DROP DATABASE \"{}\"", name.replace('"', "\"\""))).await;
                server.close().await;
                gone
            }
        }
    }
}

/// Removes a database file and the files that SQLite keeps beside it.
fn remove_file(path: &Path) {
    for suffix in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{suffix}", path.display()));
    }
}

/// The database name in a URL, and a function that gives the URL of another database on the same server.
fn named(address: &str) -> Option<(String, impl Fn(&str) -> String)> {
    let (before, query) = address.split_once('?').map_or((address, None), |(a, q)| (a, Some(q)));
    let (server, name) = before.rsplit_once('/')?;
    if name.is_empty() || server.ends_with('/') {
        return None;
    }
    let (server, query) = (server.to_string(), query.map(|q| format!("?{q}")).unwrap_or_default());
    Some((name.to_string(), move |other: &str| format!("{server}/{other}{query}")))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_database_beside_is_addressed_with_the_same_rights() {
        let (name, beside) =
            super::named("postgres://u:secret@db.example:5433/network?sslmode=require").unwrap();
        assert_eq!(name, "network");
        assert_eq!(beside("other"), "postgres://u:secret@db.example:5433/other?sslmode=require");
        assert!(super::named("postgres://u@db.example").is_none());
    }
}
