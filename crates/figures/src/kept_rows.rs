//! Rows of a figure as an edition kept them: the number they make, and which of them differ today. The
//! database counts and compares, and returns only what differs, so that memory does not grow with the rows of
//! the figure.
//!
//! Kept rows come as a statement that selects `part`, `row`, `unit`, `amount`, `class` and `reason`.

use decapolis_words::errors::{Error, Result};
use sea_orm::sea_query::{
    Alias, Asterisk, CaseStatement, Expr, ExprTrait, Func, Order, Query, SelectStatement, UnionType,
    WindowStatement,
};
use sea_orm::{ConnectionTrait, QueryResult};

use super::answer::Answer;
use super::catalog::Catalog;
use super::classify::{Class, Scope, classify};
use super::every_row::FigureRow;
use super::figure::{Figure, Measure};
use super::listing::Asked;

/// The list a row is from, while both are compared.
const KEPT: i64 = 0;
const NOW: i64 = 1;

/// What a list of rows has, in the order it is compared.
const COLUMNS: [&str; 6] = ["part", "row", "unit", "amount", "class", "reason"];

/// The first rows that differ, and how many there are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Differing {
    /// By part and row; at most as many as were asked for.
    pub rows: Vec<DifferingRow>,
    /// How many rows differ in all.
    pub all: i64,
}

/// One row that came, went, or is classed otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct DifferingRow {
    /// The row as it was kept; `None` if it is new.
    pub old: Option<FigureRow>,
    /// The row as the rule gives it; `None` if it is gone.
    pub new: Option<FigureRow>,
}

/// How kept rows are compared.
#[derive(Clone, Copy, Debug)]
pub struct Comparing {
    /// Whether a row that is left out in both lists, for other reasons, is a difference: it says nothing of the number.
    pub left_out: bool,
    /// The most rows to return.
    pub most: u64,
}

/// Holds kept rows against those that the figure has.
pub async fn differing_rows(
    db: &impl ConnectionTrait,
    figure: &Figure,
    asked: &Asked,
    all: &Catalog,
    kept: SelectStatement,
    how: Comparing,
) -> Result<Differing> {
    let mut found = Differing::default();
    for row in db.query_all(&differing_sql(figure, asked, all, kept, how)).await? {
        found.all = row.try_get("", "differing")?;
        found.rows.push(DifferingRow { old: side(&row, "o_")?, new: side(&row, "n_")? });
    }
    Ok(found)
}

/// The number that kept rows make.
pub async fn answer_of_kept(
    db: &impl ConnectionTrait,
    figure: &Figure,
    kept: SelectStatement,
) -> Result<Answer> {
    let c = |name: &'static str| Expr::col(("c", name));
    let counted = |value: &'static str| {
        Into::<Expr>::into(CaseStatement::new().case(c("class").eq(Class::Counted.number()), c(value)))
    };
    let measured = |value: Expr| -> Expr {
        match figure.measure {
            Measure::Units => Func::count_distinct(value).into(),
            // SUM of bigint is NUMERIC on PostgreSQL
            Measure::Sum(_) => Func::cast_as(Func::sum(value), "bigint").into(),
        }
    };
    let column = if figure.measure == Measure::Units { "unit" } else { "amount" };
    let mut ask = Query::select();
    ask.exprs([measured(counted(column)), measured(c(column))])
        .from_subquery(kept, "c")
        .and_where(c("class").is_in([Class::Counted.number(), Class::BaseOnly.number()]));
    if figure.base.is_some() {
        ask.and_where(c("part").eq(0i64));
    }
    let Some(row) = db.query_one(&ask).await? else { return Ok(Answer::default()) };
    let number = |place| Ok::<_, Error>(row.try_get_by_index::<Option<i64>>(place)?.unwrap_or(0));
    Ok(Answer::of(number(0)?, number(1)?))
}

/// Both lists in one; what is in it twice is the same in both. A full join would say the same, but SQLite compares each row of one list
/// with all of the other.
fn differing_sql(
    figure: &Figure,
    asked: &Asked,
    all: &Catalog,
    kept: SelectStatement,
    how: Comparing,
) -> SelectStatement {
    let scope = Scope { evidence: true, left_out: true, ..Scope::default() };
    let mut both = of_side(KEPT, kept);
    both.union(UnionType::All, of_side(NOW, classify(figure, asked, all, scope)));
    let mut once = Query::select();
    once.columns(COLUMNS.map(|name| ("b", name)))
        .expr_as(Expr::col(("b", "side")).max(), "side")
        .from_subquery(both, "b")
        .group_by_columns(COLUMNS.map(|name| ("b", name)))
        .and_having(Expr::val(1i64).count().eq(1i64));
    let mut rows = Query::select();
    rows.columns([("d", "part"), ("d", "row")])
        .from_subquery(once, "d")
        .group_by_columns([("d", "part"), ("d", "row")]);
    for (side, prefix) in [(KEPT, "o_"), (NOW, "n_")] {
        for name in &COLUMNS[2..] {
            let of_side =
                CaseStatement::new().case(Expr::col(("d", "side")).eq(side), Expr::col(("d", *name)));
            rows.expr_as(Into::<Expr>::into(of_side).max(), Alias::new(format!("{prefix}{name}")));
        }
    }
    let mut ask = Query::select();
    ask.column(("r", Asterisk))
        .expr_window_as(Func::count(Expr::val(1i64)), WindowStatement::new(), "differing")
        .from_subquery(rows, "r")
        .order_by(("r", "part"), Order::Asc)
        .order_by(("r", "row"), Order::Asc)
        .limit(how.most);
    if !how.left_out {
        let left_out = |class: &'static str| {
            let out = Class::LeftOut.number();
            Expr::from(Func::coalesce([Expr::col(("r", class)), Expr::val(out)])).eq(out)
        };
        ask.and_where(left_out("o_class").and(left_out("n_class")).not());
    }
    ask
}

/// The rows of one list as they are compared, marked with the list they are from.
fn of_side(side: i64, rows: SelectStatement) -> SelectStatement {
    let c = |name: &'static str| Expr::col(("c", name));
    let cast = |value: Expr, kind: &'static str| Expr::from(Func::cast_as(value, kind));
    Query::select()
        .columns([("c", "part"), ("c", "row")])
        .expr_as(cast(c("unit"), "text"), "unit")
        .expr_as(Expr::from(Func::coalesce([c("amount"), Expr::val(0i64)])), "amount")
        .columns([("c", "class"), ("c", "reason")])
        .expr_as(cast(Expr::val(side), "bigint"), "side")
        .from_subquery(rows, "c")
        .to_owned()
}

/// The row of one side; `None` if that list does not have it.
fn side(row: &QueryResult, prefix: &str) -> Result<Option<FigureRow>> {
    let name = |column: &str| format!("{prefix}{column}");
    let Some(class) = row.try_get::<Option<i64>>("", &name("class"))? else { return Ok(None) };
    Ok(Some(FigureRow {
        part: row.try_get("", "part")?,
        row: row.try_get("", "row")?,
        unit: row.try_get("", &name("unit"))?,
        amount: row.try_get("", &name("amount"))?,
        class: Class::from_number(class),
        reason: row.try_get("", &name("reason"))?,
    }))
}
