//! Copies a register in a file.

use std::path::{Path, PathBuf};

use decapolis_words::errors::{Error, Result};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DbBackend, Statement};

use crate::db::{Db, make_private};

/// Copies the register beside itself, `<file>.before-<stamp>`, while the caller holds the writers' lock: nothing is missing in it.
pub async fn before(db: &Db, stamp: &str) -> Result<PathBuf> {
    let file = db.file().await?;
    let copy = PathBuf::from(format!("{file}.before-{stamp}"));
    // under the lock nobody else makes one; what a killed program left is taken away
    let making = PathBuf::from(format!("{file}.before-{stamp}.making"));
    let _ = std::fs::remove_file(&making);
    let done = match db.copy_to(&making).await {
        Ok(()) => std::fs::rename(&making, &copy)
            .map_err(|e| Error::Broken(format!("cannot move the copy to {}: {e}", copy.display()))),
        Err(error) => Err(error),
    };
    if done.is_err() {
        let _ = std::fs::remove_file(&making);
    }
    done.map(|()| copy)
}

impl Db {
    /// Writes a register in a file to another file, whole and on the disk, while others may go on reading and writing.
    ///
    /// `Broken` when the file is there already, and for a register on PostgreSQL.
    pub async fn copy_to(&self, to: &Path) -> Result<()> {
        let broken =
            |error: String| Error::Broken(format!("cannot copy the register to {}: {error}", to.display()));
        // the readers' connections write nothing, not even another file, and the writer's may be busy
        let mut options = ConnectOptions::new(format!("sqlite://{}?mode=rw", self.file().await?));
        options.sqlx_logging(false).max_connections(1);
        let connection = Database::connect(options).await.map_err(|e| broken(e.to_string()))?;
        let copy = Statement::from_sql_and_values(
            DbBackend::Sqlite,
            "VACUUM INTO ?",
            [to.to_string_lossy().into_owned().into()],
        );
        // SQLite writes into an empty file, and this one only its owner may read
        let made = make_private(to).map_err(|e| broken(e.to_string()));
        let copied = match made {
            Ok(_) => connection.execute_raw(copy).await.map_err(|e| broken(e.to_string())),
            Err(error) => Err(error),
        };
        let _ = connection.close().await;
        copied?;
        std::fs::File::open(to).and_then(|f| f.sync_all()).map_err(|e| broken(e.to_string()))
    }

    /// The path of the register's file.
    async fn file(&self) -> Result<String> {
        if self.backend() != DbBackend::Sqlite {
            return Err(Error::Broken("a register on PostgreSQL is no file".into()));
        }
        let ask = Statement::from_string(
            DbBackend::Sqlite,
            "SELECT file FROM pragma_database_list WHERE name = 'main'",
        );
        let row = self
            .reader()
            .query_one_raw(ask)
            .await?
            .ok_or_else(|| Error::Broken("the register has no file".into()))?;
        Ok(row.try_get_by_index(0)?)
    }
}
