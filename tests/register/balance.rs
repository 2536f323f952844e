//! The balance of a period: opening + steps = closing for every history of memberships, and every step opens exactly its rows.

use std::collections::BTreeSet;

use decapolis::editions::publish;
use decapolis::editions::site::draft;
use decapolis::page::file::{BalanceItem, Item, PageFile, StepSign};
use decapolis::page::sheet::Show;
use decapolis::page::years::Years;
use decapolis::{assets, modules};
use decapolis_actions::{Actor, Request};
use decapolis_base::{Day, Period};
use decapolis_figures::{Asked, Class, Figures, every_row};
use decapolis_register::journal::{Heads, RowId, Write};
use decapolis_register::known::Known;
use decapolis_register::value::{Cell, Values};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query};

use crate::register::asked_again::catalog;
use crate::register::cast;
use crate::register::editions::site;
use crate::register::files::*;
use crate::support::{Register, both, run};

/// The balance of the page of a year, as its file says it.
fn balance() -> BalanceItem {
    let files = assets::page_files(None).expect("page files");
    let (_, text) = files.iter().find(|(name, _)| name.ends_with("annual.toml")).expect("the page of a year");
    let page: PageFile = toml::from_str(text).expect("a page file");
    let items = page.sections.into_iter().flat_map(|s| s.show);
    items
        .filter_map(|item| if let Item::Balance(it) = item { Some(it) } else { None })
        .next()
        .expect("it has a balance")
}

/// A step: its figure, what it adds, and the units and rows that it opens.
struct Opened {
    key: String,
    adds: i64,
    units: BTreeSet<RowId>,
    rows: usize,
}

async fn steps(register: &Register, figures: &Figures, period: Period) -> Vec<Opened> {
    let db = register.db.reader();
    let heads = Heads::read(db).await.expect("heads");
    let asked = Asked::period(period, Known::Now);
    let mut all = vec![];
    for step in balance().steps {
        let figure = figures.catalog.figure(&step.figure).expect("a figure");
        let number = figures.number(db, &heads, figure, &asked).await.expect("a number").counted;
        let rows = every_row(db, figure, &asked, &figures.catalog).await.expect("rows");
        let counted: Vec<_> = rows.iter().filter(|r| r.class == Class::Counted).collect();
        let units: BTreeSet<RowId> = counted.iter().map(|r| r.unit.parse().expect("an id")).collect();
        assert_eq!(units.len() as i64, number, "{}: the number is that of its rows", step.figure);
        all.push(Opened {
            key: step.figure,
            adds: if step.sign == StepSign::Plus { number } else { -number },
            units,
            rows: counted.len(),
        });
    }
    all
}

async fn members(register: &Register, figures: &Figures, day: Day) -> BTreeSet<RowId> {
    let figure = figures.catalog.figure("members").expect("members");
    let asked = Asked::period(Period::year_to(day), Known::Now);
    let rows = every_row(register.db.reader(), figure, &asked, &figures.catalog).await.expect("rows");
    rows.iter().filter(|r| r.class == Class::Counted).map(|r| r.unit.parse().expect("an id")).collect()
}

/// A membership of a history: the member, its days as first and last possible day, and who succeeded it.
#[derive(Clone, Debug)]
struct Stretch {
    member: usize,
    from: (i64, i64),
    until: Option<(i64, i64)>,
    successor: Option<usize>,
    ending: &'static str,
}

/// Days at which histories go wrong: the ends of years and months, the leap day, and the days on both sides of them.
const DAYS: &[i64] = &[
    20171231, 20180101, 20181230, 20181231, 20190101, 20190228, 20190301, 20190630, 20190701, 20191130,
    20191201, 20191231, 20200101, 20200131, 20200201, 20200228, 20200229, 20200301, 20200430, 20200501,
    20200630, 20200831, 20200901, 20201230, 20201231, 20210101, 20210228, 20210301, 20211231, 20220101,
];
/// As many as the small network has organisations.
const MEMBERS: usize = 6;

