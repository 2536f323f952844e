//! The rows of the panels of a record, read in one statement.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use decapolis_base::{Day, PartialDay};
use decapolis_register::at_once::{at_once, read_at_once};
use decapolis_register::db::limits_in_text;
use decapolis_register::journal::RowId;
use decapolis_register::known::{self, Known};
use decapolis_register::panels::Panel;
use decapolis_register::table::Kind;
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};
use sea_orm::sea_query::{Alias, Asterisk, Expr, ExprTrait, Func, Order, Query, SelectStatement, UnionType};
use sea_orm::{ConnectionTrait, DbBackend, Statement, Value};

use crate::records::as_of::AsOf;
use crate::records::of_kind::{MOST_COUNTED, counted};

/// The rows shown of a panel. A longer panel says how many more there are.
pub const ROWS: u64 = 50;

/// A row of a panel with its cells as text: a day as `first/last`, a reference as an id.
pub struct PanelRow {
    pub panel: usize,
    pub id: RowId,
    pub illustrative: bool,
    pub cells: Vec<Option<String>>,
}

impl PanelRow {
    /// The currency of an amount, from the column of the panel that holds it.
    pub fn currency(&self, panel: &Panel, kind: Kind) -> Values {
        let Kind::Money(beside) = kind else { return Values::new() };
        let at = panel.columns.iter().position(|column| *column == beside);
        let code = at.and_then(|at| self.cells[at].clone());
        code.map(|code| (beside.to_string(), Cell::Text(code))).into_iter().collect()
    }
}

/// The most columns of a panel.
const COLUMNS: usize = 7;

