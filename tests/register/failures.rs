//! If anything fails while an entry is written, nothing of it remains, and the next entry is written.

use std::time::Duration;

use decapolis::modules;
use decapolis_register::db::{Db, Opening};
use decapolis_register::journal::{Entry, Heads, Write};
use decapolis_words::errors::Error;
use sea_orm::{ConnectionTrait, Statement};

use crate::register::files::*;
use crate::support::{Folder, Register, run};

/// Opens an entry and removes a row in it.
async fn half_written(register: &Register, batch: &str) -> decapolis_words::errors::Result<Entry> {
    let mut entry = Entry::open(&register.db, &about(batch), at(10), &zone()).await?;
    let readings = modules::tables().named("readings").expect("the readings");
    let ask = Statement::from_string(register.db.backend(), "SELECT max(id) FROM readings");
    let id: i64 = entry.reading().query_one_raw(ask).await?.expect("a row").try_get_by_index(0)?;
    entry.revise(readings, vec![Write::Remove(id)]).await?;
    Ok(entry)
}

/// Writes an entry completely, and checks that another process sees it.
async fn the_next_entry_is_written(register: &Register, batch: &str) {
    let file = [("places", &*format!("code,label\nplace-{batch},{batch}\n"))];
    let number = tokio::time::timeout(Duration::from_secs(20), import(register, batch, 10, &file))
        .await
        .expect("a turn")
        .unwrap();
    let other = Db::open(&register.address, &Opening::default()).await.unwrap();
    assert_eq!(Heads::read(other.reader()).await.unwrap().last, number, "{batch}");
    other.close().await;
}

#[test]
fn an_entry_that_is_dropped_or_cut_off_leaves_nothing_behind() {
    with_network(async |register| {
        let before = everything(register).await;
        drop(half_written(register, "dropped").await.unwrap());
        assert_eq!(everything(register).await, before);
        let entry = half_written(register, "panicked").await.unwrap();
        let panicked = tokio::spawn(async move {
            let _entry = entry;
            panic!("in the middle of an entry, for the test");
        });
        assert!(panicked.await.unwrap_err().is_panic());
        assert_eq!(everything(register).await, before);
        // cancelled in BEGIN, in a statement, or between the two
        for wait in 0..40 {
            let cut =
                tokio::time::timeout(Duration::from_micros(wait * 100), half_written(register, "cut off"))
                    .await;
            drop(cut);
        }
        assert_eq!(everything(register).await, before);
        the_next_entry_is_written(register, "after").await;
    });
}

#[test]
fn a_commit_that_nobody_waits_for_is_whole_or_nothing() {
    with_network(async |register| {
        let mut entries = 1;
        // with increasing time limits until the commit succeeds: a fast machine commits earlier than a slow one
        for wait in 0..24 {
            let entry = half_written(register, "impatient").await.unwrap();
            let _ =
                tokio::time::timeout(Duration::from_micros(100).mul_f64(1.5f64.powi(wait)), entry.commit())
                    .await;
            // the writer is free when the commit has ended, with or without success
            Entry::open(&register.db, &about("waits"), at(10), &zone())
                .await
                .unwrap()
                .give_up()
                .await
                .unwrap();
            let last = Heads::read(register.db.reader()).await.unwrap().last;
            assert!(last == entries || last == entries + 1, "{last} after {entries}");
            entries = last;
            let readings =
                everything(register).await.iter().filter(|row| row.starts_with("readings ")).count();
            assert_eq!(readings as i64, 6 - entries, "each entry took one of the five readings away");
            if entries == 5 {
                break;
            }
        }
        assert!(entries > 1, "some were written");
        the_next_entry_is_written(register, "after").await;
    });
}

#[test]
fn an_entry_in_which_a_statement_failed_is_not_committed() {
    with_network(async |register| {
        let before = everything(register).await;
        let entry = half_written(register, "failed").await.unwrap();
        entry
            .reading()
            .execute_unprepared("INSERT INTO counter (id, journal, row) VALUES (1, 0, 0)")
            .await
            .expect_err("a second counter");
        entry.commit().await.expect_err("not committed");
        assert_eq!(everything(register).await, before);
        the_next_entry_is_written(register, "after").await;
    });
}

