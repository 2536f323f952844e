//! Imports at the same time, too late, or interrupted: an import is written completely or not at all.

use std::process::Stdio;

use decapolis::modules;
use decapolis_import::transfer::{self, Planning};
use decapolis_register::db::{Db, Opening};
use decapolis_register::journal::Heads;

use crate::register::files::*;
use crate::register::refusals::program;
use crate::support::{Register, run};

#[test]
fn a_plan_made_before_another_import_is_refused() {
    with_network(async |register| {
        let file = [("readings", "channel,day,followers\nbirds,2020-01-01,1\n")];
        let (one, two) = (plan_of(register, &file).await, plan_of(register, &file).await);
        transfer::apply(&register.db, one, &about("one"), at(10), &zone()).await.unwrap();
        let before = everything(register).await;
        assert_eq!(
            refusal(transfer::apply(&register.db, two, &about("two"), at(10), &zone()).await),
            "error-moved"
        );
        assert_eq!(everything(register).await, before);
    });
}

#[test]
fn a_name_of_a_batch_is_given_once() {
    with_network(async |register| {
        // planned at the same time, for unrelated tables
        let one = plan_of(register, &[("readings", "channel,day,followers\nbirds,2020-01-01,1\n")]).await;
        let two = plan_of(register, &[("mentions", "carrier,day,subject\nbirds,2020-01-01,x\n")]).await;
        transfer::apply(&register.db, one, &about("2021-01-01-0002"), at(10), &zone()).await.unwrap();
        let before = everything(register).await;
        assert_eq!(
            refusal(transfer::apply(&register.db, two, &about("2021-01-01-0002"), at(10), &zone()).await),
            "error-moved"
        );
        assert_eq!(everything(register).await, before);
    });
}

#[test]
fn writers_wait_for_their_turn() {
    with_network(async |register| {
        let other = Db::open(&register.address, &Opening::default()).await.unwrap();
        let (mut readings, mut mentions) = (vec![], vec![]);
        for n in 1..=5 {
            readings.push(format!("channel,day,followers\nfaces,2019-01-0{n},{n}\n"));
            mentions.push(format!("carrier,day,subject\nfaces,2019-01-0{n},x\n"));
        }
        let here = async {
            for (n, file) in readings.iter().enumerate() {
                import(register, &format!("here{n}"), 10, &[("readings", file)]).await.unwrap();
            }
        };
        let there = async {
            for (n, file) in mentions.iter().enumerate() {
                let (sheets, _) = sheets(&[("mentions", file.as_bytes())]);
                let snapshot = other.snapshot().await.unwrap();
                let plan = transfer::plan(&snapshot, modules::tables(), sheets, vec![], &Planning::default())
                    .await
                    .unwrap();
                snapshot.commit().await.unwrap();
                transfer::apply(&other, plan, &about(&format!("there{n}")), at(10), &zone()).await.unwrap();
            }
        };
        tokio::join!(here, there);
        assert_eq!(Heads::read(register.db.reader()).await.unwrap().last, 11);
        let files = exported(register).await;
        assert_eq!((files["readings"].lines().count(), files["mentions"].lines().count()), (11, 7));
        other.close().await;
    });
}

#[test]
fn an_entry_is_not_recorded_before_the_last_one() {
    with_network(async |register| {
        import(register, "second", 10, &[("readings", "channel,day,followers\nbirds,2020-01-01,1\n")])
            .await
            .unwrap();
        let before = everything(register).await;
        let file = [("readings", "channel,day,followers\nbirds,2020-01-02,1\n")];
        assert_eq!(
            refusal(import(register, "third", 5, &file).await),
            "error-recorded-too-early day=2021-01-01"
        );
        assert_eq!(refusal(undo(register, "second", 5).await), "error-recorded-too-early day=2021-01-01");
        assert_eq!(everything(register).await, before);
        // the same instant is allowed
        import(register, "third", 10, &file).await.unwrap();
    });
}

#[test]
fn a_full_disk_leaves_the_register_as_it_was() {
    run(async {
        let register = Register::on_sqlite().await;
        import_network(&register).await;
        let before = everything(&register).await;
        let rows: String = (0..20_000)
            .map(|n| format!("place-{n},A place with a long enough name to fill some pages {n}\n"))
            .collect();
        let plan = plan_of(&register, &[("places", &format!("code,label\n{rows}"))]).await;
        let size = std::fs::metadata(&register.address).unwrap().len() / 4096;
        let small =
            Db::open(&register.address, &Opening { max_pages: Some(size + 20), ..Opening::default() })
                .await
                .unwrap();
        assert_eq!(
            refusal(transfer::apply(&small, plan, &about("full"), at(10), &zone()).await),
            "error-disk-full"
        );
        small.close().await;
        assert_eq!(everything(&register).await, before);
        // rows that fit are still written
        import(&register, "small", 10, &[("places", "code,label\nplace-x,X\n")]).await.unwrap();
        register.db.clone().close().await;
    });
}

#[test]
fn a_killed_import_leaves_all_or_nothing() {
    with_network(async |register| {
        let before = everything(register).await;
        let folder = register.folder.join("many");
        std::fs::create_dir_all(&folder).unwrap();
        let rows: String = (0..6000).map(|n| format!("place-{n},Place {n}\n")).collect();
        std::fs::write(folder.join("places.csv"), format!("code,label\n{rows}")).unwrap();
        let mut cut = 0;
        let mut pause = 20;
        // killed later and later, until it finishes
        let whole = loop {
            let mut child = program(register)
                .args(["import", "--apply"])
                .arg(&folder)
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            tokio::time::sleep(std::time::Duration::from_millis(pause)).await;
            let ended = child.try_wait().unwrap().is_some_and(|status| status.success());
            let _ = child.kill();
            let _ = child.wait();
            // PostgreSQL notices that a client is gone when it next writes to it
            let mut now = everything(register).await;
            for _ in 0..100 {
                if now == before || now.len() > before.len() + 12_000 {
                    break;
                }
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
                now = everything(register).await;
            }
            if now != before {
                break now;
            }
            assert!(!ended, "what has ended is written");
            cut += 1;
            pause += pause / 3;
        };
        assert!(cut > 0, "at least one was cut");
        // places, their records, the entry
        assert_eq!(whole.len(), before.len() + 2 * 6000 + 1);
        let plan = plan_of(register, &[("places", &format!("code,label\n{rows}"))]).await;
        assert!(plan.changes_nothing() && plan.errors() == 0);
    });
}

#[test]
fn a_day_that_has_not_come_yet_is_no_day_of_recording() {
    with_network(async |register| {
        let before = everything(register).await;
        let file = register.folder.join("places.csv");
        std::fs::write(&file, "code,label\nplace-x,X\n").unwrap();
        for (day, said) in
            [("2999-01-01", "2999-01-01"), ("2019-01-01", "2021-01-01"), ("31/02/2020", "31/02/2020")]
        {
            let output =
                program(register).args(["import", "--apply", "--recorded", day]).arg(&file).output().unwrap();
            let stderr = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(1), "{day}: {stderr}");
            assert!(stderr.contains(said) && stderr.lines().count() >= 2, "{day}: {stderr}");
            assert_eq!(everything(register).await, before, "{day}");
        }
        // without --apply nothing is written either
        let output = program(register).arg("import").arg(&file).output().unwrap();
        assert!(output.status.success());
        assert_eq!(everything(register).await, before);
    });
}
