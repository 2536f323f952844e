//! What the register holds now, or held when a journal entry was its last.

use sea_orm::sea_query::{
    Alias, CaseStatement, Expr, ExprTrait, IntoIden, JoinType, Query, SelectStatement, UnionType,
};

use crate::journal::JournalNo;
use crate::table::{Table, stored};

/// Two questions, two SQL texts: a text with a NULL test could use no index well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Known {
    Now,
    At(JournalNo),
}

/// Every version of a table known at entry `number`: present rows recorded by then, and superseded ones that still stood then.
fn as_known_at(table: &Table, number: JournalNo) -> SelectStatement {
    let columns = |select: &mut SelectStatement| {
        select.column("id");
        for (name, ..) in stored(table) {
            select.column(Alias::new(name));
        }
    };
    let mut present = Query::select();
    columns(&mut present);
    present.from(table.name).and_where(recorded_by(Expr::col("recorded"), number));
    let mut history = Query::select();
    columns(&mut history);
    history
        .from(table.history)
        .and_where(recorded_by(Expr::col("recorded"), number))
        .and_where(Expr::col("superseded").gt(number));
    present.union(UnionType::All, history);
    present
}

/// A sum is no column: nearly every row was recorded by then, so no index on the entry is worth reading by, and none must be chosen.
fn recorded_by(recorded: Expr, number: JournalNo) -> Expr {
    recorded.add(0i64).lte(number)
}

/// Reads from the table, as known, under this alias.
pub fn from(select: &mut SelectStatement, table: &'static Table, alias: &'static str, known: Known) {
    match known {
        Known::Now => select.from_as(table.name, alias),
        Known::At(number) => select.from_subquery(as_known_at(table, number), alias),
    };
}

/// Joins exactly one row: `on` must say equality with a row's own id, so that nothing multiplies.
pub fn join(
    select: &mut SelectStatement,
    table: &'static Table,
    alias: &'static str,
    known: Known,
    to: (&'static str, &'static str),
) {
    let on = Expr::col((alias.into_iden(), "id".into_iden())).equals((to.0, to.1));
    match known {
        Known::Now => select.join_as(JoinType::LeftJoin, table.name, alias, on),
        Known::At(number) => select.join_subquery(JoinType::LeftJoin, as_known_at(table, number), alias, on),
    };
}

/// A column of the row that has this id; nothing where there is none. For what a condition asks beside the rows that it finds: unlike
/// a join it never decides which table is read first.
pub fn of_row(table: &'static Table, known: Known, id: impl Into<Expr>, column: &'static str) -> Expr {
    let mut select = Query::select();
    select.column(("of_", column));
    from(&mut select, table, "of_", known);
    select.and_where(Expr::col(("of_", "id")).eq(id.into()));
    scalar(select)
}

/// The state that a row of the table called `alias` had while its span lasted: what is withdrawn since May was there in April.
///
/// A row that is closed without a last day keeps its closing state: it is of an older register, and nobody knows when it ended.
pub fn state_while_it_lasted(table: &'static Table, alias: &'static str) -> Expr {
    let (Some(closing), Some((_, until))) = (table.closing, table.span) else {
        panic!("no state ends the rows of {}", table.name)
    };
    let column = |name: &'static str| Expr::col((alias, name));
    let state = column(closing.state);
    let Some(before) = closing.lasted_as else { return state };
    let mut ended = state.clone().is_in(closing.closed.iter().copied()).and(column(until).is_not_null());
    if let Some((kind, lasting)) = closing.of {
        ended = ended.and(column(kind).is_in(lasting.iter().copied()));
    }
    CaseStatement::new().case(ended, before).finally(state).into()
}

/// The state that the row with this id had while it lasted ([`state_while_it_lasted`]); nothing where there is none.
pub fn state_of_row(table: &'static Table, known: Known, id: impl Into<Expr>) -> Expr {
    let mut select = Query::select();
    select.expr(state_while_it_lasted(table, "of_"));
    from(&mut select, table, "of_", known);
    select.and_where(Expr::col(("of_", "id")).eq(id.into()));
    scalar(select)
}

/// The rows of a table, `t`, each with the one row of another that its column `by` refers to. For what the other says when, or which:
/// then the other is read first, by its own index. `columns` selects; `row` is there.
///
/// As known at a number the present and the past of both meet in a text of their own each, because a join of two unions could use no
/// index of either.
pub fn rows_with(
    table: &'static Table,
    (other, alias, by): (&'static Table, &'static str, &'static str),
    known: Known,
    columns: impl Fn(&mut SelectStatement),
) -> SelectStatement {
    let one = |name: &'static str, other: &'static str| {
        let mut select = Query::select();
        select.expr_as(t("id"), "row").from_as(name, "t");
        select.join_as(
            JoinType::InnerJoin,
            other,
            alias,
            Expr::col((alias.into_iden(), "id".into_iden())).equals(("t", by)),
        );
        columns(&mut select);
        select
    };
    let Known::At(number) = known else { return one(table.name, other.name) };
    let stood = |select: &mut SelectStatement, alias: &'static str, past: bool| {
        select.and_where(recorded_by(Expr::col((alias, "recorded")), number));
        if past {
            select.and_where(Expr::col((alias, "superseded")).gt(number));
        }
    };
    let name = |table: &'static Table, past: bool| if past { table.history } else { table.name };
    let arms = [(false, false), (true, false), (false, true), (true, true)].map(|(past, other_past)| {
        let mut select = one(name(table, past), name(other, other_past));
        stood(&mut select, "t", past);
        stood(&mut select, alias, other_past);
        select
    });
    let mut arms = arms.into_iter();
    let mut select = arms.next().expect("there are four");
    for arm in arms {
        select.union(UnionType::All, arm);
    }
    select
}

