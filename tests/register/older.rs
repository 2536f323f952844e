//! A register made by an older version can be opened and gives the same figures. `tests/older` has one for each database.

use std::path::Path;
use std::process::{Command, Stdio};

use decapolis::app::App;
use decapolis::modules;
use decapolis::opening::open_and_migrate;
use decapolis_base::{Day, Period};
use decapolis_figures::Asked;
use decapolis_register::db::{Db, Opening};
use decapolis_register::journal::{self, Heads};
use decapolis_register::known::Known;
use decapolis_register::migrate::{Keep, STEPS, Step, migrate_by};
use decapolis_register::schema::{Standing, standing};
use decapolis_register::verify::verify;
use decapolis_words::errors::Error;
use sea_orm::{ConnectionTrait, Statement};

use crate::support::{Folder, Register, run};

/// A file of `tests/older`.
fn unpacked(name: &str) -> Vec<u8> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/older").join(name);
    let out = Command::new("xz")
        .arg("-dc")
        .arg(&file)
        .output()
        .expect("xz: install it (Debian and Ubuntu: `apt-get install xz-utils`)");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    out.stdout
}

/// An older register of each database: its URL, and a folder that is removed with it.
pub async fn older() -> Vec<(String, Folder)> {
    let folder = Folder::new();
    let file = folder.join("older.db");
    std::fs::write(&file, unpacked("register.db.xz")).expect("a new file");
    let address = Register::nothing_on_postgres().await;
    let db = Db::open(&address, &Opening::default()).await.expect("an empty database");
    let dump = String::from_utf8(unpacked("register.sql.xz")).expect("a dump in UTF-8");
    // commands of psql itself are not for the server
    let sql: String =
        dump.lines().filter(|line| !line.starts_with('\\')).flat_map(|line| [line, "\n"]).collect();
    db.run_unjournaled(&sql).await.expect("the dump");
    db.close().await;
    vec![(file.to_string_lossy().into_owned(), folder), (address, Folder::new())]
}

pub async fn standing_of(address: &str) -> Standing {
    let db = Db::open(address, &Opening::default()).await.expect("a register");
    let found = standing(db.reader(), modules::tables()).await.expect("a standing");
    db.close().await;
    found
}

/// Checks the figures of `tests/older/figures.csv` whose meaning has not changed: question, key, and the older version's answer.
async fn same_figures(app: &App) {
    let text = include_str!("../older/figures.csv");
    let heads = Heads::read(app.db.reader()).await.unwrap();
    let mut compared = 0;
    for line in text.lines().skip(1) {
        let [at, known, key, version, counted, base, left_out] = line.split(',').collect::<Vec<_>>()[..]
        else {
            panic!("{line}")
        };
        let Some(figure) = app.figures.catalog.figure(key).filter(|f| f.version.to_string() == version)
        else {
            continue;
        };
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let known = match known {
            "" => Known::Now,
            text => Known::At(journal::last_by(app.db.reader(), day(text)).await.unwrap()),
        };
        let asked = Asked::period(Period::year_to(day(at)), known);
        let answer = app.figures.number(app.db.reader(), &heads, figure, &asked).await.unwrap();
        let tally = app.figures.tally(app.db.reader(), &heads, figure, &asked).await.unwrap();
        let of = if base.is_empty() { String::new() } else { answer.base.to_string() };
        assert_eq!(
            (answer.counted.to_string(), of, tally.left_out_rows.to_string()),
            (counted.into(), base.into(), left_out.into()),
            "{line}"
        );
        compared += 1;
    }
    assert!(compared > 100, "only {compared} figures are still those of then");
}

#[test]
fn an_older_register_opens_and_gives_the_same_figures() {
    run(async {
        for (address, _folder) in older().await {
            let Standing::Other(stamp) = standing_of(&address).await else {
                panic!("{address} is no older register")
            };
            let (db, migrated) = open_and_migrate(&address).await.unwrap();
            let migrated = migrated.expect("an upgrade");
            assert_eq!((&migrated.from, migrated.steps.len()), (&stamp, STEPS.len()));
            // the copy is beside it, for a version that can read it
            if let Some(copy) = &migrated.copy {
                assert_eq!(copy.to_string_lossy(), format!("{address}.before-{stamp}"));
                assert_eq!(standing_of(&copy.to_string_lossy()).await, Standing::Other(stamp));
            }
            assert_eq!(migrated.copy.is_some(), !address.starts_with("postgres"));
            let report = verify(&db, modules::tables()).await.unwrap();
            assert!(report.intact(), "{:?}", report.differences);
            assert_eq!(report.entries, 5);
            assert!(report.versions > 10_000, "{}", report.versions);
            let ordered = "SELECT count(*) FROM records r WHERE NOT EXISTS (SELECT 1 FROM name_order n WHERE n.record = r.id)";
            let ask = Statement::from_string(db.backend(), ordered);
            let without: i64 =
                db.reader().query_one_raw(ask).await.unwrap().unwrap().try_get_by_index(0).unwrap();
            assert_eq!(without, 0, "records without a place in the order of names");
            let app = decapolis::opening::over(db, None).await.unwrap();
            same_figures(&app).await;
            app.db.close().await;
            // when it is opened again, it has this version
            let (db, again) = open_and_migrate(&address).await.unwrap();
            assert_eq!(again, None);
            assert!(verify(&db, modules::tables()).await.unwrap().intact());
            db.close().await;
        }
    });
}

