//! Tables without versions: what comes and goes and proves nothing, such as sessions, links and passwords.
//!
//! They are never in the journal, in a history, in an edition or in a file. A row is written in the transaction
//! of an entry where it belongs to what the entry writes ([`crate::changes::Changes::beside`]), and by [`write`]
//! where it belongs to nothing. `docs/tables-without-versions.md` lists them, with how long a row is kept and why.

use decapolis_words::errors::{Error, Result};
use sea_orm::sea_query::{Alias, Condition, Expr, LockType, Query};
use sea_orm::{ConnectionTrait, DbErr, SqlErr, Value};

use crate::db::{Db, Transaction};
use crate::shape::{ColumnShape, IndexShape, Shape, Stores};
use crate::value::{Cell, Values};

/// A table without versions. Its first column is its key.
#[derive(Debug)]
pub struct Unversioned {
    pub name: &'static str,
    pub columns: &'static [UnversionedColumn],
    /// The columns in which no two rows have the same.
    pub unique: &'static [&'static str],
    /// The columns by which rows are looked up besides.
    pub indexed: &'static [&'static str],
    /// Whether its rows are in a backup. What opens a door for a while is not: a restore would open it again.
    pub in_backups: bool,
}

/// A column of a table without versions.
#[derive(Debug)]
pub struct UnversionedColumn {
    pub name: &'static str,
    pub stores: Stores,
    pub may_be_empty: bool,
}

/// A column that every row fills.
pub const fn always(name: &'static str, stores: Stores) -> UnversionedColumn {
    UnversionedColumn { name, stores, may_be_empty: false }
}

/// A column that may be empty.
pub const fn sometimes(name: &'static str, stores: Stores) -> UnversionedColumn {
    UnversionedColumn { name, stores, may_be_empty: true }
}

impl Unversioned {
    /// Its table in the database.
    pub(crate) fn shape(&self) -> Shape {
        let index = |column: &&str, unique: bool| IndexShape {
            name: format!("{}_{column}", self.name),
            columns: vec![column.to_string()],
            unique,
        };
        Shape {
            name: self.name.into(),
            columns: self
                .columns
                .iter()
                .map(|column| ColumnShape::new(column.name, column.stores, column.may_be_empty))
                .collect(),
            key: vec![self.columns[0].name],
            indexes: self
                .unique
                .iter()
                .map(|column| index(column, true))
                .chain(self.indexed.iter().map(|column| index(column, false)))
                .collect(),
        }
    }

    /// A value as a parameter of the type its column has. `Broken` for a column that the table does not have.
    fn parameter(&self, name: &str, cell: Cell) -> Result<Value> {
        let column = self.columns.iter().find(|column| column.name == name);
        let column = column.ok_or_else(|| Error::Broken(format!("{} has no column {name}", self.name)))?;
        Ok(match (column.stores, cell) {
            (Stores::Text, Cell::Text(text)) => Value::String(Some(text)),
            (Stores::Text, _) => Value::String(None),
            (Stores::Whole, Cell::Int(n)) => Value::BigInt(Some(n)),
            (Stores::Whole, _) => Value::BigInt(None),
            (Stores::Bool, Cell::Bool(is)) => Value::Bool(Some(is)),
            (Stores::Bool, _) => Value::Bool(None),
            (Stores::Number, Cell::Number(n)) => Value::Double(Some(n)),
            (Stores::Number, _) => Value::Double(None),
        })
    }
}

/// One write in a table without versions.
#[derive(Debug)]
pub struct Beside {
    table: &'static Unversioned,
    what: What,
    /// The refusal if there is no such row, or one like it already.
    or_refused: Option<&'static str>,
}

#[derive(Debug)]
enum What {
    Insert(Values),
    Update(Condition, Values),
    Delete(Condition),
    IfThere(Condition),
    IfNone(Condition),
}

impl Beside {
    /// A new row. Columns that are not named are empty.
    pub fn insert(table: &'static Unversioned, values: Values) -> Beside {
        Beside { table, what: What::Insert(values), or_refused: None }
    }

