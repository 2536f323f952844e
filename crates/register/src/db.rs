//! Connections to the register: SQLite in the program, or PostgreSQL at an address.
//!
//! One connection writes. On SQLite its transactions always begin with BEGIN IMMEDIATE: deferred writers fail
//! against one another in spite of a timeout. Several connections read; on SQLite they cannot write. On
//! PostgreSQL the writer has a connection of its own too, so that readers never keep it waiting. This crate
//! decides whether a connection can be used after a failure, not sqlx's pool: see
//! `docs/decisions/2026-11-30-a-sound-writer.md`.

mod address;
mod connection;
mod file;
mod limits;
mod pool;
mod reader;
mod transaction;

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use decapolis_words::errors::{Error, Result};
use log::LevelFilter;
use sea_orm::sqlx::ConnectOptions;
use sea_orm::sqlx::postgres::PgConnectOptions;
use sea_orm::sqlx::sqlite::SqliteConnectOptions;
use sea_orm::{ConnAcquireErr, ConnectionTrait, DbBackend, DbErr, Statement};

use connection::Connecting;
use file::{Reading, Unlocked};
use pool::Pool;

pub use address::{Address, without_secret};
pub use file::{make_private, may_write};
pub use limits::limits_in_text;
pub use reader::Reader;
pub use transaction::{Rows, Transaction};

/// How long a writer waits for one of another process before it gives up.
const FOR_ANOTHER_PROCESS: Duration = Duration::from_secs(10);
/// How long a writer waits for those before it in this process.
const FOR_THE_TURN: Duration = Duration::from_secs(30);
/// How long a reader waits for a connection.
const FOR_A_CONNECTION: Duration = Duration::from_secs(10);

/// Called with every statement.
type Heard = Arc<dyn Fn(&Statement) + Send + Sync>;

/// How a register is opened.
#[derive(Clone, Debug, Default)]
pub struct Opening {
    /// The most pages of 4 KiB that the file may have (SQLite's `max_page_count`): for a small disk, and for tests of a full one.
    pub max_pages: Option<u64>,
    /// Prepares for one long write into an empty register, while no one else writes. SQLite then keeps no log beside the file, and 64 MiB
    /// of the file in memory. If the machine stops in the middle, the file is lost. Nothing can be read before the entry is committed.
    pub bulk: bool,
    /// Changes nothing: neither the file nor anything beside it. A register on PostgreSQL is opened as usual.
    pub read_only: bool,
}

#[derive(Clone)]
pub struct Db {
    read: Reader,
    write: Reader,
    backend: DbBackend,
    /// The file that is read without locks, and the copy that is read instead of it.
    only_read: Option<Arc<(Option<Unlocked>, Option<tempfile::TempDir>)>>,
    /// Its file, where it is in one.
    path: Option<Arc<Path>>,
}

