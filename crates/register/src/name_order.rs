//! The order of names as a reader of each language sees them.
//!
//! A list shows each record by its name in the reader's language, or by another name if it has none
//! ([`Texts::best`]), and sorts by these words as the language sorts (Unicode collation). The journal keeps a
//! table of sort keys, so that a page of a list is read in order by an index.
//!
//! Most names have one key for all languages and are in the table once, without a language. A name with
//! several keys is there once for each language of [`LANGUAGES`].

use std::fmt::Write as _;
use std::sync::{LazyLock, OnceLock};

use decapolis_base::Texts;
use decapolis_words::errors::Result;
use decapolis_words::languages;
use icu_collator::{Collator, CollatorBorrowed};
use sea_orm::sea_query::{
    Alias, Asterisk, BinOper, Expr, ExprTrait, Order, Query, SelectStatement, UnionType,
};
use sea_orm::{ConnectionTrait, DbBackend};

use crate::db::Transaction;
use crate::derived::{Derived, Doing};
use crate::journal::pages;
use crate::table::{RECORDS, Table};
use crate::value::{JournalNo, RowId};

/// The table of the index.
pub const TABLE: &str = "name_order";

/// The languages whose order is kept. A reader of another one sees the order of the last, which belongs to no language.
pub static LANGUAGES: LazyLock<Vec<&str>> = LazyLock::new(|| languages().chain(["und"]).collect());

/// A record's place in the order of names: the key by which its name sorts, compared byte by byte, and its id.
pub type OrderKey = (Vec<u8>, RowId);

/// Rows in one statement.
const MANY: usize = 1_000;

/// The index as the journal keeps it.
#[derive(Debug)]
pub struct NameOrder;

impl Derived for NameOrder {
    fn table(&self) -> &'static str {
        TABLE
    }
    fn keep<'a>(
        &'a self,
        tx: &'a Transaction,
        number: JournalNo,
        changed_tables: &'a [&'static Table],
    ) -> Doing<'a, ()> {
        Box::pin(async move {
            if !changed_tables.iter().any(|table| table.is_records()) {
                return Ok(());
            }
            let ended = format!(
                "DELETE FROM {TABLE} WHERE record IN (SELECT id FROM {} WHERE superseded = {number})",
                RECORDS.history
            );
            tx.execute_unprepared(&ended).await?;
            index(tx, &format!("recorded = {number}")).await
        })
    }
    fn set_aside<'a>(&'a self, tx: &'a Transaction) -> Doing<'a, Vec<String>> {
        Box::pin(async move {
            for index in ["name_order_key", "name_order_record"] {
                tx.execute_unprepared(&format!("DROP INDEX {index}")).await?;
            }
            Ok(create(tx.get_database_backend())[1..].iter().map(|sql| sql.to_string()).collect())
        })
    }
}

/// The statements that make the index of an empty database: its table, and then what finds rows in it.
pub(crate) fn create(backend: DbBackend) -> [&'static str; 3] {
    [
        match backend {
            DbBackend::Sqlite => {
                "CREATE TABLE name_order (language text NOT NULL, kind text NOT NULL, public boolean NOT NULL, key blob NOT NULL, record integer NOT NULL)"
            }
            _ => {
                "CREATE TABLE name_order (language text NOT NULL, kind text NOT NULL, public boolean NOT NULL, key bytea NOT NULL, record bigint NOT NULL)"
            }
        },
        "CREATE INDEX name_order_key ON name_order (language, kind, public, key, record)",
        "CREATE INDEX name_order_record ON name_order (record)",
    ]
}

/// Makes the whole index again; nothing else changes.
pub async fn index_all(tx: &Transaction) -> Result<()> {
    tx.execute_unprepared(&format!("DROP TABLE IF EXISTS {TABLE}")).await?;
    for statement in create(tx.get_database_backend()) {
        tx.execute_unprepared(statement).await?;
    }
    index(tx, "id IS NOT NULL").await
}

