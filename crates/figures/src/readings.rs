//! When the readings of a number were taken: a total of several channels is not of one day.

use decapolis_base::Day;
use decapolis_register::journal::RowId;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use super::catalog::Catalog;
use super::classify::{Class, Scope, classify};
use super::figure::{Figure, When};
use super::listing::Asked;

/// A reading that is older than this many days is stale. Listings of readings say so in a column [`STALE`].
pub const STALE_AFTER: i64 = 45;
/// The column that says whether a reading is stale.
pub const STALE: &str = "stale";

/// One reading that counts in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatedReading {
    /// What was read; nothing where words are counted.
    pub unit: Option<RowId>,
    /// The day of the reading, the first possible one if it is vague.
    pub day: Day,
    pub stale: bool,
}

/// The readings that a number was counted from; at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readings(Vec<DatedReading>);

impl Readings {
    /// The day of the oldest reading.
    pub fn oldest(&self) -> Day {
        self.0.iter().map(|r| r.day).min().unwrap_or(Day::FIRST)
    }

    /// The day of the newest reading.
    pub fn newest(&self) -> Day {
        self.0.iter().map(|r| r.day).max().unwrap_or(Day::LAST)
    }

    /// How many readings there are.
    pub fn all(&self) -> usize {
        self.0.len()
    }

    /// How many of them are stale.
    pub fn stale(&self) -> usize {
        self.0.iter().filter(|r| r.stale).count()
    }

    /// The reading of this unit.
    pub fn of(&self, unit: RowId) -> Option<DatedReading> {
        self.0.iter().copied().find(|r| r.unit == Some(unit))
    }
}

/// The readings that count in a number. `None` if it does not count readings, or counts none.
pub(super) async fn readings(
    db: &impl ConnectionTrait,
    figure: &Figure,
    asked: &Asked,
    all: &Catalog,
) -> Result<Option<Readings>> {
    let c = |name: &'static str| Expr::col(("c", name));
    let mut found = vec![];
    for (n, part) in figure.counted.iter().enumerate() {
        if !matches!(part.when, When::Last(_)) {
            continue;
        }
        let scope = Scope { evidence: true, only: Some(n + 1), by: Some(STALE), ..Scope::default() };
        let ask = Query::select()
            .expr(c("unit"))
            .expr(c("sort"))
            .expr(c("by"))
            .from_subquery(classify(figure, asked, all, scope), "c")
            .and_where(c("class").eq(Class::Counted.number()))
            .to_owned();
        let words = all.counts_words(part);
        for row in db.query_all(&ask).await? {
            found.push(DatedReading {
                unit: if words { None } else { Some(row.try_get_by_index(0)?) },
                day: Day::from_number(row.try_get_by_index(1)?).unwrap_or(Day::FIRST),
                // SQLite returns true as 1
                stale: row.try_get_by_index::<Option<String>>(2)?.is_some_and(|is| is == "1" || is == "true"),
            });
        }
    }
    Ok((!found.is_empty()).then_some(Readings(found)))
}