impl Db {
    /// `address` is a file (made where it is missing) or `postgres://…`: see [`Address::read`].
    ///
    /// Errors: `Refused` when the file is not a register (`error-file-other`, `error-file-of-another-program`); it is not changed. `Broken`
    /// when the file cannot be opened or the server does not answer, with the address but no password.
    pub async fn open(address: &str, opening: &Opening) -> Result<Db> {
        let address = Address::read(address)?;
        let path = match &address {
            Address::Server(url) => return Db::open_server(url, &address).await,
            Address::File(path) => path,
        };
        file::check(path).await?;
        if opening.read_only {
            return Db::open_to_read(path).await;
        }
        if let Some(folder) = path.parent().filter(|f| !f.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder)
                .map_err(|e| Error::Broken(format!("cannot make the folder {}: {e}", folder.display())))?;
        }
        file::keep_private(path)?;
        let write = Pool::new(sqlite(path, opening, true), 1, FOR_THE_TURN, false);
        let read = if opening.bulk {
            write.clone()
        } else {
            Pool::new(sqlite(path, opening, false), 4, FOR_A_CONNECTION, true)
        };
        Db::over(read, write).tried(path).await
    }

    async fn open_server(url: &str, address: &Address) -> Result<Db> {
        let failed =
            |e: &dyn fmt::Display| Error::Broken(format!("cannot open the register at {address}: {e}"));
        let options: PgConnectOptions = url.parse().map_err(|e| failed(&e))?;
        let connecting = Connecting::Postgres(slow_ones_logged(options));
        let db = Db::over(
            Pool::new(connecting.clone(), 8, FOR_A_CONNECTION, true),
            Pool::new(connecting, 1, FOR_THE_TURN, false),
        );
        db.write.pool.lease().await.map_err(|e| failed(&e))?.give_back();
        Ok(db)
    }

    /// A register in a file, to read and nothing else: writing fails.
    async fn open_to_read(path: &Path) -> Result<Db> {
        let reading = Reading::of(path)?;
        let options = reading
            .options()
            // whoever checks a register reads all of it
            .log_slow_statements(LevelFilter::Off, SLOW)
            .pragma("cache_size", "-8000")
            .pragma("query_only", "1")
            .busy_timeout(FOR_ANOTHER_PROCESS);
        let pool = Pool::new(Connecting::Sqlite(options), 4, FOR_A_CONNECTION, true);
        let mut db = Db::over(pool.clone(), pool);
        db.only_read = Some(Arc::new((reading.unlocked, reading.copied)));
        db.tried(path).await
    }

    /// Opens one connection of each kind, so that an error comes now.
    async fn tried(mut self, path: &Path) -> Result<Db> {
        self.path = Some(path.into());
        for pool in [&self.write.pool, &self.read.pool] {
            let lease = pool.lease().await;
            lease
                .map_err(|e| Error::Broken(format!("cannot open the register in {}: {e}", path.display())))?
                .give_back();
        }
        Ok(self)
    }

    /// Whether another program has written a register that is read without locks. What was read is worth nothing then.
    pub fn has_moved(&self) -> bool {
        let unlocked = self.only_read.as_ref().and_then(|how| how.0.as_ref());
        unlocked.is_some_and(Unlocked::has_moved)
    }

    fn over(read: Arc<Pool>, write: Arc<Pool>) -> Db {
        let backend = write.backend();
        Db {
            read: Reader { pool: read, heard: None },
            write: Reader { pool: write, heard: None },
            backend,
            only_read: None,
            path: None,
        }
    }

    /// Whether it was opened so that nothing can be written.
    pub fn reads_only(&self) -> bool {
        self.only_read.is_some()
    }

    /// The file of a register in a file.
    pub fn path(&self) -> Option<PathBuf> {
        self.path.as_deref().map(Path::to_path_buf)
    }

    pub fn backend(&self) -> DbBackend {
        self.backend
    }

    /// For single statements that only read.
    pub fn reader(&self) -> &Reader {
        &self.read
    }

    /// One state of the register for several statements: everything read through it belongs together.
    pub async fn snapshot(&self) -> Result<Transaction> {
        let begin = match self.backend {
            DbBackend::Sqlite => "BEGIN",
            _ => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        };
        Ok(self.read.begin(begin).await?)
    }

    /// The one transaction that may write. Nothing but the database is awaited inside it. `error-busy` where the turn does not come.
    pub(crate) async fn writing(&self) -> Result<Transaction> {
        self.begin_writing(match self.backend {
            DbBackend::Sqlite => "BEGIN IMMEDIATE",
            _ => "BEGIN; SET LOCAL lock_timeout = '10s'",
        })
        .await
    }

    /// A transaction that may change the schema: while it is open no other process writes, nor changes the schema too.
    pub(crate) async fn changing_schema(&self) -> Result<Transaction> {
        if self.backend == DbBackend::Sqlite {
            return self.writing().await;
        }
        let tx = self.begin_writing("BEGIN").await?;
        // a number of our own, the same in every process: "DECAPOLI" in bytes
        tx.execute_unprepared("SELECT pg_advisory_xact_lock(4919412115771444297)").await?;
        Ok(tx)
    }

    async fn begin_writing(&self, begin: &'static str) -> Result<Transaction> {
        let turn = self.write.pool.turn().await.map_err(|error| match error {
            DbErr::ConnectionAcquire(ConnAcquireErr::Timeout) => Error::refused("error-busy"),
            other => other.into(),
        })?;
        Ok(Transaction::begin(turn, begin, self.write.heard.clone(), true).await?)
    }

    /// Calls `heard` before every statement that is run from now on, BEGIN and COMMIT apart: for measuring.
    pub fn on_statement(&mut self, heard: impl Fn(&Statement) + Send + Sync + 'static) {
        let heard: Heard = Arc::new(heard);
        self.read.heard = Some(heard.clone());
        self.write.heard = Some(heard);
    }

    pub async fn close(self) {
        self.read.pool.close().await;
        self.write.pool.close().await;
    }

    /// Lets a test or a tool run a statement of its own. The program itself writes only through the journal.
    pub async fn run_unjournaled(&self, sql: &str) -> Result<()> {
        self.write.execute_unprepared(sql).await?;
        Ok(())
    }
}

impl fmt::Debug for Db {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Db on {:?}", self.backend)
    }
}

fn sqlite(path: &Path, opening: &Opening, write: bool) -> Connecting {
    let (log, care) = if opening.bulk { ("DELETE", "OFF") } else { ("WAL", "FULL") };
    let memory = match (opening.bulk, write) {
        (true, _) => "-65536",
        // what a long entry changes and this does not hold goes to the log several times over
        (false, true) => "-32000",
        // each of the readers has its own, and the system keeps the file in memory anyway
        (false, false) => "-2000",
    };
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .foreign_keys(true)
        .busy_timeout(FOR_ANOTHER_PROCESS)
        .pragma("journal_mode", log)
        .pragma("synchronous", care)
        .pragma("cache_size", memory)
        // those of the pages of all figures; each takes some 10 KB
        .statement_cache_capacity(400);
    let options = slow_ones_logged(options);
    let options = match opening.max_pages {
        Some(pages) => options.pragma("max_page_count", pages.to_string()),
        None => options,
    };
    Connecting::Sqlite(if write { options } else { options.pragma("query_only", "1") })
}

/// A statement that takes this long is logged, without its values.
const SLOW: Duration = Duration::from_millis(500);

fn slow_ones_logged<O: ConnectOptions>(options: O) -> O {
    options.log_statements(LevelFilter::Off).log_slow_statements(LevelFilter::Warn, SLOW)
}
