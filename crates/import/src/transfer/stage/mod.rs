//! The stage: a private temporary SQLite file in which an import is planned. The system removes it when the
//! program ends.
//!
//! It holds what becomes of every row and what would be written, so that memory does not grow with the rows.
//! Rows are written and read in chunks. A list is one JSON parameter, so that the text of a statement is
//! always the same.

mod cells;
mod duplicates;
mod lines;

use std::collections::HashMap;

use decapolis_register::db::Opening;
use decapolis_register::journal::RowId;
use decapolis_words::errors::{Error, Result};
use decapolis_words::message::{Arg, Args, Message};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, QueryResult, Statement,
    Value,
};
use serde_json::json;

use super::problems::Problem;

pub(super) use cells::{bytes_of, bytes_of_cells, values_of};
pub(super) use lines::{How, Staged};

/// The number of rows that are read, looked up and staged at once.
pub(super) const CHUNK: usize = 2000;

const TABLES: &[&str] = &[
    "CREATE TABLE codes (code TEXT PRIMARY KEY, id INTEGER NOT NULL, kind TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE names (kind TEXT, name TEXT, id INTEGER, PRIMARY KEY (kind, name, id)) WITHOUT ROWID",
    "CREATE TABLE keys (tab INTEGER, key TEXT, row INTEGER, PRIMARY KEY (tab, key)) WITHOUT ROWID",
    // outcome and how are numbers of Outcome and How; content and record are values as bytes
    "CREATE TABLE lines (n INTEGER PRIMARY KEY, tab INTEGER, file INTEGER, row INTEGER, outcome INTEGER, how INTEGER, id INTEGER, \
     revises INTEGER, content BLOB, record BLOB, owner BLOB, changed TEXT)",
    "CREATE INDEX lines_owner ON lines (tab, owner) WHERE owner IS NOT NULL",
    // rows that are records under another code, rows that are asked about, and what was decided
    "CREATE TABLE aliases (code TEXT PRIMARY KEY, id INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE open (code TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE decided (kind TEXT, called TEXT, record INTEGER, same INTEGER, PRIMARY KEY (kind, called, record))",
    // grave: 0 why a row was skipped, 1 a warning, 2 an error
    "CREATE TABLE problems (file INTEGER, row INTEGER, name TEXT, meant TEXT, message INTEGER, args TEXT, grave INTEGER)",
];

pub(super) struct Stage {
    db: DatabaseConnection,
    /// Keys of messages and names of their arguments, by the number they are staged under.
    said: Vec<&'static str>,
    noted: Vec<serde_json::Value>,
}

impl Stage {
    /// Opens an empty one. Refused when the folder for temporary files is full (`error-temporary-folder-full`), now or later.
    pub(super) async fn open(opening: &Opening) -> Result<Stage> {
        let mut options = ConnectOptions::new("sqlite::memory:");
        options.sqlx_logging(false).max_connections(1).min_connections(1).test_before_acquire(false);
        // a connection that is closed takes its file with it
        options.idle_timeout(None).max_lifetime(None);
        let max_pages = opening.max_pages;
        // a file without a name is private to its connection, and gone from its folder as soon as it is open
        options.map_sqlx_sqlite_opts(move |o| {
            let o = sqlite_without_name(o)
                .pragma("journal_mode", "OFF")
                .pragma("synchronous", "OFF")
                .pragma("cache_size", "-16000");
            match max_pages {
                Some(pages) => o.pragma("max_page_count", pages.to_string()),
                None => o,
            }
        });
        let stage =
            Stage { db: Database::connect(options).await.map_err(told)?, said: vec![], noted: vec![] };
        for sql in TABLES {
            stage.run(sql, []).await?;
        }
        Ok(stage)
    }

