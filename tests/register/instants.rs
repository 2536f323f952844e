//! A column that holds an instant with its zone. No table of the program has one yet, so the test describes one.

use std::sync::LazyLock;

use decapolis::modules;
use decapolis_import::transfer::{self, Line, Planning};
use decapolis_register::db::{Db, Opening};
use decapolis_register::known::{Known, day_of_instant, rows_of};
use decapolis_register::migrate::{Keep, migrate};
use decapolis_register::schema::Tables;
use decapolis_register::table::{Kind, Table, req};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use crate::register::accounting::{given, problems, row};
use crate::register::files::*;
use crate::support::Register;

static GATHERINGS: Table = Table::facts(
    "gatherings",
    "gatherings_history",
    &["organisation", "begins"],
    &[req("organisation", Kind::Ref("organisation")), req("begins", Kind::Instant)],
)
.indexed(&[&["begins_day"]]);

fn tables() -> Tables {
    static ALL: LazyLock<Vec<&'static Table>> =
        LazyLock::new(|| modules::tables().0.iter().copied().chain([&GATHERINGS]).collect());
    Tables(&ALL, &[])
}

async fn plan(db: &Db, rows: &[&str]) -> transfer::Plan {
    let lines: Vec<Line> =
        rows.iter().enumerate().map(|(n, begins)| row(n as u64 + 2, &["accra", begins])).collect();
    let lines = vec![given("gatherings", &["organisation", "begins"], lines)];
    transfer::plan(db.reader(), tables(), lines, vec![], &Planning::default()).await.unwrap()
}

/// A register with one more table: gatherings.
async fn with_gatherings(register: &Register) -> Db {
    migrate(&register.db, tables(), Keep::Nothing).await.unwrap();
    Db::open(&register.address, &Opening::default()).await.unwrap()
}

/// The exported file.
async fn file(register: &Register, db: &Db) -> Vec<String> {
    let folder = register.folder.join("gatherings");
    transfer::export_tables(db.reader(), &[&GATHERINGS], &folder).await.unwrap();
    let text = std::fs::read_to_string(folder.join("gatherings.csv")).unwrap();
    text.lines().skip(1).map(|line| line.split(',').nth(1).unwrap().to_string()).collect()
}

#[test]
fn an_instant_is_imported_with_its_zone_and_comes_back_as_the_same_fact() {
    with_network(async |register| {
        let db = with_gatherings(register).await;
        let first = plan(
            &db,
            &[
                "2020-12-31T23:30-05:00",
                "2020-11-30 10:00 Europe/Madrid",
                "2020-10-25T02:30+01:00[Europe/Madrid]",
            ],
        )
        .await;
        assert_eq!(problems(&first), []);
        transfer::apply(&db, first, &about("gatherings"), at(20), &zone()).await.unwrap();
        let written = file(register, &db).await;
        let expected = [
            "2020-10-25T02:30+01:00[Europe/Madrid]",
            "2020-11-30T10:00+01:00[Europe/Madrid]",
            "2020-12-31T23:30-05:00",
        ];
        assert_eq!(written, expected);
        let again = plan(&db, &expected).await;
        assert!(again.changes_nothing() && problems(&again).is_empty(), "{:?}", again.previews);
        // the same moment in another zone is a change
        let moved = plan(&db, &["2020-11-30T10:00+01:00"]).await;
        assert_eq!(moved.previews[0].changed, 1);
        transfer::apply(&db, moved, &about("moved"), at(30), &zone()).await.unwrap();
        assert_eq!(file(register, &db).await[1], "2020-11-30T10:00+01:00");
        db.close().await;
    });
}

#[test]
fn an_instant_counts_on_the_day_that_it_is_in_its_own_zone() {
    with_network(async |register| {
        let db = with_gatherings(register).await;
        // an instant in Bogotá, and one in Madrid an hour later, which is the next year there
        let plan = plan(&db, &["2020-12-31 23:30 America/Bogota", "2021-01-01 06:30 Europe/Madrid"]).await;
        transfer::apply(&db, plan, &about("gatherings"), at(20), &zone()).await.unwrap();
        for known in [Known::Now, Known::At(2)] {
            let mut listing = rows_of(&GATHERINGS, known, &[]);
            day_of_instant(&mut listing, "t", "begins");
            let ask = Query::select()
                .expr(Expr::val(1i64).count())
                .from_subquery(listing, "l")
                .and_where(Expr::col("day").gte(20200101))
                .and_where(Expr::col("day_last").lte(20201231))
                .to_owned();
            let count: i64 = db.reader().query_one(&ask).await.unwrap().unwrap().try_get_by_index(0).unwrap();
            assert_eq!(count, 1, "{known:?}");
        }
        db.close().await;
    });
}

#[test]
fn what_is_no_instant_is_refused_with_what_to_write_instead() {
    with_network(async |register| {
        let db = with_gatherings(register).await;
        let refused = plan(
            &db,
            &[
                "2020-11-30",
                "2020-11-30 10:00",
                "2020-11-30 10:00 Madrid",
                "2020-03-29 02:30 Europe/Madrid",
                "2020-11-30T10:00+02:00[Europe/Madrid]",
                "",
            ],
        )
        .await;
        let wanted = [
            "error-not-an-instant",
            "error-instant-without-zone",
            "error-unknown-zone",
            "error-instant-at-clock-change",
            "error-instant-with-other-offset",
            "error-required",
        ];
        assert_eq!(
            problems(&refused),
            wanted.iter().enumerate().map(|(n, key)| (*key, Some(n + 2))).collect::<Vec<_>>()
        );
        assert!(refused.problems.iter().all(|problem| problem.column.as_deref() == Some("begins")));
        db.close().await;
    });
}