/// A day: exact, of a month, of a year, between two days, by a day, or from a day on.
fn days() -> impl Strategy<Value = (i64, i64)> {
    (0..DAYS.len(), 0..DAYS.len(), 0..12u8).prop_map(|(one, other, how)| {
        let (day, later) = (DAYS[one.min(other)], DAYS[one.max(other)]);
        let last = |day: i64| Day::from_number(day).map_or(day, |d| last_of_month(d).number());
        match how {
            0 => (day / 100 * 100 + 1, last(day)),
            1 => (day / 10_000 * 10_000 + 101, day / 10_000 * 10_000 + 1231),
            2 => (day, later),
            3 => (10_101, later),
            4 => (day, 99_991_231),
            _ => (DAYS[one], DAYS[one]),
        }
    })
}

fn last_of_month(day: Day) -> Day {
    (28..=31).rev().find_map(|d| Day::of(day.year(), day.month(), d)).expect("a month has a last day")
}

fn history() -> impl Strategy<Value = Vec<Stretch>> {
    let endings = ["resigned", "succeeded", "succeeded", "dissolved"];
    let row = (
        0..MEMBERS,
        days(),
        prop::option::weighted(0.8, days()),
        prop::option::of(0..MEMBERS),
        0..endings.len(),
    );
    let stretch = row.prop_map(move |(member, from, until, successor, ending)| Stretch {
        member,
        from,
        until,
        successor: until.and(successor),
        ending: if until.is_some() { endings[ending] } else { "" },
    });
    proptest::collection::vec(stretch, 1..24).prop_map(|all| {
        let mut kept: Vec<Stretch> = vec![];
        for it in all {
            // the register refuses an end before the beginning, two memberships that surely overlap, and one key twice
            let ordered = it.until.is_none_or(|until| until.1 >= it.from.0);
            if ordered && kept.iter().filter(|k| k.member == it.member).all(|k| !excludes(k, &it)) {
                kept.push(it);
            }
        }
        kept
    })
}

fn excludes(one: &Stretch, other: &Stretch) -> bool {
    let sure = |s: &Stretch| (s.from.1, s.until.map_or(i64::MAX, |until| until.0));
    let ((a, b), (c, d)) = (sure(one), sure(other));
    one.from.0 == other.from.0 || (a <= b && c <= d && a <= d && c <= b)
}

fn periods() -> Vec<Period> {
    let of = |from: i64, to: i64| Period {
        from: Day::from_number(from).expect("a day"),
        to: Day::from_number(to).expect("a day"),
    };
    vec![
        Period::year(2019),
        Period::year(2020),
        Period::year(2021),
        of(20190101, 20211231),
        of(20200101, 20200630),
        of(20200229, 20200229),
        of(20190701, 20200630),
    ]
}

async fn play(register: &Register, history: &[Stretch]) -> Vec<String> {
    let organisations = write(register, history).await;
    let figures = Figures::new(catalog());
    let mut said = vec![];
    for period in periods() {
        let (eve, steps) = (period.from.before(), steps(register, &figures, period).await);
        let (opening, closing) =
            (members(register, &figures, eve).await, members(register, &figures, period.to).await);
        let is = |day: Day| -> BTreeSet<RowId> {
            let stands = |s: &&Stretch| {
                s.from.1 <= day.number() && s.until.is_none_or(|until| until.0 >= day.number())
            };
            history.iter().filter(stands).map(|s| organisations[s.member]).collect()
        };
        assert_eq!((&opening, &closing), (&is(eve), &is(period.to)), "{period:?} {history:#?}");
        let told = || steps.iter().map(|s| format!("{} {} {:?}", s.key, s.adds, s.units)).collect::<Vec<_>>();
        let sum: i64 = steps.iter().map(|s| s.adds).sum();
        assert_eq!(opening.len() as i64 + sum, closing.len() as i64, "{period:?}: {:?} {history:#?}", told());
        let (mut came, mut went) = (BTreeSet::new(), BTreeSet::new());
        for step in &steps {
            assert_eq!(step.rows, step.units.len(), "{period:?} {}: a row for each {history:#?}", step.key);
            let side = if step.adds > 0 { &mut came } else { &mut went };
            for unit in &step.units {
                assert!(side.insert(*unit), "{period:?}: {unit} is in two steps: {:?} {history:#?}", told());
            }
        }
        assert_eq!(came, &closing - &opening, "{period:?}: who came {:?} {history:#?}", told());
        assert_eq!(went, &opening - &closing, "{period:?}: who went {:?} {history:#?}", told());
        said.extend(told());
    }
    said
}

