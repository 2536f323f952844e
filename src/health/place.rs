//! Where a register lies, and how much room there is.

use std::path::{Path, PathBuf};

use decapolis_words::errors::Result;
use sea_orm::{ConnectionTrait, DbBackend, Statement};

/// Where a register lies.
#[derive(Debug, PartialEq)]
pub enum RegisterPlace {
    /// In this file; its log has so many bytes, and the disk so many free.
    File { file: PathBuf, bytes: u64, log: u64, free: Option<u64> },
    /// In a database server, where it takes so many bytes.
    Server { bytes: u64 },
}

/// Finds out where the register lies.
pub async fn place(db: &impl ConnectionTrait) -> Result<RegisterPlace> {
    let ask = |sql: &str| Statement::from_string(db.get_database_backend(), sql);
    if db.get_database_backend() != DbBackend::Sqlite {
        let size = db.query_one_raw(ask("SELECT pg_database_size(current_database())")).await?;
        let bytes: i64 = size.map_or(Ok(0), |row| row.try_get_by_index(0))?;
        return Ok(RegisterPlace::Server { bytes: bytes.unsigned_abs() });
    }
    let found = db.query_one_raw(ask("SELECT file FROM pragma_database_list WHERE name = 'main'")).await?;
    let file: Option<String> = found.map(|row| row.try_get_by_index(0)).transpose()?;
    let file = PathBuf::from(file.unwrap_or_default());
    let mut log = file.clone().into_os_string();
    log.push("-wal");
    Ok(RegisterPlace::File {
        bytes: size_of(&file),
        log: size_of(Path::new(&log)),
        free: free_beside(&file),
        file,
    })
}

fn size_of(file: &Path) -> u64 {
    std::fs::metadata(file).map_or(0, |about| about.len())
}

/// The bytes that a program may still write beside this file; `None` where the system does not say.
pub fn free_beside(file: &Path) -> Option<u64> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let disk = rustix::fs::statvfs(folder).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}
