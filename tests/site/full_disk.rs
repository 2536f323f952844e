//! A full disk, on a small file system of the test: what was reported as saved is there, what was refused left nothing
//! behind, and once there is space the same server writes again.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use axum::http::StatusCode;
use decapolis::server::router;
use decapolis::web::context::Site;
use decapolis::web::reached::Reached;
use decapolis_import::transfer::{self, Planning};
use decapolis_register::db::{Db, Opening};
use decapolis_register::duplicates::candidates::{Likely, Rule};
use decapolis_register::journal::Heads;

use crate::register::editions::{publish, publish_now};
use crate::register::files::*;
use crate::site::studio::{HERE, get, post};
use crate::support::{Folder, Register, Server, run};

/// A file system in memory of this size in MiB.
struct SmallDisk(Folder);

impl SmallDisk {
    /// `None` if the test is not allowed to mount.
    fn of(size: usize) -> Option<SmallDisk> {
        let folder = Folder::new();
        let size = format!("size={size}m");
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(folder.path()).output();
        mounted.is_ok_and(|m| m.status.success()).then(|| SmallDisk(folder))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn filling(&self) -> PathBuf {
        self.0.join("filling")
    }

    /// Fills all remaining space.
    fn fill(&self) {
        let mut file = fs::OpenOptions::new().create(true).append(true).open(self.filling()).unwrap();
        for size in [1 << 20, 4096, 1] {
            while file.write_all(&vec![0; size]).is_ok() {}
        }
    }

    fn make_room(&self) {
        fs::remove_file(self.filling()).unwrap();
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.path()).status();
    }
}

/// Runs the same test in its own mount namespace, or prints a note if that is not allowed either.
fn elsewhere(test: &str) {
    let inside = std::env::var_os("DECAPOLIS_TEST_IN_ITS_OWN_SPACE").is_some();
    let mut command = Command::new("unshare");
    command
        .args(["--map-root-user", "--mount"])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", test]);
    if inside
        || !Command::new("unshare")
            .args(["--map-root-user", "--mount", "true"])
            .status()
            .is_ok_and(|s| s.success())
    {
        eprintln!("not run: nobody may mount a file system here");
        return;
    }
    assert!(
        command.env("DECAPOLIS_TEST_IN_ITS_OWN_SPACE", "1").status().unwrap().success(),
        "{test} in a space of its own"
    );
}

fn places(name: &str, rows: usize) -> String {
    let rows: String = (0..rows)
        .map(|n| format!("{name}-{n},A place with a name that is long enough to fill pages {n}\n"))
        .collect();
    format!("code,label\n{rows}")
}

/// A figure with long texts, so that it does not fit into a half-empty database page.
fn figure() -> String {
    let long = "a long explanation ".repeat(50);
    let words: String =
        ["en", "es", "fr"].iter().map(|l| format!("&explained.{l}={}", long.replace(' ', "+"))).collect();
    format!(
        "c1=admissions&c1.on=country&at=2020-12-31&key=new-countries&title.en=New+countries&title.es=Nuevos&many.en=countries&one.en=country{words}"
    )
}