#[test]
fn an_older_register_goes_on_as_any_other() {
    run(async {
        for (address, folder) in older().await {
            let (db, _) = open_and_migrate(&address).await.unwrap();
            let register = Register { db, on_postgres: address.starts_with("postgres"), address, folder };
            let late = |seconds: i64| seconds + 1_000_000_000;
            let file = [(
                "readings",
                "channel,day,followers,revision\nchannel-x,2017-06-30,7731,correction\nchannel-x,2019-01-01,9999,\n",
            )];
            crate::register::files::import(&register, "more", late(0), &file).await.unwrap();
            crate::register::files::undo(&register, "more", late(10)).await.unwrap();
            let report = verify(&register.db, modules::tables()).await.unwrap();
            assert!(report.intact(), "{:?}", report.differences);
            assert_eq!(report.entries, 7);
            register.db.clone().close().await;
        }
    });
}

#[test]
fn an_upgrade_that_is_cut_leaves_the_register_as_it_was() {
    let cut_short = [
        Step { name: STEPS[0].name, run: STEPS[0].run },
        Step { name: "cut", run: |_, _| Box::pin(async { Err(Error::Broken("cut".into())) }) },
    ];
    run(async {
        for (address, _folder) in older().await {
            let before = standing_of(&address).await;
            let db = Db::open(&address, &Opening::default()).await.unwrap();
            let cut = migrate_by(&db, modules::tables(), Keep::Nothing, &cut_short).await;
            assert_eq!(cut.map_err(|e| e.to_string()), Err("cut".to_string()));
            db.run_unjournaled("SELECT seal FROM readings").await.expect_err("no column was added");
            db.run_unjournaled("SELECT number FROM touched").await.expect_err("no table was added");
            db.close().await;
            assert_eq!(standing_of(&address).await, before);
            let (db, migrated) = open_and_migrate(&address).await.unwrap();
            assert!(migrated.is_some() && verify(&db, modules::tables()).await.unwrap().intact());
            db.close().await;
        }
    });
}

#[test]
fn an_upgrade_that_is_killed_leaves_the_older_register_or_the_new_one() {
    run(async {
        for (address, folder) in older().await {
            let before = standing_of(&address).await;
            for delay in [40, 150, 400, 900] {
                let mut command = Command::new(env!("CARGO_BIN_EXE_decapolis"));
                command
                    .arg("upgrade")
                    .env("DECAPOLIS_DATABASE", &address)
                    .env_remove("DECAPOLIS_NETWORK")
                    .env("LC_ALL", "C");
                let quiet = Stdio::null;
                let mut running =
                    command.current_dir(folder.path()).stdout(quiet()).stderr(quiet()).spawn().unwrap();
                std::thread::sleep(std::time::Duration::from_millis(delay));
                let _ = running.kill();
                running.wait().unwrap();
                let found = standing_of(&address).await;
                assert!(found == before || found == Standing::Ours, "{found:?}");
            }
            // what a killed upgrade left behind does not matter
            let (db, _) = open_and_migrate(&address).await.unwrap();
            assert!(verify(&db, modules::tables()).await.unwrap().intact());
            db.close().await;
        }
    });
}

#[test]
fn two_programs_that_open_it_at_once_upgrade_it_once() {
    run(async {
        for (address, _folder) in older().await {
            let (one, two) = tokio::join!(open_and_migrate(&address), open_and_migrate(&address));
            let (one, two) = (one.unwrap(), two.unwrap());
            assert!(one.1.is_some() != two.1.is_some(), "{:?} {:?}", one.1, two.1);
            assert!(verify(&two.0, modules::tables()).await.unwrap().intact());
            one.0.close().await;
            two.0.close().await;
        }
    });
}

#[test]
fn two_programs_that_make_a_register_at_once_make_one() {
    run(async {
        let folder = Folder::new();
        for address in
            [folder.join("new.db").to_string_lossy().into_owned(), Register::nothing_on_postgres().await]
        {
            let (one, two) = tokio::join!(open_and_migrate(&address), open_and_migrate(&address));
            for (db, migrated) in [one.unwrap(), two.unwrap()] {
                assert_eq!(migrated, None);
                assert_eq!(standing(db.reader(), modules::tables()).await.unwrap(), Standing::Ours);
                db.close().await;
            }
        }
    });
}
