//! A view of the register of an earlier day: what was so on a day, as the register knew it on a day.

use decapolis_base::Day;
use decapolis_register::journal::{RowId, last_by};
use decapolis_register::known::{self, Known};
use decapolis_register::records::{self, Record};
use decapolis_register::table::{Kind, RECORDS, Table, stored};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Alias, Condition, Expr, ExprTrait, Query, SelectStatement};

/// Which day a page shows. Without days it shows the register as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// Facts that hold on this day.
    pub on: Option<Day>,
    /// As the register knew them at the end of this day.
    pub known_on: Option<Day>,
    /// The journal's last entry of that day.
    pub known: Known,
}

impl AsOf {
    /// The register as it is.
    pub const NOW: AsOf = AsOf { on: None, known_on: None, known: Known::Now };

    /// Reads two days as an address has them. Refused (`site-error-request`): a text that is no day.
    pub async fn read(db: &impl ConnectionTrait, on: Option<&str>, known: Option<&str>) -> Result<AsOf> {
        let day = |text: Option<&str>| match text.map(str::trim).filter(|text| !text.is_empty()) {
            None => Ok(None),
            Some(text) => text.parse::<Day>().map(Some).map_err(|_| Error::refused("site-error-request")),
        };
        let (on, known_on) = (day(on)?, day(known)?);
        let known = match known_on {
            Some(day) => Known::At(last_by(db, day).await?),
            None => Known::Now,
        };
        Ok(AsOf { on, known_on, known })
    }

    /// Whether the page shows the register as it is.
    pub fn is_now(&self) -> bool {
        *self == AsOf::NOW
    }

    /// The days as the parameters of an address; empty where there are none.
    pub fn query(&self) -> String {
        let of = |name: &str, day: Option<Day>| day.map(|day| format!("{name}={day}"));
        let all: Vec<String> = of("on", self.on).into_iter().chain(of("known", self.known_on)).collect();
        if all.is_empty() { String::new() } else { format!("?{}", all.join("&")) }
    }

    /// The names of the days that are given, as an address has them.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        let of = |name: &'static str, day: Option<Day>| day.map(|_| name);
        of("on", self.on).into_iter().chain(of("known", self.known_on))
    }

    /// The condition that a row of this table, under this alias, holds on the day: its span surely lasts then, or its event is not after it.
    /// `event` is the column with the day of a table without a span.
    pub fn holds(&self, table: &Table, alias: &'static str, event: Option<&'static str>) -> Condition {
        let Some(day) = self.on else { return Condition::all() };
        let Some((from, until)) = table.span else {
            let event = event.filter(|name| {
                matches!(table.column(name).map(|column| column.kind), Some(Kind::Day | Kind::Bound))
            });
            let by_then = event.map(|name| Expr::col((alias, name)).lte(day.number()));
            return Condition::all().add_option(by_then);
        };
        let last = Expr::col((alias, Alias::new(format!("{until}_last"))));
        Condition::all()
            .add(Expr::col((alias, from)).lte(day.number()))
            .add(Expr::col((alias, until)).is_null().or(last.gte(day.number())))
    }

    /// All stored columns of a row as it was known; `None` where the register did not have it.
    pub async fn row(
        &self,
        db: &impl ConnectionTrait,
        table: &'static Table,
        id: RowId,
    ) -> Result<Option<Values>> {
        let mut ask = self.from(table);
        let columns = stored(table);
        ask.columns(columns.iter().map(|(name, ..)| ("t", Alias::new(name))))
            .and_where(Expr::col(("t", "id")).eq(id));
        let Some(row) = db.query_one(&ask).await? else { return Ok(None) };
        let cells = columns.into_iter().enumerate();
        let values = cells.map(|(n, (name, kind, _))| Ok((name, Cell::read_at(&row, n, kind)?)));
        Ok(Some(values.collect::<Result<Values>>()?))
    }

    /// A table as it was known, called `t`.
    pub fn from(&self, table: &'static Table) -> SelectStatement {
        let mut ask = Query::select();
        known::from(&mut ask, table, "t", self.known);
        ask
    }

    /// The record with this code as it was known; `None` where the register did not have it.
    pub async fn record(&self, db: &impl ConnectionTrait, kind: &str, code: &str) -> Result<Option<Record>> {
        let mut ask = self.from(&RECORDS);
        ask.columns(records::COLUMNS.map(|name| ("t", name)))
            .and_where(Expr::col(("t", "code")).eq(code))
            .and_where(Expr::col(("t", "kind")).eq(kind));
        db.query_one(&ask).await?.map(|row| records::read(&row)).transpose()
    }

    /// Whether a row, as it was known, holds on the day.
    pub async fn held(&self, db: &impl ConnectionTrait, table: &'static Table, id: RowId) -> Result<bool> {
        let mut ask = self.from(table);
        ask.column(("t", "id"))
            .and_where(Expr::col(("t", "id")).eq(id))
            .cond_where(self.holds(table, "t", None));
        Ok(db.query_one(&ask).await?.is_some())
    }
}
