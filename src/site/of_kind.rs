//! The public records of a kind in the order of their names, as a list and its files ask for them.

use decapolis_core::errors::{Error, Result};
use decapolis_core::journal::Heads;
use decapolis_core::name_order::{Place, in_order, of_these};
use decapolis_core::search::Search;
use decapolis_core::table::RECORDS;
use sea_orm::sea_query::{Expr, ExprTrait, JoinType, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DbBackend};

use super::Asks;
use super::context::Reader;
use super::list::{encoded, searched};
use crate::cache::{Cache, Key};
use crate::modules;

/// At most so many records of a kind, or rows of a panel, are counted for a page; past it there are "more than" so many.
pub const MOST_COUNTED: i64 = 10_000;
/// At most so many that are found are sorted by name. Of more, names are read in their order until a page is full.
const MOST_SORTED: i64 = 5_000;

/// What an address asks of the records of a kind.
pub struct OfKind<'a> {
    pub kind: &'a str,
    pub words: Option<String>,
    search: Option<Search>,
}

impl OfKind<'_> {
    /// Refused where no kind is called so.
    pub fn read<'a>(kind: &'a str, asks: &Asks) -> Result<OfKind<'a>> {
        if modules::tables().of_kind(kind).is_none() {
            return Err(Error::NotFound("kind"));
        }
        let words = searched(asks);
        Ok(OfKind { kind, search: words.as_deref().map(Search::read), words })
    }

    /// The ids of all that are found.
    fn ids(&self, backend: DbBackend) -> SelectStatement {
        match &self.search {
            Some(search) => search.ids(backend, self.kind),
            None => self.all().column("id").to_owned(),
        }
    }

    fn all(&self) -> SelectStatement {
        Query::select().from("records").and_where(Expr::col("kind").eq(self.kind)).and_where(Expr::col("public").eq(true)).to_owned()
    }

    /// All of them: for a file, which is as long anyway.
    pub async fn count(&self, db: &impl ConnectionTrait) -> Result<i64> {
        counted(db, self.ids(db.get_database_backend())).await
    }

    /// As many as somebody reads on, and one more: what a page costs does not grow with the register.
    pub async fn count_some(&self, cache: &Cache, db: &impl ConnectionTrait) -> Result<i64> {
        let count = async || counted(db, self.ids(db.get_database_backend()).limit(MOST_COUNTED as u64 + 1).to_owned()).await;
        if self.search.is_some() {
            return count().await;
        }
        let head = Heads::read(db).await?.of(&[&RECORDS]);
        Ok(*cache.of_head(Key::new("count", self.kind), head, count).await?)
    }

    /// Ids with their places in the order of names, as a reader of this language sees them; `found` is how many there are, as far as they
    /// were counted. Whatever it says, the page is the same: it chooses the quicker way.
    pub async fn page(
        &self,
        db: &impl ConnectionTrait,
        language: &str,
        after: Option<Place>,
        limit: u64,
        found: i64,
    ) -> Result<Vec<Place>> {
        let Some(search) = &self.search else {
            return places(db, in_order(language, self.kind, after.as_ref(), limit, |_| ())).await;
        };
        if found > MOST_SORTED {
            return self.walk(db, language, search, after, limit).await;
        }
        let ids = search.ids(db.get_database_backend(), self.kind);
        places(db, of_these(language, ids, after.as_ref(), limit, |_| ())).await
    }

    /// Reads names in their order until there are enough that are found. Where very many are, few have to be read.
    async fn walk(
        &self,
        db: &impl ConnectionTrait,
        language: &str,
        search: &Search,
        after: Option<Place>,
        limit: u64,
    ) -> Result<Vec<Place>> {
        let (mut found, mut after, mut step) = (vec![], after, limit * 4);
        let with_words = |ask: &mut SelectStatement| {
            ask.join_as(JoinType::InnerJoin, "records", "r", Expr::col(("r", "id")).equals(("n", "record"))).column(("r", "finding"));
        };
        loop {
            let rows = db.query_all(&in_order(language, self.kind, after.as_ref(), step, with_words)).await?;
            for row in &rows {
                let place: Place = (row.try_get("", "key")?, row.try_get("", "id")?);
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

/// How many ids a statement gives.
pub async fn counted(db: &impl ConnectionTrait, ids: SelectStatement) -> Result<i64> {
    let ask = Query::select().expr(Expr::val(1i64).count()).from_subquery(ids, "i").to_owned();
    Ok(db.query_one(&ask).await?.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or(0))
}

async fn places(db: &impl ConnectionTrait, ask: SelectStatement) -> Result<Vec<Place>> {
    db.query_all(&ask).await?.iter().map(|r| Ok((r.try_get("", "key")?, r.try_get("", "id")?))).collect()
}
