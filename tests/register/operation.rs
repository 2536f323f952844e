//! The file of a register: who may read it, that it is whole after every verb, and that a wrong file is not touched.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Output;

use decapolis_register::db::{Db, Opening};
use decapolis_register::journal::Heads;
use sea_orm::{ConnectionTrait, Database};

use crate::register::files::*;
use crate::support::{Folder, Register, run};

/// Runs a verb on a register in this file.
pub(super) fn verb(file: &Path, args: &[&str]) -> Output {
    std::process::Command::new(env!("CARGO_BIN_EXE_decapolis"))
        .args(args)
        .env("DECAPOLIS_DATABASE", file)
        .env_remove("DECAPOLIS_NETWORK")
        .env("LC_ALL", "C")
        .current_dir(file.parent().expect("a folder"))
        .output()
        .expect("the program")
}

pub(super) fn told(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// The names and contents of all files in a folder.
pub(super) fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = std::fs::read_dir(folder).expect("a folder").flatten().filter(|entry| entry.path().is_file());
    files
        .map(|entry| {
            (entry.file_name().to_string_lossy().into_owned(), std::fs::read(entry.path()).expect("a file"))
        })
        .collect()
}

/// The files of the small network, in a folder of their own.
pub(super) fn sheets(folder: &Folder) -> String {
    let sheets = folder.join("sheets");
    std::fs::create_dir_all(&sheets).expect("a folder");
    for (table, text) in NETWORK {
        std::fs::write(sheets.join(format!("{table}.csv")), text).expect("a file");
    }
    sheets.to_string_lossy().into_owned()
}

/// A register in a file, made by the program itself.
pub(super) fn made(folder: &Folder) -> std::path::PathBuf {
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
    for (before, after) in
        [(0o644, 0o600), (0o666, 0o660), (0o664, 0o660), (0o604, 0o600), (0o640, 0o640), (0o660, 0o660)]
    {
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
