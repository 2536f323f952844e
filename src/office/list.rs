//! The rows of any table as the office lists them: which columns, sorted and filtered how. The address says all of it, so it can be kept
//! and sent.

use decapolis_base::{Currency, Day};
use decapolis_register::at_once::all_at_once;
use decapolis_register::journal::RowId;
use decapolis_register::known;
use decapolis_register::permissions::{Audience, Subject, may_read};
use decapolis_register::schema::Tables;
use decapolis_register::scope::Scope;
use decapolis_register::table::{Column, Kind, RECORDS, Table, stored};
use decapolis_register::value::Cell;
use decapolis_words::errors::{Error, Result};
use decapolis_words::finding;
use sea_orm::sea_query::{Alias, Condition, Expr, ExprTrait, NullOrdering, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, Value};

use crate::records::as_of::AsOf;
use crate::records::contains;
use crate::web::sent::Pairs;

/// What stands for "has none" in a filter, and with a language after it for "has no words in it".
pub const EMPTY: &str = "-";
/// What a filter's parameter begins with.
pub const FILTER: &str = "is.";

/// What an address asks of a list.
pub struct OfficeRows {
    pub table: &'static Table,
    /// The columns that this person may choose from, in their order.
    pub offered: Vec<&'static Column>,
    /// Those that are shown.
    pub shown: Vec<&'static Column>,
    /// The words in the names of records.
    pub words: String,
    /// The day on which rows with a span last, and the day on which the register knew them so.
    pub as_of: AsOf,
    /// The column that sorts, and whether from its end; by name or by age where none is said.
    pub sort: Option<(&'static Column, bool)>,
    /// By column, what its values are to be.
    pub filters: Vec<(&'static Column, String)>,
    /// The row with which the page before ended.
    after: Option<RowId>,
    pub(super) scope: Option<Scope>,
    /// The currency of amounts that are typed.
    pub(super) currency: Currency,
}

/// One row: its id, and its stored values by [`OfficeRows::read_columns`].
pub struct OfficeRow {
    pub id: RowId,
    pub cells: Vec<Cell>,
}

/// The columns of `records` that lists of records show.
const OF_RECORDS: [&str; 5] = ["label", "code", "public", "source", "illustrative"];
/// Whether this is a column that all records have, besides their kind.
pub fn is_of_records(name: &str) -> bool {
    OF_RECORDS.contains(&name)
}

/// The most filters of a list, and the most words that are looked for: each is a condition.
const MOST: usize = 20;
/// As many columns are shown where none are chosen.
const SHOWN: usize = 8;

impl OfficeRows {
    /// Reads an address. Refused: a column that the table does not have, a day or a sort that cannot be read (`site-error-request`).
    pub fn read(
        table: &'static Table,
        asked: &Pairs,
        audience: Audience,
        scope: Option<Scope>,
        currency: Currency,
    ) -> Result<OfficeRows> {
        let wrong = || Error::refused("site-error-request");
        // of a table of the whole network, who acts for some regions reads what members read
        let audience = match &scope {
            Some(scope) if scope.is_of_network(table) => Audience::Members,
            _ => audience,
        };
        let readable = |column: &&Column| may_read(audience, Subject::Column(column.privacy)).is_ok();
        let of_records = RECORDS.columns.iter().filter(|column| OF_RECORDS.contains(&column.name));
        let (mut names, rest): (Vec<&Column>, Vec<&Column>) =
            of_records.filter(|_| table.kind().is_some()).partition(|c| ["label", "code"].contains(&c.name));
        // the name comes first
        names.sort_by_key(|column| column.name != "label");
        let own = table.all_columns().filter(readable);
        let offered: Vec<&'static Column> = names.into_iter().chain(own).chain(rest).collect();
        let column =
            |name: &str| offered.iter().copied().find(|column| column.name == name).ok_or_else(wrong);
        let all = |name: &str| -> Vec<&str> {
            let of = asked.iter().filter(|(asked, text)| asked == name && !text.trim().is_empty());
            of.map(|(_, text)| text.trim()).collect()
        };
        let one = |name: &str| all(name).first().copied();
        let chosen = all("column").into_iter().map(column).collect::<Result<Vec<_>>>()?;
        let shown = match chosen.is_empty() {
            true => offered.iter().copied().filter(|c| !is_aside(c)).take(SHOWN).collect(),
            // a list of records always names them
            false => offered
                .iter()
                .copied()
                .filter(|c| c.name == "label" || chosen.iter().any(|o| o.name == c.name))
                .collect(),
        };
        let sort = match one("sort") {
            None => None,
            Some(name) => Some((column(name.trim_start_matches('-'))?, name.starts_with('-'))),
        };
        let mut filters = vec![];
        for (name, text) in asked.iter().filter(|(_, text)| !text.trim().is_empty()) {
            if let Some(name) = name.strip_prefix(FILTER) {
                filters.push((column(name)?, text.trim().to_string()));
            }
        }
        let words = one("q").unwrap_or_default().to_string();
        if filters.len() > MOST || words.split_whitespace().count() > MOST {
            return Err(Error::refused_with("error-filters-many", [("most", MOST.into())].into()));
        }
        let on = one("on").map(|day| day.parse::<Day>().map_err(|_| wrong())).transpose()?;
        let after = one("after").map(|row| row.parse().map_err(|_| wrong())).transpose()?;
        Ok(OfficeRows {
            table,
            shown,
            words,
            as_of: AsOf { on: on.filter(|_| table.span.is_some()), ..AsOf::NOW },
            sort,
            filters,
            after,
            scope,
            currency,
            offered,
        })
    }

    /// The same as the register knew it on the day that this says.
    pub fn as_known(self, AsOf { known_on, known, .. }: AsOf) -> OfficeRows {
        OfficeRows { as_of: AsOf { known_on, known, ..self.as_of }, ..self }
    }

    /// The stored columns of a row, in the order of its cells.
    pub fn read_columns(&self) -> Vec<(String, Kind)> {
        let own = stored(self.table).into_iter().map(|(name, kind, _)| (name, kind));
        let of_records = RECORDS.columns.iter().filter(|column| OF_RECORDS.contains(&column.name));
        let of_records = of_records.filter(|_| self.table.kind().is_some());
        own.chain(of_records.map(|column| (column.name.to_string(), column.kind))).collect()
    }

    /// Whether the register can answer this, without asking for a row: only the records that filters name are looked up.
    ///
    /// Refused: a filter that is no value of its column (`error-filter`).
    pub async fn can_be_asked(&self, db: &impl ConnectionTrait, tables: Tables) -> Result<()> {
        self.matching(db, tables).await.map(|_| ())
    }

    /// The number of rows, counted up to a limit.
    pub async fn count(&self, db: &impl ConnectionTrait, tables: Tables, most: u64) -> Result<i64> {
        let mut ask = self.matching(db, tables).await?;
        ask.column(("t", "id")).limit(most);
        crate::records::of_kind::counted(db, ask).await
    }

    /// A page of rows.
    pub async fn rows(&self, db: &impl ConnectionTrait, tables: Tables, most: u64) -> Result<Vec<OfficeRow>> {
        let mut ask = self.matching(db, tables).await?;
        let (by, kind, descends) = self.order();
        let order = if descends { Order::Desc } else { Order::Asc };
        if let Some(id) = self.after {
            ask.cond_where(later(&by, self.value_of(db, tables, &by, kind, id).await?, id, descends));
        }
        // what has no value comes last, whichever way the rest is sorted
        ask.order_by_expr_with_nulls(by, order.clone(), NullOrdering::Last)
            .order_by(("t", "id"), order)
            .limit(most);
        self.read_rows(db, ask).await
    }

    async fn read_rows(&self, db: &impl ConnectionTrait, mut ask: SelectStatement) -> Result<Vec<OfficeRow>> {
        let mut columns = self.read_columns();
        for (name, _) in &columns {
            let of = if self.is_of_records(name) { "r" } else { "t" };
            ask.expr_as(Expr::col((of, Alias::new(name))), Alias::new(name));
        }
        ask.expr_as(Expr::col(("t", "id")), "id");
        columns.push(("id".into(), Kind::Int));
        let rows = all_at_once(db, ask, &columns).await?;
        let row = |mut cells: Vec<Cell>| Some(OfficeRow { id: cells.pop()?.int()?, cells });
        Ok(rows.into_iter().filter_map(row).collect())
    }

    /// The row with this id, where this person may read it.
    pub async fn one(
        &self,
        db: &impl ConnectionTrait,
        tables: Tables,
        id: RowId,
    ) -> Result<Option<OfficeRow>> {
        let mut ask = self.in_scope(db, tables);
        ask.and_where(Expr::col(("t", "id")).eq(id));
        Ok(self.read_rows(db, ask).await?.pop())
    }

    /// What sorts a row, as a parameter; `None` where the column is empty.
    ///
    /// Refused (`error-row-moved`): the row is gone, or is not in scope.
    async fn value_of(
        &self,
        db: &impl ConnectionTrait,
        tables: Tables,
        by: &Expr,
        kind: Kind,
        id: RowId,
    ) -> Result<Option<Value>> {
        let mut ask = self.in_scope(db, tables);
        ask.expr(by.clone()).and_where(Expr::col(("t", "id")).eq(id));
        let row = db.query_one(&ask).await?.ok_or_else(|| Error::refused("error-row-moved"))?;
        Ok(match Cell::read_at(&row, 0, kind)? {
            Cell::Null => None,
            cell => Some(cell.into_value(kind)),
        })
    }

    /// The table, of records with what every record has.
    fn from(&self) -> SelectStatement {
        let mut ask = self.as_of.from(self.table);
        if self.table.kind().is_some() {
            known::join(&mut ask, &RECORDS, "r", self.as_of.known, ("t", "id"));
        }
        ask
    }

    /// The next page is the one after this row.
    pub fn go_on_after(&mut self, row: &OfficeRow) {
        self.after = Some(row.id);
    }

    /// What sorts the rows: the column that was asked for, else the names of records, and the newest of facts.
    fn order(&self) -> (Expr, Kind, bool) {
        match self.sort {
            Some((column, descends)) => (self.col(column.name), column.kind, descends),
            None if self.table.kind().is_some() => (Expr::col(("r", "sorting")), Kind::Text, false),
            None => (Expr::col(("t", "id")), Kind::Int, true),
        }
    }

    fn is_of_records(&self, name: &str) -> bool {
        self.table.kind().is_some() && is_of_records(name)
    }

    pub(super) fn col(&self, name: &str) -> Expr {
        let of = if self.is_of_records(name) { "r" } else { "t" };
        Expr::col((of, Alias::new(name)))
    }

    /// The rows that this person may read.
    fn in_scope(&self, db: &impl ConnectionTrait, tables: Tables) -> SelectStatement {
        let mut ask = self.from();
        if let Some(scope) = &self.scope {
            match scope.of_table(db, tables, self.table) {
                Some(own) => {
                    let ids = self.as_of.from(self.table).column("id").cond_where(own).to_owned();
                    ask.and_where(Expr::col(("t", "id")).in_subquery(ids));
                }
                None if self.table.kind().is_some() => {
                    ask.and_where(Expr::col(("r", "public")).eq(true));
                    if !self.as_of.is_now() {
                        // what is private today is private as it was
                        ask.and_where(Expr::col(("t", "id")).in_subquery(public()));
                    }
                }
                // of the network's own facts, those about what everybody may see
                None => {
                    for column in
                        self.table.columns.iter().filter(|column| matches!(column.kind, Kind::Ref(_)))
                    {
                        let col = || self.col(column.name);
                        ask.and_where(col().is_null().or(col().in_subquery(public())));
                    }
                }
            }
        }
        ask
    }

    /// The rows that meet what was asked.
    async fn matching(&self, db: &impl ConnectionTrait, tables: Tables) -> Result<SelectStatement> {
        let mut ask = self.in_scope(db, tables);
        if self.table.kind().is_some() {
            for word in finding([self.words.as_str()].into_iter()).split_whitespace() {
                ask.and_where(Expr::col(("r", "finding")).like(contains(word)));
            }
        }
        ask.cond_where(self.as_of.holds(self.table, "t", None));
        for (column, text) in &self.filters {
            ask.cond_where(self.filter(db, tables, column, text).await?);
        }
        Ok(ask)
    }
}

/// The records that everybody may see.
fn public() -> SelectStatement {
    Query::select().column("id").from("records").and_where(Expr::col("public").eq(true)).to_owned()
}

/// Columns that are shown only where somebody chooses them.
fn is_aside(column: &Column) -> bool {
    ["source", "illustrative", "public"].contains(&column.name)
}

/// The rows after one with this value and id.
fn later(by: &Expr, value: Option<Value>, id: RowId, descends: bool) -> Condition {
    let beyond_id = match descends {
        true => Expr::col(("t", "id")).lt(id),
        false => Expr::col(("t", "id")).gt(id),
    };
    let Some(value) = value else {
        return Condition::all().add(by.clone().is_null()).add(beyond_id);
    };
    let beyond = if descends { by.clone().lt(value.clone()) } else { by.clone().gt(value.clone()) };
    Condition::any()
        .add(beyond)
        .add(Condition::all().add(by.clone().eq(value)).add(beyond_id))
        .add(by.clone().is_null())
}
