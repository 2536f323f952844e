//! `demo` and `serve`: serve the site of an example, or of the register.

use crate::terminal::say;
use std::path::PathBuf;
use std::time::Instant;

use clap::Args;
use decapolis_register::db::without_secret;
use decapolis_words::errors::{Error, Result};

use super::example;
use super::register::{database, network};
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
    // make it again if the example has changed, or if the file is not a register made from it
    let (stamp, stamped) = (Network::named(&args.example)?.stamp()?, file.with_extension("example"));
    let same = file.exists() && std::fs::read_to_string(&stamped).is_ok_and(|found| found == stamp);
    let there = if same { crate::opening::open_if_filled(&address).await? } else { None };
    let db = match there {
        Some(db) => db,
        None => {
            let _ = std::fs::remove_file(&stamped);
            make(&args, &file, started).await?;
            std::fs::write(&stamped, stamp)
                .map_err(|e| Error::Broken(format!("cannot write {}: {e}", stamped.display())))?;
            crate::opening::open_register(&address).await?
        }
    };
    if args.make_only {
        db.close().await;
        return Ok(());
    }
    let mut app = crate::opening::over(db, Some(&args.example)).await?;
    app.studio = true;
    listen(app, &address, "127.0.0.1", args.port, false).await
}

/// Makes the register under another name and renames it when it is complete, so that an interrupted start leaves nothing half made.
async fn make(args: &Demo, file: &std::path::Path, started: Instant) -> Result<()> {
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
    app.studio = args.studio;
    listen(app, &database, &args.host, args.port, args.measure).await
}

async fn listen(app: App, database: &str, host: &str, port: u16, measured: bool) -> Result<()> {
    let listener = tokio::net::TcpListener::bind((host, port)).await.map_err(|e| {
        Error::Broken(format!("cannot listen on {host}:{port}: {e}; choose another with --port"))
    })?;
    let at = listener.local_addr().map_err(|e| Error::Broken(e.to_string()))?;
    let (version, database) = (env!("CARGO_PKG_VERSION"), without_secret(database));
    tracing::info!(version, register = app.settings.code, database, address = %at, "serving");
    say!("http://{at}/");
    apart::set_pages_apart()?;
    crate::server::serve(app, listener, host, measured).await
}
