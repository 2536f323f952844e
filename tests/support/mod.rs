//! Empty registers for tests, on SQLite and on PostgreSQL.
//!
//! PostgreSQL is started once per test process, in its own folder, and stops when the process ends. Every register is a
//! copy of a template with the schema, made once; `register::files` has one that holds the small network too.

#![allow(dead_code, reason = "each test crate uses what it needs")]

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use decapolis::modules;
use decapolis_register::db::{Db, Opening};
use decapolis_register::schema;
use sea_orm::{ConnectionTrait, Database};

const HOW_TO_INSTALL: &str = "the tests run on PostgreSQL too, and there is none here: install it (Debian and Ubuntu: `apt-get install postgresql`; Fedora: `dnf install postgresql-server`; macOS: `brew install postgresql`), or put the folder with initdb and pg_ctl into PATH; it need not be running";

static NUMBER: AtomicUsize = AtomicUsize::new(0);

fn next_number() -> usize {
    NUMBER.fetch_add(1, Ordering::Relaxed)
}

/// A temporary folder, removed when dropped.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Folder {
        let path =
            std::env::temp_dir().join(format!("decapolis-test-{}-{}", std::process::id(), next_number()));
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
        // a connection that is being closed may still remove its log
        for _ in 0..50 {
            if fs::remove_dir_all(&self.0).is_ok() || !self.0.exists() {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
    }
}

/// An open register for a test.
pub struct Register {
    pub db: Db,
    /// Its URL, as in `DECAPOLIS_DATABASE`.
    pub address: String,
    pub on_postgres: bool,
    /// A folder for files of the test.
    pub folder: Folder,
}

impl Register {
    /// An empty register with its tables, in an SQLite file.
    pub async fn on_sqlite() -> Register {
        Register::in_file(sqlite_template()).await
    }

    /// An empty register with its tables, in its own PostgreSQL database.
    pub async fn on_postgres() -> Register {
        Register::like("template_register").await
    }

    /// A register in an SQLite file of its own with these bytes.
    pub async fn in_file(bytes: &[u8]) -> Register {
        let folder = Folder::new();
        let address = folder.join("register.db").to_string_lossy().into_owned();
        fs::write(&address, bytes).expect("a new file");
        let db = Db::open(&address, &Opening::default()).await.expect("a register");
        Register { db, address, on_postgres: false, folder }
    }

    /// A copy of this database of the server that all tests share. Nobody may be connected to it.
    pub async fn like(template: &str) -> Register {
        let server = Server::running();
        let name = format!("register_{}", next_number());
        server.make(&name, template).await;
        server.register(&name).await
    }

    /// Closes a register in a file, and returns the file's bytes.
    pub async fn bytes(self) -> Vec<u8> {
        self.db.run_unjournaled("PRAGMA wal_checkpoint(TRUNCATE)").await.expect("all in one file");
        self.db.clone().close().await;
        fs::read(&self.address).expect("the file of a register")
    }

    /// The same register with another folder.
    pub fn beside(other: &Register) -> Register {
        Register {
            db: other.db.clone(),
            address: other.address.clone(),
            on_postgres: other.on_postgres,
            folder: Folder::new(),
        }
    }

    /// The URL of an empty database.
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
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime")
        .block_on(task)
}

/// Runs a test on an empty register of each database.
pub fn both(test: impl AsyncFn(&Register)) {
    run(async { each([Register::on_sqlite().await, Register::on_postgres().await], test).await });
}

