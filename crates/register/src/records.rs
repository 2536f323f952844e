//! Records: their names, and whether a reader may see them.

use std::collections::BTreeMap;

use decapolis_base::Texts;
use decapolis_words::errors::{Error, Result};
use decapolis_words::{finding, sorting};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query};

use crate::at_once::{all_at_once, is_one_of};
use crate::journal::RowId;
use crate::permissions::{Audience, Subject, may_read};
use crate::rules::Kinds;
use crate::table::{Kind, OneCurrency, RECORDS, Table};
use crate::value::{Cell, Values};

/// What every record has.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    pub id: RowId,
    pub kind: String,
    pub code: String,
    pub label: Texts,
    pub public: bool,
    pub source: Option<String>,
    pub illustrative: bool,
}

impl Record {
    /// Its name, or nothing where this reader may not see it.
    pub fn name(&self, audience: Audience, language: &str) -> Option<&str> {
        may_read(audience, Subject::Record { public: self.public }).ok().map(|()| self.label.words(language))
    }
}

/// A record that is to be made. It is the one builder of rows of `records`: what is derived from the name is made here only.
#[derive(Clone, Debug, PartialEq)]
pub struct NewRecord {
    pub kind: &'static str,
    pub code: String,
    pub label: Texts,
    pub public: bool,
    pub source: Option<String>,
    pub illustrative: bool,
}

impl NewRecord {
    /// A real, public record without a source.
    pub fn of(kind: &'static str, code: impl Into<String>, label: Texts) -> NewRecord {
        NewRecord { kind, code: code.into(), label, public: true, source: None, illustrative: false }
    }

    /// Its row of `records`.
    pub fn values(self) -> Values {
        let cells = [
            ("kind", Cell::Text(self.kind.into())),
            ("code", Cell::Text(self.code)),
            ("public", Cell::Bool(self.public)),
            ("source", self.source.map_or(Cell::Null, Cell::Text)),
            ("illustrative", Cell::Bool(self.illustrative)),
        ];
        let mut values: Values = cells.into_iter().map(|(name, cell)| (name.to_string(), cell)).collect();
        rename(&mut values, &self.label);
        values
    }
}

/// A code for a new record, drawn and not made of its name: `p-7kq2mx`. No record has it or ever had.
pub async fn drawn_code(db: &impl ConnectionTrait, prefix: &str) -> Result<String> {
    // without 0, 1, l and o: a code is read out by telephone
    const SIGNS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    loop {
        let mut drawn = [0; 6];
        getrandom::fill(&mut drawn)
            .map_err(|e| Error::Broken(format!("the machine has no random numbers: {e}")))?;
        let signs: String = drawn.iter().map(|byte| char::from(SIGNS[usize::from(byte % 32)])).collect();
        let code = format!("{prefix}-{signs}");
        if !is_taken(db, &code).await? {
            return Ok(code);
        }
    }
}

