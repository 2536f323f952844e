//! The last entry of a table, of a day, or of the whole journal.

use std::collections::BTreeMap;

use decapolis_base::Day;
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Func, Order, Query, UnionType};

use super::JournalNo;
use crate::at_once::all_at_once;
use crate::kind::Kind;
use crate::table::Table;
use crate::value::Cell;

/// The last journal number that touched each table, and the last of all with its day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heads {
    pub last: JournalNo,
    /// `None` in an empty register.
    pub last_day: Option<Day>,
    by_table: BTreeMap<String, JournalNo>,
}

impl Heads {
    pub async fn read(db: &impl ConnectionTrait) -> Result<Heads> {
        let last = Query::select()
            .expr(Func::cast_as(Expr::val(""), "text"))
            .column("journal")
            .from("counter")
            .to_owned();
        // no table has one of these names
        let of_last = Query::select().column("journal").from("counter").to_owned();
        let day = Query::select()
            .expr(Func::cast_as(Expr::val("day"), "text"))
            .column("day")
            .from("journal")
            .and_where(Expr::col("number").in_subquery(of_last))
            .to_owned();
        let all = Query::select()
            .columns(["name", "number"])
            .from("heads")
            .union(UnionType::All, last)
            .union(UnionType::All, day)
            .to_owned();
        let mut heads = Heads::default();
        for row in all_at_once(db, all, &[("name", Kind::Text), ("number", Kind::Int)]).await? {
            match &row[..] {
                [Cell::Text(name), Cell::Int(number)] if name.is_empty() => heads.last = *number,
                [Cell::Text(name), Cell::Int(day)] if name == "day" => {
                    heads.last_day = Day::from_number(*day)
                }
                [Cell::Text(name), Cell::Int(number)] => drop(heads.by_table.insert(name.clone(), *number)),
                _ => return Err(Error::Broken("the heads of the tables cannot be read".into())),
            }
        }
        Ok(heads)
    }

    /// The last entry that touched one of these tables.
    pub fn of(&self, tables: &[&'static Table]) -> JournalNo {
        tables.iter().filter_map(|t| self.by_table.get(t.name)).copied().max().unwrap_or(0)
    }
}

/// The number of the last entry of all.
pub async fn last(db: &impl ConnectionTrait) -> Result<JournalNo> {
    let ask = Query::select().column("journal").from("counter").to_owned();
    let row = db
        .query_one(&ask)
        .await?
        .ok_or_else(|| Error::Broken("the counter of the journal is gone".into()))?;
    Ok(row.try_get_by_index(0)?)
}

/// The last entry and its chain, which says that all entries before it are the same too; none in an empty register.
pub async fn last_chain(db: &impl ConnectionTrait) -> Result<Option<(JournalNo, String)>> {
    let ask = Query::select()
        .columns(["number", "chain"])
        .from("journal")
        .order_by("number", Order::Desc)
        .limit(1)
        .to_owned();
    let Some(row) = db.query_one(&ask).await? else { return Ok(None) };
    Ok(Some((row.try_get_by_index(0)?, row.try_get_by_index::<Option<String>>(1)?.unwrap_or_default())))
}

/// The name of the batch that this entry is, where it is one.
pub async fn batch_of(db: &impl ConnectionTrait, number: JournalNo) -> Result<Option<String>> {
    let ask =
        Query::select().column("batch").from("journal").and_where(Expr::col("number").eq(number)).to_owned();
    Ok(db.query_one(&ask).await?.map(|row| row.try_get_by_index::<Option<String>>(0)).transpose()?.flatten())
}

/// The number of the last entry recorded by the end of this day; 0 before the first.
pub async fn last_by(db: &impl ConnectionTrait, day: Day) -> Result<JournalNo> {
    let ask = Query::select()
        .expr(Expr::col("number").max())
        .from("journal")
        .and_where(Expr::col("day").lte(day.number()))
        .to_owned();
    let row = db.query_one(&ask).await?;
    Ok(row.map(|r| r.try_get_by_index::<Option<i64>>(0)).transpose()?.flatten().unwrap_or(0))
}

/// The day of this entry. `None` if there is no such entry.
pub async fn day_of(db: &impl ConnectionTrait, number: JournalNo) -> Result<Option<Day>> {
    let ask =
        Query::select().column("day").from("journal").and_where(Expr::col("number").eq(number)).to_owned();
    let row = db.query_one(&ask).await?;
    Ok(row.map(|r| r.try_get_by_index::<i64>(0)).transpose()?.and_then(Day::from_number))
}

/// The day of the first entry; none in an empty register.
pub async fn first_day(db: &impl ConnectionTrait) -> Result<Option<Day>> {
    let ask = Query::select().expr(Expr::col("day").min()).from("journal").to_owned();
    let row = db.query_one(&ask).await?;
    Ok(row.map(|r| r.try_get_by_index::<Option<i64>>(0)).transpose()?.flatten().and_then(Day::from_number))
}
