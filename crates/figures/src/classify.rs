//! Builds the one SQL text in which every row of a figure has its class.

use decapolis_register::known::{Known, from};
use decapolis_register::table::{ANY, Kind, RECORDS};
use sea_orm::sea_query::{
    Alias, Asterisk, CaseStatement, Expr, ExprTrait, Func, IntoIden, Order, OverStatement, Query,
    SelectStatement, UnionType, WindowStatement,
};

use super::catalog::Catalog;
pub use super::class::Class;
use super::figure::{Figure, Measure, On, Part, Shape, Test, When};
use super::listing::{Asked, Time};

/// How much of a figure's rows to read: a number needs less than a page of rows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Scope<'a> {
    /// The counted parts of a share too: the rows that make a unit counted.
    pub evidence: bool,
    pub left_out: bool,
    /// A column of the main parts to group by.
    pub by: Option<&'a str>,
    /// One part only, with its order in a column `sort`: 0 is the base.
    pub only: Option<usize>,
    /// Only how many units have which class matters, not which of their rows: a row that counts may stand for all rows of its unit.
    pub units_only: bool,
}

/// The column `name` of the listing in hand.
fn l(name: &str) -> Expr {
    Expr::col(("l".into_iden(), Alias::new(name).into_iden()))
}

fn bigint(e: impl Into<Expr>) -> Expr {
    Expr::expr(Func::cast_as(e, "bigint"))
}

/// The three conditions on the days of a row.
struct Days {
    /// The day may lie in the period.
    may: Expr,
    /// The day surely lies in the period.
    surely: Expr,
    /// It is not sure that the day lies in the period.
    unsure: Expr,
}

/// The ids of the records of this kind that a test names by their codes.
fn named(test: &Test, kind: &'static str, known: Known) -> SelectStatement {
    let mut records = Query::select();
    records.column(("r", "id"));
    from(&mut records, &RECORDS, "r", known);
    records.and_where(Expr::col(("r", "code")).is_in(test.is.iter().map(|s| s.cell().value(Kind::Text))));
    if kind != ANY {
        records.and_where(Expr::col(("r", "kind")).eq(kind));
    }
    records
}

/// The records that everybody may see today.
fn public_records() -> SelectStatement {
    let mut records = Query::select();
    records.column(("r", "id")).from_as(RECORDS.name, "r").and_where(Expr::col(("r", "public")).eq(true));
    records
}

/// A part with the catalogue and the question it is read by.
struct Reading<'a> {
    part: &'a Part,
    all: &'a Catalog,
    asked: &'a Asked,
    /// The column that is added up, where the rows of this part are the ones that make the sum.
    sum: Option<&'a str>,
    /// The column whose records must be public, where the rows of this part make the number.
    public: Option<&'static str>,
}