    /// Changes these columns of the rows that meet this condition.
    pub fn update(table: &'static Unversioned, rows: Condition, values: Values) -> Beside {
        Beside { table, what: What::Update(rows, values), or_refused: None }
    }

    /// Removes the rows that meet this condition.
    pub fn delete(table: &'static Unversioned, rows: Condition) -> Beside {
        Beside { table, what: What::Delete(rows), or_refused: None }
    }

    /// Writes nothing. With [`Beside::or_refused`], what is written with it is written only while a row meets this condition: what was checked
    /// before the turn to write came is checked again. Nobody changes that row before all is written.
    pub fn if_there(table: &'static Unversioned, rows: Condition) -> Beside {
        Beside { table, what: What::IfThere(rows), or_refused: None }
    }

    /// Writes nothing. With [`Beside::or_refused`], what is written with it is written only while no row meets this condition.
    pub fn if_none(table: &'static Unversioned, rows: Condition) -> Beside {
        Beside { table, what: What::IfNone(rows), or_refused: None }
    }

    /// Refuses everything that is written with it, for this reason: where no row meets the condition (of [`Beside::if_none`]: where one
    /// does), or a row would have the same as another in a unique column.
    pub fn or_refused(self, key: &'static str) -> Beside {
        Beside { or_refused: Some(key), ..self }
    }

    /// Writes it in a transaction that is open.
    ///
    /// Errors: the refusal that it names.
    pub async fn run(self, tx: &Transaction) -> Result<()> {
        let Beside { table, what, or_refused } = self;
        let refused = || or_refused.map_or(Ok(()), |key| Err(Error::refused(key)));
        let met = match what {
            What::Insert(values) => {
                let mut insert = Query::insert();
                insert.into_table(table.name).columns(values.keys().map(Alias::new));
                let cells = values
                    .into_iter()
                    .map(|(name, cell)| Ok(Expr::from(table.parameter(&name, cell)?)))
                    .collect::<Result<Vec<Expr>>>()?;
                insert.values_panic(cells);
                return match tx.execute(&insert).await {
                    Ok(_) => Ok(()),
                    Err(error) if is_like_another(&error) => refused().and(Err(error.into())),
                    Err(error) => Err(error.into()),
                };
            }
            What::Update(rows, values) => {
                let mut update = Query::update();
                update.table(table.name).cond_where(rows);
                for (name, cell) in values {
                    let value = table.parameter(&name, cell)?;
                    update.value(Alias::new(name), value);
                }
                match tx.execute(&update).await {
                    Ok(done) => done.rows_affected(),
                    Err(error) if is_like_another(&error) => return refused().and(Err(error.into())),
                    Err(error) => return Err(error.into()),
                }
            }
            What::Delete(rows) => {
                let mut delete = Query::delete();
                delete.from_table(table.name).cond_where(rows);
                tx.execute(&delete).await?.rows_affected()
            }
            What::IfThere(rows) => u64::from(finds(tx, table, rows).await?),
            What::IfNone(rows) => u64::from(!finds(tx, table, rows).await?),
        };
        if met == 0 { refused() } else { Ok(()) }
    }
}

/// Whether a row meets the condition. It is held until the transaction ends: PostgreSQL has other processes that write.
async fn finds(tx: &Transaction, table: &'static Unversioned, rows: Condition) -> Result<bool> {
    let key = table.columns[0].name;
    let ask = Query::select()
        .column(key)
        .from(table.name)
        .cond_where(rows)
        .limit(1)
        .lock(LockType::Update)
        .to_owned();
    Ok(tx.query_one(&ask).await?.is_some())
}

fn is_like_another(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}

/// Writes these rows, all or none, apart from any entry.
///
/// Errors: the refusal that a write names ([`Beside::or_refused`]); `error-busy` where the turn to write does not come.
pub async fn write(db: &Db, writes: impl IntoIterator<Item = Beside>) -> Result<()> {
    let tx = db.writing().await?;
    for one in writes {
        if let Err(error) = one.run(&tx).await {
            let _ = tx.rollback().await;
            return Err(error);
        }
    }
    Ok(tx.commit().await?)
}
