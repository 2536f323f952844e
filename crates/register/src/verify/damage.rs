//! What cannot be read: parts of a register that is damaged, and the file as SQLite itself sees it.

use decapolis_words::errors::{Error, Result};
use sea_orm::{ConnectionTrait, DbBackend, Statement};

use super::difference::{Difference, Report, What};
use crate::db::{Db, Transaction};

/// The most that SQLite says of a damaged file.
const SAID: usize = 20;

/// Two snapshots of the register. A part that cannot be read leaves them as they are, so that the next part can be.
pub struct Reading {
    pub snapshot: Transaction,
    pub beside: Transaction,
}

impl Reading {
    pub async fn of(db: &Db) -> Result<Reading> {
        Ok(Reading { snapshot: db.snapshot().await?, beside: db.snapshot().await? })
    }

    /// Checks one part. What the database does not answer is a difference; `None` is returned then.
    ///
    /// Errors: a server that is gone.
    pub async fn part<T>(
        &self,
        table: Option<&'static str>,
        report: &mut Report,
        check: impl AsyncFnOnce(&mut Report) -> Result<T>,
    ) -> Result<Option<T>> {
        let both = [&self.snapshot, &self.beside];
        for tx in both {
            tx.execute_unprepared("SAVEPOINT part").await?;
        }
        let why = match check(report).await {
            Ok(checked) => {
                for tx in both {
                    tx.execute_unprepared("RELEASE SAVEPOINT part").await?;
                }
                return Ok(Some(checked));
            }
            Err(Error::Unavailable(why)) if self.snapshot.get_database_backend() != DbBackend::Sqlite => {
                return Err(Error::Unavailable(why));
            }
            Err(error) => error.to_string(),
        };
        for tx in both {
            // PostgreSQL answers nothing more before this; a damaged file may not even allow it
            let _ = tx.execute_unprepared("ROLLBACK TO SAVEPOINT part").await;
        }
        report.tell(Difference { table, why: Some(why), ..What::Unreadable.of_entry(0) });
        Ok(None)
    }

    /// Ends both snapshots; nothing was written in them.
    pub async fn ends(self) {
        for tx in [self.beside, self.snapshot] {
            let _ = tx.rollback().await;
        }
    }
}

/// Asks SQLite whether the pages of the file and its indexes agree. PostgreSQL has no such question.
pub async fn check(db: &Transaction, report: &mut Report) -> Result<()> {
    if db.get_database_backend() != DbBackend::Sqlite {
        return Ok(());
    }
    let ask = Statement::from_string(DbBackend::Sqlite, format!("PRAGMA integrity_check({SAID})"));
    for row in db.query_all_raw(ask).await? {
        let said: String = row.try_get_by_index(0)?;
        // the index of words is made of the rows and can be made again: what SQLite says of it is no damage of the register
        if said != "ok" && !said.starts_with("fts5:") {
            report.tell(Difference { why: Some(said), ..What::FileDamaged.of_entry(0) });
        }
    }
    Ok(())
}