async fn a_full_disk(register: &Register, disk: &SmallDisk) {
    import_network(register).await;
    import_likely(register, "many", 5, &[("places", &places("old", 1_500))], Likely::New).await.unwrap();
    let mut app = decapolis::opening::over(register.db.clone(), None).await.unwrap();
    app.settings.years = (2019, 2021);
    app.studio = true;
    let mut site = Site::new(app);
    site.reached = Reached::at("127.0.0.1:8080".parse().unwrap(), &[], "").unwrap();
    let site = Arc::new(site);
    let router = router(site.clone());
    let large = places("new", 6_000);
    let plan = async || {
        let (sheets, problems) = sheets(&[("places", large.as_bytes())]);
        let snapshot = register.db.snapshot().await.unwrap();
        // the names are similar, and all are new
        let rule = Rule { likely: Likely::New, same_by: vec![] };
        let how = Planning { rule, ..Planning::default() };
        transfer::plan(&snapshot, decapolis::modules::tables(), sheets, problems, &how).await.unwrap()
    };
    if !register.on_postgres {
        // otherwise there is still space in its log
        register.db.run_unjournaled("PRAGMA wal_checkpoint(TRUNCATE)").await.unwrap();
    }
    let before = everything(register).await;
    disk.fill();
    for _ in 0..2 {
        assert_eq!(
            refusal(transfer::apply(&register.db, plan().await, &about("large"), at(10), &zone()).await),
            "error-disk-full"
        );
        assert_eq!(refusal(undo(register, "many", 10).await), "error-disk-full");
        assert_eq!(refusal(publish(&site, 10).await), "error-disk-full");
        let saved = post(&router, "/en/studio/figures", &figure(), &HERE).await;
        let answer = (saved.status, saved.header("retry-after"), saved.body.contains("The disk is full"));
        assert_eq!(answer, (StatusCode::SERVICE_UNAVAILABLE, "5", true), "{}", saved.body);
        assert!(saved.body.contains("value=\"New countries\""), "what was typed is still there");
        assert_eq!(everything(register).await, before);
        assert_eq!(get(&router, "/en/organisation/accra").await.status, StatusCode::OK, "readers read");
    }
    disk.make_room();
    let saved = post(&router, "/en/studio/figures", &figure(), &HERE).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    assert_eq!(get(&router, "/en/figures/new-countries?at=2020-12-31").await.status, StatusCode::OK);
    // at the time of the clock, because the figure was saved today
    transfer::apply(&register.db, plan().await, &about("large"), None, &zone()).await.unwrap();
    // a page can be published: the earlier refusals left nothing of an edition behind
    let published = publish_now(&site).await.unwrap();
    assert_eq!(published.number, 1);
    let about = decapolis_register::journal::About {
        undoes: Some("large"),
        batch: None,
        action: "register.undo",
        ..about("undo")
    };
    decapolis_actions::undo(&register.db, decapolis::modules::tables(), "large", &about, None, &zone())
        .await
        .unwrap();
    let other = Db::open(&register.address, &Opening::default()).await.unwrap();
    assert_eq!(Heads::read(other.reader()).await.unwrap().last, 6, "another process sees every entry");
    other.close().await;
}

#[test]
fn on_a_full_disk_nothing_is_lost_and_the_same_server_writes_again() {
    let Some(disk) = SmallDisk::of(48) else {
        return elsewhere("site::full_disk::on_a_full_disk_nothing_is_lost_and_the_same_server_writes_again");
    };
    run(async {
        let empty = Register::on_sqlite().await;
        empty.db.clone().close().await;
        let address = disk.path().join("register.db").to_string_lossy().into_owned();
        fs::copy(&empty.address, &address).unwrap();
        let db = Db::open(&address, &Opening::default()).await.unwrap();
        let register = Register { db, address, on_postgres: false, folder: Folder::new() };
        a_full_disk(&register, &disk).await;
        register.db.clone().close().await;
    });
}

#[test]
fn on_a_full_disk_of_postgres_nothing_is_lost_and_the_same_server_writes_again() {
    let Some(disk) = SmallDisk::of(96) else {
        return eprintln!(
            "not run: nobody may mount a file system here, and PostgreSQL does not run in a space of the test's own"
        );
    };
    // a server of its own: while its disk is full, no database of another test could be made
    let server = Server::start("full-disk");
    run(async {
        server.make_template().await;
        server.takes(disk.path());
        let admin = Db::open(&server.address("postgres"), &Opening::default()).await.unwrap();
        admin
            .run_unjournaled(&format!("CREATE TABLESPACE small_disk LOCATION '{}'", disk.path().display()))
            .await
            .unwrap();
        server.make("small_disk", "template_register TABLESPACE small_disk").await;
        let register = server.register("small_disk").await;
        a_full_disk(&register, &disk).await;
        register.db.clone().close().await;
        admin.close().await;
    });
}
