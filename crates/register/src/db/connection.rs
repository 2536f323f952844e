//! One connection to SQLite or to PostgreSQL, and what can be asked of it.

use futures_util::{Stream, StreamExt};
use sea_orm::sea_query::Values;
use sea_orm::sqlx::postgres::PgConnectOptions;
use sea_orm::sqlx::sqlite::SqliteConnectOptions;
use sea_orm::sqlx::{
    self, AssertSqlSafe, ConnectOptions as _, Connection as _, Executor, PgConnection, Postgres, Row, Sqlite,
    SqliteConnection,
};
use sea_orm::{DbBackend, DbErr, ExecResult, QueryResult, RuntimeErr, Statement};
use sea_query_sqlx::SqlxValues;

use super::limits::limits_in_text;

/// How a connection is made.
#[derive(Clone)]
pub(super) enum Connecting {
    Sqlite(SqliteConnectOptions),
    Postgres(PgConnectOptions),
}

impl Connecting {
    pub async fn connect(&self) -> Result<Connection, sqlx::Error> {
        Ok(match self {
            Connecting::Sqlite(options) => Connection::Sqlite(options.connect().await?),
            Connecting::Postgres(options) => Connection::Postgres(options.connect().await?),
        })
    }

    pub fn backend(&self) -> DbBackend {
        match self {
            Connecting::Sqlite(_) => DbBackend::Sqlite,
            Connecting::Postgres(_) => DbBackend::Postgres,
        }
    }
}

pub(super) enum Connection {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

/// Does the same on a connection of either kind; `$kind` is its database.
macro_rules! on {
    ($connection:expr, |$c:ident, $kind:ident| $does:expr) => {
        match $connection {
            Connection::Sqlite($c) => {
                type $kind = Sqlite;
                $does
            }
            Connection::Postgres($c) => {
                type $kind = Postgres;
                $does
            }
        }
    };
}

impl Connection {
    /// Runs one statement, or several, as they are written: BEGIN, COMMIT, ROLLBACK, what changes the schema.
    pub async fn run(&mut self, sql: &str) -> Result<ExecResult, DbErr> {
        on!(self, |c, _Kind| c
            .execute(AssertSqlSafe(sql.to_owned()))
            .await
            .map(ExecResult::from)
            .map_err(executing))
    }

    pub async fn execute(&mut self, statement: Statement) -> Result<ExecResult, DbErr> {
        let (sql, values) = parts(statement);
        on!(self, |c, Kind| sqlx::query_with::<Kind, _>(sql, values)
            .execute(c)
            .await
            .map(ExecResult::from)
            .map_err(executing))
    }

    pub async fn one(&mut self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        let (sql, values) = parts(statement);
        on!(self, |c, Kind| {
            let row = sqlx::query_with::<Kind, _>(sql, values).fetch_optional(c).await.map_err(asking)?;
            Ok(row.map(QueryResult::from))
        })
    }

    pub async fn all(&mut self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let (sql, values) = parts(statement);
        on!(self, |c, Kind| {
            let rows = sqlx::query_with::<Kind, _>(sql, values).fetch_all(c).await.map_err(asking)?;
            Ok(rows.into_iter().map(QueryResult::from).collect())
        })
    }

    /// The rows one by one, as they come.
    pub fn rows(&mut self, statement: Statement) -> impl Stream<Item = Result<QueryResult, DbErr>> + Send {
        let (sql, values) = parts(statement);
        on!(self, |c, Kind| sqlx::query_with::<Kind, _>(sql, values)
            .fetch(c)
            .map(|row| row.map(QueryResult::from).map_err(asking))
            .boxed())
    }

    /// Whether the connection lives and is inside no transaction, as the server sees it.
    ///
    /// Inside a transaction now() is the time at which it began, outside it is that of the statement. A SQLite connection is a thread of
    /// this process and no other end can hang up; its BEGIN fails inside a transaction.
    pub async fn is_fit(&mut self) -> Result<bool, sqlx::Error> {
        match self {
            Connection::Sqlite(_) => Ok(true),
            Connection::Postgres(c) => c.fetch_one("SELECT now() = statement_timestamp()").await?.try_get(0),
        }
    }

    /// Waits until nothing runs on the connection, even a statement that its caller gave up.
    pub async fn rest(&mut self) -> Result<(), sqlx::Error> {
        on!(self, |c, _Kind| c.ping().await)
    }

    /// Waits until the connection is gone; by then SQLite has rolled back what was not committed.
    pub async fn close(self) -> Result<(), sqlx::Error> {
        on!(self, |c, _Kind| c.close().await)
    }
}

fn parts(statement: Statement) -> (AssertSqlSafe<String>, SqlxValues) {
    let statement = limits_in_text(statement);
    (AssertSqlSafe(statement.sql), SqlxValues(statement.values.unwrap_or_else(|| Values(vec![]))))
}

fn executing(error: sqlx::Error) -> DbErr {
    DbErr::Exec(RuntimeErr::SqlxError(error.into()))
}

fn asking(error: sqlx::Error) -> DbErr {
    DbErr::Query(RuntimeErr::SqlxError(error.into()))
}

pub(super) fn connecting(error: sqlx::Error) -> DbErr {
    DbErr::Conn(RuntimeErr::SqlxError(error.into()))
}