impl Reading<'_> {
    fn kind(&self, test: &Test) -> Kind {
        self.all.of(self.part).about.column(&test.column).expect("tests are checked when they are read").kind
    }

    fn holds(&self, test: &Test) -> Expr {
        match self.kind(test) {
            _ if test.is.is_empty() => l(&test.column).is_null(),
            Kind::Ref(kind) => l(&test.column).in_subquery(named(test, kind, self.asked.known)),
            kind => l(&test.column).is_in(test.is.iter().map(|s| s.cell().value(kind))),
        }
    }

    fn fails(&self, test: &Test) -> Expr {
        if test.is.is_empty() {
            return l(&test.column).is_not_null();
        }
        let other = match self.kind(test) {
            Kind::Ref(kind) => l(&test.column).not_in_subquery(named(test, kind, self.asked.known)),
            kind => l(&test.column).is_not_in(test.is.iter().map(|s| s.cell().value(kind))),
        };
        l(&test.column).is_null().or(other)
    }

    fn unit(&self) -> Expr {
        l(self.part.on.name())
    }

    /// The unit, or the row itself where there is none: of the type that all parts have.
    fn unit_or_row(&self) -> Expr {
        let row = if self.all.counts_words(self.part) {
            Expr::from(Func::cast_as(l("row"), "text"))
        } else {
            l("row")
        };
        Expr::from(Func::coalesce([self.unit(), row]))
    }

    fn days(&self) -> Days {
        let (from, to) = (self.asked.from.number(), self.asked.to.number());
        let not_ended = |column: &str, day: i64| l("until").is_null().or(l(column).gte(day));
        match self.part.when {
            When::Within => {
                let may = if self.all.of(self.part).about.wide {
                    l("day").lte(to)
                } else {
                    // no such day is vaguer than a year, so the index need not be read from its beginning
                    l("day").between(from / 10_000 * 10_000, to)
                };
                Days {
                    may: may.and(l("day_last").gte(from)),
                    surely: l("day").between(from, to).and(l("day_last").lte(to)),
                    unsure: l("day").lt(from).or(l("day_last").gt(to)),
                }
            }
            When::Last(_) => {
                Days { may: l("day").lte(to), surely: l("day_last").lte(to), unsure: l("day_last").gt(to) }
            }
            When::AtEnd | When::Overlapping => {
                let first = if self.part.when == When::AtEnd { to } else { from };
                Days {
                    may: l("from").lte(to).and(not_ended("until_last", first)),
                    surely: l("from_last").lte(to).and(not_ended("until", first)),
                    unsure: l("from_last").gt(to).or(l("until").lt(first)),
                }
            }
        }
    }

    /// The listing as `l`; for readings only the last one of each thing read, the vague ones apart.
    fn source(&self) -> SelectStatement {
        let rows = (self.all.of(self.part).rows)(self.asked);
        let mut select = Query::select();
        let When::Last(per) = &self.part.when else {
            return select.from_subquery(rows, "l").to_owned();
        };
        let mut window = WindowStatement::partition_by(("l".into_iden(), Alias::new(per).into_iden()));
        window.add_partition_by(l("vague_"));
        window.order_by(("l", "day_last"), Order::Desc).order_by(("l", "row"), Order::Desc);
        let vague = CaseStatement::new().case(l("day_last").lte(self.asked.to.number()), 0i64).finally(1i64);
        let mut marked = Query::select();
        marked
            .expr(Expr::col(("l", Asterisk)))
            .expr_as(Into::<Expr>::into(vague), "vague_")
            .from_subquery(rows, "l")
            .and_where(self.days().may);
        for test in &self.part.of {
            marked.and_where(self.holds(test));
        }
        let mut ranked = Query::select();
        ranked
            .expr(Expr::col(("l", Asterisk)))
            .expr_window_as(Func::cust("ROW_NUMBER"), window, "rank_")
            .from_subquery(marked, "l");
        select.from_subquery(ranked, "l").and_where(l("rank_").eq(1i64)).to_owned()
    }

    /// Rows that count, as far as this part alone can say. Nothing is selected of them yet.
    fn clean(&self) -> SelectStatement {
        let mut select = self.source();
        select.and_where(self.days().surely).and_where(self.unit().is_not_null());
        if let Some(column) = self.sum {
            select.and_where(l(column).is_not_null());
        }
        if let Some(column) = self.public {
            select.and_where(l(column).in_subquery(public_records()));
        }
        for test in self.part.of.iter().chain(&self.part.keep) {
            select.and_where(self.holds(test));
        }
        select
    }

    /// Whether a unit of another part has a clean row here.
    fn has(&self, unit: Expr) -> Expr {
        let mut inner = self.clean();
        inner.expr_as(self.unit(), "unit");
        Expr::exists(
            Query::select()
                .expr(Expr::val(1i64))
                .from_subquery(inner, "e")
                .and_where(Expr::col(("e", "unit")).eq(unit))
                .to_owned(),
        )
    }

    /// Each row is its own unit and the base lists the same rows: then counted or not is a test on the row.
    fn folds_into(&self, base: &Part) -> bool {
        self.part.listing == base.listing
            && self.part.on == On::Row
            && base.on == On::Row
            && self.part.when == base.when
    }

    /// Its clean rows are some of the base's clean rows: then a unit is counted when one of those passes these tests too.
    fn narrows(&self, base: &Part) -> bool {
        let tests = || self.part.of.iter().chain(&self.part.keep);
        let implied = |wanted: &Test| {
            tests().any(|t| {
                // no value at all is not every value
                t.column == wanted.column
                    && t.is.is_empty() == wanted.is.is_empty()
                    && t.is.iter().all(|value| wanted.is.contains(value))
            })
        };
        self.part.listing == base.listing
            && self.part.on == base.on
            && self.part.when == base.when
            && !matches!(base.when, When::Last(_))
            && base.of.iter().chain(&base.keep).all(implied)
    }

    fn tests_on_the_row(&self) -> Expr {
        self.part
            .of
            .iter()
            .chain(&self.part.keep)
            .map(|t| self.holds(t))
            .reduce(|a, b| a.and(b))
            .unwrap_or_else(|| Expr::val(1i64).eq(1i64))
    }
}

