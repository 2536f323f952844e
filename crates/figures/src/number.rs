//! The number itself, its breakdowns, and the count of its rows by class.

use std::collections::BTreeSet;

use decapolis_base::Day;
use decapolis_register::journal::RowId;
use decapolis_register::known::rows_of;
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Alias, CaseStatement, Expr, ExprTrait, Func, Query, SelectStatement};

use super::answer::Answer;
use super::catalog::Catalog;
use super::classify::{Class, Scope, classify};
use super::figure::{Figure, Measure};
use super::listing::{Asked, Listing, Time};
use super::stated::with_unknown;
use super::whole::percentages;

/// The answer for one value of a column; `None` where the column is empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The value as text; the id where the column refers to a record.
    pub by: Option<String>,
    pub answer: Answer,
}

/// How many rows have each class.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    pub counted_rows: i64,
    pub base_rows: i64,
    pub left_out_rows: i64,
    /// Left-out rows by reason, the most frequent first.
    pub reasons: Vec<(String, i64)>,
}

fn c(name: &'static str) -> Expr {
    Expr::col(("c", name))
}

/// What is measured of the rows: the counted ones, and where the figure has a base all of them.
fn measures(figure: &Figure, all: &Catalog) -> Vec<Expr> {
    let when_counted = |value: &'static str| match figure.base {
        // without left-out rows every row of a total is counted
        None => c(value),
        Some(_) => {
            Into::<Expr>::into(CaseStatement::new().case(c("class").eq(Class::Counted.number()), c(value)))
        }
    };
    let of = |value: Expr| -> Expr {
        match figure.measure {
            Measure::Units if all.one_row_each(figure) => value.count(),
            Measure::Units => Func::count_distinct(value).into(),
            // SUM of bigint is NUMERIC on PostgreSQL
            Measure::Sum(_) => Func::cast_as(Func::sum(value), "bigint").into(),
        }
    };
    let column = if figure.measure == Measure::Units { "unit" } else { "amount" };
    let counted = of(when_counted(column));
    if figure.base.is_some() { vec![counted, of(c(column))] } else { vec![counted] }
}

/// Reads what [`measures`] asked, from this place of a row.
fn answer(figure: &Figure, all: &Catalog, row: &sea_orm::QueryResult, place: usize) -> Result<Answer> {
    let number = |place| Ok::<_, Error>(row.try_get_by_index::<Option<i64>>(place)?.unwrap_or(0));
    let counted = number(place)?;
    let base = if figure.base.is_some() { number(place + 1)? } else { counted };
    Ok(Answer::of(counted, base).in_money(all.money(figure)))
}

pub(super) fn number_sql(figure: &Figure, asked: &Asked, all: &Catalog) -> SelectStatement {
    let rows = classify(
        figure,
        asked,
        all,
        Scope { units_only: figure.measure == Measure::Units, ..Scope::default() },
    );
    Query::select().exprs(measures(figure, all)).from_subquery(rows, "c").to_owned()
}

/// Counts a figure's number in the database, without the cache: with what is unknown, and as a part of its whole.
pub async fn number(
    db: &impl ConnectionTrait,
    figure: &Figure,
    asked: &Asked,
    all: &Catalog,
) -> Result<Answer> {
    let mut answer = counted(db, figure, asked, all).await?;
    let counted = answer;
    if let Some(stated) = all.stated(figure) {
        // its text is kept as one of the figure's own
        let stated = self::counted_as(db, figure, asked, all, "stated", &stated).await?;
        answer = with_unknown(answer, answer.base - stated.counted, all);
    }
    if !answer.recorded {
        answer.recorded = is_recorded(db, figure, asked, all).await?;
    }
    if let Some(whole) = &figure.whole {
        let mut parts = vec![];
        let has_the_group = |part: &&Figure| {
            let has =
                |column: &str| part.main().iter().all(|main| all.of(main).about.column(column).is_some());
            figure.group.as_ref().is_none_or(|group| has(&group.column))
        };
        let of_whole = all.figures().iter().filter(|part| part.whole.as_ref() == Some(whole));
        for part in of_whole.filter(has_the_group) {
            let own = part.key == figure.key || part.counts_as(figure);
            let of = if own {
                counted
            } else {
                self::counted(db, &part.of_the_group_of(figure), asked, all).await?
            };
            // another base is another whole
            if of.base == counted.base {
                parts.push((own, of.counted));
            }
        }
        let at = parts.iter().position(|(own, _)| *own);
        let counts: Vec<i64> = parts.iter().map(|(_, counted)| *counted).collect();
        let printed = percentages(&counts, counted.base, figure.shown.decimals);
        answer.of_whole = at.zip(printed).map(|(at, printed)| printed[at]);
    }
    Ok(answer)
}

