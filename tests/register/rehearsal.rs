//! Rehearsal of an upgrade on a copy.

use std::path::Path;
use std::process::Command;

use decapolis::rehearsal::rehearse;
use decapolis_register::db::{Db, Opening};
use decapolis_register::schema::Standing;
use sea_orm::{ConnectionTrait, Statement};

use crate::register::files::refusal;
use crate::register::older::{older, standing_of};
use crate::support::{Folder, Register, run};

#[test]
fn a_rehearsal_asks_every_figure_of_every_year_and_leaves_nothing() {
    run(async {
        for (address, folder) in older().await {
            let before = standing_of(&address).await;
            let rehearsal = rehearse(&address, None).await.unwrap();
            assert!(rehearsal.migrated.is_some());
            let differing: Vec<_> = rehearsal
                .lines
                .iter()
                .filter(|line| line.differs())
                .map(|l| (l.year, &l.figure.key, l.before, l.after))
                .collect();
            assert!(differing.is_empty(), "{differing:?}");
            assert!(rehearsal.lines.len() > 100, "{}", rehearsal.lines.len());
            assert!(rehearsal.lines.iter().any(|line| line.after.counted > 0));
            assert_eq!(standing_of(&address).await, before);
            let left: Vec<_> =
                std::fs::read_dir(folder.path()).unwrap().flatten().map(|e| e.file_name()).collect();
            assert!(left.iter().all(|name| !name.to_string_lossy().contains("rehearsal")), "{left:?}");
            if address.starts_with("postgres") {
                let db = Db::open(&address, &Opening::default()).await.unwrap();
                // other tests rehearse on the same server
                let name = address.rsplit('/').next().unwrap();
                let ask =
                    format!("SELECT datname::text FROM pg_database WHERE datname LIKE '{name}\\_rehearsal%'");
                let ask = Statement::from_string(db.backend(), ask);
                assert!(db.reader().query_all_raw(ask).await.unwrap().is_empty());
                // a database cannot be copied while somebody is connected to it
                assert_eq!(refusal(rehearse(&address, None).await.map(|_| ())), "error-rehearsal-in-use");
                db.close().await;
            }
        }
    });
}

#[test]
fn a_rehearsal_without_the_right_to_copy_says_which_is_missing() {
    run(async {
        let register = Register::on_postgres().await;
        let database = register.address.rsplit('/').next().unwrap();
        for sql in [
            "CREATE ROLE clerk LOGIN",
            &format!("ALTER DATABASE {database} OWNER TO clerk"),
            "GRANT SELECT ON ALL TABLES IN SCHEMA public TO clerk",
        ] {
            register.db.run_unjournaled(sql).await.expect(sql);
        }
        register.db.clone().close().await;
        let as_clerk = register.address.replace("//decapolis@", "//clerk@");
        assert_ne!(as_clerk, register.address);
        assert_eq!(refusal(rehearse(&as_clerk, None).await.map(|_| ())), "error-rehearsal-right");
    });
}

#[test]
fn a_rehearsal_of_nothing_is_refused() {
    run(async {
        let folder = Folder::new();
        let missing = folder.join("missing.db").to_string_lossy().into_owned();
        assert!(refusal(rehearse(&missing, None).await.map(|_| ())).starts_with("error-rehearsal-nothing"));
        assert!(!Path::new(&missing).exists(), "a rehearsal makes no register");
        assert!(
            refusal(rehearse(&Register::nothing_on_postgres().await, None).await.map(|_| ()))
                .starts_with("error-rehearsal-nothing")
        );
    });
}

#[test]
fn the_command_rehearses_and_upgrades() {
    run(async {
        for (address, folder) in older().await {
            let upgrade = |more: &[&str]| {
                let mut command = Command::new(env!("CARGO_BIN_EXE_decapolis"));
                command
                    .arg("upgrade")
                    .args(more)
                    .env("DECAPOLIS_DATABASE", &address)
                    .env_remove("DECAPOLIS_NETWORK")
                    .env("LC_ALL", "C");
                let out = command.current_dir(folder.path()).output().unwrap();
                assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
                String::from_utf8_lossy(&out.stdout).into_owned()
            };
            let rehearsed = upgrade(&["--rehearse"]);
            assert!(rehearsed.contains("all the same before and after"), "{rehearsed}");
            let lines = || rehearsed.lines().filter(|line| line.contains("not counted"));
            let new =
                rehearsed.lines().find(|line| line.contains("could not be counted before")).unwrap_or("");
            assert!(lines().count() == 0 || new.starts_with(&lines().count().to_string()), "{rehearsed}");
            for line in lines() {
                assert!(new.contains(line.split_whitespace().nth(1).unwrap()), "{new} | {line}");
            }
            assert!(upgrade(&[]).contains("upgraded to this version"));
            assert!(upgrade(&[]).contains("nothing to upgrade"));
            assert_eq!(standing_of(&address).await, Standing::Ours);
        }
    });
}
