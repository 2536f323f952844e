//! Fresh registers for tests, on SQLite and on PostgreSQL.
//!
//! PostgreSQL is started once per test process from its own programs, in a folder of its own, and stops by itself when the process is
//! gone. Every register is a new database made from a template with the schema.

#![allow(dead_code, reason = "each test crate uses what it needs")]

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use decapolis::modules;
use decapolis_core::db::{Db, Opening};
use decapolis_core::schema;
use sea_orm::{ConnectionTrait, Database};

const HOW_TO_INSTALL: &str = "the tests run on PostgreSQL too, and there is none here: install it (Debian and Ubuntu: `apt-get install postgresql`; Fedora: `dnf install postgresql-server`; macOS: `brew install postgresql`), or put the folder with initdb and pg_ctl into PATH; it need not be running";

static NUMBER: AtomicUsize = AtomicUsize::new(0);

fn next_number() -> usize {
    NUMBER.fetch_add(1, Ordering::Relaxed)
}

/// A folder that is gone with the value.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Folder {
        let path = std::env::temp_dir().join(format!("decapolis-test-{}-{}", std::process::id(), next_number()));
        fs::create_dir_all(&path).expect("a temporary folder");
        Folder(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn join(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // a connection that is closing may still take its log away
        for _ in 0..50 {
            if fs::remove_dir_all(&self.0).is_ok() || !self.0.exists() {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
    }
}

/// An open register of a test.
pub struct Register {
    pub db: Db,
    /// What `DECAPOLIS_DATABASE` would say.
    pub address: String,
    pub on_postgres: bool,
    /// For files of the test.
    pub folder: Folder,
}

impl Register {
    /// An empty register with its tables, in a file.
    pub async fn on_sqlite() -> Register {
        let folder = Folder::new();
        let address = folder.join("register.db").to_string_lossy().into_owned();
        fs::write(&address, sqlite_template()).expect("a new file");
        let db = Db::open(&address, &Opening::default()).await.expect("a register");
        Register { db, address, on_postgres: false, folder }
    }

    /// An empty register with its tables, in a database of its own.
    pub async fn on_postgres() -> Register {
        let server = Server::running();
        let name = format!("register_{}", next_number());
        server.make(&name, "template_register").await;
        let address = server.address(&name);
        let db = Db::open(&address, &Opening::default()).await.expect("a new database");
        Register { db, address, on_postgres: true, folder: Folder::new() }
    }

    /// A database of its own without anything in it: its address.
    pub async fn nothing_on_postgres() -> String {
        let server = Server::running();
        let name = format!("nothing_{}", next_number());
        server.make(&name, "template0").await;
        server.address(&name)
    }

    pub fn database(&self) -> &'static str {
        if self.on_postgres { "PostgreSQL" } else { "SQLite" }
    }
}

pub fn run<T>(task: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime").block_on(task)
}

/// Runs a test on an empty register of each database.
pub fn both(test: impl AsyncFn(&Register)) {
    run(async {
        for register in [Register::on_sqlite().await, Register::on_postgres().await] {
            eprintln!("on {}", register.database());
            test(&register).await;
            register.db.clone().close().await;
        }
    });
}

/// The bytes of an empty register, made once.
fn sqlite_template() -> &'static [u8] {
    static TEMPLATE: OnceLock<Vec<u8>> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let folder = Folder::new();
        let file = folder.join("template.db");
        let made = || {
            run(async {
                let db = Db::open(&file.to_string_lossy(), &Opening::default()).await.expect("a new file");
                schema::make(&db, modules::tables()).await.expect("the schema on SQLite");
                db.run_unjournaled("PRAGMA wal_checkpoint(TRUNCATE)").await.expect("all in one file");
                db.close().await;
            });
        };
        std::thread::scope(|scope| scope.spawn(made).join().expect("the template"));
        fs::read(&file).expect("the template")
    })
}

struct Server {
    port: u16,
    user: String,
    /// Held while the process lives; when it closes, the watchdog stops the server.
    _watched: std::process::ChildStdin,
    making: tokio::sync::Mutex<()>,
}

