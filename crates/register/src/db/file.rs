//! The file of a register before SQLite has it: whose it is, who may read it, and how to read it without changing anything.

use std::fs::{self, File, OpenOptions};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use decapolis_words::errors::{Error, Result};
use log::LevelFilter;
use sea_orm::sqlx::sqlite::SqliteConnectOptions;
use sea_orm::sqlx::{ConnectOptions, Connection, Executor, Row};
use tempfile::TempDir;

/// How a file of SQLite begins: https://sqlite.org/fileformat.html
const BEGINS: &[u8] = b"SQLite format 3\0";
/// What SQLite keeps beside a file.
const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];
/// The tables that every register has had.
const OURS: &str = "SELECT count(*), count(*) FILTER (WHERE name IN ('schema_stamp', 'counter', 'journal', 'records')) FROM sqlite_master";

/// A way to read the file of a register. Nothing is written, neither the file nor anything beside it.
pub(super) struct Reading {
    pub file: PathBuf,
    /// Nobody has the file open, and SQLite reads it without locks.
    pub unlocked: Option<Unlocked>,
    /// The folder of a copy, where SQLite would have to write something beside the file.
    pub copied: Option<TempDir>,
}

/// A file that is read without locks, and when it was written last.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Unlocked {
    file: PathBuf,
    length: u64,
    written: Option<SystemTime>,
}

impl Unlocked {
    fn of(file: &Path) -> Option<Unlocked> {
        let about = fs::metadata(file).ok()?;
        Some(Unlocked { file: file.into(), length: about.len(), written: about.modified().ok() })
    }

    /// Whether another program has written the file since.
    pub fn has_moved(&self) -> bool {
        Unlocked::of(&self.file).as_ref() != Some(self) || length(&self.file, "-wal") > 0
    }
}

impl Reading {
    /// Finds out how to read a file. If a program has it open, its locks are used. A log without an index is read in a copy, and so is a
    /// transaction that was broken off.
    pub fn of(file: &Path) -> Result<Reading> {
        let (log, broken_off) = (length(file, "-wal") > 0, length(file, "-journal") > 0);
        if broken_off || (log && !beside(file, "-shm").exists()) {
            let folder = TempDir::with_prefix("decapolis-").map_err(|e| cannot("read", file, &e))?;
            let copy = folder.path().join("register.db");
            for suffix in ["", "-wal", "-journal"] {
                if beside(file, suffix).exists() {
                    fs::copy(beside(file, suffix), beside(&copy, suffix))
                        .map_err(|e| cannot("read", file, &e))?;
                }
            }
            return Ok(Reading { file: copy, unlocked: None, copied: Some(folder) });
        }
        let unlocked = if log || beside(file, "-shm").exists() { None } else { Unlocked::of(file) };
        Ok(Reading { file: file.into(), unlocked, copied: None })
    }

    /// How SQLite opens it: the copy to read and mend, the file itself only to read.
    pub fn options(&self) -> SqliteConnectOptions {
        let options = SqliteConnectOptions::new()
            .filename(&self.file)
            .create_if_missing(false)
            .log_statements(LevelFilter::Off);
        match (&self.copied, &self.unlocked) {
            // the copy is ours: SQLite brings it to its last state
            (Some(_), _) => options,
            (None, unlocked) => options.read_only(true).immutable(unlocked.is_some()),
        }
    }
}

/// Refuses a file that is not a register, before anything in it is changed: not a file of SQLite (`error-file-other`), or the file of
/// another program (`error-file-of-another-program`). A file that is missing, or in which there is nothing, may become a register.
pub(super) async fn check(file: &Path) -> Result<()> {
    let named = || [("file", file.display().to_string().into())].into();
    let mut begins = vec![];
    match File::open(file) {
        Ok(open) if open.metadata().is_ok_and(|about| about.is_dir()) => {
            return Err(Error::refused_with("error-file-other", named()));
        }
        Ok(open) => open.take(16).read_to_end(&mut begins).map_err(|e| cannot("read", file, &e))?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(cannot("read", file, &error)),
    };
    if begins.is_empty() {
        return Ok(());
    }
    if begins != BEGINS {
        return Err(Error::refused_with("error-file-other", named()));
    }
    let reading = Reading::of(file)?;
    // what cannot be asked is no register either, or a damaged one: opening it will say so
    match asked(&reading).await {
        Some((tables, ours)) if tables > 0 && ours < 4 => {
            Err(Error::refused_with("error-file-of-another-program", named()))
        }
        _ => Ok(()),
    }
}

/// How many tables and indexes there are, and how many of those that every register has.
async fn asked(reading: &Reading) -> Option<(i64, i64)> {
    let mut connection = reading.options().connect().await.ok()?;
    let row = connection.fetch_one(OURS).await;
    let found = row.ok().and_then(|row| Some((row.try_get(0).ok()?, row.try_get(1).ok()?)));
    let _ = connection.close().await;
    found
}

/// Makes a file that only its owner may read; takes all rights from everybody else where an older version had left them. A group that may
/// write was given that by a person and keeps its rights; one that merely reads beside everybody else loses them too.
pub(super) fn keep_private(file: &Path) -> Result<()> {
    if !file.exists() {
        make_private(file).map(drop).map_err(|e| cannot("make", file, &e))?;
        return Ok(());
    }
    #[cfg(unix)]
    for suffix in std::iter::once("").chain(BESIDE) {
        use std::os::unix::fs::PermissionsExt as _;
        let file = beside(file, suffix);
        let Ok(about) = fs::metadata(&file) else { continue };
        let mode = about.permissions().mode() & 0o777;
        if about.is_file() && mode & 0o007 != 0 {
            let group = if mode & 0o020 == 0 { 0 } else { mode & 0o070 };
            // whoever is not its owner cannot, and need not
            let _ = fs::set_permissions(&file, fs::Permissions::from_mode(mode & 0o700 | group));
        }
    }
    Ok(())
}

/// A new file that only its owner may read. Errors: it is there already.
pub fn make_private(file: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)
}

/// Whether this program may write the file, or make it.
pub fn may_write(file: &Path) -> bool {
    if file.exists() { OpenOptions::new().write(true).open(file).is_ok() } else { true }
}

fn cannot(verb: &str, file: &Path, error: &std::io::Error) -> Error {
    Error::Broken(format!("cannot {verb} the file {}: {error}", file.display()))
}

fn beside(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_os_string();
    name.push(suffix);
    name.into()
}

fn length(file: &Path, suffix: &str) -> u64 {
    fs::metadata(beside(file, suffix)).map_or(0, |about| about.len())
}
