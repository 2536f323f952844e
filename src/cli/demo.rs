//! `demo` and `serve`: serve the site of an example, or of the register.

use crate::terminal::{Terminal, say, tell};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use clap::Args;
use decapolis_register::db::{Db, without_secret};
use decapolis_register::journal::last_chain;
use decapolis_words::errors::{Error, Result};

use super::example;
use super::register::{closed_at_the_end, database, network};
use crate::accounts::provider::Provider;
use crate::app::App;
use crate::assets::Network;
use crate::page::forms::apart;

#[derive(Args)]
pub struct Demo {
    /// The folder of the register. It is reused at the next start, unless the example has changed.
    #[arg(long, value_name = "DIR", default_value = "var/demo")]
    dir: PathBuf,
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The example: a name in the binary, or a folder.
    #[arg(long, value_name = "NAME", default_value = "metropolis-2020")]
    example: String,
    /// Make the register and exit.
    #[arg(long)]
    make_only: bool,
    /// Make the register again, and keep the old one beside it.
    #[arg(long)]
    anew: bool,
}

#[derive(Args)]
pub struct Serve {
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The address to listen on.
    #[arg(long, default_value = "127.0.0.1")]
    host: String,
    /// Add the cost to every response: the headers x-statements and x-evaluations. Only on this machine.
    #[arg(long)]
    measure: bool,
    /// Open the studio, where figures are made in the browser. They can be saved only from this machine, because there is no sign-in yet.
    #[arg(long)]
    studio: bool,
}

pub async fn demo(args: Demo) -> Result<()> {
    let started = Instant::now();
    let file = args.dir.join(format!(
        "{}.db",
        PathBuf::from(&args.example)
            .file_name()
            .map(|n| n.to_string_lossy().into_owned())
            .unwrap_or_default()
    ));
    let address = file.to_string_lossy().into_owned();
    let stamped = file.with_extension("example");
    let stamp = Network::named(&args.example)?.stamp()?;
    let there = if args.anew { None } else { keeps(&file, &stamped, &stamp).await? };
    let db = match there {
        Some(db) => db,
        None => {
            let kept = if args.anew { set_aside(&file)? } else { None };
            make(&args, &file, started).await?;
            if let Some(kept) = kept {
                tell!(
                    "{}",
                    Terminal::open()?.locale().with("demo-set-aside", &[("file", kept.into())].into())
                );
            }
            let db = crate::opening::open_register(&address).await?;
            std::fs::write(&stamped, Made { stamp, last: last_entry(&db).await? }.written())
                .map_err(|e| Error::Broken(format!("cannot write {}: {e}", stamped.display())))?;
            db
        }
    };
    closed_at_the_end(&db);
    if args.make_only {
        return Ok(());
    }
    let mut app = crate::opening::over(db, Some(&args.example)).await?;
    app.studio = true;
    app.demo = true;
    crate::accounts::cast::invite_all(&app).await?;
    listen(app, &address, "127.0.0.1", args.port, false).await
}

/// What the demo notes of a register it has made: the example, and the last entry. Whoever writes into the register writes a later one.
#[derive(PartialEq)]
struct Made {
    stamp: String,
    last: String,
}

impl Made {
    fn read(text: &str) -> Made {
        let (stamp, last) = text.split_once('\n').unwrap_or((text, ""));
        Made { stamp: stamp.trim().into(), last: last.trim().into() }
    }

    fn written(&self) -> String {
        format!("{}\n{}\n", self.stamp, self.last)
    }
}

/// The last entry and its chain: a register with the same one has the same entries.
async fn last_entry(db: &Db) -> Result<String> {
    let snapshot = db.snapshot().await?;
    let last = match last_chain(&snapshot).await? {
        Some((number, chain)) => format!("{number} {chain}"),
        None => String::new(),
    };
    snapshot.commit().await?;
    Ok(last)
}

