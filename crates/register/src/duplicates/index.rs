//! The index of spellings, which the journal keeps with every entry. It is derived from the present rows, has
//! no versions, and can be made again at any time.
//!
//! It holds nothing that the rows do not say, and nothing of a record that is gone: the entry that erases
//! something from a record erases it from here too.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use decapolis_base::Texts;
use decapolis_words::errors::Result;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Order, Query};
use sea_orm::{ConnectionTrait, DbBackend, QueryResult, Statement};

use super::spelling::{self, Spelling, Way};
use super::spellings::shape;
use crate::db::{Db, Transaction};
use crate::derived::{Derived, Doing};
use crate::journal::{JournalNo, RowId, pages};
use crate::name_order;
use crate::schema::Tables;
use crate::search;
use crate::table::{RECORDS, Table};

/// Records that are spelled at once, and rows of the index in one statement.
const PAGE: usize = 1_000;

/// The index as the journal keeps it.
#[derive(Debug)]
pub struct Spellings;

impl Derived for Spellings {
    fn table(&self) -> &'static str {
        "spellings"
    }
    fn keep<'a>(
        &'a self,
        tx: &'a Transaction,
        number: JournalNo,
        changed_tables: &'a [&'static Table],
    ) -> Doing<'a, ()> {
        Box::pin(keep(tx, number, changed_tables))
    }
    fn set_aside<'a>(&'a self, tx: &'a Transaction) -> Doing<'a, Vec<String>> {
        Box::pin(async move {
            let spellings = shape();
            for index in &spellings.indexes {
                tx.execute_unprepared(&format!("DROP INDEX \"{}\"", index.name)).await?;
            }
            Ok(spellings
                .indexes
                .iter()
                .map(|index| spellings.create_index(index, tx.get_database_backend()))
                .collect())
        })
    }
}

/// Spells again what an entry has touched, a page of records at a time.
async fn keep(tx: &Transaction, number: JournalNo, changed_tables: &[&'static Table]) -> Result<()> {
    for source in changed_tables.iter().copied().filter_map(Source::of) {
        let ways = source.ways().iter().map(|w| w.number().to_string()).collect::<Vec<_>>().join(", ");
        // what stood there before this entry is in the history as superseded by it
        let ended = format!("superseded = {number}");
        for (first, last) in pages(tx, source.table.history, &ended).await? {
            tx.execute_unprepared(&format!(
                "DELETE FROM spellings WHERE way IN ({ways}) AND record IN (SELECT id FROM \"{}\" WHERE {ended} AND id BETWEEN {first} AND {last})",
                source.table.history
            ))
            .await?;
        }
        for (first, last) in pages(tx, source.table.name, &format!("recorded = {number}")).await? {
            let written = Expr::col("recorded").eq(number).and(Expr::col("id").between(first, last));
            insert(tx, &source.rows(tx, written).await?).await?;
        }
    }
    Ok(())
}

/// Makes the whole index again, where [`differing`] has found something, and with it those of words and of the order of names. Nothing
/// else changes.
pub async fn respell(db: &Db, tables: Tables) -> Result<()> {
    let tx = db.writing().await?;
    spell_all(&tx, tables).await?;
    search::index_all(&tx).await?;
    name_order::index_all(&tx).await?;
    Ok(tx.commit().await?)
}

/// Spells every record of a register.
pub async fn spell_all(tx: &impl ConnectionTrait, tables: Tables) -> Result<()> {
    tx.execute_unprepared("DELETE FROM spellings").await?;
    for source in tables.all().filter_map(Source::of) {
        let mut after = RowId::MIN;
        while let Some(last) = ids_after(tx, source.table.name, after).await?.last().copied() {
            let rows = source.rows(tx, Expr::col("id").gt(after).and(Expr::col("id").lte(last))).await?;
            insert(tx, &rows).await?;
            after = last;
        }
    }
    Ok(())
}

/// The records whose spellings in the index differ from those of their rows, at most `at_most`.
pub async fn differing(db: &impl ConnectionTrait, tables: Tables, at_most: usize) -> Result<Vec<RowId>> {
    let sources: Vec<Source> = tables.all().filter_map(Source::of).collect();
    let mut differing = vec![];
    let mut after = RowId::MIN;
    loop {
        let ids = ids_after(db, RECORDS.name, after).await?;
        // a page short of its length is the last: what is spelled beyond it belongs to nobody
        let last = ids.last().copied().filter(|_| ids.len() == PAGE).unwrap_or(RowId::MAX);
        let within = |column: &'static str| Expr::col(column).gt(after).and(Expr::col(column).lte(last));
        let mut expected = BTreeSet::new();
        for source in &sources {
            expected.extend(source.rows(db, within("id")).await?);
        }
        let stored = stored(db, within("record")).await?;
        let expected: BTreeSet<_> =
            expected.iter().map(|(record, s)| (*record, s.number, s.way.number())).collect();
        let different: BTreeSet<RowId> =
            expected.symmetric_difference(&stored).map(|(record, ..)| *record).collect();
        differing.extend(different);
        if last == RowId::MAX || differing.len() >= at_most {
            differing.truncate(at_most);
            return Ok(differing);
        }
        after = last;
    }
}

/// What the index holds: record, number, way.
async fn stored(db: &impl ConnectionTrait, within: Expr) -> Result<BTreeSet<(RowId, i64, i64)>> {
    let ask =
        Query::select().columns(["record", "spelling", "way"]).from("spellings").and_where(within).to_owned();
    let read = |row: &QueryResult| {
        Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?))
    };
    db.query_all(&ask).await?.iter().map(read).collect()
}

