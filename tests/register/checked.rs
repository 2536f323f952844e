//! Checking a register writes nothing, also where it may only be read, and says in words what is damaged.

use std::collections::BTreeMap;
use std::path::Path;

use decapolis_register::db::{Db, Opening};

use super::operation::{contents, made, told, verb};
use crate::register::files::*;
use crate::register::refusals::program;
use crate::support::{Folder, Register, run};

#[test]
fn checking_a_register_writes_nothing() {
    let folder = Folder::new();
    let file = made(&folder);
    let before = contents(folder.path());
    let output = verb(&file, &["verify"]);
    assert!(output.status.success(), "{}", told(&output));
    assert_eq!(before, contents(folder.path()));
    // copies of a register that a program has open, with and without what is beside it
    let copies = Folder::new();
    run(async {
        let db = Db::open(&file.to_string_lossy(), &Opening::default()).await.unwrap();
        db.run_unjournaled("PRAGMA wal_autocheckpoint = 0").await.unwrap();
        db.run_unjournaled("CREATE TABLE mine (x)").await.unwrap();
        for (name, beside) in [("alone", &[][..]), ("log", &["-wal"]), ("all", &["-wal", "-shm"])] {
            let to = copies.join(name);
            std::fs::create_dir_all(&to).unwrap();
            for suffix in [""].iter().chain(beside) {
                let from = format!("{}{suffix}", file.display());
                std::fs::copy(from, to.join(format!("network.db{suffix}"))).unwrap();
            }
        }
        db.close().await;
    });
    for name in ["alone", "log", "all"] {
        let folder = copies.join(name);
        let before = contents(&folder);
        let output = verb(&folder.join("network.db"), &["verify"]);
        assert!(output.status.success(), "{name}: {}", told(&output));
        let after = contents(&folder);
        let same = |files: &BTreeMap<String, Vec<u8>>| {
            // the index of the log is no content: SQLite makes it new for every first reader
            files.clone().into_iter().filter(|(file, _)| !file.ends_with("-shm")).collect::<Vec<_>>()
        };
        assert_eq!((before.len(), same(&before)), (after.len(), same(&after)), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn a_register_that_may_only_be_read_is_read() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new();
    let file = made(&folder);
    let place = folder.join("shelf");
    std::fs::create_dir_all(&place).unwrap();
    let copy = place.join("copy.db");
    std::fs::copy(&file, &copy).unwrap();
    let rights =
        |path: &Path, mode| std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    for path in [folder.path(), &folder.join("sheets")] {
        rights(path, 0o755);
    }
    rights(&copy, 0o444);
    rights(&place, 0o555);
    let as_nobody = |args: &[&str]| {
        // nothing is forbidden to root
        let root = std::process::Command::new("id").arg("-u").output().is_ok_and(|o| o.stdout == b"0\n");
        let mut command =
            std::process::Command::new(if root { "runuser" } else { env!("CARGO_BIN_EXE_decapolis") });
        if root {
            command.args(["-u", "nobody", "--", env!("CARGO_BIN_EXE_decapolis")]);
        }
        command
            .args(args)
            .env("DECAPOLIS_DATABASE", &copy)
            .env("LC_ALL", "C")
            .current_dir("/")
            .output()
            .unwrap()
    };
    if as_nobody(&["routes"]).status.success() {
        for args in [&["verify"][..], &["figures"], &["figures", "why", "members"]] {
            let output = as_nobody(args);
            assert!(output.status.success(), "{args:?}: {}", told(&output));
        }
        let output = as_nobody(&["undo", "2020-01-01-0001"]);
        assert!(!output.status.success() && !told(&output).contains("error:"), "{}", told(&output));
        let output = as_nobody(&["do", "network.change-brand", "--accent", "#0b3d91", "--apply"]);
        assert!(told(&output).contains("may only be read"), "{}", told(&output));
        assert_eq!(contents(&place).len(), 1);
    }
    rights(&place, 0o755);
}

#[test]
fn an_empty_copy_is_not_called_as_it_was_written() {
    let folder = Folder::new();
    // a file without tables, and a register in which nothing was ever written
    std::fs::write(folder.join("nothing.db"), b"").unwrap();
    let output = verb(&folder.join("nothing.db"), &["verify"]);
    assert!(!output.status.success() && told(&output).contains("There is no register"), "{}", told(&output));
    run(async {
        let register = Register::on_sqlite().await;
        let output = program(&register).arg("verify").output().unwrap();
        let said = told(&output);
        assert!(!output.status.success() && said.contains("There is nothing to check"), "{said}");
        assert!(!said.contains("Everything matches"), "{said}");
        register.db.clone().close().await;
    });
}

#[test]
fn a_damaged_register_is_told_in_words() {
    with_network(async |register| {
        let sqlite = !register.on_postgres;
        let damages = [
            ("UPDATE heads SET number = 7 WHERE name = 'readings'", "names another entry as the last"),
            ("DELETE FROM heads WHERE name = 'posts'", "names another entry as the last"),
            (
                "INSERT INTO heads (name, number) VALUES ('no_such_table', 1)",
                "names another entry as the last",
            ),
            ("UPDATE records SET label = 'no json' WHERE code = 'bern'", "differs from what was recorded"),
            ("ALTER TABLE readings RENAME TO gone", "cannot be read"),
            ("ALTER TABLE networks RENAME TO gone_too", "The editions cannot be checked"),
            ("ALTER TABLE touched RENAME COLUMN digest TO other", "cannot be read"),
            ("DELETE FROM counter", "cannot be read"),
            ("ALTER TABLE heads RENAME TO no_heads", "cannot be read"),
            ("ALTER TABLE journal RENAME COLUMN chain TO chained", "cannot be read"),
        ];
        for (sql, said) in damages {
            register.db.run_unjournaled(sql).await.unwrap_or_else(|e| panic!("{sql}: {e}"));
            let output = program(register).arg("verify").output().unwrap();
            let all = told(&output);
            assert_eq!(output.status.code(), Some(1), "{sql}: {all}");
            assert!(all.contains(said), "{sql}: {all}");
            assert!(!all.contains("error:") && !all.contains("panicked"), "{sql}: {all}");
        }
        if sqlite {
            for sql in [
                "UPDATE memberships SET seal = 'x', recorded = 'y', from_last = x'00'",
                "UPDATE placements SET recorded = 9223372036854775807",
                "UPDATE records_history SET superseded = -1",
            ] {
                register.db.run_unjournaled(sql).await.unwrap_or_else(|e| panic!("{sql}: {e}"));
                let output = program(register).arg("verify").output().unwrap();
                let all = told(&output);
                assert_eq!(output.status.code(), Some(1), "{sql}: {all}");
                assert!(!all.contains("error:") && !all.contains("panicked"), "{sql}: {all}");
            }
        }
    });
}

#[test]
fn a_file_that_is_cut_or_overwritten_is_told_in_words() {
    let folder = Folder::new();
    let file = made(&folder);
    let whole = std::fs::read(&file).unwrap();
    let mut places: Vec<usize> = (1..12).map(|n| whole.len() / 12 * n).collect();
    places.extend([100, 4096, 8192]);
    for at in places {
        for cut in [true, false] {
            let mut bytes = whole.clone();
            if cut {
                bytes.truncate(at);
            } else {
                // from the beginning of a page: what no row uses inside of one may hold anything
                let from = at / 4096 * 4096;
                let end = (from + 3_000).min(bytes.len());
                bytes[from..end].fill(0xa5);
            }
            let damaged = folder.join("damaged.db");
            std::fs::write(&damaged, &bytes).unwrap();
            let output = verb(&damaged, &["verify"]);
            let said = told(&output);
            assert_eq!(output.status.code(), Some(1), "{cut} {at}: {said}");
            assert!(!said.contains("error:") && !said.contains("panicked"), "{cut} {at}: {said}");
            assert!(!said.contains("Everything matches"), "{cut} {at}: {said}");
        }
    }
}
