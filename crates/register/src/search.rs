//! Finds records by the beginnings of the words of their names.
//!
//! The index of words is derived from the present rows of public records, and the journal keeps it with every
//! entry: FTS5 on SQLite, GIN over `tsvector` on PostgreSQL. The words are made here, so that both find the
//! same. It can be made again at any time ([`index_all`]).

use std::collections::BTreeSet;

use decapolis_base::Texts;
use decapolis_words::errors::Result;
use sea_orm::sea_query::{BinOper, Expr, ExprTrait, Func, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DbBackend, QueryResult, Statement};

use crate::db::Transaction;
use crate::derived::{Derived, Doing};
use crate::duplicates::fold::fold;
use crate::journal::{JournalNo, RowId, pages};
use crate::table::{RECORDS, Table};

/// Words of a search; what is typed beyond them is not looked at.
const WORDS_AT_MOST: usize = 8;
/// The number of letters of a word that are kept: people type fewer.
const LETTERS: usize = 32;

/// The table of the index.
pub const TABLE: &str = "name_words";

/// What makes the index of an empty database. On SQLite it is written so that any SQLite since 3.9 opens the register: an index without
/// contents from which rows can be deleted (`contentless_delete`) needs 3.43, and an older one then refuses every table.
pub(crate) fn create(backend: DbBackend) -> &'static [&'static str] {
    match backend {
        // kind and word are one token: `practice_water`
        DbBackend::Sqlite => &[
            "CREATE VIRTUAL TABLE name_words USING fts5(words, detail=none, columnsize=0, tokenize=\"ascii tokenchars '_-'\")",
        ],
        _ => &[
            "CREATE TABLE name_words (record bigint PRIMARY KEY, words tsvector NOT NULL)",
            "CREATE INDEX name_words_words ON name_words USING gin (words)",
        ],
    }
}

fn id_column(backend: DbBackend) -> &'static str {
    if backend == DbBackend::Sqlite { "rowid" } else { "record" }
}

/// The index as the journal keeps it.
#[derive(Debug)]
pub struct NameWords;

impl Derived for NameWords {
    fn table(&self) -> &'static str {
        TABLE
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
            Ok(match create(tx.get_database_backend()) {
                [_, index] => {
                    tx.execute_unprepared("DROP INDEX name_words_words").await?;
                    vec![index.to_string()]
                }
                _ => vec![],
            })
        })
    }
}

/// The words of a name in all its languages. Of scripts that are written without blanks each character is a word.
fn words(name: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for word in fold(name).split(' ') {
        let mut rest = String::new();
        for letter in word.chars() {
            if is_ideograph(letter) {
                all.insert(letter.to_string());
                all.insert(std::mem::take(&mut rest));
            } else {
                rest.push(letter);
            }
        }
        all.insert(rest.chars().take(LETTERS).collect());
    }
    all.remove("");
    all
}

fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// A search: each of its words must begin a word of the name.
#[derive(Clone, Debug, PartialEq)]
pub struct Search {
    words: BTreeSet<String>,
}

impl Search {
    /// Where nothing is typed that a word is made of, nothing is found.
    pub fn read(text: &str) -> Search {
        Search { words: words(text).into_iter().take(WORDS_AT_MOST).collect() }
    }

    /// Whether a name (or several, on lines of their own) is one that is looked for.
    pub fn finds(&self, name: &str) -> bool {
        let there = words(name);
        !self.words.is_empty()
            && self
                .words
                .iter()
                .all(|word| there.range(word.clone()..).next().is_some_and(|w| w.starts_with(word.as_str())))
    }

    /// Asks for the ids of the public records of a kind that are found, in no order.
    pub fn ids(&self, backend: DbBackend, kind: &str) -> SelectStatement {
        let mut ask = Query::select();
        ask.from(TABLE).expr_as(Expr::col(id_column(backend)), "id");
        let all = |each: &dyn Fn(&String) -> String, and: &str| {
            self.words.iter().map(each).collect::<Vec<_>>().join(and)
        };
        ask.and_where(match backend {
            // a database refuses to look for no word
            _ if self.words.is_empty() => Expr::val(1).eq(0),
            DbBackend::Sqlite => Expr::cust_with_values(
                "name_words MATCH ?",
                [all(&|word| format!("\"{kind}_{word}\"*"), " AND ")],
            ),
            _ => {
                let asked =
                    Func::cast_as(Expr::val(all(&|word| format!("'{kind}_{word}':*"), " & ")), "tsquery");
                Expr::col("words").binary(BinOper::Custom("@@".into()), Expr::from(asked))
            }
        });
        ask
    }
}