/// Writes a history as it is, and returns the ids of its members.
async fn write(register: &Register, history: &[Stretch]) -> Vec<RowId> {
    let memberships = modules::tables().named("memberships").expect("memberships");
    let organisations: Vec<File> =
        NETWORK.iter().filter(|(table, _)| ["places", "organisations"].contains(table)).copied().collect();
    import(register, "first", 0, &organisations).await.expect("organisations");
    let ask = Query::select()
        .column("id")
        .from("records")
        .and_where(Expr::col("kind").eq("organisation"))
        .order_by("id", Order::Asc)
        .to_owned();
    let found = register.db.reader().query_all(&ask).await.expect("records");
    let ids: Vec<RowId> = found.iter().map(|row| row.try_get_by_index(0).expect("an id")).collect();
    assert_eq!(ids.len(), MEMBERS);
    let mut entry = cast::open(&register.db, 1_000).await.expect("an entry");
    let rows: Vec<Write> = history
        .iter()
        .map(|s| {
            let mut values = Values::new();
            let mut put = |name: &str, days: Option<(i64, i64)>| {
                let cell = |day: Option<i64>| day.map_or(Cell::Null, Cell::Int);
                values.insert(name.into(), cell(days.map(|d| d.0)));
                values.insert(format!("{name}_last"), cell(days.map(|d| d.1)));
            };
            put("from", Some(s.from));
            put("until", s.until);
            values.insert("organisation".into(), Cell::Int(ids[s.member]));
            values.insert("illustrative".into(), Cell::Bool(false));
            if s.until.is_some() {
                values.insert("ending".into(), Cell::Text(s.ending.into()));
                let successor = s.successor.map_or(Cell::Null, |n| Cell::Int(ids[n]));
                values.insert("successor".into(), successor);
            }
            Write::Insert(None, values)
        })
        .collect();
    entry.revise(memberships, rows).await.expect("written");
    entry.commit().await.expect("committed");
    ids
}

