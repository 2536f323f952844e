//! How a database plans a statement: the plan in words, and the tables that it reads completely.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::sea_query::SelectStatement;
use sea_orm::{ConnectionTrait, DbBackend, Statement};

use decapolis_words::errors::Result;

/// The plan of a statement, as the database explains it.
#[derive(Clone, Debug, Default)]
pub struct PlanOf {
    pub lines: Vec<String>,
    /// The tables read from end to end, themselves or by a whole index.
    pub scanned: BTreeSet<String>,
}

/// Asks for the plan of a statement without running it.
pub async fn plan_of(db: &impl ConnectionTrait, sql: &SelectStatement) -> Result<PlanOf> {
    plan_of_statement(db, &db.get_database_backend().build(sql)).await
}

/// Like [`plan_of`], for a statement as it was sent.
pub async fn plan_of_statement(db: &impl ConnectionTrait, statement: &Statement) -> Result<PlanOf> {
    let backend = db.get_database_backend();
    let explain = |how: &str| Statement { sql: format!("{how} {}", statement.sql), ..statement.clone() };
    match backend {
        DbBackend::Sqlite => {
            let rows = db.query_all_raw(explain("EXPLAIN QUERY PLAN")).await?;
            let lines =
                rows.iter().map(|row| Ok(row.try_get::<String>("", "detail")?)).collect::<Result<_>>()?;
            Ok(PlanOf { lines, scanned: scanned_by_sqlite(db, explain("EXPLAIN")).await? })
        }
        _ => {
            let rows = db.query_all_raw(explain("EXPLAIN")).await?;
            let lines = rows
                .iter()
                .map(|row| Ok(row.try_get_by_index::<String>(0)?))
                .collect::<Result<Vec<String>>>()?;
            let scanned = scanned_by_postgres(&lines);
            Ok(PlanOf { lines, scanned })
        }
    }
}

/// SQLite's own words name a table by its alias, so its program is read: a cursor on a table or index that is rewound to its first
/// entry, or to its last, goes through all of it.
async fn scanned_by_sqlite(db: &impl ConnectionTrait, program: Statement) -> Result<BTreeSet<String>> {
    let pages = db
        .query_all_raw(Statement::from_string(
            DbBackend::Sqlite,
            "SELECT rootpage, tbl_name FROM sqlite_master WHERE rootpage > 0",
        ))
        .await?
        .iter()
        .map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?)))
        .collect::<Result<BTreeMap<i64, String>>>()?;
    let (mut opened, mut scanned) = (BTreeMap::new(), BTreeSet::new());
    for row in db.query_all_raw(program).await? {
        let operation: String = row.try_get("", "opcode")?;
        let (cursor, page): (i64, i64) = (row.try_get("", "p1")?, row.try_get("", "p2")?);
        match operation.as_str() {
            "OpenRead" | "ReopenIdx" => drop(pages.get(&page).map(|table| opened.insert(cursor, table))),
            "OpenEphemeral" | "OpenAutoindex" | "OpenPseudo" | "SorterOpen" | "OpenDup" => {
                opened.remove(&cursor);
            }
            "Rewind" | "Last" => scanned.extend(opened.get(&cursor).map(|table| table.to_string())),
            _ => {}
        }
    }
    Ok(scanned)
}

/// A sequential scan, or an index that is read without a condition on it.
fn scanned_by_postgres(lines: &[String]) -> BTreeSet<String> {
    let mut scanned = BTreeSet::new();
    for (n, line) in lines.iter().enumerate() {
        let Some((node, on)) = line.trim_start().trim_start_matches("->").trim_start().split_once(" on ")
        else {
            continue;
        };
        let more = || lines[n + 1..].iter().map(|l| l.trim_start()).take_while(|l| !l.starts_with("->"));
        let by_index = node.starts_with("Index Scan") || node.starts_with("Index Only Scan");
        let whole = node.ends_with("Seq Scan") || (by_index && !more().any(|l| l.starts_with("Index Cond:")));
        if whole && let Some(table) = on.split_whitespace().next() {
            scanned.insert(table.to_string());
        }
    }
    scanned
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_table_read_whole_is_named_however_it_is_read() {
        let plan = [
            "Aggregate  (cost=1.00..2.00 rows=1 width=16)",
            "  ->  Nested Loop  (cost=0..1 rows=1 width=8)",
            "        ->  Parallel Seq Scan on people h  (cost=0..1 rows=1 width=8)",
            "              Filter: (gender = 'woman'::text)",
            "        ->  Index Only Scan using posts_0 on posts p  (cost=0..1 rows=1 width=8)",
            "              Index Cond: (post = 'leader'::text)",
            "        ->  Index Scan using records_pkey on records r  (cost=0..1 rows=1 width=8)",
            "              Filter: public",
        ];
        let scanned = super::scanned_by_postgres(&plan.map(String::from));
        assert_eq!(scanned.into_iter().collect::<Vec<_>>(), ["people", "records"]);
    }
}
