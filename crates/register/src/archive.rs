//! A register as one file that belongs to no database: present, history, journal, and the tables without versions, but for sessions and links. It is written while
//! others read and write, and read into an empty register on SQLite or PostgreSQL.
//!
//! The file is a ZIP. `register.json` says which version wrote it, when, and how many rows each table has with the SHA-256 of its file;
//! `tables/NAME.ndjson` has one row per line, a JSON array in the order of the columns that `register.json` names. What is derived from the
//! rows, such as the indexes of names, is not in it and is made anew. `files/DIGEST` are the files beside the register.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use decapolis_words::errors::{Error, Result};
use sea_orm::sea_query::{Alias, Query, SimpleExpr};
use sea_orm::{ConnectionTrait, DbBackend, Statement, Value};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::archive_files::{self, Files};
use crate::db::{Db, Transaction};
use crate::duplicates::index::spell_all;
use crate::duplicates::spellings;
use crate::journal::JournalNo;
use crate::kind::Kind;
use crate::name_order;
use crate::schema::{Tables, shapes, stamp};
use crate::search;
use crate::shape::{Shape, Stores};
use crate::value::Cell;

/// The form of the file. A program reads only the one it writes.
const FORMAT: u32 = 1;
const ABOUT: &str = "register.json";
/// Rows that are read, and written, at once.
const AT_ONCE: usize = 2_000;
/// The longest line that is read, in bytes: a row with a picture in each of its columns is shorter.
const LONGEST: u64 = 64 * 1024 * 1024;
/// The most parameters of a statement: SQLite takes 32,766.
const PARAMETERS: usize = 30_000;

/// What an archive says of itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Archive {
    pub format: u32,
    /// The version of the program that wrote it, and the mark of what it keeps.
    pub version: String,
    pub stamp: String,
    /// When, in milliseconds since 1970.
    pub taken: i64,
    /// The last entry of the journal, and the chain there.
    pub entry: JournalNo,
    pub chain: Option<String>,
    pub tables: Vec<ArchivedTable>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArchivedTable {
    pub name: String,
    pub columns: Vec<String>,
    pub rows: u64,
    /// The SHA-256 of its file, in hexadecimal digits.
    pub sha256: String,
}

impl Archive {
    /// All its rows.
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|table| table.rows).sum()
    }
}

/// The tables that an archive has: all but the mark of the schema, what is derived, and what opens a door for a while.
fn archived(tables: Tables) -> impl Iterator<Item = Shape> {
    let passing = tables.1.iter().filter(|table| !table.in_backups).map(|table| table.name.to_string());
    let left: Vec<String> = passing.chain([spellings::shape().name, "schema_stamp".into()]).collect();
    shapes(tables).into_iter().filter(move |shape| !left.contains(&shape.name))
}

/// Writes a register to a file, as it is at one moment. Gives what the file says of itself.
///
/// Refused: the file is there already (`error-backup-there`).
pub async fn write(db: &Db, tables: Tables, to: &Path, taken: i64) -> Result<Archive> {
    Ok(write_with(db, tables, to, taken, Vec::new).await?.0)
}

/// Like [`write`], with the files beside the register. `files` lists them, each with its digest: it is asked when the rows are written, so
/// that no row has a file that is not there.
pub async fn write_with(
    db: &Db,
    tables: Tables,
    to: &Path,
    taken: i64,
    files: impl FnOnce() -> Vec<(String, PathBuf)>,
) -> Result<(Archive, Files)> {
    if to.exists() {
        return Err(Error::refused_with(
            "error-backup-there",
            [("file", to.display().to_string().into())].into(),
        ));
    }
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // only its owner may read it, and nobody sees half of it
    let file = tempfile::NamedTempFile::new_in(folder).map_err(|e| broken(to, e))?;
    let mut zip = ZipWriter::new(BufWriter::new(file));
    let options =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).large_file(true);
    let snapshot = db.snapshot().await?;
    let ask = "SELECT number, chain FROM journal ORDER BY number DESC LIMIT 1";
    let last = snapshot.query_one_raw(Statement::from_string(db.backend(), ask)).await?;
    let (entry, chain) = match last {
        Some(row) => (row.try_get_by_index(0)?, row.try_get_by_index(1)?),
        None => (0, None),
    };
    let mut archive = Archive {
        format: FORMAT,
        version: env!("CARGO_PKG_VERSION").into(),
        stamp: stamp(tables),
        taken,
        entry,
        chain,
        tables: vec![],
    };
    for shape in archived(tables) {
        zip.start_file(path(&shape.name), options).map_err(|e| broken(to, e))?;
        archive.tables.push(write_table(&snapshot, &shape, &mut zip).await?);
    }
    snapshot.commit().await?;
    let added = archive_files::add(&mut zip, &files())?;
    zip.start_file(ABOUT, options).map_err(|e| broken(to, e))?;
    let about = serde_json::to_vec_pretty(&archive).map_err(|e| broken(to, e))?;
    zip.write_all(&about).map_err(|e| broken(to, e))?;
    let file = zip.finish().map_err(|e| broken(to, e))?.into_inner().map_err(|e| broken(to, e))?;
    file.as_file().sync_all().map_err(|e| broken(to, e))?;
    file.persist_noclobber(to).map_err(|e| broken(to, e.error))?;
    Ok((archive, added))
}

