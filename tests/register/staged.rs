//! How an import is planned: in chunks, in a temporary file, at the same time as others.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use decapolis::modules;
use decapolis_import::transfer::{self, Planning};
use decapolis_register::db::Opening;

use crate::register::accounting::{apply, given, plan_of_lines, problems, row};
use crate::register::files::*;
use crate::register::refusals::program;
use crate::support::{Register, run};

#[test]
fn rows_are_held_against_one_another_however_far_apart_they_stand() {
    with_network(async |register| {
        let mut places = String::from("code,label\n");
        let mut organisations = String::from("code,label,level,place\n");
        let mut readings = String::from("channel,day,followers\n");
        for n in 0..4500 {
            places.push_str(&format!("place-{n},Place {n}\n"));
            // each refers, by code or by name, to a place far away in the other file
            let place =
                if n % 2 == 0 { format!("place-{}", 4499 - n) } else { format!("PLACE {}", 4499 - n) };
            organisations.push_str(&format!("city-{n},City {n},municipal,{place}\n"));
        }
        readings.push_str("birds,2011-01-01,1\n");
        for n in 0..4500 {
            readings.push_str(&format!("birds,{}-{:02}-{:02},1\n", 1700 + n / 300, n % 12 + 1, n % 25 + 1));
        }
        readings.push_str("birds,2011-01-01,2\n");
        let files = [
            ("places", places.as_str()),
            ("organisations", organisations.as_str()),
            ("readings", readings.as_str()),
        ];
        let mut plan = plan_of(register, &files).await;
        assert_eq!(problems(&plan), [("error-key-twice", Some(4503))]);
        assert!(plan.files.iter().all(|f| f.add_up()), "{:?}", plan.files);
        plan.leave_out_refused();
        apply(register, "many", 10, plan).await;
        let plan = plan_of(register, &files[..2]).await;
        assert!(plan.changes_nothing() && plan.errors() == 0, "{:?}", plan.problems.first());
        let exported = exported(register).await;
        let city = exported["organisations"].lines().find(|line| line.starts_with("city-3,")).unwrap();
        assert!(city.contains(",place-4496,"), "{city}");
    });
}

#[test]
fn a_chunk_costs_the_same_statements_however_large_the_register_is() {
    with_network(async |register| {
        let mut db = register.db.clone();
        let statements = Arc::new(AtomicUsize::new(0));
        let heard = statements.clone();
        db.on_statement(move |_| {
            heard.fetch_add(1, Ordering::Relaxed);
        });
        let count = async |rows: std::ops::Range<u64>| {
            let lines = rows.map(|n| {
                let day = format!("{}-{:02}-{:02}", 1000 + n / 300, n % 12 + 1, n % 25 + 1);
                row(n + 2, &["forum", if n % 2 == 0 { "accra" } else { "Bern" }, "", "spoke", &day])
            });
            let header = ["activity", "organisation", "person", "role", "day"];
            let lines = given("participations", &header, lines.collect());
            statements.store(0, Ordering::Relaxed);
            let plan = plan_of_lines(&db, vec![lines]).await;
            assert_eq!(plan.errors(), 0, "{:?}", plan.problems.first());
            (statements.load(Ordering::Relaxed), plan)
        };
        let [(one, plan), (two, _), (three, _)] =
            [count(0..2000).await, count(0..4000).await, count(0..6000).await];
        assert_eq!(two - one, three - two, "{one}, {two}, {three}");
        assert!(three - two <= 6, "{one}, {two}, {three}");
        apply(register, "many", 10, plan).await;
        let (again, plan) = count(0..2000).await;
        assert!(plan.changes_nothing());
        // what is new is looked at more closely than what is there already
        assert!(again <= one, "{again}, {one}");
    });
}

#[test]
fn empty_cells_of_a_key_are_equal_to_one_another() {
    with_network(async |register| {
        let header = "activity,organisation,person,role,day\n";
        let file = format!(
            "{header}forum,accra,,spoke,2020-06-15\nforum,,person-ama,expert,2020-06-15\nforum,,,hosted,2020-06-15\n"
        );
        let plan = plan_of(register, &[("participations", &file)]).await;
        assert_eq!((plan.previews[0].same, plan.previews[0].new), (2, 1));
        apply(register, "one", 10, plan).await;
        assert!(plan_of(register, &[("participations", &file)]).await.changes_nothing());
    });
}

#[test]
fn a_code_is_one_records_for_ever() {
    with_network(async |register| {
        let place = [("places", "code,label\nharbour,Harbour\n")];
        import(register, "place", 10, &place).await.unwrap();
        let before = exported(register).await;
        let id =
            async || everything(register).await.into_iter().find(|row| row.contains("\"harbour\"")).unwrap();
        let first = id().await.split(' ').nth(1).unwrap().to_string();
        undo(register, "place", 20).await.unwrap();
        let plan = plan_of(register, &[("themes", "code,label,rank\nharbour,Harbour,3\n")]).await;
        assert_eq!(problems(&plan), [("error-code-of-other-kind", Some(2))]);
        // the place may be added again, and is the same record
        import(register, "again", 30, &place).await.unwrap();
        assert_eq!(exported(register).await, before);
        assert_eq!(id().await.split(' ').nth(1).unwrap(), first);
        undo(register, "again", 40).await.unwrap();
    });
}