/// The register of an earlier start. `None` where there is nothing in it, or where the example has changed and nobody has written in it.
/// What somebody wrote is kept, and the change of the example is said.
async fn keeps(file: &Path, stamped: &Path, stamp: &str) -> Result<Option<Db>> {
    if !file.exists() {
        return Ok(None);
    }
    let Some(db) = crate::opening::open_if_filled(&file.to_string_lossy()).await? else { return Ok(None) };
    let made = Made::read(&std::fs::read_to_string(stamped).unwrap_or_default());
    if made.stamp == stamp {
        return Ok(Some(db));
    }
    if !made.last.is_empty() && made.last == last_entry(&db).await? {
        db.close().await;
        return Ok(None);
    }
    let args = [("file", file.display().to_string().into()), ("option", "--anew".into())];
    tell!("{}", Terminal::open()?.locale().with("demo-kept", &args.into()));
    Ok(Some(db))
}

/// Gives the old register another name, with what SQLite keeps beside it. Returns the name.
fn set_aside(file: &Path) -> Result<Option<String>> {
    if !file.exists() {
        return Ok(None);
    }
    let kept = (1..)
        .map(|n| file.with_extension(format!("kept-{n}.db")))
        .find(|kept| !kept.exists())
        .expect("there is always another number");
    for suffix in ["", "-wal", "-shm"] {
        let of = |path: &Path| PathBuf::from(format!("{}{suffix}", path.display()));
        if of(file).exists() {
            std::fs::rename(of(file), of(&kept))
                .map_err(|e| Error::Broken(format!("cannot move {}: {e}", of(file).display())))?;
        }
    }
    Ok(Some(kept.display().to_string()))
}

/// Makes the register under another name and renames it when it is complete, so that an interrupted start leaves nothing half made.
async fn make(args: &Demo, file: &Path, started: Instant) -> Result<()> {
    let making = file.with_extension("making.db");
    let with = |suffix: &str| PathBuf::from(format!("{}{suffix}", making.display()));
    for old in [making.clone(), with("-wal"), with("-shm")] {
        let _ = std::fs::remove_file(old);
    }
    let app = crate::opening::open(&making.to_string_lossy(), Some(&args.example)).await?;
    let network = Network::named(&args.example)?;
    let batches = network.batches()?;
    eprintln!("making the example register in {}", file.display());
    let bar = indicatif::ProgressBar::new(batches.len() as u64);
    bar.set_style(
        indicatif::ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}").expect("a valid template"),
    );
    for (day, files) in batches {
        bar.set_message(day.clone());
        bar.suspend(|| eprintln!("  {day}: {} files", files.len()));
        example::load_day(&app, &network, &day, &files).await?;
        bar.inc(1);
    }
    bar.finish_and_clear();
    // the write-ahead log must be in the file before it is renamed
    app.db.run_unjournaled("PRAGMA wal_checkpoint(TRUNCATE)").await?;
    app.db.close().await;
    // an old write-ahead log must not be read into the new register
    let before = |suffix: &str| PathBuf::from(format!("{}{suffix}", file.display()));
    for old in [with("-wal"), with("-shm"), before("-wal"), before("-shm")] {
        let _ = std::fs::remove_file(old);
    }
    std::fs::rename(&making, file)
        .map_err(|e| Error::Broken(format!("cannot move the register to {}: {e}", file.display())))?;
    eprintln!("made in {:.1} s", started.elapsed().as_secs_f64());
    Ok(())
}

pub async fn serve(args: Serve) -> Result<()> {
    let database = database();
    let mut app = crate::opening::open(&database, network().as_deref()).await?;
    closed_at_the_end(&app.db);
    app.studio = args.studio;
    app.provider = Provider::from_environment()?.map(Arc::new);
    listen(app, &database, &args.host, args.port, args.measure).await
}

async fn listen(app: App, database: &str, host: &str, port: u16, measured: bool) -> Result<()> {
    let listener = tokio::net::TcpListener::bind((host, port)).await.map_err(|e| {
        Error::Broken(format!("cannot listen on {host}:{port}: {e}; choose another with --port"))
    })?;
    let at = listener.local_addr().map_err(|e| Error::Broken(e.to_string()))?;
    let (version, database) = (env!("CARGO_PKG_VERSION"), without_secret(database));
    tracing::info!(version, register = app.settings.code, database, address = %at, "serving");
    say!("{}/", crate::server::address_of(at));
    apart::set_pages_apart()?;
    crate::server::serve(app, listener, host, measured).await
}