async fn write_table(db: &Transaction, shape: &Shape, out: &mut impl Write) -> Result<ArchivedTable> {
    let mut digest = Sha256::new();
    let (mut rows, mut after): (u64, Option<Vec<Cell>>) = (0, None);
    loop {
        let page = page(db, shape, after.as_deref()).await?;
        for row in &page {
            let mut line = serde_json::to_vec(&row.iter().map(written).collect::<Vec<_>>())
                .map_err(|e| Error::Broken(format!("a row of {} cannot be written: {e}", shape.name)))?;
            line.push(b'\n');
            digest.update(&line);
            out.write_all(&line).map_err(|e| Error::Broken(format!("the archive cannot be written: {e}")))?;
        }
        rows += page.len() as u64;
        if page.len() < AT_ONCE {
            break;
        }
        let last = page.last().expect("a full page has a last row");
        after = Some(order(shape).iter().map(|name| last[place(shape, name)].clone()).collect());
    }
    let columns = shape.columns.iter().map(|column| column.name.clone()).collect();
    Ok(ArchivedTable { name: shape.name.clone(), columns, rows, sha256: hex(&digest.finalize()) })
}

/// The columns by which the rows of a table are told apart: its key, and of a history when a version was recorded and superseded.
fn order(shape: &Shape) -> Vec<&str> {
    if shape.key.is_empty() { vec!["id", "recorded", "superseded"] } else { shape.key.to_vec() }
}

fn place(shape: &Shape, name: &str) -> usize {
    shape.columns.iter().position(|column| column.name == name).expect("a key is of columns")
}

/// The rows after those with this key.
async fn page(db: &Transaction, shape: &Shape, after: Option<&[Cell]>) -> Result<Vec<Vec<Cell>>> {
    let quoted =
        |names: &[&str]| names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
    let columns: Vec<&str> = shape.columns.iter().map(|column| column.name.as_str()).collect();
    let order = order(shape);
    let backend = db.get_database_backend();
    let mut values: Vec<Value> = vec![];
    let beyond = match after {
        None => String::new(),
        Some(key) => {
            for (name, cell) in order.iter().zip(key) {
                values.push(cell.value(kind(shape.columns[place(shape, name)].stores)));
            }
            let parameter =
                |n: usize| if backend == DbBackend::Sqlite { "?".to_string() } else { format!("${}", n + 1) };
            let key = (0..order.len()).map(parameter).collect::<Vec<_>>().join(", ");
            format!(" WHERE ({}) > ({key})", quoted(&order))
        }
    };
    let sql = format!(
        "SELECT {} FROM \"{}\"{beyond} ORDER BY {} LIMIT {AT_ONCE}",
        quoted(&columns),
        shape.name,
        quoted(&order)
    );
    let found = db.query_all_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
    let read = |row: &sea_orm::QueryResult| {
        let cells = shape.columns.iter().enumerate();
        cells.map(|(n, column)| Cell::read_at(row, n, kind(column.stores))).collect()
    };
    found.iter().map(read).collect()
}

/// What an archive says of itself.
///
/// Refused: the file is no archive (`error-no-backup`), or another version wrote it (`error-backup-version`).
pub fn about(from: &Path, tables: Tables) -> Result<Archive> {
    let archive = opened(from)?.1;
    if archive.format != FORMAT || archive.stamp != stamp(tables) {
        return Err(Error::refused_with(
            "error-backup-version",
            [("version", archive.version.as_str().into())].into(),
        ));
    }
    Ok(archive)
}

fn opened(from: &Path) -> Result<(ZipArchive<BufReader<File>>, Archive)> {
    let none =
        || Error::refused_with("error-no-backup", [("file", from.display().to_string().into())].into());
    let file = File::open(from).map_err(|_| none())?;
    let mut zip = ZipArchive::new(BufReader::new(file)).map_err(|_| none())?;
    let mut text = String::new();
    zip.by_name(ABOUT)
        .map_err(|_| none())?
        .take(16 * 1024 * 1024)
        .read_to_string(&mut text)
        .map_err(|_| none())?;
    let archive = serde_json::from_str(&text).map_err(|_| none())?;
    Ok((zip, archive))
}

