//! The columns and indexes that a table should have in the database, and the SQL that makes them. The description of a [`Table`] gives
//! two: the present and its history.

use sea_orm::DbBackend;
use sea_orm::sea_query::{
    Alias, ColumnDef, ForeignKey, Index, IndexCreateStatement, PostgresQueryBuilder, SqliteQueryBuilder,
    Table as Sql,
};

use crate::table::{Holds, Kind, RECORDS, Table, stored};

/// The type of a stored column; every whole number is an i64.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stores {
    Whole,
    Text,
    Bool,
    Number,
}

impl Stores {
    pub fn of(kind: Kind) -> Stores {
        match kind {
            Kind::Text | Kind::Texts | Kind::Choice(_) => Stores::Text,
            Kind::Bool => Stores::Bool,
            Kind::Number => Stores::Number,
            Kind::Ref(_) | Kind::Int | Kind::Money(_) | Kind::Day | Kind::Bound | Kind::Instant => {
                Stores::Whole
            }
        }
    }

    /// The type that a database calls by this word; `None` for a type that the register never uses.
    pub fn named(word: &str) -> Option<Stores> {
        match word {
            "integer" | "bigint" => Some(Stores::Whole),
            "text" => Some(Stores::Text),
            "boolean" => Some(Stores::Bool),
            "double" | "double precision" => Some(Stores::Number),
            _ => None,
        }
    }
}

#[derive(Clone, Debug)]
pub struct ColumnShape {
    pub name: String,
    pub stores: Stores,
    pub null: bool,
    /// Whether it refers to a record that must be there.
    pub refers: bool,
}

impl ColumnShape {
    pub fn new(name: &str, stores: Stores, null: bool) -> ColumnShape {
        ColumnShape { name: name.into(), stores, null, refers: false }
    }

    fn def(&self, backend: DbBackend) -> ColumnDef {
        let mut def = ColumnDef::new(Alias::new(&self.name));
        match self.stores {
            Stores::Text => def.text(),
            Stores::Bool => def.boolean(),
            Stores::Number => def.double(),
            // on SQLite a rowid must be called `integer`
            Stores::Whole if backend == DbBackend::Sqlite => def.integer(),
            Stores::Whole => def.big_integer(),
        };
        if !self.null {
            def.not_null();
        }
        def
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct IndexShape {
    pub name: String,
    pub columns: Vec<String>,
    pub unique: bool,
}

#[derive(Clone, Debug)]
pub struct Shape {
    pub name: String,
    pub columns: Vec<ColumnShape>,
    /// The columns of the primary key; a history has none.
    pub key: Vec<&'static str>,
    pub indexes: Vec<IndexShape>,
}

impl Shape {
    /// The present table (`history` false) or its history: the same columns, without foreign and unique keys.
    pub fn of(table: &Table, history: bool) -> Shape {
        let whole = |name: &str| ColumnShape::new(name, Stores::Whole, false);
        let text = |name: &str, null: bool| ColumnShape::new(name, Stores::Text, null);
        let shares_id = table.kind().is_some();
        let mut columns = vec![ColumnShape { refers: !history && shares_id, ..whole("id") }];
        for (name, kind, null) in stored(table) {
            let refers = !history && matches!(kind, Kind::Ref(_));
            columns.push(ColumnShape { name, stores: Stores::of(kind), null, refers });
        }
        columns.push(whole("recorded"));
        // what proves the row stands empty in a register made before there were seals, until it is sealed
        columns.push(ColumnShape::new("seal", Stores::Whole, true));
        if !table.personal.is_empty() {
            columns.extend([text("salt", true), text("veil", true)]);
        }
        if history {
            columns.extend([whole("superseded"), text("revision", false)]);
        }
        let name = if history { table.history } else { table.name };
        Shape {
            name: name.into(),
            columns,
            key: if history { vec![] } else { vec!["id"] },
            indexes: indexes(table, history, name),
        }
    }

    /// The statements that make the table and its indexes.
    pub fn create(&self, backend: DbBackend) -> Vec<String> {
        let mut sql = Sql::create();
        sql.table(Alias::new(&self.name));
        for column in &self.columns {
            let mut def = column.def(backend);
            if self.key == [column.name.as_str()] {
                def.primary_key();
            }
            sql.col(def);
            if column.refers {
                sql.foreign_key(
                    ForeignKey::create()
                        .from(Alias::new(&self.name), Alias::new(&column.name))
                        .to(Alias::new(RECORDS.name), Alias::new("id")),
                );
            }
        }
        if self.key.len() > 1 {
            let mut key = Index::create();
            for column in &self.key {
                key.col(Alias::new(*column));
            }
            sql.primary_key(&mut key);
        }
        let table = match backend {
            DbBackend::Sqlite => sql.to_string(SqliteQueryBuilder),
            _ => sql.to_string(PostgresQueryBuilder),
        };
        std::iter::once(table).chain(self.indexes.iter().map(|i| self.create_index(i, backend))).collect()
    }

    pub fn create_index(&self, shape: &IndexShape, backend: DbBackend) -> String {
        let mut index: IndexCreateStatement = Index::create();
        index.name(&shape.name).table(Alias::new(&self.name));
        if shape.unique {
            index.unique();
        }
        for column in &shape.columns {
            index.col(Alias::new(column));
        }
        match backend {
            DbBackend::Sqlite => index.to_string(SqliteQueryBuilder),
            _ => index.to_string(PostgresQueryBuilder),
        }
    }

    /// The statement that adds a column, which may be empty.
    pub fn add_column(&self, column: &ColumnShape, backend: DbBackend) -> String {
        let mut alter = Sql::alter();
        alter.table(Alias::new(&self.name)).add_column(column.def(backend));
        let sql = match backend {
            DbBackend::Sqlite => alter.to_string(SqliteQueryBuilder),
            _ => alter.to_string(PostgresQueryBuilder),
        };
        if column.refers { format!("{sql} REFERENCES \"{}\" (\"id\")", RECORDS.name) } else { sql }
    }
}

fn indexes(table: &Table, history: bool, name: &str) -> Vec<IndexShape> {
    let mut all = vec![];
    let mut index = |suffix: String, columns: Vec<&str>, unique: bool| {
        all.push(IndexShape {
            name: format!("{name}_{suffix}"),
            columns: columns.into_iter().map(str::to_string).collect(),
            unique,
        });
    };
    let key_is_here = matches!(table.holds, Holds::Facts);
    if !history && key_is_here {
        index("key".into(), table.key.to_vec(), true);
    }
    for (n, columns) in table.indexes.iter().enumerate() {
        let mut columns = columns.to_vec();
        columns.extend(["id", "recorded"]);
        if history {
            columns.push("superseded");
        }
        index(n.to_string(), columns, false);
    }
    if history && table.is_records() {
        // a code is never given to another record, not even when its own is gone
        index("code".into(), vec!["code"], false);
    }
    if history {
        index("id".into(), vec!["id", "recorded"], false);
        index("superseded".into(), vec!["superseded"], false);
    } else {
        // what stands on a record is found without reading the table
        for c in table.columns.iter().filter(|c| matches!(c.kind, Kind::Ref(_))) {
            let covered =
                table.indexes.iter().any(|i| i[0] == c.name) || (key_is_here && table.key[0] == c.name);
            if !covered {
                index(format!("ref_{}", c.name), vec![c.name], false);
            }
        }
        index("recorded".into(), vec!["recorded"], false);
    }
    all
}