#[test]
fn every_history_of_memberships_adds_up_and_no_member_is_in_two_steps() {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(4);
    let mut runner = TestRunner::new(Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 40,
        ..Config::default()
    });
    runner
        .run(&history(), |history| {
            let [here, there] = [false, true].map(|on_postgres| {
                run(async {
                    let register =
                        if on_postgres { Register::on_postgres().await } else { Register::on_sqlite().await };
                    let said = play(&register, &history).await;
                    register.db.clone().close().await;
                    said
                })
            });
            assert_eq!(here, there, "SQLite and PostgreSQL say the same");
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_membership_that_surely_stood_on_no_day_hides_none_that_did() {
    let vague = |from: (i64, i64), until: Option<(i64, i64)>| Stretch {
        member: 1,
        from,
        until,
        successor: until.map(|_| 0),
        ending: if until.is_some() { "dissolved" } else { "" },
    };
    // it may have begun until the end of 2020, and may have ended in April
    let came =
        vec![vague((20171231, 20201231), None), vague((20200101, 20201231), Some((20200430, 20200430)))];
    // one that stood on the eve ends, beside one that may have ended before it began
    let went = vec![
        vague((20180101, 20180101), Some((20200630, 20200630))),
        vague((20171231, 20201231), Some((20200301, 20200630))),
    ];
    for history in [came, went] {
        both(async |register| drop(play(&register, &history).await));
    }
}

/// What the balance of a year says: opening, the steps that are not 0, closing.
async fn said(register: &Register, year: i64) -> String {
    let figures = Figures::new(catalog());
    let steps = steps(register, &figures, Period::year(year)).await;
    let opening = members(register, &figures, Day::last_of_year(year - 1)).await.len();
    let closing = members(register, &figures, Day::last_of_year(year)).await.len();
    let mut said = opening.to_string();
    for step in steps.iter().filter(|s| s.adds != 0) {
        said.push_str(&format!(" {:+} {}", step.adds, step.key));
    }
    format!("{said} = {closing}")
}

/// Histories of a few members, with the balances of their years.
const HISTORIES: &[(&str, &str, &[(i64, &str)])] = &[
    (
        "a last day between two days of different years",
        "accra,2010-01-01,2020-11/2021-02,resigned,\nbern,2010-01-01,,,\n",
        &[(2020, "2 -1 left-undated-members = 1"), (2021, "1 = 1")],
    ),
    (
        "a last day that is only not known to be earlier",
        "accra,2010-01-01,2020-11-01/..,resigned,\n",
        &[(2019, "1 = 1"), (2020, "1 -1 left-undated-members = 0"), (2021, "0 = 0")],
    ),
    (
        "a first day between two days of different years",
        "accra,2019-11/2020-02,,,\n",
        &[(2019, "0 = 0"), (2020, "0 +1 undated-members = 1")],
    ),
    (
        "the last day of a year is a day of membership",
        "accra,2010-01-01,2020-12-31,resigned,\nbern,2021-01-01,,,\n",
        &[(2020, "1 = 1"), (2021, "1 +1 new-members -1 left-members = 1")],
    ),
    (
        "two memberships without a gap, across a leap day and the end of a year",
        "accra,2010-01-01,2020-02-29,resigned,\naccra,2020-03-01,2020-12-31,resigned,\naccra,2021-01-01,,,\n",
        &[(2020, "1 = 1"), (2021, "1 = 1")],
    ),
    (
        "a return within a year, and after one",
        "accra,2010-01-01,2020-03-31,resigned,\naccra,2020-10-01,,,\nbern,2010-01-01,2019-06-30,resigned,\nbern,2020-02-01,,,\n",
        &[(2019, "2 -1 left-members = 1"), (2020, "1 +1 new-members = 2")],
    ),
    (
        "joined and left within a year",
        "accra,2020-02-01,2020-10-31,resigned,\nbern,2010-01-01,,,\n",
        &[(2020, "1 = 1")],
    ),
    (
        "a succession from one day to the next",
        "accra,2010-01-01,2020-06-30,succeeded,bern\nbern,2020-07-01,,,\n",
        &[(2020, "1 +1 succeeding-members -1 succeeded-members = 1")],
    ),
    (
        "the successor began before the other ended",
        "accra,2010-01-01,2020-06-30,succeeded,bern\nbern,2019-11-01,,,\n",
        &[(2019, "1 +1 succeeding-members = 2"), (2020, "2 -1 succeeded-members = 1")],
    ),
    (
        "the successor began two years after the other ended",
        "accra,2010-01-01,2019-06-30,succeeded,bern\nbern,2021-07-01,,,\n",
        &[(2019, "1 -1 succeeded-members = 0"), (2021, "0 +1 succeeding-members = 1")],
    ),
    (
        "the days of both rows of a succession are vague",
        "accra,2010-01-01,2019-11/2020-02,succeeded,bern\nbern,2019-11/2020-02,,,\n",
        &[(2019, "1 -1 succeeded-members = 0"), (2020, "0 +1 succeeding-members = 1")],
    ),
    (
        "two members merge into a new one, and a third into an existing one",
        "accra,2010-01-01,2020-06-30,succeeded,eger\nbern,2010-01-01,2020-06-30,succeeded,eger\neger,2020-07-01,,,\ncali,2010-01-01,2020-03-31,succeeded,dakar\ndakar,2010-01-01,,,\n",
        &[(2020, "4 +1 succeeding-members -3 succeeded-members = 2")],
    ),
    (
        "a member splits: one part succeeds it, the other is new",
        "accra,2010-01-01,2020-06-30,succeeded,bern\nbern,2020-07-01,,,\ncali,2020-07-01,,,\n",
        &[(2020, "1 +1 new-members +1 succeeding-members -1 succeeded-members = 2")],
    ),
    (
        "a chain and a circle of successors within a year",
        "accra,2010-01-01,2020-03-31,succeeded,bern\nbern,2020-04-01,2020-06-30,succeeded,accra\naccra,2020-07-01,,,\n",
        &[(2020, "1 = 1")],
    ),
    (
        "a member that an existing one succeeds names no successor of ten years ago new",
        "accra,2010-01-01,2012-06-30,succeeded,bern\nbern,2010-01-01,2015-12-31,resigned,\nbern,2020-07-01,,,\n",
        &[(2020, "0 +1 new-members = 1")],
    ),
    (
        "a membership that names its own member as successor",
        "accra,2010-01-01,2020-06-30,succeeded,accra\nbern,2010-01-01,,,\n",
        &[(2020, "2 -1 left-members = 1")],
    ),
];

#[test]
fn each_sort_of_history_has_the_steps_that_a_person_would_name() {
    for (name, rows, years) in HISTORIES {
        both(async |register| {
            let mut network: Vec<File> =
                NETWORK.iter().filter(|(table, _)| *table != "memberships").copied().collect();
            let file = format!("organisation,from,until,ending,successor\n{rows}");
            network.push(("memberships", &file));
            import(register, "first", 0, &network).await.expect(name);
            for (year, balance) in *years {
                assert_eq!(said(register, *year).await, *balance, "{name}, {year}");
            }
        });
    }
}

#[test]
fn what_is_left_out_of_a_step_says_why() {
    both(async |register| {
        let mut network: Vec<File> =
            NETWORK.iter().filter(|(table, _)| *table != "memberships").copied().collect();
        network.push((
            "memberships",
            "organisation,from,until\naccra,2010-01-01,2020-02-29\naccra,2020-03-01,\nbern,2010-01-01,2020-03-31\nbern,2020-10-01,\ncali,2020-02-01,2020-10-31\n",
        ));
        import(register, "first", 0, &network).await.unwrap();
        let figures = Figures::new(catalog());
        for (key, reasons) in [
            ("new-members", ["continues", "ended-within", "member-before"]),
            ("left-members", ["began-within", "continues", "member-after"]),
        ] {
            let figure = figures.catalog.figure(key).unwrap();
            let asked = Asked::period(Period::year(2020), Known::Now);
            let rows = every_row(register.db.reader(), figure, &asked, &figures.catalog).await.unwrap();
            let mut said: Vec<String> = rows.into_iter().filter_map(|row| row.reason).collect();
            said.sort();
            assert_eq!(said, reasons, "{key}");
        }
    });
}

#[test]
fn a_page_whose_steps_do_not_add_up_is_not_published() {
    with_network(async |register| {
        let site = site(register).await;
        let year = Years { from: 2020, to: 2020 };
        let request = || Request::by(Actor::Operator).recorded(at(10));
        let mut wrong = draft(&site, year).await.unwrap();
        for sheet in &mut wrong.pages {
            for show in sheet.sections.iter_mut().flat_map(|section| &mut section.shows) {
                if let Show::Balance(balance) = show {
                    balance.steps.retain(|step| step.key != "left-members");
                }
            }
        }
        let how = publish::Publishing::default();
        let refused = publish::publish(&site.app, request(), &wrong, &how).await;
        assert!(refusal(refused).starts_with("error-page-balance "), "the sum and the last line are named");
        let right = draft(&site, year).await.unwrap();
        publish::publish(&site.app, request(), &right, &how).await.expect("the page itself adds up");
    });
}