/// Ends all server processes of this register, and waits until they are gone.
async fn end_the_connections(register: &Register) {
    let other = Db::open(&register.address, &Opening::default()).await.unwrap();
    let others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    other.run_unjournaled(&format!("SELECT pg_terminate_backend(pid) {others}")).await.unwrap();
    for _ in 0..500 {
        let ask = Statement::from_string(
            other.backend(),
            format!("SELECT count(*) {others} AND application_name = ''"),
        );
        let left: i64 =
            other.reader().query_one_raw(ask).await.unwrap().unwrap().try_get_by_index(0).unwrap();
        // `other` has two connections, and one counts the other
        if left <= 1 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    other.close().await;
}

#[test]
fn a_writer_whose_connection_ends_before_in_or_at_the_end_of_an_entry_writes_nothing_and_goes_on() {
    run(async {
        let register = Register::on_postgres().await;
        import_network(&register).await;
        let before = everything(&register).await;
        let out_of_reach = |error: Error| assert!(matches!(error, Error::Unavailable(_)), "{error:?}");
        // before BEGIN: the dead connection is replaced, for readers too
        end_the_connections(&register).await;
        half_written(&register, "begun").await.unwrap().give_up().await.unwrap();
        assert_eq!(everything(&register).await, before);
        // in the middle, and the ROLLBACK after it
        let mut entry = half_written(&register, "in the middle").await.unwrap();
        end_the_connections(&register).await;
        let readings = modules::tables().named("readings").unwrap();
        out_of_reach(entry.revise(readings, vec![Write::Remove(1)]).await.unwrap_err());
        entry.give_up().await.unwrap();
        assert_eq!(everything(&register).await, before);
        // at COMMIT
        let entry = half_written(&register, "at the end").await.unwrap();
        end_the_connections(&register).await;
        out_of_reach(entry.commit().await.unwrap_err());
        assert_eq!(everything(&register).await, before);
        the_next_entry_is_written(&register, "after").await;
        register.db.clone().close().await;
    });
}

#[test]
fn readers_do_not_take_the_writers_connection() {
    with_network(async |register| {
        let mut snapshots = vec![];
        while let Ok(Ok(snapshot)) =
            tokio::time::timeout(Duration::from_millis(300), register.db.snapshot()).await
        {
            snapshots.push(snapshot);
        }
        assert!((2..=16).contains(&snapshots.len()), "{} readers at once", snapshots.len());
        half_written(register, "while all read").await.unwrap().commit().await.unwrap();
        drop(snapshots);
        the_next_entry_is_written(register, "after").await;
    });
}

#[test]
fn a_connection_that_is_still_inside_a_transaction_is_not_given_out() {
    run(async {
        let register = Register::on_postgres().await;
        import_network(&register).await;
        // an open transaction on the writer's connection would include the next entry and lose it
        register.db.run_unjournaled("BEGIN").await.unwrap();
        the_next_entry_is_written(&register, "after").await;
        register.db.clone().close().await;
    });
}

#[test]
fn a_file_that_cannot_be_opened_is_out_of_reach_until_it_is_back() {
    run(async {
        let folder = Folder::new();
        let (place, elsewhere) = (folder.join("here"), folder.join("elsewhere"));
        let db = Db::open(&place.join("register.db").to_string_lossy(), &Opening::default()).await.unwrap();
        let one = Statement::from_string(db.backend(), "SELECT count(*) FROM sqlite_master");
        let snapshot = db.snapshot().await.unwrap();
        std::fs::rename(&place, &elsewhere).unwrap();
        // the only connection is in use, and another cannot be opened
        let error = Error::from(db.reader().query_one_raw(one.clone()).await.unwrap_err());
        assert!(matches!(error, Error::Unavailable(_)), "{error:?}");
        std::fs::rename(&elsewhere, &place).unwrap();
        db.reader().query_one_raw(one).await.unwrap();
        drop(snapshot);
        db.close().await;
    });
}