/// The two counts alone.
async fn counted(db: &impl ConnectionTrait, figure: &Figure, asked: &Asked, all: &Catalog) -> Result<Answer> {
    counted_as(db, figure, asked, all, "number", figure).await
}

/// The two counts of a figure that is made from another; its text is kept as what `what` says of the other.
async fn counted_as(
    db: &impl ConnectionTrait,
    of: &Figure,
    asked: &Asked,
    all: &Catalog,
    what: &str,
    figure: &Figure,
) -> Result<Answer> {
    let ask =
        all.statement(db.get_database_backend(), of, asked, what, |asked| number_sql(figure, asked, all));
    let row =
        db.query_one_raw(ask).await?.ok_or_else(|| Error::Broken(format!("{} gave no row", figure.key)))?;
    answer(figure, all, &row, 0)
}

/// Whether the register records by the last day asked what the figure counts: a row of one of its listings, counted or not, surely lies on
/// that day or before it, on whatever day the period asked begins. Before the first one nothing is known, and nothing counted is no zero.
pub async fn is_recorded(
    db: &impl ConnectionTrait,
    figure: &Figure,
    asked: &Asked,
    all: &Catalog,
) -> Result<bool> {
    // a listing may read no more than the period: whether there are rows at all is asked of all days before its end
    let until_then = &Asked { from: Day::FIRST, ..*asked };
    for part in &figure.counted {
        let listing = all.of(part);
        let begun = if listing.about.time == Time::Stock { "from_last" } else { "day_last" };
        let ask = Query::select()
            .expr(Expr::val(1i64))
            .from_subquery((listing.rows)(until_then), "l")
            .and_where(Expr::col(("l", begun)).lte(asked.to.number()))
            .limit(1)
            .to_owned();
        if db.query_one(&ask).await?.is_some() {
            return Ok(true);
        }
        if let Some(ask) = lasting(listing, asked)
            && db.query_one(&ask).await?.is_some()
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What happens to things that last is on record as soon as they are: where there are members, nobody having left is a zero. `None` if the
/// listing is of something else.
fn lasting(listing: &Listing, asked: &Asked) -> Option<SelectStatement> {
    let table = listing.about.tables.first().filter(|_| listing.about.time == Time::Flow)?;
    let (from, _) = table.span?;
    let mut ask = rows_of(table, asked.known, &[]);
    ask.and_where(Expr::col(("t", Alias::new(format!("{from}_last")))).lte(asked.to.number())).limit(1);
    Some(ask)
}

pub(super) async fn units(
    db: &impl ConnectionTrait,
    figure: &Figure,
    asked: &Asked,
    all: &Catalog,
) -> Result<BTreeSet<RowId>> {
    if figure.unit == "row" || all.counts_words(&figure.counted[0]) {
        return Ok(BTreeSet::new());
    }
    let ask = Query::select()
        .distinct()
        .column(("c", "unit"))
        .from_subquery(classify(figure, asked, all, Scope::default()), "c")
        .and_where(c("class").eq(Class::Counted.number()))
        .to_owned();
    db.query_all(&ask).await?.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
}

async fn grouped(
    db: &impl ConnectionTrait,
    figure: &Figure,
    asked: &Asked,
    all: &Catalog,
    by: &str,
    (what, of): (&str, &Figure),
) -> Result<Vec<Group>> {
    let what = format!("{what} {by}");
    let ask = all.statement(db.get_database_backend(), of, asked, &what, |asked| {
        breakdown_sql(figure, asked, all, by)
    });
    let rows = db.query_all_raw(ask).await?;
    rows.iter()
        .map(|row| Ok(Group { by: row.try_get_by_index(0)?, answer: answer(figure, all, row, 1)? }))
        .collect()
}

pub(super) fn breakdown_sql(figure: &Figure, asked: &Asked, all: &Catalog, by: &str) -> SelectStatement {
    let inner = classify(figure, asked, all, Scope { by: Some(by), ..Scope::default() });
    Query::select()
        .column(("c", "by"))
        .exprs(measures(figure, all))
        .from_subquery(inner, "c")
        .group_by_col(("c", "by"))
        .to_owned()
}

pub(super) async fn breakdown(
    db: &impl ConnectionTrait,
    figure: &Figure,
    asked: &Asked,
    all: &Catalog,
    by: &str,
) -> Result<Vec<Group>> {
    let mut groups = grouped(db, figure, asked, all, by, ("by", figure)).await?;
    if let Some(stated) = all.stated(figure) {
        let stated = grouped(db, &stated, asked, all, by, ("stated by", figure)).await?;
        for group in &mut groups {
            let of_group =
                stated.iter().find(|other| other.by == group.by).map_or(0, |other| other.answer.counted);
            group.answer = with_unknown(group.answer, group.answer.base - of_group, all);
        }
    }
    if groups.iter().any(|group| !group.answer.recorded) && is_recorded(db, figure, asked, all).await? {
        groups.iter_mut().for_each(|group| group.answer.recorded = true);
    }
    // ordered here: the databases sort text and nulls each in its own way
    groups.sort_by(|a, b| (a.by.is_none(), &a.by).cmp(&(b.by.is_none(), &b.by)));
    Ok(groups)
}

/// Whether a row that makes the number, counted or in its base, has what the figure calls provisional.
pub(super) async fn provisional(
    db: &impl ConnectionTrait,
    figure: &Figure,
    asked: &Asked,
    all: &Catalog,
) -> Result<bool> {
    let Some(test) = &figure.provisional else { return Ok(false) };
    let mut only = figure.clone();
    match &mut only.base {
        Some(base) => base.keep.push(test.clone()),
        None => only.counted.iter_mut().for_each(|part| part.keep.push(test.clone())),
    }
    let ask = Query::select()
        .expr(Expr::val(1i64))
        .from_subquery(classify(&only, asked, all, Scope::default()), "c")
        .limit(1)
        .to_owned();
    Ok(db.query_one(&ask).await?.is_some())
}

fn every_class(figure: &Figure, asked: &Asked, all: &Catalog) -> SelectStatement {
    classify(figure, asked, all, Scope { evidence: true, left_out: true, ..Scope::default() })
}

/// Rows by part, class and reason.
pub(super) fn tally_sql(figure: &Figure, asked: &Asked, all: &Catalog) -> SelectStatement {
    Query::select()
        .column(("c", "part"))
        .column(("c", "class"))
        .column(("c", "reason"))
        .expr(Expr::val(1i64).count())
        .from_subquery(every_class(figure, asked, all), "c")
        .group_by_columns([("c", "part"), ("c", "class"), ("c", "reason")])
        .to_owned()
}

/// How many units are left out in every row they have.
pub(super) fn left_out_sql(figure: &Figure, asked: &Asked, all: &Catalog) -> SelectStatement {
    let per_unit = Query::select()
        .expr_as(c("class").min(), "least")
        .from_subquery(every_class(figure, asked, all), "c")
        .group_by_col(("c", "unit"))
        .to_owned();
    Query::select()
        .expr(Expr::val(1i64).count())
        .from_subquery(per_unit, "u")
        .and_where(Expr::col(("u", "least")).eq(Class::LeftOut.number()))
        .to_owned()
}

/// How many units are left out in every row they have.
pub(super) async fn left_out(
    db: &impl ConnectionTrait,
    figure: &Figure,
    asked: &Asked,
    all: &Catalog,
) -> Result<i64> {
    let ask = all.statement(db.get_database_backend(), figure, asked, "left out", |asked| {
        left_out_sql(figure, asked, all)
    });
    Ok(db.query_one_raw(ask).await?.map(|r| r.try_get_by_index(0)).transpose()?.unwrap_or(0))
}

pub(super) async fn tally(
    db: &impl ConnectionTrait,
    figure: &Figure,
    asked: &Asked,
    all: &Catalog,
) -> Result<Tally> {
    let by_class = all
        .statement(db.get_database_backend(), figure, asked, "tally", |asked| tally_sql(figure, asked, all));
    let mut tally = Tally::default();
    let mut evidence = 0;
    for row in db.query_all_raw(by_class).await? {
        let (part, class, reason, rows): (i64, i64, Option<String>, i64) = (
            row.try_get_by_index(0)?,
            row.try_get_by_index(1)?,
            row.try_get_by_index(2)?,
            row.try_get_by_index(3)?,
        );
        match (part, Class::from_number(class)) {
            (_, Class::LeftOut) => {
                tally.left_out_rows += rows;
                let reason = reason.unwrap_or_default();
                match tally.reasons.iter_mut().find(|(r, _)| *r == reason) {
                    Some((_, n)) => *n += rows,
                    None => tally.reasons.push((reason, rows)),
                }
            }
            (0, class) => {
                tally.base_rows += rows;
                if class == Class::Counted {
                    tally.counted_rows += rows;
                }
            }
            (_, _) => evidence += rows,
        }
    }
    // a total's rows are its evidence; so are those of a share that are not rows of its base
    if evidence > 0 {
        tally.counted_rows = evidence;
    }
    tally.reasons.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Ok(tally)
}