/// Writes the keys of the records for which this holds, a page of them at a time.
async fn index(tx: &Transaction, holds: &str) -> Result<()> {
    let postgres = tx.get_database_backend() != DbBackend::Sqlite;
    for (first, last) in pages(tx, RECORDS.name, holds).await? {
        let ask = Query::select()
            .columns(["id", "kind", "label", "public"])
            .from(RECORDS.name)
            .and_where(Expr::col("id").between(first, last))
            .and_where(Expr::cust(holds.to_string()))
            .to_owned();
        let mut rows = vec![];
        for row in tx.query_all(&ask).await? {
            let (id, kind, label, public): (RowId, String, String, bool) = (
                row.try_get_by_index(0)?,
                row.try_get_by_index(1)?,
                row.try_get_by_index(2)?,
                row.try_get_by_index(3)?,
            );
            let kind = kind.replace('\'', "''");
            for (language, key) in keys(&Texts::from_json(&label)) {
                let key = if postgres {
                    format!("'\\x{}'::bytea", written(&key))
                } else {
                    format!("x'{}'", written(&key))
                };
                rows.push(format!("('{language}', '{kind}', {public}, {key}, {id})"));
            }
        }
        for some in rows.chunks(MANY) {
            tx.execute_unprepared(&format!(
                "INSERT INTO {TABLE} (language, kind, public, key, record) VALUES {}",
                some.join(", ")
            ))
            .await?;
        }
    }
    Ok(())
}

/// The keys of a name: one under no language where all languages sort it alike, else one for each.
fn keys(label: &Texts) -> Vec<(&'static str, Vec<u8>)> {
    let all: Vec<_> =
        LANGUAGES.iter().map(|language| (*language, key(language, label.words(language)))).collect();
    if all.iter().all(|(_, key)| *key == all[0].1) { vec![("", all[0].1.clone())] } else { all }
}

/// The key by which these words sort in a language.
pub fn key(language: &str, words: &str) -> Vec<u8> {
    let mut key = vec![];
    let _ = collator(language).write_sort_key_to(words, &mut key);
    key
}

/// How a language sorts; a language that is none of ours as no language in particular.
pub fn collator(language: &str) -> &'static CollatorBorrowed<'static> {
    static COLLATORS: LazyLock<Vec<OnceLock<CollatorBorrowed<'static>>>> =
        LazyLock::new(|| LANGUAGES.iter().map(|_| OnceLock::new()).collect());
    let at = LANGUAGES.iter().position(|known| *known == kept(language)).unwrap_or_default();
    COLLATORS[at].get_or_init(|| {
        let locale: icu_locale::Locale = LANGUAGES[at].parse().expect("a language tag");
        Collator::try_new((&locale).into(), Default::default()).expect("the collations are compiled in")
    })
}

/// The language whose order a reader of this one sees.
fn kept(language: &str) -> &'static str {
    LANGUAGES.iter().find(|known| **known == language).copied().unwrap_or(LANGUAGES[LANGUAGES.len() - 1])
}

