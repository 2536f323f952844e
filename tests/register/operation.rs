//! The file of a register: who may read it, that it is whole after every verb, that a wrong file is not touched, and that checking one
//! changes nothing.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Output;

use decapolis_register::db::{Db, Opening};
use decapolis_register::journal::Heads;
use sea_orm::{ConnectionTrait, Database, Statement};

use crate::register::files::*;
use crate::register::refusals::program;
use crate::support::{Folder, Register, both, run};

/// Runs a verb on a register in this file.
fn verb(file: &Path, args: &[&str]) -> Output {
    std::process::Command::new(env!("CARGO_BIN_EXE_decapolis"))
        .args(args)
        .env("DECAPOLIS_DATABASE", file)
        .env_remove("DECAPOLIS_NETWORK")
        .env("LC_ALL", "C")
        .current_dir(file.parent().expect("a folder"))
        .output()
        .expect("the program")
}

fn told(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// The names and contents of all files in a folder.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = std::fs::read_dir(folder).expect("a folder").flatten().filter(|entry| entry.path().is_file());
    files
        .map(|entry| {
            (entry.file_name().to_string_lossy().into_owned(), std::fs::read(entry.path()).expect("a file"))
        })
        .collect()
}

/// The files of the small network, in a folder of their own.
fn sheets(folder: &Folder) -> String {
    let sheets = folder.join("sheets");
    std::fs::create_dir_all(&sheets).expect("a folder");
    for (table, text) in NETWORK {
        std::fs::write(sheets.join(format!("{table}.csv")), text).expect("a file");
    }
    sheets.to_string_lossy().into_owned()
}

/// A register in a file, made by the program itself.
fn made(folder: &Folder) -> std::path::PathBuf {
    let file = folder.join("network.db");
    let output = verb(&file, &["import", &sheets(folder), "--apply"]);
    assert!(output.status.success(), "{}", told(&output));
    file
}

#[cfg(unix)]
fn mode(file: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::metadata(file).unwrap_or_else(|e| panic!("{}: {e}", file.display())).permissions().mode() & 0o777
}

#[cfg(unix)]
#[test]
fn only_its_owner_may_read_a_register_and_its_copies() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new();
    let file = made(&folder);
    assert_eq!(mode(&file), 0o600);
    // what an older version left open is closed; a group that somebody let in stays
    for (before, after) in [(0o644, 0o600), (0o666, 0o600), (0o640, 0o640), (0o660, 0o660)] {
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(before)).unwrap();
        assert!(verb(&file, &["figures"]).status.success());
        assert_eq!(mode(&file), after, "{before:o}");
    }
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
    run(async {
        let db = Db::open(&file.to_string_lossy(), &Opening::default()).await.unwrap();
        for beside in ["network.db", "network.db-wal", "network.db-shm"] {
            assert_eq!(mode(&folder.join(beside)), 0o600, "{beside}");
        }
        let copy = folder.join("copy.db");
        db.copy_to(&copy).await.unwrap();
        assert_eq!(mode(&copy), 0o600);
        db.run_unjournaled("UPDATE schema_stamp SET stamp = 'another'").await.unwrap();
        db.close().await;
    });
    let output = verb(&file, &["upgrade"]);
    assert!(output.status.success(), "{}", told(&output));
    assert_eq!(mode(&folder.join("network.db.before-another")), 0o600);
}