#[test]
fn texts_keep_their_original_language_through_a_file() {
    with_network(async |register| {
        let files = exported(register).await;
        assert!(
            files["activities"].contains(",summary_en,summary_es,summary_original"),
            "{}",
            files["activities"]
        );
        assert!(files["activities"].contains(",A forum,Un foro,es,"), "{}", files["activities"]);
        // into another register, and again into the same
        let texts: Vec<File> = files.iter().map(|(table, text)| (table.as_str(), text.as_str())).collect();
        let other =
            if register.on_postgres { Register::on_sqlite().await } else { Register::on_postgres().await };
        import(&other, "all", 0, &texts).await.unwrap();
        let summary = async |register: &Register| {
            let all = everything(register).await;
            all.into_iter()
                .find(|row| row.starts_with("activities ") && row.contains("Un foro"))
                .unwrap()
                .contains(r#"{\"es\":\"Un foro\""#)
        };
        assert!(summary(register).await && summary(&other).await);
        assert_eq!(exported(&other).await, files);
        assert!(plan_of(register, &texts).await.changes_nothing());
        other.db.clone().close().await;
    });
}

#[test]
fn a_full_folder_for_temporary_files_is_told_and_leaves_the_register_as_it_was() {
    with_network(async |register| {
        let before = everything(register).await;
        let rows: String = (0..20_000).map(|n| format!("place-{n},A place {n}\n")).collect();
        let (sheets, _) = sheets(&[("places", format!("code,label\n{rows}").as_bytes())]);
        let snapshot = register.db.snapshot().await.unwrap();
        let opening = Opening { max_pages: Some(300), ..Opening::default() };
        let how = Planning { opening, ..Planning::default() };
        let plan = transfer::plan(&snapshot, modules::tables(), sheets, vec![], &how).await;
        snapshot.commit().await.unwrap();
        assert_eq!(refusal(plan), "error-temporary-folder-full");
        assert_eq!(everything(register).await, before);
    });
}

#[test]
fn two_imports_at_once_are_both_written_or_one_is_told_to_look_again() {
    run(async {
        for register in [Register::on_sqlite().await, Register::on_postgres().await] {
            import_network(&register).await;
            for round in 0..3 {
                let file = |table: &str, text: String| {
                    let folder = register.folder.join(&format!("{table}-{round}"));
                    std::fs::create_dir_all(&folder).unwrap();
                    let path = folder.join(format!("{}.csv", table.trim_end_matches("-2")));
                    std::fs::write(&path, text).unwrap();
                    path
                };
                let rows = |table: &str, what: &str| {
                    (0..1500).map(|n| format!("{table}-{round}-{n},{what}\n")).collect::<String>()
                };
                let apart = [
                    file("places", format!("code,label\n{}", rows("place", "P"))),
                    file("mentions", format!("carrier,day,subject\nbirds,2020-01-0{},x\n", round + 1)),
                ];
                let together = [
                    file("areas", format!("code,label\n{}", rows("area", "A"))),
                    file("areas-2", format!("code,label\n{}", rows("area-b", "B"))),
                ];
                for (paths, at_least) in [(apart, 1), (together, 1)] {
                    let children: Vec<_> = paths
                        .iter()
                        .map(|path| {
                            let mut command = program(&register);
                            command.args(["import", "--apply", "--likely", "new"]).arg(path);
                            command
                                .stdout(std::process::Stdio::piped())
                                .stderr(std::process::Stdio::piped())
                                .spawn()
                                .unwrap()
                        })
                        .collect();
                    let outputs: Vec<_> =
                        children.into_iter().map(|child| child.wait_with_output().unwrap()).collect();
                    let written = outputs.iter().filter(|o| o.status.success()).count();
                    assert!(written >= at_least, "{outputs:?}");
                    for output in outputs.iter().filter(|o| !o.status.success()) {
                        let said = String::from_utf8_lossy(&output.stderr);
                        assert!(said.contains("has changed since the preview"), "{said}");
                    }
                }
            }
            // no batch name is used twice
            let sql = "SELECT count(*) - count(DISTINCT batch) FROM journal";
            let row = sea_orm::ConnectionTrait::query_one_raw(
                register.db.reader(),
                sea_orm::Statement::from_string(register.db.backend(), sql),
            );
            assert_eq!(row.await.unwrap().unwrap().try_get_by_index::<i64>(0).unwrap(), 0);
            register.db.clone().close().await;
        }
    });
}