/// `(part, unit, row, amount, class, reason [, sort] [, by])`; part 0 is the base, 1 and up the counted parts. A unit's class is the
/// least class of its rows.
pub fn classify(figure: &Figure, asked: &Asked, all: &Catalog, scope: Scope<'_>) -> SelectStatement {
    let is_main = |number| number == 0 || figure.base.is_none();
    let reading = |number, part| Reading {
        part,
        all,
        asked,
        sum: summed_in(figure, number),
        public: figure.public.filter(|_| is_main(number)),
    };
    if let Some(number) = scope.only {
        let part = if number == 0 { figure.base.as_ref() } else { figure.counted.get(number - 1) };
        return one_part(figure, number, &reading(number, part.expect("the part is there")), scope);
    }
    let mut parts = vec![];
    if let Some(base) = &figure.base {
        parts.push(one_part(figure, 0, &reading(0, base), scope));
    }
    if scope.evidence || figure.base.is_none() {
        for (n, part) in figure.counted.iter().enumerate() {
            let reading = reading(n + 1, part);
            if !figure.base.as_ref().is_some_and(|b| reading.folds_into(b)) {
                parts.push(one_part(figure, n + 1, &reading, scope));
            }
        }
    }
    let mut parts = parts.into_iter();
    let mut select = parts.next().expect("a figure has a part");
    for part in parts {
        select.union(UnionType::All, part);
    }
    select
}

/// The column that a part adds up: the parts whose rows are the number do, not those that only say which units are counted.
fn summed_in(figure: &Figure, number: usize) -> Option<&str> {
    match &figure.measure {
        Measure::Sum(column) if number == 0 || figure.shape == Shape::Total => Some(column),
        _ => None,
    }
}

/// The rows of one part. Where a figure adds a value once for each record, the first row of a record has it and the others have 0: so
/// every sum of these rows is right, also one of a part, of a group or of the rows that an edition keeps.
fn one_part(figure: &Figure, number: usize, reading: &Reading<'_>, scope: Scope<'_>) -> SelectStatement {
    let rows = rows_of_part(figure, number, reading, scope);
    if figure.once.is_none() || reading.sum.is_none() {
        return rows;
    }
    let r = |name: &'static str| Expr::col(("r", name));
    let mut first = WindowStatement::partition_by(("r", "once"));
    first.order_by(("r", "class"), Order::Asc).order_by(("r", "row"), Order::Asc);
    let mut ranked = Query::select();
    ranked
        .expr(Expr::col(("r", Asterisk)))
        .expr_window_as(Func::cust("ROW_NUMBER"), first, "nth")
        .from_subquery(rows, "r");
    let amount = CaseStatement::new().case(r("nth").eq(1i64), r("value")).finally(0i64);
    let mut select = Query::select();
    for name in ["part", "unit", "row"] {
        select.expr_as(r(name), name);
    }
    select.expr_as(bigint(amount), "amount").expr_as(r("class"), "class").expr_as(r("reason"), "reason");
    for (name, wanted) in [("sort", scope.only.is_some()), ("by", scope.by.is_some())] {
        if wanted {
            select.expr_as(r(name), name);
        }
    }
    select.from_subquery(ranked, "r").to_owned()
}

