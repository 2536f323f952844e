//! Many rows at the price of one, and many ids in one parameter.
//!
//! A row that comes alone costs a copy of each of its values and a call between threads. For a page of thousands of rows that is more
//! than finding them. So the database writes such a page as one JSON text, and it is read here.

use std::fmt;

use decapolis_words::errors::{Error, Result};
use sea_orm::sea_query::{Alias, CaseStatement, Expr, ExprTrait, Func, IntoIden, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde::de::{Deserializer, SeqAccess, Visitor};

use crate::journal::RowId;
use crate::kind::Kind;
use crate::value::Cell;

/// The values of these columns, row by row and in the order of the statement. The statement has a limit: all rows are in memory at once.
pub async fn all_at_once(
    db: &impl ConnectionTrait,
    rows: SelectStatement,
    columns: &[(impl AsRef<str>, Kind)],
) -> Result<Vec<Vec<Cell>>> {
    let ask = db.get_database_backend().build(&at_once(db.get_database_backend(), rows, columns));
    read_at_once(db, ask, columns).await
}

/// The statement that [`read_at_once`] reads: for a statement that is built once and asked often.
pub fn at_once(
    backend: DbBackend,
    rows: SelectStatement,
    columns: &[(impl AsRef<str>, Kind)],
) -> SelectStatement {
    let values = columns.iter().map(|(name, kind)| exact(backend, name.as_ref(), *kind));
    let (array, of_arrays) = match backend {
        DbBackend::Sqlite => ("json_array", "json_group_array"),
        _ => ("json_build_array", "json_agg"),
    };
    let row = Func::cust(array).args(values.collect::<Vec<Expr>>());
    let all = Func::cast_as(Func::cust(of_arrays).arg(row), "text");
    Query::select().expr(all).from_subquery(rows, "p").to_owned()
}

/// Asks a statement of [`at_once`] and reads its rows.
pub async fn read_at_once(
    db: &impl ConnectionTrait,
    ask: Statement,
    columns: &[(impl AsRef<str>, Kind)],
) -> Result<Vec<Vec<Cell>>> {
    let Some(found) = db.query_one_raw(ask).await? else { return Ok(vec![]) };
    // PostgreSQL makes no array of no rows
    let Some(text) = found.try_get_by_index::<Option<String>>(0)? else { return Ok(vec![]) };
    let read = serde_json::from_str::<Vec<Row>>(&text);
    let rows = read.map_err(|e| Error::Broken(format!("rows of the register cannot be read: {e}")))?;
    Ok(rows.into_iter().map(|Row(cells)| of_kinds(cells, columns)).collect())
}

/// A number with a fraction travels as text with all its digits: the JSON of SQLite keeps fifteen.
fn exact(backend: DbBackend, name: &str, kind: Kind) -> Expr {
    let column = || Expr::col(("p".into_iden(), Alias::new(name).into_iden()));
    match (kind, backend) {
        (Kind::Number, DbBackend::Sqlite) => {
            let digits = Func::cust("printf").args([Expr::val("%!.17g"), column()]);
            CaseStatement::new().case(column().is_not_null(), digits).into()
        }
        (Kind::Number, _) => Expr::from(Func::cast_as(column(), "text")),
        _ => column(),
    }
}

fn of_kinds(cells: Vec<Cell>, columns: &[(impl AsRef<str>, Kind)]) -> Vec<Cell> {
    let of_kind = |(cell, (_, kind)): (Cell, &(_, Kind))| match (cell, kind) {
        (Cell::Int(n), Kind::Bool) => Cell::Bool(n != 0),
        (Cell::Text(t), Kind::Number) => t.parse().map_or(Cell::Null, Cell::Number),
        (cell, _) => cell,
    };
    cells.into_iter().zip(columns).map(of_kind).collect()
}

/// One row of the JSON text.
struct Row(Vec<Cell>);

impl<'de> serde::Deserialize<'de> for Row {
    fn deserialize<D: Deserializer<'de>>(json: D) -> std::result::Result<Row, D::Error> {
        json.deserialize_seq(OfRow).map(Row)
    }
}

struct OfRow;

impl<'de> Visitor<'de> for OfRow {
    type Value = Vec<Cell>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the values of a row")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut row: A) -> std::result::Result<Vec<Cell>, A::Error> {
        let mut cells = Vec::with_capacity(24);
        while let Some(Value(cell)) = row.next_element()? {
            cells.push(cell);
        }
        Ok(cells)
    }
}

/// One value of the JSON text.
struct Value(Cell);

impl<'de> serde::Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(json: D) -> std::result::Result<Value, D::Error> {
        json.deserialize_any(OfValue).map(Value)
    }
}

struct OfValue;

impl Visitor<'_> for OfValue {
    type Value = Cell;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, a text, true, false or null")
    }

    fn visit_unit<E>(self) -> std::result::Result<Cell, E> {
        Ok(Cell::Null)
    }

    fn visit_bool<E>(self, yes: bool) -> std::result::Result<Cell, E> {
        Ok(Cell::Bool(yes))
    }

    fn visit_i64<E>(self, n: i64) -> std::result::Result<Cell, E> {
        Ok(Cell::Int(n))
    }

    fn visit_u64<E: serde::de::Error>(self, n: u64) -> std::result::Result<Cell, E> {
        i64::try_from(n).map(Cell::Int).map_err(E::custom)
    }

    fn visit_f64<E>(self, n: f64) -> std::result::Result<Cell, E> {
        Ok(Cell::Number(n))
    }

    fn visit_str<E>(self, text: &str) -> std::result::Result<Cell, E> {
        Ok(Cell::Text(text.to_string()))
    }

    fn visit_string<E>(self, text: String) -> std::result::Result<Cell, E> {
        Ok(Cell::Text(text))
    }
}

/// Whether a column has one of these ids. The ids are one parameter, so the statement has the same text however many they are, and
/// the database prepares it once.
pub fn is_one_of(backend: DbBackend, column: impl Into<Expr>, ids: impl IntoIterator<Item = RowId>) -> Expr {
    let listed = listed(backend, ids);
    match backend {
        DbBackend::Sqlite => {
            let each = Func::cust("json_each").arg(listed);
            column.into().in_subquery(Query::select().column("value").from_function(each, "j").to_owned())
        }
        _ => {
            let texts = Func::cust("string_to_array").args([Expr::val(listed), Expr::val(",")]);
            column.into().eq(Func::cust("ANY").arg(Func::cast_as(texts, "bigint[]")))
        }
    }
}

/// These ids as the one parameter of [`is_one_of`], to put them into a statement that was built with others.
pub fn listed(backend: DbBackend, ids: impl IntoIterator<Item = RowId>) -> String {
    let ids = ids.into_iter().map(|id| id.to_string()).collect::<Vec<_>>().join(",");
    if backend == DbBackend::Sqlite { format!("[{ids}]") } else { ids }
}
