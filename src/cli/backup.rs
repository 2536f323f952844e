//! `backup` and `restore`: a register as one file, and back, into either database.

use std::path::PathBuf;

use clap::Args;
use decapolis_register::archive;
use decapolis_register::archive_files::{self, Files};
use decapolis_register::db::without_secret;
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;

use super::register::{closed_at_the_end, database, must_exist};
use super::verify;
use crate::files::shelf;
use crate::health::backups;
use crate::modules;
use crate::opening::{open_register, open_to_read};
use crate::terminal::{Terminal, say};

#[derive(Args)]
pub struct Backup {
    /// The file to write: register-2026-11-30.zip.
    file: PathBuf,
}

#[derive(Args)]
pub struct Restore {
    /// A file that `backup` wrote.
    file: PathBuf,
}

/// Writes the register to a file while others go on reading and writing.
pub async fn backup(args: Backup) -> Result<()> {
    must_exist(&database())?;
    let terminal = Terminal::open()?;
    let db = open_to_read(&database()).await?;
    closed_at_the_end(&db);
    let now = Timestamp::now().as_millisecond();
    let folder = shelf::folder(db.path().as_deref());
    let list = || folder.as_deref().map(shelf::all).unwrap_or_default();
    let (archive, files) = archive::write_with(&db, modules::tables(), &args.file, now, list).await?;
    // the backup is whole, whether it can be noted or not
    if let Err(error) = noted(archive.entry).await {
        tracing::warn!(%error, "the register does not know of this backup");
    }
    let said = [
        ("file", args.file.display().to_string().into()),
        ("rows", (archive.rows() as i64).into()),
        ("entry", archive.entry.to_string().into()),
    ];
    say!("{}", terminal.locale().with("backup-written", &said.into()));
    tell_files(&terminal, "backup-files", &files);
    Ok(())
}

/// Says how many files there were, and which are damaged.
fn tell_files(terminal: &Terminal, key: &str, files: &Files) {
    let locale = terminal.locale();
    if files.count > 0 {
        say!("{}", locale.with(key, &[("n", (files.count as i64).into())].into()));
    }
    for digest in &files.damaged {
        say!("{}", locale.with("backup-file-damaged", &[("digest", digest.as_str().into())].into()));
    }
}

/// Notes in the register that it was backed up, for the health page.
async fn noted(entry: i64) -> Result<()> {
    let db = open_register(&database()).await?;
    let noted = backups::note(&db, entry, Timestamp::now()).await;
    db.close().await;
    noted
}

/// Reads a backup into the register that the environment names, which must be empty, and verifies what came of it.
///
/// Errors: those of [`archive::read`], and what `verify` finds.
pub async fn restore(args: Restore) -> Result<()> {
    let terminal = Terminal::open()?;
    // before anything is made
    archive::about(&args.file, modules::tables())?;
    let db = open_register(&database()).await?;
    let folder = shelf::folder(db.path().as_deref());
    let done = archive::read(&db, modules::tables(), &args.file).await;
    db.close().await;
    let archive = done?;
    let files = archive_files::take_out(&args.file, |_, bytes| match &folder {
        Some(folder) => shelf::keep(folder, bytes).map(|_| ()),
        None => Err(Error::refused("error-files-nowhere")),
    })?;
    let said = [
        ("register", without_secret(&database()).into()),
        ("rows", (archive.rows() as i64).into()),
        ("entry", archive.entry.to_string().into()),
    ];
    say!("{}", terminal.locale().with("backup-restored", &said.into()));
    tell_files(&terminal, "restore-files", &files);
    verify::run(verify::Verify {}).await
}
