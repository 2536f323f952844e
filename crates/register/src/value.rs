//! The values of a row, as both databases store them.
//!
//! A value is called `Cell`, because the files that handle it also name the `Value` of the database library and that of JSON.

use std::collections::BTreeMap;

use decapolis_base::{Day, Instant, PartialDay};
use decapolis_words::errors::Result;
use sea_orm::{QueryResult, Value};

use crate::kind::Kind;

/// The number of a journal entry.
pub type JournalNo = i64;
/// The id of a row, from one sequence over all tables, never used twice.
pub type RowId = i64;

/// The stored columns of a row by their name; a day is two columns, and an instant three.
pub type Values = BTreeMap<String, Cell>;

/// One stored value.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Null,
    Int(i64),
    Number(f64),
    Text(String),
    Bool(bool),
}

/// The values of the columns that an instant is stored in.
pub fn of_instant(column: &str, instant: &Instant) -> Vec<(String, Cell)> {
    vec![
        (column.to_string(), Cell::Int(instant.millisecond())),
        (format!("{column}_zone"), Cell::Text(instant.zone().to_string())),
        (format!("{column}_day"), Cell::Int(instant.day().number())),
    ]
}

/// The instant that these values hold in a column.
pub fn instant(values: &Values, column: &str) -> Option<Instant> {
    Instant::of(values.get(column)?.int()?, values.get(&format!("{column}_zone"))?.text()?)
}

/// The day in a column, as precisely as it is known; `None` where there is none.
pub fn day(values: &Values, column: &str) -> Option<PartialDay> {
    let number = |name: &str| Day::from_number(values.get(name)?.int()?);
    Some(PartialDay { first: number(column)?, last: number(&format!("{column}_last"))? })
}

impl Cell {
    /// As a parameter of the type the column has, also when it is null: PostgreSQL wants nulls typed.
    pub fn value(&self, kind: Kind) -> Value {
        match (kind, self) {
            (Kind::Text | Kind::Texts | Kind::Choice(_), Cell::Text(t)) => Value::String(Some(t.clone())),
            (Kind::Text | Kind::Texts | Kind::Choice(_), _) => Value::String(None),
            (Kind::Bool, Cell::Bool(b)) => Value::Bool(Some(*b)),
            (Kind::Bool, _) => Value::Bool(None),
            (Kind::Number, Cell::Number(n)) => Value::Double(Some(*n)),
            (Kind::Number, Cell::Int(n)) => Value::Double(Some(*n as f64)),
            (Kind::Number, _) => Value::Double(None),
            (_, Cell::Int(n)) => Value::BigInt(Some(*n)),
            (_, _) => Value::BigInt(None),
        }
    }

    /// The value for the database, taken from the cell.
    pub fn into_value(self, kind: Kind) -> Value {
        match (kind, self) {
            (Kind::Text | Kind::Texts | Kind::Choice(_), Cell::Text(t)) => Value::String(Some(t)),
            (kind, other) => other.value(kind),
        }
    }

    /// Reads the column at this place of a row as a column of this kind.
    pub fn read_at(row: &QueryResult, place: usize, kind: Kind) -> Result<Cell> {
        Ok(match kind {
            Kind::Text | Kind::Texts | Kind::Choice(_) => {
                row.try_get_by_index::<Option<String>>(place)?.map_or(Cell::Null, Cell::Text)
            }
            Kind::Bool => row.try_get_by_index::<Option<bool>>(place)?.map_or(Cell::Null, Cell::Bool),
            Kind::Number => row.try_get_by_index::<Option<f64>>(place)?.map_or(Cell::Null, Cell::Number),
            _ => row.try_get_by_index::<Option<i64>>(place)?.map_or(Cell::Null, Cell::Int),
        })
    }

    /// Reads column `name` of a row as a column of this kind.
    pub fn read(row: &QueryResult, name: &str, kind: Kind) -> Result<Cell> {
        Ok(match kind {
            Kind::Text | Kind::Texts | Kind::Choice(_) => {
                row.try_get::<Option<String>>("", name)?.map_or(Cell::Null, Cell::Text)
            }
            Kind::Bool => row.try_get::<Option<bool>>("", name)?.map_or(Cell::Null, Cell::Bool),
            Kind::Number => row.try_get::<Option<f64>>("", name)?.map_or(Cell::Null, Cell::Number),
            _ => row.try_get::<Option<i64>>("", name)?.map_or(Cell::Null, Cell::Int),
        })
    }

    /// The whole number in it: also a day, an id, and an amount in minor units.
    pub fn int(&self) -> Option<i64> {
        match self {
            Cell::Int(n) => Some(*n),
            _ => None,
        }
    }

    /// The text in it; texts in several languages as JSON.
    pub fn text(&self) -> Option<&str> {
        match self {
            Cell::Text(t) => Some(t),
            _ => None,
        }
    }
}
