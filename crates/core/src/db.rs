//! Connections to the register: SQLite embedded, or PostgreSQL by its address.
//!
//! SQLite has one writer connection that always begins IMMEDIATE (deferred writers lose to one another in spite of a timeout) and a
//! pool of readers that cannot write. PostgreSQL has one pool for both.

use std::path::Path;
use std::time::Duration;

use sea_orm::{
    AccessMode, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, IsolationLevel,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};

use crate::errors::{Error, Result};

/// How long a writer waits for another before it gives up.
const WAIT_FOR_THE_WRITER: Duration = Duration::from_secs(10);

/// How a register is opened.
#[derive(Clone, Debug, Default)]
pub struct Opening {
    /// At most so many pages of 4 KiB (SQLite's `max_page_count`): a disk that must not fill up, and the tests of one that does.
    pub max_pages: Option<u64>,
    /// For one long writing into an empty register, by nobody else at the same time: SQLite keeps no log beside the file then, and
    /// 64 MiB of it in memory. A machine that stops in the middle leaves a file to be thrown away. Nothing can be read before the
    /// entry is committed.
    pub bulk: bool,
}

#[derive(Clone, Debug)]
pub struct Db {
    read: DatabaseConnection,
    write: DatabaseConnection,
    backend: DbBackend,
}

impl Db {
    /// `address` is a file (made where it is missing) or `postgres://…`.
    ///
    /// Errors: `Broken` when the file cannot be opened or the server does not answer, with the address but no password.
    pub async fn open(address: &str, opening: &Opening) -> Result<Db> {
        if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            let mut options = ConnectOptions::new(address);
            options.sqlx_logging(false).max_connections(8).acquire_timeout(WAIT_FOR_THE_WRITER).connect_timeout(WAIT_FOR_THE_WRITER);
            let pool = Database::connect(options)
                .await
                .map_err(|e| Error::Broken(format!("cannot open the register at {}: {e}", without_secret(address))))?;
            return Ok(Db { read: pool.clone(), write: pool, backend: DbBackend::Postgres });
        }
        let path = address.strip_prefix("sqlite://").or(address.strip_prefix("sqlite:")).unwrap_or(address);
        if let Some(folder) = Path::new(path).parent().filter(|f| !f.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder).map_err(|e| Error::Broken(format!("cannot make the folder {}: {e}", folder.display())))?;
        }
        let connect = async |write: bool| {
            let mut options = ConnectOptions::new(format!("sqlite://{path}?mode=rwc"));
            let (max_pages, bulk) = (opening.max_pages, opening.bulk);
            let (log, care) = if bulk { ("DELETE", "OFF") } else { ("WAL", "FULL") };
            let memory = match (bulk, write) {
                (true, _) => "-65536",
                // what a long entry changes and this does not hold goes to the log several times over
                (false, true) => "-32000",
                (false, false) => "-8000",
            };
            options.sqlx_logging(false).max_connections(if write { 1 } else { 4 });
            options.map_sqlx_sqlite_opts(move |o| {
                let o = o
                    .foreign_keys(true)
                    .busy_timeout(WAIT_FOR_THE_WRITER)
                    .pragma("journal_mode", log)
                    .pragma("synchronous", care)
                    .pragma("cache_size", memory)
                    .statement_cache_capacity(200);
                let o = match max_pages {
                    Some(pages) => o.pragma("max_page_count", pages.to_string()),
                    None => o,
                };
                if write { o } else { o.pragma("query_only", "1") }
            });
            Database::connect(options).await.map_err(|e| Error::Broken(format!("cannot open the register in {path}: {e}")))
        };
        let write = connect(true).await?;
        let read = if opening.bulk { write.clone() } else { connect(false).await? };
        Ok(Db { read, write, backend: DbBackend::Sqlite })
    }

    pub fn backend(&self) -> DbBackend {
        self.backend
    }

    /// For single statements that only read.
    pub fn reader(&self) -> &DatabaseConnection {
        &self.read
    }

    /// One state of the register for several statements: everything read through it belongs together.
    pub async fn snapshot(&self) -> Result<DatabaseTransaction> {
        match self.backend {
            DbBackend::Sqlite => Ok(self.read.begin().await?),
            _ => Ok(self.read.begin_with_config(Some(IsolationLevel::RepeatableRead), Some(AccessMode::ReadOnly)).await?),
        }
    }

    /// The one transaction that may write. Nothing but the database is awaited inside it.
    pub(crate) async fn writing(&self) -> Result<DatabaseTransaction> {
        let options = TransactionOptions { sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate), ..Default::default() };
        Ok(self.write.begin_with_options(options).await?)
    }

    /// A transaction that may change the schema: while it is open no other process writes, nor changes the schema too.
    pub(crate) async fn changing_schema(&self) -> Result<DatabaseTransaction> {
        let tx = self.writing().await?;
        if self.backend != DbBackend::Sqlite {
            // a number of our own, the same in every process: "DECAPOLI" in bytes
            tx.execute_unprepared("SELECT pg_advisory_xact_lock(4919412115771444297)").await?;
        }
        Ok(tx)
    }

    /// Calls `heard` after every statement that is run from now on, BEGIN and COMMIT apart: for measuring.
    pub fn on_statement(&mut self, heard: impl Fn(&Statement) + Clone + Send + Sync + 'static) {
        for connection in [&mut self.read, &mut self.write] {
            let heard = heard.clone();
            connection.set_metric_callback(move |info| heard(info.statement));
        }
    }

    pub async fn close(self) {
        let _ = self.read.close().await;
        let _ = self.write.close().await;
    }

    /// Lets a test or a tool run a statement of its own. The program itself writes only through the journal.
    pub async fn run_unjournaled(&self, sql: &str) -> Result<()> {
        self.write.execute_unprepared(sql).await?;
        Ok(())
    }
}

fn without_secret(address: &str) -> String {
    match (address.split_once("://"), address.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, host))) => format!("{scheme}://…@{host}"),
        _ => address.to_string(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_address_is_shown_without_its_password() {
        assert_eq!(super::without_secret("postgres://u:secret@db.example/net"), "postgres://…@db.example/net");
        assert_eq!(super::without_secret("net.db"), "net.db");
    }
}
