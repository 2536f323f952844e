//! A transaction, for reading one state of the register or for writing an entry.

use std::pin::Pin;

use futures_util::{Stream, StreamExt};
use sea_orm::prelude::async_trait::async_trait;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, Statement, StreamTrait};
use tokio::sync::{Mutex, MutexGuard};
use tracing::Instrument;

use super::Heard;
use super::connection::Connection;
use super::pool::{Lease, Turn};

/// The rows of a statement, one by one.
pub type Rows<'a> = Pin<Box<dyn Stream<Item = Result<QueryResult, DbErr>> + Send + 'a>>;

/// An open transaction. Dropped without a commit it leaves nothing behind.
///
/// BEGIN, COMMIT and ROLLBACK run in tasks of their own, so that nobody who hangs up and no time limit cuts one off. When one of them
/// fails the connection is thrown away, and with it whatever it was inside of.
pub struct Transaction {
    held: Mutex<Held>,
    backend: DbBackend,
    heard: Option<Heard>,
    writes: bool,
}

struct Held {
    lease: Lease,
    /// A statement failed or was cut off. SQLite may have ended the transaction by itself then: what follows would not be inside it.
    doubt: bool,
}

impl Transaction {
    /// `begin` is one statement, or several in one text. The caller has waited for the turn.
    pub(super) async fn begin(
        turn: Turn,
        begin: &'static str,
        heard: Option<Heard>,
        writes: bool,
    ) -> Result<Transaction, DbErr> {
        let backend = turn.backend();
        apart(async move {
            let mut lease = turn.lease().await?;
            lease.goes_inside();
            if let Err(error) = lease.connection().run(begin).await {
                lease.throw_away().await;
                return Err(error);
            }
            Ok(Transaction { held: Mutex::new(Held { lease, doubt: false }), backend, heard, writes })
        })
        .await
    }

    /// Makes everything written lasting. After an error nothing is, unless the server was gone before it could answer: then only asking
    /// again can tell.
    pub async fn commit(self) -> Result<(), DbErr> {
        let Held { mut lease, doubt } = self.held.into_inner();
        if doubt && self.writes {
            apart(async move { Ok(lease.throw_away().await) }).await?;
            return Err(DbErr::Custom(
                "a statement of this transaction failed or was cut off: it is not committed".into(),
            ));
        }
        let into_the_file = self.writes && self.backend == DbBackend::Sqlite;
        apart(async move {
            match lease.connection().run("COMMIT").await {
                Ok(_) => {
                    // a copy of the file alone then has what was written; what readers hold back comes with a later one
                    if into_the_file {
                        let _ = lease.connection().run("PRAGMA wal_checkpoint(PASSIVE)").await;
                    }
                    Ok(lease.give_back())
                }
                Err(error) => {
                    lease.throw_away().await;
                    Err(error)
                }
            }
        })
        .await
    }

    /// Leaves everything as it was. Where ROLLBACK fails the end of the connection does it.
    pub async fn rollback(self) -> Result<(), DbErr> {
        let mut lease = self.held.into_inner().lease;
        apart(async move {
            match lease.connection().run("ROLLBACK").await {
                Ok(_) => lease.give_back(),
                Err(error) => {
                    tracing::warn!(%error, "a transaction was not rolled back: its connection is closed");
                    lease.throw_away().await;
                }
            }
            Ok(())
        })
        .await
    }

    async fn starts(&self, statement: &Statement) -> Running<'_> {
        let mut held = self.held.lock().await;
        if let Some(heard) = &self.heard {
            heard(statement);
        }
        let before = std::mem::replace(&mut held.doubt, true);
        Running { held, before }
    }
}

/// A statement that runs. Where it does not come to its end the doubt remains.
struct Running<'a> {
    held: MutexGuard<'a, Held>,
    before: bool,
}

impl Running<'_> {
    fn connection(&mut self) -> &mut Connection {
        self.held.lease.connection()
    }

    fn ends<T>(mut self, done: Result<T, DbErr>) -> Result<T, DbErr> {
        self.held.doubt = self.before || done.is_err();
        done
    }
}

#[async_trait]
impl ConnectionTrait for Transaction {
    fn get_database_backend(&self) -> DbBackend {
        self.backend
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        let mut running = self.starts(&statement).await;
        let done = running.connection().execute(statement).await;
        running.ends(done)
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        let mut held = self.held.lock().await;
        let before = std::mem::replace(&mut held.doubt, true);
        let mut running = Running { held, before };
        let done = running.connection().run(sql).await;
        running.ends(done)
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        let mut running = self.starts(&statement).await;
        let done = running.connection().one(statement).await;
        running.ends(done)
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let mut running = self.starts(&statement).await;
        let done = running.connection().all(statement).await;
        running.ends(done)
    }
}

impl StreamTrait for Transaction {
    type Stream<'a> = Rows<'a>;

    fn get_database_backend(&self) -> DbBackend {
        self.backend
    }

    fn stream_raw<'a>(
        &'a self,
        statement: Statement,
    ) -> Pin<Box<dyn Future<Output = Result<Rows<'a>, DbErr>> + 'a + Send>> {
        Box::pin(async move {
            let mut held = self.held.lock().await;
            if let Some(heard) = &self.heard {
                heard(&statement);
            }
            let rows: Rows<'a> = Box::pin(async_stream::stream! {
                let Held { lease, doubt } = &mut *held;
                // whoever has read enough stops: that is no failure
                let mut rows = lease.connection().rows(statement);
                while let Some(row) = rows.next().await {
                    *doubt |= row.is_err();
                    yield row;
                }
            });
            Ok(rows)
        })
    }
}

/// Runs in a task of its own to its end, even if the caller stops waiting.
async fn apart<T: Send + 'static>(
    task: impl Future<Output = Result<T, DbErr>> + Send + 'static,
) -> Result<T, DbErr> {
    match tokio::spawn(task.in_current_span()).await {
        Ok(done) => done,
        Err(stopped) => match stopped.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(_) => Err(DbErr::Custom("the program ends".into())),
        },
    }
}
