//! The public records of a kind, sorted by name, for the list and its files.

use decapolis_register::journal::Heads;
use decapolis_register::name_order::{OrderKey, in_order, of_these};
use decapolis_register::search::Search;
use decapolis_register::table::RECORDS;
use decapolis_words::errors::Result;
use sea_orm::sea_query::{Expr, ExprTrait, JoinType, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DbBackend};

use crate::web::address::encoded;
use crate::web::cache::{Cache, Key};
use crate::web::context::Reader;

/// The most records, or rows of a panel, that are counted for a page. Beyond that the page says "more than" this number.
pub const MOST_COUNTED: i64 = 10_000;
/// The most matches that are sorted by name. With more, names are read from the sorted index until a page is full.
const MOST_SORTED: i64 = 5_000;

/// The parameters of a list of records of a kind.
pub struct OfKind<'a> {
    pub kind: &'a str,
    pub words: Option<String>,
    search: Option<Search>,
}

impl OfKind<'_> {
    /// The records of a kind with these words in them, where there are any.
    pub fn with(kind: &str, words: Option<String>) -> OfKind<'_> {
        OfKind { kind, search: words.as_deref().map(Search::read), words }
    }

    /// The ids of all matching records.
    fn ids(&self, backend: DbBackend) -> SelectStatement {
        match &self.search {
            Some(search) => search.ids(backend, self.kind),
            None => self.all().column("id").to_owned(),
        }
    }

    fn all(&self) -> SelectStatement {
        Query::select()
            .from("records")
            .and_where(Expr::col("kind").eq(self.kind))
            .and_where(Expr::col("public").eq(true))
            .to_owned()
    }

    /// The number of matching records. For files, which read all of them anyway.
    pub async fn count(&self, db: &impl ConnectionTrait) -> Result<i64> {
        counted(db, self.ids(db.get_database_backend())).await
    }

    /// The number of matching records, counted up to [`MOST_COUNTED`], so that the cost of a page does not grow with the register.
    pub async fn count_some(&self, cache: &Cache, db: &impl ConnectionTrait) -> Result<i64> {
        let count = async || {
            counted(db, self.ids(db.get_database_backend()).limit(MOST_COUNTED as u64 + 1).to_owned()).await
        };
        if self.search.is_some() {
            return count().await;
        }
        let head = Heads::read(db).await?.of(&[&RECORDS]);
        Ok(*cache.of_head(Key::new("count", self.kind), head, count).await?)
    }

    /// One page of ids with their positions in the order of names, for a reader of this language. `found` is the number
    /// of matches as far as they were counted; it only decides which of two queries is faster.
    pub async fn page(
        &self,
        db: &impl ConnectionTrait,
        language: &str,
        after: Option<OrderKey>,
        limit: u64,
        found: i64,
    ) -> Result<Vec<OrderKey>> {
        let Some(search) = &self.search else {
            return places(db, in_order(language, self.kind, after.as_ref(), limit, |_| ())).await;
        };
        if found > MOST_SORTED {
            return self.walk(db, language, search, after, limit).await;
        }
        let ids = search.ids(db.get_database_backend(), self.kind);
        places(db, of_these(language, ids, after.as_ref(), limit, |_| ())).await
    }

    /// Reads names in order until there are enough matches. Fast if very many records match.
    async fn walk(
        &self,
        db: &impl ConnectionTrait,
        language: &str,
        search: &Search,
        after: Option<OrderKey>,
        limit: u64,
    ) -> Result<Vec<OrderKey>> {
        let (mut found, mut after, mut step) = (vec![], after, limit * 4);
        let with_words = |ask: &mut SelectStatement| {
            ask.join_as(JoinType::InnerJoin, "records", "r", Expr::col(("r", "id")).equals(("n", "record")))
                .column(("r", "finding"));
        };
        loop {
            let rows = db.query_all(&in_order(language, self.kind, after.as_ref(), step, with_words)).await?;
            for row in &rows {
                let place: OrderKey = (row.try_get("", "key")?, row.try_get("", "id")?);
                if search.finds(&row.try_get::<String>("", "finding")?) {
                    found.push(place.clone());
                }
                after = Some(place);
                if found.len() == limit as usize {
                    return Ok(found);
                }
            }
            if rows.len() < step as usize {
                return Ok(found);
            }
            step *= 2;
        }
    }

    pub fn address(&self, reader: &Reader<'_>, ending: &str) -> String {
        let q = self.words.as_deref().map(|q| format!("?q={}", encoded(q))).unwrap_or_default();
        reader.to(&format!("/{}{ending}{q}", self.kind))
    }
}

/// The number of ids that a statement returns.
pub async fn counted(db: &impl ConnectionTrait, ids: SelectStatement) -> Result<i64> {
    let ask = Query::select().expr(Expr::val(1i64).count()).from_subquery(ids, "i").to_owned();
    Ok(db.query_one(&ask).await?.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or(0))
}

async fn places(db: &impl ConnectionTrait, ask: SelectStatement) -> Result<Vec<OrderKey>> {
    db.query_all(&ask).await?.iter().map(|r| Ok((r.try_get("", "key")?, r.try_get("", "id")?))).collect()
}
