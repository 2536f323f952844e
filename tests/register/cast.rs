//! Makes random rows from the descriptions of tables. Values come from small pools, so that rows are related.

use std::collections::BTreeMap;

use decapolis::modules;
use decapolis_register::db::Db;
use decapolis_register::journal::{About, Entry, RowId, Write};
use decapolis_register::schema::Tables;
use decapolis_register::table::{ANY, FACT_COLUMNS, Holds, Kind, RECORDS, Table};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::Result;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Pseudo-random numbers, the same for the same seed (SplitMix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    pub fn below(&mut self, n: usize) -> usize {
        (self.roll() % n as u64) as usize
    }
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
}

/// Days around the ends of 2020, exact and vague.
const DAYS: &[(i64, i64)] = &[
    (20191231, 20191231),
    (20200101, 20200101),
    (20200615, 20200615),
    (20200301, 20200301),
    (20201231, 20201231),
    (20210101, 20210101),
    (20200101, 20201231),
    (20201201, 20201231),
    (20190101, 20191231),
];
const BEGINNINGS: &[(i64, i64)] = &[
    (20180101, 20180101),
    (20191231, 20191231),
    (20200101, 20200101),
    (20200615, 20200615),
    (20201231, 20201231),
    (20200101, 20201231),
    (10101, 20181231),
    (20150101, 20200630),
];
const ENDS: &[(i64, i64)] = &[
    (20191231, 20191231),
    (20200101, 20200101),
    (20200630, 20200630),
    (20201231, 20201231),
    (20210101, 20210101),
    (20200101, 20201231),
    (20201231, 99991231),
    (20190601, 20210601),
];

/// The ids of the records, by kind.
pub type Cast = BTreeMap<&'static str, Vec<RowId>>;

fn put(values: &mut Values, name: &str, (first, last): (i64, i64)) {
    values.insert(name.into(), Cell::Int(first));
    values.insert(format!("{name}_last"), Cell::Int(last));
}

/// A complete random row of a table.
pub fn row(table: &'static Table, cast: &Cast, dice: &mut Dice) -> Values {
    let mut values = Values::new();
    let facts: &[_] = if table.holds == Holds::Facts { FACT_COLUMNS } else { &[] };
    for column in table.columns.iter().chain(facts) {
        let empty = !column.required && dice.one_in(3);
        let many = |kind: &str| -> Vec<RowId> {
            cast.iter()
                .filter(|(k, _)| kind == ANY || **k == kind)
                .flat_map(|(_, ids)| ids.iter().copied())
                .collect()
        };
        let cell = match column.kind {
            Kind::Day | Kind::Bound if empty => {
                values.insert(column.name.into(), Cell::Null);
                values.insert(format!("{}_last", column.name), Cell::Null);
                continue;
            }
            Kind::Day => {
                put(&mut values, column.name, *dice.pick(DAYS));
                continue;
            }
            Kind::Bound => {
                let days = if column.name == "until" { ENDS } else { BEGINNINGS };
                put(&mut values, column.name, *dice.pick(days));
                continue;
            }
            _ if empty => Cell::Null,
            Kind::Ref(kind) => {
                let ids = many(kind);
                if ids.is_empty() { Cell::Null } else { Cell::Int(*dice.pick(&ids)) }
            }
            Kind::Text if column.name.starts_with("currency") => {
                Cell::Text((*dice.pick(&["EUR", "JPY"])).into())
            }
            Kind::Text => Cell::Text((*dice.pick(&["a", "b", "c", "é, \"d\""])).into()),
            Kind::Texts => Cell::Text(r#"{"es":"palabras","en":"words"}"#.into()),
            Kind::Choice(values) => Cell::Text((*dice.pick(values)).into()),
            Kind::Int => Cell::Int(dice.below(120) as i64),
            Kind::Number => Cell::Number(dice.below(1000) as f64 / 8.0),
            Kind::Money(_) => Cell::Int(dice.below(100_000) as i64),
            Kind::Instant => unreachable!("no table has one yet"),
            Kind::Bool => Cell::Bool(dice.one_in(2)),
        };
        values.insert(column.name.into(), cell);
    }
    values
}

/// Makes three records of every kind. Tables come after those they must refer to.
pub async fn make(db: &Db, dice: &mut Dice) -> Result<Cast> {
    let mut cast = Cast::new();
    let mut entry = open(db, 0).await?;
    for table in in_order(modules::tables()) {
        let kind = table.kind().expect("records");
        for n in 0..3 {
            let record: Values = [
                ("kind", Cell::Text(kind.into())),
                ("code", Cell::Text(format!("{kind}-{n}"))),
                ("label", Cell::Text(format!(r#"{{"es":"{kind} {n}"}}"#))),
                ("public", Cell::Bool(n != 2)),
                ("source", Cell::Null),
                ("illustrative", Cell::Bool(true)),
                ("sorting", Cell::Text(format!("{n}"))),
                ("finding", Cell::Text(format!("{n}"))),
            ]
            .map(|(name, cell)| (name.to_string(), cell))
            .into();
            let id = entry.revise(&RECORDS, vec![Write::Insert(None, record)]).await?[0];
            entry.revise(table, vec![Write::Insert(Some(id), row(table, &cast, dice))]).await?;
            cast.entry(kind).or_default().push(id);
        }
    }
    entry.commit().await?;
    Ok(cast)
}

/// Tables of records, each after those it must refer to.
fn in_order(tables: Tables) -> Vec<&'static Table> {
    let mut left: Vec<&'static Table> = tables.0.iter().copied().filter(|t| t.kind().is_some()).collect();
    let mut ordered: Vec<&'static Table> = vec![];
    while !left.is_empty() {
        let ready = left.iter().position(|t| {
            t.columns.iter().all(|c| {
                !c.required || !matches!(c.kind, Kind::Ref(kind) if kind != ANY && !ordered.iter().any(|o| o.kind() == Some(kind)))
            })
        });
        ordered.push(left.remove(ready.expect("no table of records needs itself")));
    }
    ordered
}

/// Opens an entry `second` seconds after the beginning of 2021.
pub async fn open(db: &Db, second: i64) -> Result<Entry> {
    let about = About { actor: "test", action: "test.write", batch: None, reason: None, undoes: None };
    let at = Timestamp::from_second(1_609_459_200 + second).expect("an instant");
    Entry::open(db, &about, at, &TimeZone::UTC).await
}