/// Indexes again what an entry has touched.
async fn keep(tx: &Transaction, number: JournalNo, changed_tables: &[&'static Table]) -> Result<()> {
    if !changed_tables.iter().any(|table| table.is_records()) {
        return Ok(());
    }
    let id = id_column(tx.get_database_backend());
    // what stood there before this entry is in the history as superseded by it
    tx.execute_unprepared(&format!(
        "DELETE FROM {TABLE} WHERE {id} IN (SELECT id FROM {} WHERE superseded = {number})",
        RECORDS.history
    ))
    .await?;
    index(tx, &format!("recorded = {number} AND public")).await
}

/// Makes the whole index again; nothing else changes.
pub async fn index_all(tx: &Transaction) -> Result<()> {
    tx.execute_unprepared(&format!("DROP TABLE IF EXISTS {TABLE}")).await?;
    for statement in create(tx.get_database_backend()) {
        tx.execute_unprepared(statement).await?;
    }
    index(tx, "public").await
}

/// Makes the index again where an older version made it in a form that only a new SQLite opens.
pub async fn index_for_every_sqlite(tx: &Transaction) -> Result<()> {
    if tx.get_database_backend() != DbBackend::Sqlite {
        return Ok(());
    }
    let ask = Statement::from_string(
        DbBackend::Sqlite,
        format!(
            "SELECT count(*) FROM sqlite_master WHERE name = '{TABLE}' AND sql LIKE '%contentless_delete%'"
        ),
    );
    let old: i64 = match tx.query_one_raw(ask).await? {
        Some(row) => row.try_get_by_index(0)?,
        None => 0,
    };
    if old > 0 { index_all(tx).await } else { Ok(()) }
}

/// Writes the words of the records for which this holds, a page of them at a time.
async fn index(tx: &Transaction, holds: &str) -> Result<()> {
    for (first, last) in pages(tx, RECORDS.name, holds).await? {
        let ask = Query::select()
            .columns(["id", "kind", "label"])
            .from(RECORDS.name)
            .and_where(Expr::col("id").between(first, last))
            .and_where(Expr::cust(holds.to_string()))
            .order_by("id", Order::Asc)
            .to_owned();
        let sqlite = tx.get_database_backend() == DbBackend::Sqlite;
        let mut insert = Query::insert();
        insert.into_table(TABLE).columns([id_column(tx.get_database_backend()), "words"]);
        for row in &tx.query_all(&ask).await? {
            let (id, words) = read(row)?;
            insert.values_panic([
                id.into(),
                if sqlite { words.into() } else { Func::cast_as(words, "tsvector").into() },
            ]);
        }
        tx.execute(&insert).await?;
    }
    Ok(())
}

/// A record and its words in the index: separated by blanks, each with its kind in front.
fn read(row: &QueryResult) -> Result<(RowId, String)> {
    let (id, kind, label): (RowId, String, String) =
        (row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?);
    let all: BTreeSet<String> = Texts::from_json(&label).iter().flat_map(|(_, name)| words(name)).collect();
    Ok((id, all.iter().map(|word| format!("{kind}_{word}")).collect::<Vec<_>>().join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_by_the_beginnings_of_its_words_in_any_order() {
        for (typed, name, found) in [
            ("lag wat", "Water for Lagos", true),
            ("LAGOS", "Water for Lagos", true),
            ("agos", "Water for Lagos", false),
            ("hospital", "L’Hospitalet de Llobregat", true),
            ("sanli", "Şanlıurfa", true),
            ("京市", "北京市", true),
            ("京都", "北京市", false),
            ("france", "Île-de-France", true),
            ("water paris", "Water for Lagos\nEau pour Paris", true),
        ] {
            assert_eq!(Search::read(typed).finds(name), found, "{typed} in {name}");
        }
        assert!(!Search::read(" — '\"*:&| ").finds("— * —"));
    }

    #[test]
    fn a_word_in_the_index_has_nothing_that_a_database_would_read_as_an_operator() {
        for name in ["O'Brien & \"Sons\":*", "a|b!(c)<->d\\e", "NEAR(x) AND OR NOT", "x\u{0}y\u{200b}z"] {
            for word in words(name) {
                assert!(word.chars().all(|c| c.is_alphanumeric() || !c.is_ascii()), "{word:?}");
            }
        }
    }
}
