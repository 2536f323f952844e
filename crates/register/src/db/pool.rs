//! A limited number of connections, each lent to one caller at a time.
//!
//! A connection goes back into the pool only after everything on it ended well. After anything else (an
//! error, a panic, a reader who hangs up) the pool first waits until nothing runs on it, or throws it away.
//! sqlx's own pool does the opposite: it takes back a dropped connection in whatever state, and waits ten
//! seconds for a server that refuses connections.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use sea_orm::{ConnAcquireErr, DbBackend, DbErr, sqlx};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use super::connection::{Connecting, Connection, connecting};

/// How long the server may take to accept a connection, or to say that one still lives.
const TO_ANSWER: Duration = Duration::from_secs(2);
/// How long a server that did not answer is not asked again.
const SILENCE: Duration = Duration::from_secs(1);
/// How long a statement may run on after its caller has given it up.
const TO_REST: Duration = Duration::from_secs(30);
/// A connection is not used longer: the server's process grows with what it has planned.
const AGE: Duration = Duration::from_secs(30 * 60);

pub(super) struct Pool {
    connecting: Connecting,
    most: u32,
    /// How long one waits for a connection while all are lent.
    patience: Duration,
    /// What is dropped in the middle may be brought to rest and used again. Never the writer's.
    reused: bool,
    turns: Arc<Semaphore>,
    idle: Mutex<Vec<Kept>>,
    /// Until when the server is taken to be out of reach.
    unreachable: Mutex<Option<Instant>>,
}

struct Kept {
    connection: Connection,
    made: Instant,
}

/// The right to one connection of a pool.
pub(super) struct Turn {
    pool: Arc<Pool>,
    _permit: OwnedSemaphorePermit,
}

/// A connection that is lent. Dropped in the middle of something it is brought to rest, or thrown away.
pub(super) struct Lease(Option<Loan>);

struct Loan {
    kept: Kept,
    turn: Turn,
    /// Whether it is, or may be, inside a transaction.
    inside: bool,
}

impl Pool {
    pub fn new(connecting: Connecting, most: u32, patience: Duration, reused: bool) -> Arc<Pool> {
        let turns = Arc::new(Semaphore::new(most as usize));
        Arc::new(Pool {
            connecting,
            most,
            patience,
            reused,
            turns,
            idle: Mutex::default(),
            unreachable: Mutex::default(),
        })
    }

    pub fn backend(&self) -> DbBackend {
        self.connecting.backend()
    }

    /// Waits until a connection is free.
    pub async fn turn(self: &Arc<Pool>) -> Result<Turn, DbErr> {
        match timeout(self.patience, self.turns.clone().acquire_owned()).await {
            Ok(Ok(permit)) => Ok(Turn { pool: self.clone(), _permit: permit }),
            Ok(Err(_)) => Err(DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed)),
            Err(_) => Err(DbErr::ConnectionAcquire(ConnAcquireErr::Timeout)),
        }
    }

    pub async fn lease(self: &Arc<Pool>) -> Result<Lease, DbErr> {
        self.turn().await?.lease().await
    }

    /// Waits for what is lent, and closes everything.
    pub async fn close(&self) {
        let all = timeout(Duration::from_secs(5), self.turns.acquire_many(self.most)).await;
        self.turns.close();
        let idle = std::mem::take(&mut *self.idle.lock().unwrap_or_else(PoisonError::into_inner));
        for kept in idle {
            let _ = kept.connection.close().await;
        }
        drop(all);
    }

    fn take(&self) -> Option<Kept> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    /// Refuses at once while the server is taken to be out of reach.
    fn reachable(&self) -> Result<(), DbErr> {
        let unreachable = self.unreachable.lock().unwrap_or_else(PoisonError::into_inner);
        if unreachable.is_some_and(|until| Instant::now() < until) { Err(silent()) } else { Ok(()) }
    }

    /// Comes back with an error when the server does not answer; it is not asked again for a moment, so that not everybody waits for it.
    async fn answer<T>(&self, asked: impl Future<Output = T>) -> Result<T, DbErr> {
        timeout(TO_ANSWER, asked).await.map_err(|_| {
            *self.unreachable.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now() + SILENCE);
            silent()
        })
    }
}

fn silent() -> DbErr {
    let why = format!("the database did not answer within {} s", TO_ANSWER.as_secs());
    connecting(sqlx::Error::Io(std::io::Error::new(std::io::ErrorKind::TimedOut, why)))
}

impl Turn {
    pub fn backend(&self) -> DbBackend {
        self.pool.backend()
    }

    /// A connection that was checked just now, or a new one.
    pub async fn lease(self) -> Result<Lease, DbErr> {
        self.pool.reachable()?;
        while let Some(mut kept) = self.pool.take() {
            if kept.made.elapsed() < AGE
                && matches!(self.pool.answer(kept.connection.is_fit()).await?, Ok(true))
            {
                return Ok(Lease(Some(Loan { kept, turn: self, inside: false })));
            }
        }
        let connection = self.pool.answer(self.pool.connecting.connect()).await?.map_err(connecting)?;
        let kept = Kept { connection, made: Instant::now() };
        Ok(Lease(Some(Loan { kept, turn: self, inside: false })))
    }
}

impl Lease {
    fn loan(&mut self) -> &mut Loan {
        self.0.as_mut().expect("a lease has its connection until it ends")
    }

    pub fn connection(&mut self) -> &mut Connection {
        &mut self.loan().kept.connection
    }

    /// Says, before BEGIN, that it may be inside a transaction from now on.
    pub fn goes_inside(&mut self) {
        self.loan().inside = true;
    }

    /// Gives the connection back after everything on it has ended well: others may use it.
    pub fn give_back(mut self) {
        if let Some(loan) = self.0.take() {
            loan.give_back();
        }
    }

    /// Closes the connection after an error. Returns when it is gone; only then may another caller have its turn.
    pub async fn throw_away(mut self) {
        if let Some(loan) = self.0.take() {
            loan.throw_away().await;
        }
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        // without a runtime nothing can be asked of it any more: it is closed as it is
        if let (Some(loan), Ok(runtime)) = (self.0.take(), tokio::runtime::Handle::try_current()) {
            runtime.spawn(loan.end());
        }
    }
}

impl Loan {
    fn give_back(self) {
        let pool = &self.turn.pool;
        if !pool.turns.is_closed() {
            pool.idle.lock().unwrap_or_else(PoisonError::into_inner).push(self.kept);
        }
    }

    async fn throw_away(self) {
        let _ = timeout(TO_REST, self.kept.connection.close()).await;
        drop(self.turn);
    }

    /// Ends what may still run on it, so that another may use it; else throws it away.
    async fn end(mut self) {
        let reused = self.turn.pool.reused;
        let connection = &mut self.kept.connection;
        let rests = async {
            if self.inside && reused {
                connection.run("ROLLBACK").await.is_ok()
            } else {
                connection.rest().await.is_ok()
            }
        };
        match timeout(TO_REST, rests).await {
            Ok(true) if reused => self.give_back(),
            _ => self.throw_away().await,
        }
    }
}