pub fn columns_of(panel: &'static Panel) -> impl Iterator<Item = &'static str> {
    panel.columns.iter().copied()
}

/// The rows of all panels, read in one statement.
pub async fn panel_rows(
    db: &impl ConnectionTrait,
    panels: &[&'static Panel],
    id: RowId,
    as_of: &AsOf,
) -> Result<Vec<PanelRow>> {
    if panels.is_empty() {
        return Ok(vec![]);
    }
    let found = read_at_once(db, of_record(db.get_database_backend(), panels, id, as_of), &READ).await?;
    let row = |cells: Vec<Cell>| {
        let mut cells = cells.into_iter();
        let (panel, id) = (cells.next()?.int()? as usize, cells.next()?.int()?);
        let illustrative = cells.next()?.int()? == 1;
        let cells = cells.take(panels.get(panel)?.columns.len());
        let text = |cell| if let Cell::Text(text) = cell { Some(text) } else { None };
        Some(PanelRow { panel, id, illustrative, cells: cells.map(text).collect() })
    };
    let read = found.into_iter().map(row).collect::<Option<_>>();
    read.ok_or_else(|| Error::Broken("the rows of a panel cannot be read".into()))
}

/// What a row of the statement has.
const READ: [(&str, Kind); 3 + COLUMNS] = [
    ("panel", Kind::Int),
    ("row", Kind::Int),
    ("illustrative", Kind::Int),
    ("c0", Kind::Text),
    ("c1", Kind::Text),
    ("c2", Kind::Text),
    ("c3", Kind::Text),
    ("c4", Kind::Text),
    ("c5", Kind::Text),
    ("c6", Kind::Text),
];

/// Stands for the id of the record while the statement is built. No record has it.
const ANY_RECORD: RowId = RowId::MIN;
/// By database and panels: as many as there are kinds of records and audiences.
type Built = HashMap<(bool, Vec<usize>), Statement>;

/// The statement of these panels for a record.
fn of_record(backend: DbBackend, panels: &[&'static Panel], id: RowId, as_of: &AsOf) -> Statement {
    let mut ask = match as_of.is_now() {
        true => kept(backend, panels),
        // of an earlier day it is rarely asked
        false => build(backend, panels, as_of),
    };
    for value in ask.values.iter_mut().flat_map(|values| &mut values.0) {
        if *value == Value::BigInt(Some(ANY_RECORD)) {
            *value = Value::BigInt(Some(id));
        }
    }
    ask
}

/// The statement of these panels as they are. It differs only by the record, so it is built once: building it takes longer than most answers.
fn kept(backend: DbBackend, panels: &[&'static Panel]) -> Statement {
    static BUILT: LazyLock<Mutex<Built>> = LazyLock::new(Mutex::default);
    let key = (
        backend == DbBackend::Sqlite,
        panels.iter().map(|panel| std::ptr::from_ref(*panel) as usize).collect(),
    );
    let mut built = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
    built.entry(key).or_insert_with(|| build(backend, panels, &AsOf::NOW)).clone()
}

fn build(backend: DbBackend, panels: &[&'static Panel], as_of: &AsOf) -> Statement {
    let mut all: Option<SelectStatement> = None;
    for (n, panel) in panels.iter().enumerate() {
        let inner = of_panel(panel, ANY_RECORD, n, as_of);
        let outer = Query::select().column(Asterisk).from_subquery(inner, "p").to_owned();
        match &mut all {
            Some(all) => drop(all.union(UnionType::All, outer)),
            None => all = Some(outer),
        }
    }
    limits_in_text(backend.build(&at_once(backend, all.expect("there is a panel"), &READ)))
}

/// Whether a row under this name is one of the record's.
pub fn refers(panel: &'static Panel, rows: &'static str, known: Known, id: RowId) -> Expr {
    let by = Expr::col((rows, panel.by));
    let Some((table, column)) = panel.through else { return by.eq(id) };
    let mut of_record = Query::select();
    known::from(&mut of_record, table, "o", known);
    of_record.column(("o", "id")).and_where(Expr::col(("o", column)).eq(id));
    by.in_subquery(of_record)
}

fn filtered(panel: &'static Panel, id: RowId, as_of: &AsOf) -> SelectStatement {
    let mut select = Query::select();
    known::from(&mut select, panel.table, "t", as_of.known);
    select.and_where(refers(panel, "t", as_of.known, id)).cond_where(as_of.holds(
        panel.table,
        "t",
        panel.newest,
    ));
    if let Some((column, values)) = panel.only {
        select.and_where(Expr::col(("t", column)).is_in(values.iter().copied()));
    }
    select
}

fn of_panel(panel: &'static Panel, id: RowId, number: usize, as_of: &AsOf) -> SelectStatement {
    let text = |e: Expr| Expr::from(Func::cast_as(e, "text"));
    let mut select = filtered(panel, id, as_of);
    select.expr_as(Expr::from(Func::cast_as(Expr::val(number as i64), "bigint")), "panel");
    select.expr_as(Expr::col(("t", "id")), "row");
    if panel.table.kind().is_some() {
        let mut of_record = Query::select();
        of_record
            .expr(text_flag(Expr::col(("r", "illustrative"))))
            .from_as("records", "r")
            .and_where(Expr::col(("r", "id")).equals(("t", "id")));
        // a record that has been removed since is not there any more
        let flag = Func::coalesce([Expr::SubQuery(None, Box::new(of_record.into())), Expr::val(0i64)]);
        select.expr_as(Func::cast_as(Expr::from(flag), "bigint"), "illustrative");
    } else {
        select.expr_as(text_flag(Expr::col(("t", "illustrative"))), "illustrative");
    }
    for c in 0..COLUMNS {
        let cell = match panel.columns.get(c) {
            None => text(Expr::val(None::<String>)),
            Some(&"self") => text(Expr::col(("t", "id"))),
            Some(name) => match panel.table.column(name).map(|c| c.kind) {
                Some(Kind::Day | Kind::Bound) => text(Expr::col(("t", *name)))
                    .binary(sea_orm::sea_query::BinOper::Custom("||".into()), Expr::val("/"))
                    .binary(
                        sea_orm::sea_query::BinOper::Custom("||".into()),
                        text(Expr::col(("t", Alias::new(format!("{name}_last"))))),
                    ),
                Some(Kind::Instant) => {
                    let zone = Expr::col(("t", Alias::new(format!("{name}_zone"))));
                    let slash = || sea_orm::sea_query::BinOper::Custom("||".into());
                    text(Expr::col(("t", *name))).binary(slash(), Expr::val(" ")).binary(slash(), zone)
                }
                Some(Kind::Bool) => text(text_flag(Expr::col(("t", *name)))),
                _ => text(Expr::col(("t", *name))),
            },
        };
        select.expr_as(cell, Alias::new(format!("c{c}")));
    }
    for column in newest_first(panel) {
        select.order_by(("t", column), Order::Desc);
    }
    select.order_by(("t", "id"), Order::Desc).limit(ROWS + 1);
    select
}

/// The columns that sort the rows, newest first. They follow the columns of an index, so that thousands of rows need no sort.
fn newest_first(panel: &'static Panel) -> Vec<&'static str> {
    let Some(newest) = panel.newest else { return vec![] };
    let of_one = panel.only.filter(|(_, values)| values.len() == 1).map(|(column, _)| column);
    let found_by: Vec<&str> = std::iter::once(panel.by).chain(of_one).collect();
    let fits = |index: &&&'static [&'static str]| {
        index.starts_with(&found_by) && index.get(found_by.len()) == Some(&newest)
    };
    panel
        .table
        .indexes
        .iter()
        .find(fits)
        .map_or_else(|| vec![newest], |index| index[found_by.len()..].to_vec())
}

/// A boolean as 1 or 0, the same in both databases.
fn text_flag(e: Expr) -> Expr {
    let flag = sea_orm::sea_query::CaseStatement::new().case(e.eq(true), 1i64).finally(0i64);
    Expr::from(Func::cast_as(Into::<Expr>::into(flag), "bigint"))
}

/// The number of rows of a panel, counted up to a limit.
pub async fn count_some(
    db: &impl ConnectionTrait,
    panel: &'static Panel,
    id: RowId,
    as_of: &AsOf,
) -> Result<i64> {
    counted(db, filtered(panel, id, as_of).column(("t", "id")).limit(MOST_COUNTED as u64 + 1).to_owned())
        .await
}

/// A day as a panel has it: `first/last`.
pub fn day_of(text: &str) -> Option<PartialDay> {
    let (first, last) = text.split_once('/')?;
    Some(PartialDay {
        first: Day::from_number(first.parse().ok()?)?,
        last: Day::from_number(last.parse().ok()?)?,
    })
}