    pub(super) async fn run(&self, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<u64> {
        let done = self.db.execute_raw(Statement::from_sql_and_values(DbBackend::Sqlite, sql, values)).await;
        Ok(done.map_err(told)?.rows_affected())
    }

    pub(super) async fn ask(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<QueryResult>> {
        self.db
            .query_all_raw(Statement::from_sql_and_values(DbBackend::Sqlite, sql, values))
            .await
            .map_err(told)
    }

    /// The records that the files name, by code.
    pub(super) async fn codes<'a>(
        &self,
        codes: impl Iterator<Item = &'a str>,
    ) -> Result<HashMap<String, (RowId, String)>> {
        let list = json!(codes.collect::<Vec<_>>()).to_string();
        let sql = "SELECT c.code, c.id, c.kind FROM json_each(?) j CROSS JOIN codes c ON c.code = j.value";
        let found = self.ask(sql, [list.into()]).await?;
        found
            .iter()
            .map(|row| Ok((row.try_get_by_index(0)?, (row.try_get_by_index(1)?, row.try_get_by_index(2)?))))
            .collect()
    }

    pub(super) async fn add_codes(&self, codes: &[(String, RowId, &str)]) -> Result<()> {
        let sql = "INSERT OR IGNORE INTO codes SELECT value->>0, value->>1, value->>2 FROM json_each(?)";
        self.run(sql, [json!(codes).to_string().into()]).await.map(drop)
    }

    /// Names of records, in lower case, by their kind.
    pub(super) async fn add_names(&self, names: &[(&str, String, RowId)]) -> Result<()> {
        let sql = "INSERT OR IGNORE INTO names SELECT value->>0, value->>1, value->>2 FROM json_each(?)";
        self.run(sql, [json!(names).to_string().into()]).await.map(drop)
    }

    /// The records of a kind with one of these names.
    pub(super) async fn named(&self, kind: &str, names: &[String]) -> Result<HashMap<String, Vec<RowId>>> {
        let sql = "SELECT n.name, n.id FROM json_each(?) j CROSS JOIN names n ON n.kind = ? AND n.name = j.value ORDER BY n.id";
        let mut found: HashMap<String, Vec<RowId>> = HashMap::new();
        for row in self.ask(sql, [json!(names).to_string().into(), kind.into()]).await? {
            found.entry(row.try_get_by_index(0)?).or_default().push(row.try_get_by_index(1)?);
        }
        Ok(found)
    }

    /// Takes keys of rows, and gives those that a row before had already, each with the number of that row.
    pub(super) async fn take_keys(&self, tab: usize, keys: &[(String, u64)]) -> Result<HashMap<String, u64>> {
        let list = json!(keys).to_string();
        let sql =
            "SELECT k.key, k.row FROM json_each(?) j CROSS JOIN keys k ON k.tab = ? AND k.key = j.value->>0";
        let mut taken = HashMap::new();
        for row in self.ask(sql, [list.clone().into(), (tab as i64).into()]).await? {
            taken.insert(row.try_get_by_index(0)?, row.try_get_by_index::<i64>(1)? as u64);
        }
        let sql = "INSERT OR IGNORE INTO keys SELECT ?, value->>0, value->>1 FROM json_each(?)";
        self.run(sql, [(tab as i64).into(), list.into()]).await?;
        Ok(taken)
    }

    /// Notes why a row is skipped, for the report.
    pub(super) async fn note_skipped(&mut self, file: usize, row: u64, why: &Message) -> Result<()> {
        self.note(file, row, (None, None), why, 0).await
    }

    async fn note(
        &mut self,
        file: usize,
        row: u64,
        column: (Option<&str>, Option<String>),
        message: &Message,
        grave: i64,
    ) -> Result<()> {
        let key = self.number_of(message.key);
        let args: Vec<serde_json::Value> = message
            .args
            .0
            .iter()
            .map(|(name, arg)| match arg {
                Arg::Text(text) => json!([self.number_of(name), text]),
                Arg::Number(n) => json!([self.number_of(name), n]),
            })
            .collect();
        self.noted.push(json!([
            file,
            row,
            column.0,
            column.1,
            key,
            serde_json::Value::from(args).to_string(),
            grave
        ]));
        if self.noted.len() >= CHUNK { self.flush().await } else { Ok(()) }
    }

    pub(super) async fn note_problem(&mut self, file: usize, problem: &Problem) -> Result<()> {
        let grave = 1 + problem.severity as i64;
        let Some(row) = problem.row else { return Ok(()) };
        let meant = problem.meant.as_ref().map(|m| format!("{}.{}", m.table, m.column));
        self.note(file, row as u64, (problem.column.as_deref(), meant), &problem.message, grave).await
    }

    pub(super) async fn flush(&mut self) -> Result<()> {
        if self.noted.is_empty() {
            return Ok(());
        }
        let list = serde_json::Value::from(std::mem::take(&mut self.noted)).to_string();
        let sql = "INSERT INTO problems SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6 FROM json_each(?)";
        self.run(sql, [list.into()]).await.map(drop)
    }

    fn number_of(&mut self, word: &'static str) -> usize {
        self.said.iter().position(|w| *w == word).unwrap_or_else(|| {
            self.said.push(word);
            self.said.len() - 1
        })
    }

    /// A message as it was noted.
    pub(super) fn message(&self, key: i64, args: &str) -> Message {
        let word = |n: i64| self.said.get(n as usize).copied().unwrap_or_default();
        let args: Vec<(i64, serde_json::Value)> = serde_json::from_str(args).unwrap_or_default();
        let arg = |value: serde_json::Value| match value {
            serde_json::Value::String(text) => Arg::Text(text),
            other => Arg::Number(other.as_i64().unwrap_or_default()),
        };
        Message {
            key: word(key),
            args: Args(args.into_iter().map(|(name, value)| (word(name), arg(value))).collect()),
        }
    }
}

fn sqlite_without_name(
    options: sea_orm::sqlx::sqlite::SqliteConnectOptions,
) -> sea_orm::sqlx::sqlite::SqliteConnectOptions {
    options.in_memory(false).shared_cache(false).filename("")
}

fn told(error: DbErr) -> Error {
    match Error::from(error) {
        Error::Refused(message) if message.key == "error-disk-full" => {
            Error::refused("error-temporary-folder-full")
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run<T>(task: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(task)
    }

    #[test]
    fn a_full_folder_for_temporary_files_is_told_as_such() {
        run(async {
            let stage = Stage::open(&Opening { max_pages: Some(24), ..Opening::default() }).await.unwrap();
            let codes: Vec<_> =
                (0..CHUNK).map(|n| (format!("a-code-that-is-not-short-{n}"), n as i64, "place")).collect();
            let mut results = vec![];
            for _ in 0..3 {
                results.push(stage.add_codes(&codes).await);
            }
            let Some(Err(Error::Refused(message))) = results.into_iter().find(|r| r.is_err()) else {
                panic!("it fits")
            };
            assert_eq!(message.key, "error-temporary-folder-full");
        });
    }

    #[test]
    fn a_message_comes_back_from_the_stage() {
        run(async {
            let mut stage = Stage::open(&Opening::default()).await.unwrap();
            let message =
                Message::with("error-key-twice", [("row", 7usize.into()), ("text", "a \"b\"".into())]);
            stage.note(0, 3, (Some("code"), None), &message, 2).await.unwrap();
            stage.flush().await.unwrap();
            let row = &stage.ask("SELECT message, args FROM problems", []).await.unwrap()[0];
            let (key, args): (i64, String) =
                (row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap());
            assert_eq!(stage.message(key, &args), message);
        });
    }
}