/// Whether a record has this code, or ever had.
pub async fn is_taken(db: &impl ConnectionTrait, code: &str) -> Result<bool> {
    for table in [RECORDS.name, RECORDS.history] {
        let ask = Query::select()
            .column("id")
            .from(table)
            .and_where(Expr::col("code").eq(code))
            .limit(1)
            .to_owned();
        if db.query_one(&ask).await?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The currency that the network's own record names, for tables that add amounts in it.
pub async fn currency(db: &impl ConnectionTrait, one: OneCurrency) -> Result<Option<String>> {
    let ask =
        Query::select().column(one.named_in).from(one.of.name).order_by("id", Order::Asc).limit(1).to_owned();
    Ok(db.query_one(&ask).await?.map(|row| row.try_get_by_index(0)).transpose()?)
}

/// The currency of the amounts that figures add, where no record names the network's: that of all amounts of this table. `None` if it has
/// none, or an older register has several.
pub async fn currency_of_amounts(db: &impl ConnectionTrait, table: &Table) -> Result<Option<String>> {
    let mut found: Option<String> = None;
    for column in table.one_currency.iter().flat_map(|one| one.columns) {
        let of = || Expr::col(*column);
        let ask = Query::select().expr(of().min()).expr(of().max()).from(table.name).to_owned();
        let Some(row) = db.query_one(&ask).await? else { continue };
        let (first, last): (Option<String>, Option<String>) =
            (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        if first != last || (found.is_some() && first.is_some() && found != first) {
            return Ok(None);
        }
        found = found.or(first);
    }
    Ok(found)
}

/// Gives a row of `records` this name, and the columns that are derived from it.
pub fn rename(values: &mut Values, label: &Texts) {
    values.insert("label".into(), Cell::Text(label.to_json()));
    values.insert("sorting".into(), Cell::Text(sorting(label.words("und"))));
    values.insert("finding".into(), Cell::Text(finding(label.iter().map(|(_, words)| words))));
}

/// The columns of a record, in the order in which [`read`] reads them.
pub const COLUMNS: [&str; 7] = ["id", "kind", "code", "label", "public", "source", "illustrative"];

/// The record of a row that begins with [`COLUMNS`].
pub fn read(row: &sea_orm::QueryResult) -> Result<Record> {
    Ok(Record {
        id: row.try_get_by_index(0)?,
        kind: row.try_get_by_index(1)?,
        code: row.try_get_by_index(2)?,
        label: Texts::from_json(&row.try_get_by_index::<String>(3)?),
        public: row.try_get_by_index(4)?,
        source: row.try_get_by_index(5)?,
        illustrative: row.try_get_by_index(6)?,
    })
}

/// The same from the cells of a row read at once.
fn read_cells(cells: Vec<Cell>) -> Option<Record> {
    let [id, kind, code, label, public, source, illustrative] = cells.try_into().ok()?;
    let text = |cell: Cell| if let Cell::Text(text) = cell { Some(text) } else { None };
    Some(Record {
        id: id.int()?,
        kind: text(kind)?,
        code: text(code)?,
        label: Texts::from_json(label.text()?),
        public: public == Cell::Bool(true),
        source: text(source),
        illustrative: illustrative == Cell::Bool(true),
    })
}

/// The records with these ids, by id. One statement for any number up to a page's worth.
pub async fn by_ids(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = RowId>,
) -> Result<BTreeMap<RowId, Record>> {
    let ids: std::collections::BTreeSet<RowId> = ids.into_iter().collect();
    let ids: Vec<RowId> = ids.into_iter().collect();
    let mut found = BTreeMap::new();
    for chunk in ids.chunks(10_000) {
        let ask = Query::select()
            .columns(COLUMNS)
            .from("records")
            .and_where(is_one_of(db.get_database_backend(), Expr::col("id"), chunk.iter().copied()))
            .to_owned();
        for cells in all_at_once(db, ask, &COLUMNS.map(|name| (name, kind_of(name)))).await? {
            let record = read_cells(cells);
            let record = record.ok_or_else(|| Error::Broken("a record cannot be read".into()))?;
            found.insert(record.id, record);
        }
    }
    Ok(found)
}

fn kind_of(column: &str) -> Kind {
    match column {
        "id" => Kind::Int,
        "public" | "illustrative" => Kind::Bool,
        _ => Kind::Text,
    }
}

/// The kinds of the records with these ids, for [`crate::rules::of_row`].
pub async fn kinds(db: &impl ConnectionTrait, ids: impl IntoIterator<Item = RowId>) -> Result<Kinds> {
    let ids: std::collections::BTreeSet<RowId> = ids.into_iter().collect();
    let ids: Vec<RowId> = ids.into_iter().collect();
    let mut kinds = Kinds::default();
    for chunk in ids.chunks(10_000) {
        let ask = Query::select()
            .columns(["id", "kind"])
            .from("records")
            .and_where(is_one_of(db.get_database_backend(), Expr::col("id"), chunk.iter().copied()))
            .to_owned();
        for row in db.query_all(&ask).await? {
            kinds.set(row.try_get_by_index(0)?, row.try_get_by_index::<String>(1)?);
        }
    }
    Ok(kinds)
}

/// The records with these codes, by code. One statement for a page's worth.
pub async fn by_codes(
    db: &impl ConnectionTrait,
    codes: impl IntoIterator<Item = String>,
) -> Result<BTreeMap<String, Record>> {
    let codes: Vec<String> = codes.into_iter().collect();
    let mut found = BTreeMap::new();
    for chunk in codes.chunks(10_000) {
        let ask = Query::select()
            .columns(COLUMNS)
            .from("records")
            .and_where(Expr::col("code").is_in(chunk.to_vec()))
            .to_owned();
        for row in db.query_all(&ask).await? {
            let record = read(&row)?;
            found.insert(record.code.clone(), record);
        }
    }
    Ok(found)
}

/// The record of this kind with this code.
pub async fn by_code(db: &impl ConnectionTrait, kind: &str, code: &str) -> Result<Option<Record>> {
    let ask = Query::select()
        .columns(COLUMNS)
        .from("records")
        .and_where(Expr::col("code").eq(code))
        .and_where(Expr::col("kind").eq(kind))
        .to_owned();
    db.query_one(&ask).await?.as_ref().map(read).transpose()
}

/// All records of a kind, ordered by code: for kinds with few records.
pub async fn of_kind(db: &impl ConnectionTrait, kind: &str) -> Result<Vec<Record>> {
    let ask = Query::select()
        .columns(COLUMNS)
        .from("records")
        .and_where(Expr::col("kind").eq(kind))
        .order_by("code", sea_orm::sea_query::Order::Asc)
        .to_owned();
    db.query_all(&ask).await?.iter().map(read).collect()
}

/// The sources that records this audience may see name, those of most records first, with how many do; `None` for records that name none.
pub async fn sources(
    db: &impl ConnectionTrait,
    audience: Audience,
    limit: u64,
) -> Result<Vec<(Option<String>, i64)>> {
    let ask = Query::select()
        .column("source")
        .expr_as(Expr::val(1i64).count(), "n")
        .from(RECORDS.name)
        .and_where_option(
            may_read(audience, Subject::Record { public: false }).err().map(|_| Expr::col("public").eq(true)),
        )
        .group_by_col("source")
        .order_by_expr(Expr::col("n"), Order::Desc)
        .order_by("source", Order::Asc)
        .limit(limit)
        .to_owned();
    db.query_all(&ask)
        .await?
        .iter()
        .map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?)))
        .collect()
}