#[test]
fn the_file_is_whole_after_every_verb() {
    let folder = Folder::new();
    let file = made(&folder);
    let more = folder.join("readings.csv");
    std::fs::write(&more, "channel,day,followers\nbirds,2022-01-01,77\n").unwrap();
    let more = more.to_string_lossy().into_owned();
    let verbs: &[&[&str]] = &[
        &["import", &more],
        &["import", &more, "--apply"],
        &["import", &more, "--apply"],
        &["look", &more],
        &["figures"],
        &["figures", "--json"],
        &["figures", "why", "members"],
        &["figures", "why", "no-such-figure"],
        &["export", "out"],
        &["verify"],
        &["do", "network.change-brand", "--accent", "#0b3d91", "--apply"],
        &["do", "network.change-brand", "--accent", "yellow"],
        &["clock", "accept"],
        &["undo", "no-such-batch"],
        &["upgrade"],
        &["upgrade", "--rehearse"],
    ];
    for args in verbs {
        let output = verb(&file, args);
        let beside: Vec<String> =
            contents(folder.path()).into_keys().filter(|name| name.starts_with("network.db-")).collect();
        assert_eq!(beside, Vec::<String>::new(), "{args:?}: {}", told(&output));
        // a copy of the file alone is a copy of the register
        let copies = Folder::new();
        std::fs::copy(&file, copies.join("copy.db")).unwrap();
        let output = verb(&copies.join("copy.db"), &["verify"]);
        assert!(output.status.success(), "{args:?}: {}", told(&output));
    }
}

#[test]
fn what_a_running_program_has_written_is_in_the_file() {
    run(async {
        let register = Register::on_sqlite().await;
        import_network(&register).await;
        let file = [("places", "code,label\nplace-late,Late\n")];
        let number = import(&register, "late", 10, &file).await.unwrap();
        let copy = register.folder.join("copy.db");
        std::fs::copy(&register.address, &copy).unwrap();
        let copied = Db::open(&copy.to_string_lossy(), &Opening::default()).await.unwrap();
        assert_eq!(Heads::read(copied.reader()).await.unwrap().last, number);
        copied.close().await;
        register.db.clone().close().await;
    });
}

/// The database of another program, in the ways that a file may be left behind.
async fn of_another_program(folder: &Folder, log: bool) -> std::path::PathBuf {
    let file = folder.join("other.db");
    let address = format!("sqlite://{}?mode=rwc", file.display());
    let other = Database::connect(address).await.unwrap();
    if log {
        other.execute_unprepared("PRAGMA journal_mode = WAL").await.unwrap();
    }
    for sql in [
        "CREATE TABLE invoices (id INTEGER PRIMARY KEY, amount INTEGER)",
        "CREATE TABLE journal (day TEXT)",
        "CREATE TABLE schema_stamp (stamp TEXT)",
        "INSERT INTO invoices VALUES (1, 500)",
    ] {
        other.execute_unprepared(sql).await.unwrap();
    }
    if log {
        // copied while it is open: its log is beside it, and its index is not
        let killed = folder.join("killed.db");
        std::fs::copy(&file, &killed).unwrap();
        std::fs::copy(folder.join("other.db-wal"), folder.join("killed.db-wal")).unwrap();
        other.close().await.unwrap();
        return killed;
    }
    other.close().await.unwrap();
    file
}