fn rows_of_part(figure: &Figure, number: usize, reading: &Reading<'_>, scope: Scope<'_>) -> SelectStatement {
    let about = &reading.all.of(reading.part).about;
    let base = figure
        .base
        .as_ref()
        .map(|part| Reading { part, sum: None, public: None, ..*reading })
        .filter(|_| number > 0);
    let mut select = if scope.left_out {
        let mut select = reading.source();
        select.and_where(reading.days().may);
        for test in &reading.part.of {
            select.and_where(reading.holds(test));
        }
        select
    } else {
        let mut select = reading.clean();
        if let Some(base) = &base {
            select.and_where(base.has(reading.unit()));
        }
        select
    };
    let amount = reading.sum.map_or_else(|| Expr::val(1i64), l);
    let name = match figure.once.as_deref().filter(|_| reading.sum.is_some()) {
        Some(once) => {
            select.expr_as(l(once), "once");
            "value"
        }
        None => "amount",
    };
    select
        .expr_as(bigint(Expr::val(number as i64)), "part")
        .expr_as(reading.unit_or_row(), "unit")
        .expr_as(l("row"), "row")
        .expr_as(bigint(amount), name);
    let (class, reason) = verdict(figure, number, reading, base.as_ref(), scope);
    select.expr_as(bigint(class), "class").expr_as(reason, "reason");
    if scope.only.is_some() {
        select.expr_as(l(if about.time == Time::Stock { "from" } else { "day" }), "sort");
    }
    if let Some(by) = scope.by {
        let value = if about.column(by).is_some() { l(by) } else { Expr::val(None::<String>) };
        select.expr_as(Expr::from(Func::cast_as(value, "text")), "by");
    }
    select
}

/// The class of a row and the first reason it is left out.
fn verdict(
    figure: &Figure,
    number: usize,
    reading: &Reading<'_>,
    base: Option<&Reading<'_>>,
    scope: Scope<'_>,
) -> (Expr, Expr) {
    let mut class = CaseStatement::new();
    let mut reason = CaseStatement::new();
    let mut any = false;
    let mut leave_out = |when: Expr, why: String| {
        class = std::mem::take(&mut class).case(when.clone(), Class::LeftOut.number());
        reason = std::mem::take(&mut reason).case(when, why);
        any = true;
    };
    if scope.left_out {
        leave_out(reading.days().unsure, "date-too-vague".into());
        leave_out(reading.unit().is_null(), "no-unit".into());
        if let Some(column) = reading.sum {
            leave_out(l(column).is_null(), "no-value".into());
        }
        for test in &reading.part.keep {
            leave_out(
                reading.fails(test),
                test.reason.clone().unwrap_or_else(|| format!("not-{}", test.column)),
            );
        }
        if let Some(base) = base {
            leave_out(base.has(reading.unit()).not(), "not-in-the-base".into());
        }
    }
    let counted = (number == 0).then(|| {
        let by_part = figure.counted.iter().map(|part| {
            let counted = Reading { part, sum: None, public: None, ..*reading };
            let on_the_row =
                counted.folds_into(reading.part) || (scope.units_only && counted.narrows(reading.part));
            if on_the_row { counted.tests_on_the_row() } else { counted.has(reading.unit()) }
        });
        by_part.reduce(|a, b| a.or(b)).expect("a figure counts something")
    });
    let class = match (counted, any) {
        (Some(counted), _) => {
            class.case(counted, Class::Counted.number()).finally(Class::BaseOnly.number()).into()
        }
        (None, true) => class.finally(Class::Counted.number()).into(),
        (None, false) => Expr::val(Class::Counted.number()),
    };
    let reason =
        if any { reason.into() } else { Expr::from(Func::cast_as(Expr::val(None::<String>), "text")) };
    (class, reason)
}
