//! Lists whose rows stop: what happens every few days and then no more is probably not written yet.

use std::collections::BTreeSet;

use decapolis_base::Day;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query, SelectStatement};

use super::catalog::Catalog;
use super::figure::Figure;
use super::listing::{Asked, Listing, Time};

/// A list is quiet from so many days without a row on.
const QUIET: i64 = 62;
/// So many days with a row in the last year of a list say how often its rows come.
const OFTEN: usize = 6;
/// A year, as far as lists are compared with themselves.
const YEAR: i64 = 366;

/// A listing with the day of its last row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stopped {
    pub listing: &'static str,
    pub last: Day,
}

/// The listings of these figures whose rows stop before the last day asked, by key: of what happens and of readings, those that are silent
/// for more than two months then, and more than twice as long as ever in the year before their last row. Rows of a vague day say nothing.
pub async fn stopped(
    db: &impl ConnectionTrait,
    all: &Catalog,
    figures: &[&Figure],
    asked: &Asked,
) -> Result<Vec<Stopped>> {
    let parts = figures.iter().flat_map(|figure| figure.counted.iter().chain(&figure.base));
    let keys: BTreeSet<&str> = parts.map(|part| part.listing.as_str()).collect();
    let mut found = vec![];
    for listing in keys.into_iter().filter_map(|key| all.listing(key)) {
        if listing.about.time != Time::Stock
            && let Some(last) = last_of(db, listing, asked).await?
        {
            found.push(Stopped { listing: listing.about.key, last });
        }
    }
    Ok(found)
}

/// The day of the last row of a listing that stops.
async fn last_of(db: &impl ConnectionTrait, listing: &Listing, asked: &Asked) -> Result<Option<Day>> {
    // most lists are not silent, which one row says
    let quiet_from = asked.to.days_before(QUIET);
    if db.query_one(&days(listing, asked, quiet_from, asked.to).limit(1).to_owned()).await?.is_some() {
        return Ok(None);
    }
    let newest =
        days(listing, asked, Day::FIRST, asked.to).order_by(("l", "day"), Order::Desc).limit(1).to_owned();
    let Some(row) = db.query_one(&newest).await? else { return Ok(None) };
    let Some(last) = Day::from_number(row.try_get_by_index(0)?) else { return Ok(None) };
    let mut before = vec![];
    let of_year = days(listing, asked, last.days_before(YEAR), last)
        .distinct()
        .order_by(("l", "day"), Order::Asc)
        .to_owned();
    for row in db.query_all(&of_year).await? {
        before.extend(Day::from_number(row.try_get_by_index(0)?));
    }
    Ok(Some(last).filter(|last| is_silence(&before, *last, asked.to)))
}

/// The days of the rows that surely lie in this time, not in order.
fn days(listing: &Listing, asked: &Asked, from: Day, to: Day) -> SelectStatement {
    let day = |name: &'static str| Expr::col(("l", name));
    Query::select()
        .expr(day("day"))
        .from_subquery((listing.rows)(&Asked { from, to, known: asked.known }), "l")
        .and_where(day("day").between(from.number(), to.number()))
        .and_where(day("day_last").eq(day("day")))
        .to_owned()
}

/// Whether the time from the last of these days to the end is longer than these rows are ever apart. The days are in order.
fn is_silence(days: &[Day], last: Day, end: Day) -> bool {
    let apart = |from: Day, to: Day| to.date().duration_since(from.date()).as_hours() / 24;
    let longest = days.windows(2).map(|two| apart(two[0], two[1])).max().unwrap_or(i64::MAX / 2);
    days.len() >= OFTEN && apart(last, end) > std::cmp::Ord::max(QUIET, 2 * longest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_stops_where_it_is_silent_for_longer_than_ever() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let monthly: Vec<Day> = ["01-31", "02-28", "03-31", "04-30", "05-31", "06-30"]
            .map(|d| day(&format!("2020-{d}")))
            .to_vec();
        let last = day("2020-06-30");
        assert!(is_silence(&monthly, last, day("2020-12-31")));
        assert!(!is_silence(&monthly, last, day("2020-08-31")), "62 days are two of its months");
        // five days do not say how often its rows come
        assert!(!is_silence(&monthly[1..], last, day("2020-12-31")));
        // it was as silent in the year before
        let seldom: Vec<Day> =
            ["2019-07-01", "2019-07-02", "2019-07-03", "2019-07-04", "2020-06-01", "2020-06-30"]
                .map(day)
                .to_vec();
        assert!(!is_silence(&seldom, last, day("2021-12-31")));
    }
}