/// The records that share these spellings. A spelling that more than `at_most` records share is left out.
pub async fn sharing(
    db: &impl ConnectionTrait,
    spellings: &BTreeSet<i64>,
    at_most: usize,
) -> Result<BTreeMap<i64, Vec<(RowId, i64)>>> {
    let mut found = first_sharing(db, spellings, at_most + 1).await?;
    found.retain(|_, records| records.len() <= at_most);
    Ok(found)
}

/// At most `most` of the records that share each of these spellings, each with the way of spelling.
pub async fn first_sharing(
    db: &impl ConnectionTrait,
    spellings: &BTreeSet<i64>,
    most: usize,
) -> Result<BTreeMap<i64, Vec<(RowId, i64)>>> {
    let mut found: BTreeMap<i64, Vec<(RowId, i64)>> = BTreeMap::new();
    let all: Vec<i64> = spellings.iter().copied().collect();
    let backend = db.get_database_backend();
    for some in all.chunks(PAGE) {
        for row in
            db.query_all_raw(Statement::from_string(backend, of_spellings(backend, some, most))).await?
        {
            found
                .entry(row.try_get_by_index(0)?)
                .or_default()
                .push((row.try_get_by_index(1)?, row.try_get_by_index(2)?));
        }
    }
    Ok(found)
}

/// Selects spelling, record and way of at most `most` rows of each of these spellings: no more are read, however many share it.
pub fn of_spellings(backend: DbBackend, spellings: &[i64], most: usize) -> String {
    let values = spellings.iter().map(|number| format!("({number})")).collect::<Vec<_>>().join(", ");
    match backend {
        DbBackend::Sqlite => format!(
            "WITH k(n) AS (VALUES {values}) SELECT s.spelling, s.record, s.way FROM k CROSS JOIN spellings s ON s.rowid IN (SELECT o.rowid FROM spellings o WHERE o.spelling = k.n LIMIT {most})"
        ),
        _ => format!(
            "SELECT s.spelling, s.record, s.way FROM (VALUES {values}) AS k(n) CROSS JOIN LATERAL (SELECT o.spelling, o.record, o.way FROM spellings o WHERE o.spelling = k.n LIMIT {most}) s"
        ),
    }
}

/// A table whose rows give spellings: `records`, or what a kind has besides.
struct Source {
    table: &'static Table,
    kind: Option<&'static str>,
    columns: Vec<&'static str>,
}

impl Source {
    fn of(table: &'static Table) -> Option<Source> {
        if table.is_records() {
            return Some(Source { table, kind: None, columns: vec!["kind", "label"] });
        }
        let columns: Vec<&str> = table
            .known_by
            .iter()
            .filter(|(_, tells)| spelling::is_spelled(*tells))
            .map(|(name, _)| *name)
            .collect();
        (table.kind().is_some() && !columns.is_empty()).then_some(Source {
            table,
            kind: table.kind(),
            columns,
        })
    }

    fn ways(&self) -> &'static [Way] {
        if self.kind.is_none() { &Way::OF_LABEL } else { &Way::OF_COLUMNS }
    }

    /// The spellings of the rows that a condition chooses.
    async fn rows(&self, db: &impl ConnectionTrait, chosen: Expr) -> Result<Vec<(RowId, Spelling)>> {
        let mut ask = Query::select();
        ask.column("id")
            .columns(self.columns.iter().map(|c| Alias::new(*c)))
            .from(self.table.name)
            .and_where(chosen);
        let mut all = vec![];
        for row in db.query_all(&ask).await? {
            let id: RowId = row.try_get("", "id")?;
            all.extend(self.spell(&row)?.into_iter().map(|s| (id, s)));
        }
        Ok(all)
    }

    fn spell(&self, row: &QueryResult) -> Result<Vec<Spelling>> {
        let cells: Vec<Option<String>> =
            self.columns.iter().map(|c| row.try_get("", c)).collect::<std::result::Result<_, _>>()?;
        let cell =
            |name: &str| self.columns.iter().position(|c| *c == name).and_then(|n| cells[n].as_deref());
        Ok(match self.kind {
            None => spelling::of_label(
                cell("kind").unwrap_or_default(),
                &Texts::from_json(cell("label").unwrap_or_default()),
            ),
            Some(kind) => spelling::of_columns(kind, self.table.known_by, cell),
        })
    }
}

/// The next page of ids after this one.
async fn ids_after(db: &impl ConnectionTrait, table: &'static str, after: RowId) -> Result<Vec<RowId>> {
    let ask = Query::select()
        .column("id")
        .from(table)
        .and_where(Expr::col("id").gt(after))
        .order_by("id", Order::Asc)
        .limit(PAGE as u64)
        .to_owned();
    ids(db.query_all(&ask).await?)
}

fn ids(rows: Vec<QueryResult>) -> Result<Vec<RowId>> {
    Ok(rows.iter().map(|row| row.try_get_by_index(0)).collect::<std::result::Result<_, _>>()?)
}

/// Numbers of our own making, so they stand in the statement as they are: nothing is prepared or bound for them.
async fn insert(tx: &impl ConnectionTrait, rows: &[(RowId, Spelling)]) -> Result<()> {
    for some in rows.chunks(PAGE) {
        let mut sql = String::from("INSERT INTO spellings (spelling, record, way) VALUES ");
        for (n, (record, spelling)) in some.iter().enumerate() {
            let _ = write!(
                sql,
                "{}({}, {record}, {})",
                if n == 0 { "" } else { ", " },
                spelling.number,
                spelling.way.number()
            );
        }
        tx.execute_unprepared(&sql).await?;
    }
    Ok(())
}
