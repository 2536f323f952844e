//! A register as one file: written while it is in use, read into the other database, and refused where it is not what was written.

use std::fs;
use std::io::{Read, Write};

use decapolis::accounts::cast;
use decapolis::modules;
use decapolis_register::archive;
use decapolis_register::known::Known;
use decapolis_register::verify::verify;
use decapolis_words::errors::{Error, Result};
use sea_orm::{ConnectionTrait, Statement};

use super::actions::proves_itself;
use crate::register::files::{everything, figures, import, import_network, undo};
use crate::support::{Folder, Register, both};

/// The key of a refusal.
fn refusal<T>(result: Result<T>) -> &'static str {
    match result {
        Err(Error::Refused(why)) => why.key,
        Err(error) => panic!("{error}"),
        Ok(_) => panic!("it was not refused"),
    }
}

async fn count(register: &Register, table: &str) -> i64 {
    let ask = Statement::from_string(register.db.backend(), format!("SELECT count(*) FROM {table}"));
    let row = register.db.reader().query_one_raw(ask).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}

#[test]
fn a_backup_is_restored_into_either_database_and_says_the_same() {
    both(async |register| {
        import_network(register).await;
        import(
            register,
            "more",
            70,
            &[("places", "code,label,latitude\ntamale,Tamale,9.4034000000000001\n")],
        )
        .await
        .unwrap();
        undo(register, "more", 80).await.unwrap();
        let app = decapolis::opening::over(register.db.clone(), None).await.unwrap();
        cast::invite_all(&app).await.expect("accounts, which have no versions");
        let folder = Folder::new();
        let file = folder.join("register.zip");
        let written = archive::write(&register.db, modules::tables(), &file, 0).await.unwrap();
        assert!(written.rows() > 100 && written.entry > 3 && written.chain.is_some());
        // no file is written over
        let there = archive::write(&register.db, modules::tables(), &file, 0).await;
        assert_eq!(refusal(there), "error-backup-there");
        let before = everything(register).await;
        let numbers = figures(register, "2020-12-31", Known::Now).await;
        for other in [Register::on_sqlite().await, Register::on_postgres().await] {
            let read = archive::read(&other.db, modules::tables(), &file).await.unwrap();
            assert_eq!(read, written);
            assert_eq!(
                everything(&other).await,
                before,
                "from {} to {}",
                register.database(),
                other.database()
            );
            proves_itself(&other).await;
            assert_eq!(figures(&other, "2020-12-31", Known::Now).await, numbers);
            let accounts =
                decapolis::accounts::store::all(other.db.reader(), app.settings.today()).await.unwrap();
            assert_eq!(accounts.len(), cast::CAST.len());
            // the indexes that are made anew have as much in them
            for index in ["spellings", "name_order"] {
                assert_eq!(count(&other, index).await, count(register, index).await, "{index}");
            }
            // a second restore finds the register full, and changes nothing
            let twice = archive::read(&other.db, modules::tables(), &file).await;
            assert_eq!(refusal(twice), "error-restore-not-empty");
            assert_eq!(everything(&other).await, before);
            other.db.close().await;
        }
    });
}

#[test]
fn a_backup_that_was_altered_is_refused_and_nothing_is_restored() {
    crate::support::run(async {
        let register = Register::on_sqlite().await;
        import_network(&register).await;
        let folder = Folder::new();
        let file = folder.join("register.zip");
        archive::write(&register.db, modules::tables(), &file, 0).await.unwrap();
        let other = Register::on_sqlite().await;
        let altered = |name: &str, change: &dyn Fn(&str, String) -> Option<String>| {
            let to = folder.join(name);
            let mut from = zip::ZipArchive::new(fs::File::open(&file).unwrap()).unwrap();
            let mut zip = zip::ZipWriter::new(fs::File::create(&to).unwrap());
            for n in 0..from.len() {
                let mut part = from.by_index(n).unwrap();
                let (name, mut text) = (part.name().unwrap().into_owned(), String::new());
                part.read_to_string(&mut text).unwrap();
                if let Some(text) = change(&name, text) {
                    zip.start_file(&name, zip::write::SimpleFileOptions::default()).unwrap();
                    zip.write_all(text.as_bytes()).unwrap();
                }
            }
            zip.finish().unwrap();
            to
        };
        let members = "tables/memberships.ndjson";
        let cases: [(&str, &dyn Fn(&str, String) -> Option<String>, &str); 5] = [
            (
                "value",
                &|name, text| Some(if name == members { text.replacen("2010", "2011", 1) } else { text }),
                "error-backup-damaged",
            ),
            (
                "row",
                &|name, text| {
                    Some(if name == members {
                        text.lines().skip(1).map(|l| format!("{l}\n")).collect()
                    } else {
                        text
                    })
                },
                "error-backup-damaged",
            ),
            ("table", &|name, text| (name != members).then_some(text), "error-backup-damaged"),
            (
                "version",
                &|name, text| {
                    Some(if name == "register.json" {
                        text.replace("\"stamp\": \"", "\"stamp\": \"0")
                    } else {
                        text
                    })
                },
                "error-backup-version",
            ),
            ("about", &|name, text| (name != "register.json").then_some(text), "error-no-backup"),
        ];
        let empty = everything(&other).await;
        for (name, change, key) in cases {
            let file = altered(name, change);
            assert_eq!(refusal(archive::read(&other.db, modules::tables(), &file).await), key, "{name}");
            assert_eq!(everything(&other).await, empty, "{name}");
        }
        let cut = folder.join("cut");
        let bytes = fs::read(&file).unwrap();
        fs::write(&cut, &bytes[..bytes.len() / 2]).unwrap();
        for file in [cut, folder.join("nothing")] {
            assert_eq!(refusal(archive::read(&other.db, modules::tables(), &file).await), "error-no-backup");
        }
        assert!(verify(&other.db, modules::tables()).await.unwrap().intact());
        register.db.close().await;
        other.db.close().await;
    });
}
