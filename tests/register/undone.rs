//! Large batches, written and undone page by page, give the same result as revising every row by itself.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use decapolis::modules;
use decapolis_register::db::{Db, Opening};
use decapolis_register::journal::Write;
use decapolis_register::value::{Cell, Values};
use decapolis_register::verify::verify;
use decapolis_words::errors::Error;
use sea_orm::{ConnectionTrait, Statement};

use crate::register::files::*;
use crate::register::imports::facts;
use crate::support::Register;

/// More than two pages, and more than any statement takes.
const MANY: i64 = 4_300;

/// Readings of the first channel, one per day, for those that `which` gives a revision.
fn readings(which: impl Fn(i64) -> Option<(&'static str, i64)>) -> String {
    let mut file = "channel,day,followers,revision\n".to_string();
    for n in 0..MANY + 50 {
        if let Some((revision, followers)) = which(n) {
            let (year, month, day) = (1900 + n / 336, n / 28 % 12 + 1, n % 28 + 1);
            file += &format!("birds,{year}-{month:02}-{day:02},{followers},{revision}\n");
        }
    }
    file
}

/// This many people, all with the name `called`.
fn people(count: usize, called: &str, revision: &str) -> String {
    let rows = (0..count).map(|n| format!("person-{n},{called} {n},yes,woman,{revision}\n"));
    format!("code,label,public,gender,revision\n{}", rows.collect::<String>())
}

async fn proves_itself(register: &Register) {
    let report = verify(&register.db, modules::tables()).await.unwrap();
    assert!(report.intact(), "{:?}", report.differences.iter().take(5).collect::<Vec<_>>());
}

#[test]
fn a_batch_of_many_pages_is_taken_back_exactly_and_what_it_stood_on_after_it() {
    with_network(async |register| {
        let small = facts(register).await;
        let many = [
            ("people", people(2_100, "Somebody", "")),
            ("readings", readings(|n| (n < MANY).then_some(("", n)))),
        ];
        import(register, "many", 10, &many.each_ref().map(|(table, file)| (*table, file.as_str())))
            .await
            .unwrap();
        let large = facts(register).await;
        proves_itself(register).await;
        let revised = readings(|n| match n {
            ..100 => None,
            100..2_300 => Some(("removal", n)),
            2_300..MANY if n % 2 == 0 => Some(("change", n + 1)),
            2_300..MANY => Some(("correction", n + 2)),
            _ => Some(("", n)),
        });
        let revised = [("people", people(150, "Somebody else", "correction")), ("readings", revised)];
        import(register, "revised", 20, &revised.each_ref().map(|(table, file)| (*table, file.as_str())))
            .await
            .unwrap();
        proves_itself(register).await;
        let stands = refusal(undo(register, "many", 30).await);
        assert!(stands.starts_with("error-batch-stands-on batch=many table="), "{stands}");
        // 150 rows of records, 2,200 removed, 2,000 revised, 50 new
        assert_eq!(undo(register, "revised", 30).await.unwrap(), 4_400);
        assert!(facts(register).await == large, "on {}", register.database());
        proves_itself(register).await;
        // records with the columns of people, and the readings
        assert_eq!(undo(register, "many", 40).await.unwrap(), 2 * 2_100 + MANY as usize);
        assert!(facts(register).await == small, "on {}", register.database());
        proves_itself(register).await;
    });
}

#[test]
fn a_batch_is_taken_back_with_a_few_statements_for_each_page() {
    with_network(async |register| {
        let mut counts = vec![];
        for (second, rows) in [(10, 100), (30, MANY)] {
            let file = readings(|n| (n < rows).then_some(("", n)));
            import(register, &format!("of {rows}"), second, &[("readings", &file)]).await.unwrap();
            let mut db = Db::open(&register.address, &Opening::default()).await.unwrap();
            let count = Arc::new(AtomicUsize::new(0));
            db.on_statement({
                let count = count.clone();
                move |_| {
                    count.fetch_add(1, Ordering::Relaxed);
                }
            });
            let batch = format!("of {rows}");
            let about = decapolis_register::journal::About { undoes: Some(&batch), batch: None, ..about("") };
            let undone =
                decapolis_actions::undo(&db, modules::tables(), &batch, &about, at(second + 10), &zone())
                    .await
                    .unwrap();
            assert_eq!(undone.1, rows as usize);
            db.close().await;
            counts.push(count.load(Ordering::Relaxed));
        }
        assert!(counts[1] - counts[0] < 40, "{counts:?} statements on {}", register.database());
    });
}

#[test]
fn revisions_of_one_call_are_written_in_their_order() {
    with_network(async |register| {
        import(register, "many", 10, &[("readings", &self::readings(|n| (n < 200).then_some(("", n))))])
            .await
            .unwrap();
        let readings = modules::tables().named("readings").unwrap();
        let sql = "SELECT id, day FROM readings WHERE day < 20200101 ORDER BY day DESC";
        let rows = register
            .db
            .reader()
            .query_all_raw(Statement::from_string(register.db.backend(), sql))
            .await
            .unwrap();
        let rows: Vec<(i64, i64)> = rows
            .iter()
            .map(|row| (row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap()))
            .collect();
        let on = |day: i64| -> Values {
            [("day", day), ("day_last", day)].map(|(name, n)| (name.to_string(), Cell::Int(n))).into()
        };
        let followers = |n: i64| -> Values { [("followers".to_string(), Cell::Int(n))].into() };
        // each takes the day that the one before leaves; then one is revised twice more, and another is removed
        let days = std::iter::once(19990101).chain(rows.iter().map(|(_, day)| *day));
        let mut writes: Vec<Write> =
            rows.iter().zip(days).map(|((id, _), day)| Write::Change(*id, on(day))).collect();
        let (first, last) = (rows[199].0, rows[0].0);
        writes.extend([
            Write::Correct(last, followers(4)),
            Write::Correct(last, followers(5)),
            Write::Remove(first),
        ]);
        let mut entry = crate::register::cast::open(&register.db, 99).await.unwrap();
        let ids = entry.revise(readings, writes).await.unwrap();
        assert_eq!(ids[..200], rows.iter().map(|(id, _)| *id).collect::<Vec<_>>());
        assert_eq!(ids[200..], [last, last, first]);
        let missing = entry.revise(readings, vec![Write::Remove(last), Write::Remove(first)]).await;
        assert!(matches!(missing, Err(Error::Broken(text)) if text.contains(&format!("no row {first}"))));
        entry.commit().await.unwrap();
        proves_itself(register).await;
        let sql = format!("SELECT day, followers FROM readings WHERE id = {last}");
        let row = register
            .db
            .reader()
            .query_one_raw(Statement::from_string(register.db.backend(), sql))
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            (row.try_get_by_index::<i64>(0).unwrap(), row.try_get_by_index::<i64>(1).unwrap()),
            (19990101, 5)
        );
        let sql = "SELECT count(*) FROM readings WHERE day < 20200101";
        let row = register
            .db
            .reader()
            .query_one_raw(Statement::from_string(register.db.backend(), sql))
            .await
            .unwrap()
            .unwrap();
        assert_eq!(row.try_get_by_index::<i64>(0).unwrap(), 199);
    });
}