/// Begins a listing's rows: `row`, and these columns of the table, which is called `t`.
pub fn rows_of(table: &'static Table, known: Known, columns: &[&'static str]) -> SelectStatement {
    let mut select = Query::select();
    select.expr_as(t("id"), "row");
    for column in columns {
        select.column(("t", *column));
    }
    from(&mut select, table, "t", known);
    select
}

/// A column of the listing's own table.
pub fn t(column: &'static str) -> Expr {
    Expr::col(("t", column))
}

/// One value out of a query that gives at most one row: a scalar cannot multiply rows.
pub fn scalar(select: SelectStatement) -> Expr {
    Expr::SubQuery(None, Box::new(select.into()))
}

/// The value a dated fact of `owner` surely has on a day: of several the one that began last.
pub fn on_the_day(
    table: &'static Table,
    known: Known,
    owner: (&'static str, Expr),
    value: &'static str,
    day: impl Into<Expr>,
) -> Expr {
    let day: Expr = day.into();
    let mut select = Query::select();
    select.column(("d", value));
    from(&mut select, table, "d", known);
    select
        .and_where(Expr::col(("d", owner.0)).eq(owner.1))
        .and_where(surely_on("d", day))
        .order_by(("d", "from"), sea_orm::sea_query::Order::Desc)
        .limit(1);
    scalar(select)
}

/// Whether a dated fact of `owner` is surely valid on a day.
pub fn stands_on_the_day(
    table: &'static Table,
    known: Known,
    owner: (&'static str, Expr),
    day: impl Into<Expr>,
) -> Expr {
    let mut select = Query::select();
    select.expr(Expr::val(1i64));
    from(&mut select, table, "d", known);
    select.and_where(Expr::col(("d", owner.0)).eq(owner.1)).and_where(surely_on("d", day.into()));
    truth(Expr::exists(select))
}

/// A condition as a column: yes or no, never null.
pub fn truth(condition: Expr) -> Expr {
    Into::<Expr>::into(CaseStatement::new().case(condition, true).finally(false))
}

/// Whether the span of the table called `alias` surely covers a day.
pub fn surely_on(alias: &'static str, day: Expr) -> Expr {
    let until = Expr::col((alias, "until"));
    Expr::col((alias, "from_last")).lte(day.clone()).and(until.clone().is_null().or(until.gte(day)))
}

/// The four columns of a span, of the table called `alias`.
pub fn span(select: &mut SelectStatement, alias: &'static str) {
    for column in ["from", "from_last", "until", "until_last"] {
        select.column((alias, column));
    }
}

/// The day of an instant as `day` and `day_last`: the day that it is in its own zone.
pub fn day_of_instant(select: &mut SelectStatement, alias: &'static str, column: &str) {
    let day = || Expr::col((alias, Alias::new(format!("{column}_day"))));
    select.expr_as(day(), "day").expr_as(day(), "day_last");
}

/// The day after a day, both as yyyymmdd; NULL for NULL. The last day there is, 9999-12-31, means "no end is known" and stays.
pub fn day_after(day: impl Into<Expr>) -> Expr {
    let day: Expr = day.into();
    let n = || day.clone();
    let year = || n().div(10_000i64);
    let month_day = || n().modulo(10_000i64);
    let leap =
        year().modulo(4i64).eq(0i64).and(year().modulo(100i64).ne(0i64).or(year().modulo(400i64).eq(0i64)));
    CaseStatement::new()
        .case(n().gte(99_991_231i64), n())
        .case(month_day().eq(1231i64), n().add(8_870i64))
        .case(month_day().eq(229i64), n().add(72i64))
        .case(month_day().eq(228i64).and(leap.not()), n().add(73i64))
        .case(month_day().is_in([430i64, 630, 930, 1130]), n().add(71i64))
        .case(n().modulo(100i64).eq(31i64), n().add(70i64))
        .finally(n().add(1i64))
        .into()
}

/// The days of a column as `day` and `day_last`.
pub fn day(select: &mut SelectStatement, alias: &'static str, first: &'static str, last: &'static str) {
    select.expr_as(Expr::col((alias, first)), "day").expr_as(Expr::col((alias, last)), "day_last");
}