/// A key in an address.
pub fn written(key: &[u8]) -> String {
    key.iter().fold(String::with_capacity(key.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Reads what [`written`] wrote.
pub fn read(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> =
        text.chars().map(|digit| digit.to_digit(16).map(|n| n as u8)).collect::<Option<_>>()?;
    let (pairs, rest) = digits.as_chunks::<2>();
    rest.is_empty().then(|| pairs.iter().map(|[high, low]| high << 4 | low).collect())
}

/// The public records of a kind in the order of names: `key`, `id` and what `columns` selects of each, from this place on.
///
/// `columns` may add conditions too; a record's id is `n.record`. Both arms are read in order by the index and give a page at most.
pub fn in_order(
    language: &str,
    kind: &str,
    after: Option<&OrderKey>,
    limit: u64,
    columns: impl Fn(&mut SelectStatement),
) -> SelectStatement {
    let arm = |language: &str, alias: &'static str| {
        let mut arm = names(&columns);
        arm.and_where(Expr::col(("n", "language")).eq(language))
            .and_where(Expr::col(("n", "kind")).eq(kind))
            .and_where(Expr::col(("n", "public")).eq(true));
        page(&mut arm, [("n", "key"), ("n", "record")].map(Expr::col), after, limit);
        Query::select().column(Asterisk).from_subquery(arm, alias).to_owned()
    };
    let mut both = arm("", "every");
    both.union(UnionType::All, arm(kept(language), "own"));
    both.order_by("key", Order::Asc).order_by("id", Order::Asc).limit(limit).to_owned()
}

/// Like [`in_order`], for the few records with these ids: they are looked up and sorted.
pub fn of_these(
    language: &str,
    ids: SelectStatement,
    after: Option<&OrderKey>,
    limit: u64,
    columns: impl Fn(&mut SelectStatement),
) -> SelectStatement {
    let found = Query::select().column("id").from_subquery(ids, "f").to_owned();
    let mut these = names(columns);
    // an expression, so that no database reads all names of a language to find these
    let of_language = Expr::col(("n", "language")).binary(BinOper::Custom("||".into()), "");
    these
        .and_where(Expr::col(("n", "record")).in_subquery(found))
        .and_where(of_language.is_in(["", kept(language)]));
    page(&mut these, [("n", "key"), ("n", "record")].map(Expr::col), after, limit);
    these
}

fn names(columns: impl Fn(&mut SelectStatement)) -> SelectStatement {
    let mut names = Query::select();
    names.column(("n", "key")).expr_as(Expr::col(("n", "record")), Alias::new("id")).from_as(TABLE, "n");
    columns(&mut names);
    names
}

fn page(ask: &mut SelectStatement, [key, id]: [Expr; 2], after: Option<&OrderKey>, limit: u64) {
    if let Some((last, record)) = after {
        let place = Expr::tuple([Expr::val(last.clone()), Expr::val(*record)]);
        ask.and_where(Expr::tuple([key.clone(), id.clone()]).gt(place));
    }
    ask.order_by_expr(key, Order::Asc).order_by_expr(id, Order::Asc).limit(limit);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_sorts_as_its_readers_expect() {
        let sorted = |language: &str, names: &[&str]| {
            let mut names = names.to_vec();
            names.sort_by_key(|name| key(language, name));
            names.join(" ")
        };
        assert_eq!(sorted("es", &["Nzérékoré", "Ñuñoa", "Nuuk"]), "Nuuk Nzérékoré Ñuñoa");
        assert_eq!(sorted("en", &["Nzérékoré", "Ñuñoa", "Nuuk"]), "Ñuñoa Nuuk Nzérékoré");
        assert_eq!(sorted("fr", &["côte", "cote", "coté", "zéro", "École"]), "cote coté côte École zéro");
        assert_eq!(key("de", "Ñuñoa"), key("und", "Ñuñoa"));
    }

    #[test]
    fn a_name_that_all_languages_sort_alike_has_one_key() {
        assert_eq!(keys(&Texts::plain("Accra")), [("", key("und", "Accra"))]);
        let mut of_two = Texts::plain("Accra");
        of_two.set("fr", "Akra");
        let of: Vec<_> = keys(&of_two).into_iter().map(|(language, key)| (language, key)).collect();
        let each: Vec<_> =
            LANGUAGES.iter().map(|l| (*l, key(l, if *l == "fr" { "Akra" } else { "Accra" }))).collect();
        assert_eq!(of, each);
    }

    #[test]
    fn a_key_in_an_address_reads_back_and_nothing_else_does() {
        let of = key("es", "Ñuñoa 北京");
        assert_eq!(read(&written(&of)), Some(of));
        assert_eq!([read("abc"), read("zz"), read("é")], [None, None, None]);
    }
}