/// Runs a test on one register after the other, and closes them.
pub async fn each(registers: [Register; 2], test: impl AsyncFn(&Register)) {
    for register in registers {
        eprintln!("on {}", register.database());
        test(&register).await;
        register.db.clone().close().await;
    }
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

/// A PostgreSQL server for tests. It stops when the process ends.
pub struct Server {
    programs: PathBuf,
    /// PostgreSQL refuses to run as root; then it runs as this user.
    runs_as: Option<&'static str>,
    folder: PathBuf,
    port: u16,
    /// Open while the process lives. When it closes, the watchdog stops the server.
    _watched: std::process::ChildStdin,
    making: tokio::sync::Mutex<()>,
}

/// The name of the server that all tests share. It removes the folders of the tests at the end.
const SHARED: &str = "shared";
/// The only user of the database.
const USER: &str = "decapolis";

impl Server {
    /// The server that all tests share.
    pub fn running() -> &'static Server {
        static SERVER: OnceLock<Server> = OnceLock::new();
        SERVER.get_or_init(|| {
            let server = Server::start(SHARED);
            // connections belong to the runtime they were opened in, so the template has its own
            std::thread::scope(|scope| {
                scope.spawn(|| run(server.make_template())).join().expect("the template");
            });
            server
        })
    }

    /// Starts a server for one test, which may stop and start it.
    pub fn start(name: &str) -> Server {
        let programs = programs().unwrap_or_else(|| panic!("{HOW_TO_INSTALL}"));
        let folder = std::env::temp_dir().join(format!("decapolis-postgres-{}-{name}", std::process::id()));
        let tests = std::env::temp_dir().join(format!("decapolis-test-{}-", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a temporary folder");
        let runs_as = (said(Command::new("id").arg("-u")) == "0").then(|| {
            ["postgres", "nobody"]
                .into_iter()
                .find(|user| Command::new("id").arg(user).output().is_ok_and(|o| o.status.success()))
                .expect("a user postgres or nobody: PostgreSQL does not run as root")
        });
        let _watched = watchdog(&folder, if name == SHARED { &tests } else { &folder });
        let mut server =
            Server { programs, runs_as, folder, port: 0, _watched, making: tokio::sync::Mutex::new(()) };
        server.takes(&server.folder);
        let data = server.data();
        let init = |locale: &[&str]| {
            server.runs(
                "initdb",
                &[&["-D", &data, "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync"], locale].concat(),
            )
        };
        // with a collation that is not by bytes, a test fails if an order depends on the collation
        let mut made = init(&["--locale-provider=icu", "--icu-locale=en", "--locale=C"]);
        if !made.status.success() {
            let _ = server.runs("rm", &["-rf", &data]);
            let _ = fs::remove_dir_all(&data);
            made = init(&["--no-locale"]);
        }
        assert!(made.status.success(), "initdb: {}", String::from_utf8_lossy(&made.stderr));
        let port = (0..20).find_map(|_| {
            server.port = TcpListener::bind("127.0.0.1:0").ok()?.local_addr().ok()?.port();
            server.starts().then_some(server.port)
        });
        server.port = port.unwrap_or_else(|| {
            panic!(
                "PostgreSQL does not start: {}",
                fs::read_to_string(server.folder.join("log")).unwrap_or_default()
            )
        });
        server
    }

    /// Starts it on its port. False if the port is taken.
    pub fn starts(&self) -> bool {
        let options = format!(
            "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 -c shared_buffers=64MB -c jit=off -c autovacuum=off",
            self.port
        );
        let log = self.folder.join("log").to_string_lossy().into_owned();
        self.runs("pg_ctl", &["start", "-w", "-D", &self.data(), "-l", &log, "-o", &options]).status.success()
    }

    /// Stops it, whatever it is doing. Committed transactions are kept; mode "immediate" would lose them, because nothing
    /// waits for the disk.
    pub fn stops(&self) {
        let done = self.runs("pg_ctl", &["stop", "-w", "-m", "fast", "-D", &self.data()]);
        assert!(done.status.success(), "pg_ctl stop: {}", String::from_utf8_lossy(&done.stderr));
    }

    pub fn address(&self, database: &str) -> String {
        format!("postgres://{USER}@127.0.0.1:{}/{database}", self.port)
    }

    /// Gives a folder to the user that the server runs as.
    pub fn takes(&self, folder: &Path) {
        if let Some(user) = self.runs_as {
            let given = Command::new("chown").arg(user).arg(folder).status().is_ok_and(|s| s.success());
            assert!(given, "cannot give {} to {user}", folder.display());
        }
    }

    /// An empty register with its tables, in the database of this name.
    pub async fn register(&self, name: &str) -> Register {
        let address = self.address(name);
        let db = Db::open(&address, &Opening::default()).await.expect("a database");
        Register { db, address, on_postgres: true, folder: Folder::new() }
    }

    pub async fn make_template(&self) {
        self.make("template_register", "template0").await;
        let db =
            Db::open(&self.address("template_register"), &Opening::default()).await.expect("the template");
        schema::make(&db, modules::tables()).await.expect("the schema on PostgreSQL");
        db.close().await;
    }

    /// Makes a database of this name from another one. `template` may also name a tablespace.
    pub async fn make(&self, name: &str, template: &str) {
        let admin = Database::connect(self.address("postgres")).await.expect("the test server answers");
        // one at a time: a template cannot be copied while another connection uses it
        let turn = self.making.lock().await;
        let made = admin.execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
        drop(turn);
        made.unwrap_or_else(|e| panic!("CREATE DATABASE {name}: {e}"));
        admin.close().await.expect("closed");
    }

    fn data(&self) -> String {
        self.folder.join("data").to_string_lossy().into_owned()
    }

    fn runs(&self, program: &str, args: &[&str]) -> Output {
        let path = self.programs.join(program);
        let mut command = match self.runs_as {
            Some(user) => {
                let mut command = Command::new("runuser");
                command.args(["-u", user, "--"]).arg(path);
                command
            }
            None => Command::new(path),
        };
        // the server must not keep our output open, or cargo would wait for it
        command
            .args(args)
            .current_dir(&self.folder)
            .env("LC_ALL", "C")
            .stdin(Stdio::null())
            .output()
            .unwrap_or_else(|e| panic!("{program}: {e}"))
    }
}

/// Stops the server and removes its folder, and everything that begins like `sweeps`, when this process ends in any
/// way. It has its own process group, so that it survives an interrupted run.
fn watchdog(folder: &Path, sweeps: &Path) -> std::process::ChildStdin {
    use std::os::unix::process::CommandExt;
    let script =
        "cat > /dev/null; kill -QUIT $(head -n 1 \"$1/data/postmaster.pid\"); sleep 1; rm -rf \"$1\" \"$2\"*";
    let mut watchdog = Command::new("sh")
        .args(["-c", script, "watchdog"])
        .arg(folder)
        .arg(sweeps)
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
    let mut folders: Vec<PathBuf> =
        std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default();
    let mut installed: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.path().join("bin"))
        .collect();
    installed.sort();
    folders.extend(installed.into_iter().rev());
    folders.into_iter().find(|folder| folder.join("initdb").is_file() && folder.join("pg_ctl").is_file())
}