/// Reads an archive into a register that has nothing in it, all or nothing. What is derived from the rows is made anew; whether the
/// register proves itself is asked afterwards ([`crate::verify::verify`]).
///
/// Refused: as [`about`] does; the register has something in it (`error-restore-not-empty`), or the file was altered or is damaged
/// (`error-backup-damaged`, with the table).
pub async fn read(db: &Db, tables: Tables, from: &Path) -> Result<Archive> {
    about(from, tables)?;
    let (mut zip, archive) = opened(from)?;
    let tx = db.changing_schema().await?;
    let done = read_all(&tx, tables, &archive, &mut zip).await;
    match done {
        Ok(()) => tx.commit().await?,
        Err(error) => {
            let _ = tx.rollback().await;
            return Err(error);
        }
    }
    Ok(archive)
}

async fn read_all(
    tx: &Transaction,
    tables: Tables,
    archive: &Archive,
    zip: &mut ZipArchive<BufReader<File>>,
) -> Result<()> {
    for shape in archived(tables).filter(|shape| shape.name != "counter") {
        let ask = format!("SELECT 1 FROM \"{}\" LIMIT 1", shape.name);
        let any = tx.query_one_raw(Statement::from_string(tx.get_database_backend(), ask)).await?;
        if any.is_some() {
            return Err(Error::refused("error-restore-not-empty"));
        }
    }
    // an empty register has a counter at nothing
    tx.execute_unprepared("DELETE FROM counter").await?;
    for shape in archived(tables) {
        let damaged =
            || Error::refused_with("error-backup-damaged", [("table", shape.name.as_str().into())].into());
        let said = archive.tables.iter().find(|table| table.name == shape.name).ok_or_else(damaged)?;
        if !said.columns.iter().eq(shape.columns.iter().map(|column| &column.name)) {
            return Err(damaged());
        }
        let mut lines = BufReader::new(zip.by_name(&path(&shape.name)).map_err(|_| damaged())?);
        let (mut digest, mut rows, mut waiting) = (Sha256::new(), 0, vec![]);
        let most = Ord::min(AT_ONCE, PARAMETERS / shape.columns.len());
        loop {
            let mut line = vec![];
            if lines.by_ref().take(LONGEST).read_until(b'\n', &mut line).map_err(|_| damaged())? > 0 {
                digest.update(&line);
                rows += 1;
                // what is longer than it says is read no further
                if rows > said.rows {
                    return Err(damaged());
                }
                waiting.push(read_line(&shape, &line).ok_or_else(damaged)?);
                if waiting.len() < most {
                    continue;
                }
            }
            if waiting.is_empty() {
                break;
            }
            insert(tx, &shape, std::mem::take(&mut waiting)).await?;
        }
        if rows != said.rows || hex(&digest.finalize()) != said.sha256 {
            return Err(damaged());
        }
    }
    search::index_all(tx).await?;
    name_order::index_all(tx).await?;
    spell_all(tx, tables).await
}

async fn insert(tx: &Transaction, shape: &Shape, rows: Vec<Vec<Value>>) -> Result<()> {
    let mut insert = Query::insert();
    insert
        .into_table(Alias::new(&shape.name))
        .columns(shape.columns.iter().map(|column| Alias::new(&column.name)));
    for row in rows {
        insert.values_panic(row.into_iter().map(SimpleExpr::from));
    }
    tx.execute(&insert).await?;
    Ok(())
}

/// The values of a line; `None` if it does not have the columns of the table.
fn read_line(shape: &Shape, line: &[u8]) -> Option<Vec<Value>> {
    let cells: Vec<serde_json::Value> = serde_json::from_slice(line).ok()?;
    if cells.len() != shape.columns.len() {
        return None;
    }
    cells
        .iter()
        .zip(&shape.columns)
        .map(|(cell, column)| {
            let read = match (column.stores, cell) {
                (_, serde_json::Value::Null) if column.null => Cell::Null,
                (Stores::Whole, cell) => Cell::Int(cell.as_i64()?),
                // as text it has all its digits; readers of JSON round numbers differently
                (Stores::Number, cell) => Cell::Number(cell.as_str()?.parse().ok()?),
                (Stores::Bool, cell) => Cell::Bool(cell.as_bool()?),
                (Stores::Text, cell) => Cell::Text(cell.as_str()?.to_string()),
            };
            Some(read.into_value(kind(column.stores)))
        })
        .collect()
}

fn written(cell: &Cell) -> serde_json::Value {
    match cell {
        Cell::Null => serde_json::Value::Null,
        Cell::Int(n) => (*n).into(),
        Cell::Number(n) => n.to_string().into(),
        Cell::Text(text) => text.as_str().into(),
        Cell::Bool(yes) => (*yes).into(),
    }
}

/// A kind that is stored so.
fn kind(stores: Stores) -> Kind {
    match stores {
        Stores::Whole => Kind::Int,
        Stores::Text => Kind::Text,
        Stores::Bool => Kind::Bool,
        Stores::Number => Kind::Number,
    }
}

fn path(table: &str) -> String {
    format!("tables/{table}.ndjson")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn broken(file: &Path, error: impl std::fmt::Display) -> Error {
    Error::Broken(format!("{} cannot be written: {error}", file.display()))
}