impl Server {
    fn running() -> &'static Server {
        static SERVER: OnceLock<Server> = OnceLock::new();
        SERVER.get_or_init(Server::start)
    }

    fn address(&self, database: &str) -> String {
        format!("postgres://{}@127.0.0.1:{}/{database}", self.user, self.port)
    }

    async fn make(&self, name: &str, template: &str) {
        let admin = Database::connect(self.address("postgres")).await.expect("the test server answers");
        // one at a time: a template cannot be copied while somebody else is at it
        let turn = self.making.lock().await;
        let made = admin.execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
        drop(turn);
        made.unwrap_or_else(|e| panic!("CREATE DATABASE {name}: {e}"));
        admin.close().await.expect("closed");
    }

    fn start() -> Server {
        let programs = programs().unwrap_or_else(|| panic!("{HOW_TO_INSTALL}"));
        let folder = std::env::temp_dir().join(format!("decapolis-postgres-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a temporary folder");
        // PostgreSQL refuses to run as root
        let other = if said(Command::new("id").arg("-u")) == "0" {
            Some(
                ["postgres", "nobody"]
                    .into_iter()
                    .find(|user| Command::new("id").arg(user).output().is_ok_and(|o| o.status.success()))
                    .expect("a user postgres or nobody: PostgreSQL does not run as root"),
            )
        } else {
            None
        };
        if let Some(user) = other {
            assert!(
                Command::new("chown").arg(user).arg(&folder).status().is_ok_and(|s| s.success()),
                "cannot give {} to {user}",
                folder.display()
            );
        }
        let as_user = |program: &str, args: &[&str]| -> Output {
            let path = programs.join(program);
            let mut command = match other {
                Some(user) => {
                    let mut command = Command::new("runuser");
                    command.args(["-u", user, "--"]).arg(path);
                    command
                }
                None => Command::new(path),
            };
            // a log that stays open in the server must not be ours: cargo would wait for it
            command
                .args(args)
                .current_dir(&folder)
                .env("LC_ALL", "C")
                .stdin(Stdio::null())
                .output()
                .unwrap_or_else(|e| panic!("{program}: {e}"))
        };
        let data = folder.join("data").to_string_lossy().into_owned();
        let user = "decapolis";
        let init =
            |locale: &[&str]| as_user("initdb", &[&["-D", &data, "-U", user, "-A", "trust", "-E", "UTF8", "--no-sync"], locale].concat());
        // a collation that is not that of bytes shows where an order depends on it
        let mut made = init(&["--locale-provider=icu", "--icu-locale=en", "--locale=C"]);
        if !made.status.success() {
            let _ = as_user("rm", &["-rf", &data]);
            let _ = fs::remove_dir_all(&data);
            made = init(&["--no-locale"]);
        }
        assert!(made.status.success(), "initdb: {}", String::from_utf8_lossy(&made.stderr));
        let port = (0..20).find_map(|_| {
            let port = TcpListener::bind("127.0.0.1:0").ok()?.local_addr().ok()?.port();
            let options = format!("-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 -c shared_buffers=64MB -c jit=off -c autovacuum=off");
            let log = folder.join("log").to_string_lossy().into_owned();
            as_user("pg_ctl", &["start", "-w", "-D", &data, "-l", &log, "-o", &options]).status.success().then_some(port)
        });
        let port =
            port.unwrap_or_else(|| panic!("PostgreSQL does not start: {}", fs::read_to_string(folder.join("log")).unwrap_or_default()));
        let server = Server { port, user: user.into(), _watched: watchdog(&folder), making: tokio::sync::Mutex::new(()) };
        // connections belong to the runtime they were made in, so the template has its own
        std::thread::scope(|scope| {
            let made = scope.spawn(|| {
                run(async {
                    server.make("template_register", "template0").await;
                    let db = Db::open(&server.address("template_register"), &Opening::default()).await.expect("the template");
                    schema::make(&db, modules::tables()).await.expect("the schema on PostgreSQL");
                    db.close().await;
                });
            });
            made.join().expect("the template");
        });
        server
    }
}

/// Stops the server and takes away what is left when this process is gone, however it went. In a group of its own, so that an interrupted run leaves nothing behind.
fn watchdog(folder: &Path) -> std::process::ChildStdin {
    use std::os::unix::process::CommandExt;
    let script = "cat > /dev/null; kill -QUIT $(head -n 1 \"$1/data/postmaster.pid\"); sleep 1; rm -rf \"$1\" \"$2\"*";
    let mut watchdog = Command::new("sh")
        .args(["-c", script, "watchdog"])
        .arg(folder)
        .arg(std::env::temp_dir().join(format!("decapolis-test-{}-", std::process::id())))
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("sh");
    watchdog.stdin.take().expect("a pipe")
}

fn said(command: &mut Command) -> String {
    command.output().map(|o| String::from_utf8_lossy(&o.stdout).trim().to_string()).unwrap_or_default()
}

/// The folder with initdb and pg_ctl.
fn programs() -> Option<PathBuf> {
    let mut folders: Vec<PathBuf> = std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default();
    let mut installed: Vec<PathBuf> =
        fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|e| e.path().join("bin")).collect();
    installed.sort();
    folders.extend(installed.into_iter().rev());
    folders.into_iter().find(|folder| folder.join("initdb").is_file() && folder.join("pg_ctl").is_file())
}
