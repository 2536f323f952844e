//! Rows of a figure as they were kept: the number they make, and which of them are others today. The database counts and compares and
//! gives only what differs, so that memory does not grow with the rows of the figure.
//!
//! Kept rows come as a statement that selects `part`, `row`, `unit`, `amount`, `class` and `reason`.

use sea_orm::sea_query::{
    Alias, BinOper, CaseStatement, Expr, ExprTrait, Func, IntoIden, JoinType, Order, Query, SelectStatement, WindowStatement,
};
use sea_orm::{ConnectionTrait, QueryResult};

use super::catalog::Catalog;
use super::classify::{Class, Scope, classify};
use super::figure::{Figure, Measure};
use super::listing::Asked;
use super::number::Answer;
use super::whole::FigureRow;
use crate::errors::{Error, Result};

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
    /// As it was kept; none where it has come since.
    pub old: Option<FigureRow>,
    /// As the rule gives it; none where it is gone.
    pub new: Option<FigureRow>,
}

/// How kept rows are compared.
#[derive(Clone, Copy, Debug)]
pub struct Comparing {
    /// Whether a row that is left out in both lists, for other reasons, is a difference: it says nothing of the number.
    pub left_out: bool,
    /// At most so many rows are given.
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
pub async fn answer_of_kept(db: &impl ConnectionTrait, figure: &Figure, kept: SelectStatement) -> Result<Answer> {
    let c = |name: &'static str| Expr::col(("c", name));
    let counted = |value: &'static str| Into::<Expr>::into(CaseStatement::new().case(c("class").eq(Class::Counted.number()), c(value)));
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
    Ok(Answer { counted: number(0)?, base: number(1)? })
}

fn differing_sql(figure: &Figure, asked: &Asked, all: &Catalog, kept: SelectStatement, how: Comparing) -> SelectStatement {
    let (o, n) = (|name: &'static str| Expr::col(("o", name)), |name: &'static str| Expr::col(("n", name)));
    let scope = Scope { evidence: true, left_out: true, ..Scope::default() };
    let c = |name: &'static str| Expr::col(("c", name));
    let text = |value: Expr| Expr::from(Func::cast_as(value, "text"));
    let now = Query::select()
        .columns([("c", "part"), ("c", "row")])
        .expr_as(text(c("unit")), "unit")
        .expr_as(Expr::from(Func::coalesce([c("amount"), Expr::val(0i64)])), "amount")
        .column(("c", "class"))
        .column(("c", "reason"))
        .from_subquery(classify(figure, asked, all, scope), "c")
        .to_owned();
    let left_out = |class: Expr| Expr::from(Func::coalesce([class, Expr::val(Class::LeftOut.number())])).eq(Class::LeftOut.number());
    let other = COLUMNS.map(|name| o(name).binary(BinOper::Custom("IS DISTINCT FROM"), n(name)));
    let mut ask = Query::select();
    for (side, prefix) in [("o", "o_"), ("n", "n_")] {
        for name in COLUMNS {
            ask.expr_as(Expr::col((side.into_iden(), Alias::new(name).into_iden())), Alias::new(format!("{prefix}{name}")));
        }
    }
    ask.expr_window_as(Func::count(Expr::val(1i64)), WindowStatement::new(), "differing")
        .from_subquery(kept, "o")
        .join_subquery(JoinType::FullOuterJoin, now, "n", o("part").eq(n("part")).and(o("row").eq(n("row"))))
        .and_where(other.into_iter().reduce(|a, b| a.or(b)).expect("a row has columns"))
        .order_by_expr(Func::coalesce([o("part"), n("part")]).into(), Order::Asc)
        .order_by_expr(Func::coalesce([o("row"), n("row")]).into(), Order::Asc)
        .limit(how.most);
    if !how.left_out {
        ask.and_where(left_out(o("class")).and(left_out(n("class"))).not());
    }
    ask
}

/// The row of one side; none where that list does not have it.
fn side(row: &QueryResult, prefix: &str) -> Result<Option<FigureRow>> {
    let name = |column: &str| format!("{prefix}{column}");
    let Some(part) = row.try_get::<Option<i64>>("", &name("part"))? else { return Ok(None) };
    Ok(Some(FigureRow {
        part,
        row: row.try_get("", &name("row"))?,
        unit: row.try_get("", &name("unit"))?,
        amount: row.try_get("", &name("amount"))?,
        class: Class::from_number(row.try_get("", &name("class"))?),
        reason: row.try_get("", &name("reason"))?,
    }))
}