#[test]
fn a_wrong_file_is_refused_and_not_touched() {
    let folders = [Folder::new(), Folder::new(), Folder::new(), Folder::new()];
    let [plain, log, text, cut] = &folders;
    let mut files =
        run(async { vec![of_another_program(plain, false).await, of_another_program(log, true).await] });
    for (folder, words) in [(text, &b"a list of members\n"[..]), (cut, &b"SQLite for"[..])] {
        std::fs::write(folder.join("list.db"), words).unwrap();
        files.push(folder.join("list.db"));
    }
    let lists = Folder::new();
    let sheets = sheets(&lists);
    for (folder, file) in folders.iter().zip(&files) {
        let before = contents(folder.path());
        let verbs: &[&[&str]] = &[
            &["import", &sheets, "--apply"],
            &["figures"],
            &["verify"],
            &["undo", "2020-01-01-0001"],
            &["upgrade"],
            &["upgrade", "--rehearse"],
            &["export", "out"],
            &["do", "network.change-brand", "--accent", "#0b3d91", "--apply"],
            &["clock", "accept"],
            &["generate"],
            &["serve", "--port", "1"],
        ];
        for args in verbs {
            let output = verb(file, args);
            let said = told(&output);
            assert!(!output.status.success() && said.contains("it has not been changed"), "{args:?}: {said}");
            assert_eq!(before, contents(folder.path()), "{} {args:?}", file.display());
        }
    }
    // the demo does not write over a file that it did not make
    let file = plain.join("metropolis-2020.db");
    std::fs::copy(&files[0], &file).unwrap();
    let before = contents(plain.path());
    let output = verb(&file, &["demo", "--make-only", "--dir", &plain.path().to_string_lossy()]);
    assert!(!output.status.success(), "{}", told(&output));
    assert_eq!(before, contents(plain.path()));
}

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
    both(async |register| {
        import_network(register).await;
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
                let end = (at + 3_000).min(bytes.len());
                bytes[at..end].fill(0xa5);
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

#[test]
fn a_password_in_an_address_is_never_printed() {
    let folder = Folder::new();
    for address in [
        "postgres://u:s3cret@127.0.0.1:1/net",
        "POSTGRES://u:s3cret@127.0.0.1:1/net",
        " postgres://u:s3cret@127.0.0.1:1/net",
        "postgres:u:s3cret@127.0.0.1:1/net",
        "postgres:/u:s3cret@127.0.0.1:1/net",
        "pgsql://u:s3cret@127.0.0.1:1/net",
        "mysql://u:s3cret@127.0.0.1/net",
        "postgres://127.0.0.1:1/net?user=u&password=s3cret",
        "postgres://127.0.0.1:1/net?user=u&pasword=s3cret",
        "postgres://u:a@b?s3cret@127.0.0.1:1/net",
        "postgres://u:a#s3cret@127.0.0.1:1/net",
        "postgres://u:a/s3cret@127.0.0.1:1/net",
        "postgres://u:1/s3cret@127.0.0.1:1/net",
        "host=127.0.0.1 user=u password=s3cret",
    ] {
        for args in [
            &["verify"][..],
            &["figures"],
            &["upgrade", "--rehearse"],
            &["generate"],
            &["serve", "--port", "1"],
        ] {
            let output = std::process::Command::new(env!("CARGO_BIN_EXE_decapolis"))
                .args(args)
                .env("DECAPOLIS_DATABASE", address)
                .env("DECAPOLIS_LOG", "trace")
                .env("LC_ALL", "C")
                .current_dir(folder.path())
                .output()
                .unwrap();
            let said = told(&output);
            assert!(!output.status.success() && !said.contains("s3cret"), "{address} {args:?}: {said}");
        }
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "no file is named after an address");
}

#[test]
fn signs_that_turn_the_writing_are_named_at_import_and_escapes_never_reach_a_terminal() {
    both(async |register| {
        import_network(register).await;
        let file = register.folder.join("places.csv");
        std::fs::write(&file, "code,label\nplace-x,\u{202e}arccA\nplace-y,Plain\n").unwrap();
        let output = program(register).arg("import").arg(&file).arg("--apply").output().unwrap();
        let said = told(&output);
        assert!(output.status.success(), "{said}");
        assert!(said.contains("places.csv:2 [label]: warning") && said.contains("U+202E"), "{said}");
        assert!(!said.contains("places.csv:3"), "{said}");
        // what the register holds comes back as it was
        let out = register.folder.join("out");
        assert!(program(register).args(["export", "out"]).output().unwrap().status.success());
        let text = std::fs::read_to_string(out.join("places.csv")).unwrap();
        assert!(text.contains("\u{202e}arccA") && !text.contains('\u{2068}'), "{text}");
        // whatever is printed of a file
        let escapes = "\u{1b}]0;owned\u{7}\u{9b}31m\u{1b}[2J";
        for (name, text) in [
            ("places.csv", format!("code,label\nplace-z,{escapes}\n{escapes},x\n")),
            (
                "members.csv",
                format!("City{escapes},Country{escapes}\nAccra{escapes},Ghana\nBern{escapes},x\n"),
            ),
            ("readings.csv", format!("channel,day,followers\n{escapes},{escapes},{escapes}\n")),
        ] {
            let folder = register.folder.join(&format!("in {escapes}"));
            std::fs::create_dir_all(&folder).unwrap();
            let file = folder.join(name);
            std::fs::write(&file, text).unwrap();
            for args in [&["import"][..], &["import", "--apply"], &["look"]] {
                let output = program(register).args(args).arg(&file).output().unwrap();
                let said = told(&output);
                let obeyed = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
                assert!(!said.is_empty() && !said.contains(obeyed), "{name} {args:?}: {said:?}");
            }
        }
    });
}

#[test]
fn datasette_and_older_versions_of_sqlite_open_a_register() {
    run(async {
        let register = Register::on_sqlite().await;
        import_network(&register).await;
        let ask = Statement::from_string(
            register.db.backend(),
            "SELECT coalesce(group_concat(sql, ' '), '') FROM sqlite_master",
        );
        let schema: String =
            register.db.reader().query_one_raw(ask).await.unwrap().unwrap().try_get_by_index(0).unwrap();
        // each needs a version after 3.40, which Debian 12 has
        for newer in ["contentless_delete", "contentless_unindexed", "jsonb", "insttoken"] {
            assert!(!schema.contains(newer), "{newer}");
        }
        let file = register.address.clone();
        register.db.clone().close().await;
        let script = "import sqlite3, sys\ndb = sqlite3.connect(sys.argv[1])\nfor (name,) in db.execute(\"select name from sqlite_master where type = 'table'\").fetchall():\n    db.execute(f'select count(*) from \"{name}\"').fetchone()\n    db.execute(f'pragma table_info(\"{name}\")').fetchall()\nprint(db.execute(\"select count(*) from name_words where name_words match 'organisation_acc*'\").fetchone()[0], db.execute('pragma integrity_check').fetchone()[0])";
        let Ok(output) = std::process::Command::new("python3").args(["-c", script, &file]).output() else {
            return;
        };
        assert_eq!(told(&output), "1 ok\n");
    });
}

#[test]
fn a_register_with_the_index_of_an_older_version_is_upgraded() {
    run(async {
        let register = Register::on_sqlite().await;
        import_network(&register).await;
        for sql in [
            "DROP TABLE name_words",
            "CREATE VIRTUAL TABLE name_words USING fts5(words, content='', contentless_delete=1, detail=none, tokenize=\"ascii tokenchars '_-'\")",
            "INSERT INTO name_words (rowid, words) SELECT id, kind || '_old' FROM records",
            "UPDATE schema_stamp SET stamp = 'older', steps = 'seal-rows-and-chain-the-journal spell-records index-words-of-names order-names-by-language'",
        ] {
            register.db.run_unjournaled(sql).await.unwrap_or_else(|e| panic!("{sql}: {e}"));
        }
        register.db.clone().close().await;
        let output = program(&register).arg("upgrade").output().unwrap();
        assert!(
            told(&output).contains("older versions of SQLite can now open the register"),
            "{}",
            told(&output)
        );
        let db = Db::open(&register.address, &Opening::default()).await.unwrap();
        for (words, found) in [("\"organisation_acc\"*", 1), ("\"organisation_old\"*", 0)] {
            let ask = Statement::from_sql_and_values(
                db.backend(),
                "SELECT count(*) FROM name_words WHERE name_words MATCH ?",
                [words.into()],
            );
            let count: i64 =
                db.reader().query_one_raw(ask).await.unwrap().unwrap().try_get_by_index(0).unwrap();
            assert_eq!(count, found, "{words}");
        }
        db.close().await;
        let output = program(&register).arg("verify").output().unwrap();
        assert!(output.status.success(), "{}", told(&output));
    });
}
