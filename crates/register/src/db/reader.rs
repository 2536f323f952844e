//! Single statements that only read, each on whatever connection is free.

use std::pin::Pin;
use std::sync::Arc;

use futures_util::StreamExt;
use sea_orm::prelude::async_trait::async_trait;
use sea_orm::sqlx;
use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, RuntimeErr, Statement, StreamTrait,
};

use super::Heard;
use super::pool::{Lease, Pool};
use super::transaction::{Rows, Transaction};

/// Asks single statements. Each sees the register of its moment: what must belong together is asked in a [`Transaction`].
#[derive(Clone)]
pub struct Reader {
    pub(super) pool: Arc<Pool>,
    pub(super) heard: Option<Heard>,
}

impl Reader {
    pub(super) async fn begin(&self, begin: &'static str) -> Result<Transaction, DbErr> {
        Transaction::begin(self.pool.turn().await?, begin, self.heard.clone(), false).await
    }

    async fn starts(&self, statement: &Statement) -> Result<Lease, DbErr> {
        let lease = self.pool.lease().await?;
        if let Some(heard) = &self.heard {
            heard(statement);
        }
        Ok(lease)
    }
}

/// A statement that the database refused leaves the connection as it was; after any other error it is thrown away.
pub(super) async fn ends<T>(lease: Lease, done: Result<T, DbErr>) -> Result<T, DbErr> {
    match &done {
        Ok(_) => lease.give_back(),
        Err(DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error)))
            if matches!(**error, sqlx::Error::Database(_)) =>
        {
            lease.give_back();
        }
        Err(_) => lease.throw_away().await,
    }
    done
}

#[async_trait]
impl ConnectionTrait for Reader {
    fn get_database_backend(&self) -> DbBackend {
        self.pool.backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        let mut lease = self.starts(&statement).await?;
        let done = lease.connection().execute(statement).await;
        ends(lease, done).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        let mut lease = self.pool.lease().await?;
        let done = lease.connection().run(sql).await;
        ends(lease, done).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        let mut lease = self.starts(&statement).await?;
        let done = lease.connection().one(statement).await;
        ends(lease, done).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let mut lease = self.starts(&statement).await?;
        let done = lease.connection().all(statement).await;
        ends(lease, done).await
    }
}

impl StreamTrait for Reader {
    type Stream<'a> = Rows<'a>;

    fn get_database_backend(&self) -> DbBackend {
        self.pool.backend()
    }

    fn stream_raw<'a>(
        &'a self,
        statement: Statement,
    ) -> Pin<Box<dyn Future<Output = Result<Rows<'a>, DbErr>> + 'a + Send>> {
        Box::pin(async move {
            let mut lease = self.starts(&statement).await?;
            let rows: Rows<'a> = Box::pin(async_stream::stream! {
                let mut well = true;
                {
                    let mut rows = lease.connection().rows(statement);
                    while let Some(row) = rows.next().await {
                        well &= row.is_ok();
                        yield row;
                    }
                }
                if well {
                    lease.give_back();
                }
            });
            Ok(rows)
        })
    }
}
