//! The command line: all commands, and how errors are printed.

mod act;
mod backup;
mod clock;
pub mod day;
pub mod demo;
pub mod example;
pub mod read_workbook;
pub mod register;
mod routes;
pub mod typeset_pages;
pub mod upgrade;
pub mod verify;

use clap::{Parser, Subcommand};
use decapolis_words::errors::Error;

use crate::terminal::tell;
use crate::{accounts, editions, figures, generate, health, import, mail};

/// The program that a network of cities runs on. Every number it publishes shows the records it was counted from.
#[derive(Parser)]
#[command(
    name = "decapolis",
    version,
    after_help = "DECAPOLIS_DATABASE says which register the verbs use: a file (created if it is missing) or a postgres:// address. Default: decapolis.db in this folder.\nDECAPOLIS_NETWORK names the folder of your network, with its own figures and words.\nDECAPOLIS_ADDRESS is the address of the site, if the network's record does not give it: https://network.example. It is printed on paper, in codes and citations.\nDECAPOLIS_TRUSTED_PROXY names the proxies in front of `serve` whose X-Forwarded headers are trusted: 10.0.0.7,10.1.0.0/16.\nDECAPOLIS_OIDC_ISSUER, DECAPOLIS_OIDC_CLIENT and DECAPOLIS_OIDC_SECRET name the identity provider with which invited people may sign in at `serve`; DECAPOLIS_OIDC_NAME is what its button says, DECAPOLIS_OIDC_CA a file with the certificates of an authority of your own.\nDECAPOLIS_MAIL is the way out of mail: smtps://user:password@mail.network.example, smtp://host:587 (with STARTTLS), or folder:/path. DECAPOLIS_MAIL_FROM is the sender: Network <office@network.example>.\nDECAPOLIS_FILES is the folder of the files on records. Default: beside a register in a file; a register on a server needs it.\nDECAPOLIS_LOG is the filter of the log on the error output: debug, or warn,decapolis=info."
)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Make an example register and serve it: the quickest way to see the program.
    Demo(demo::Demo),
    /// Serve the site of the register.
    Serve(demo::Serve),
    /// Import CSV files: shows a preview first, and writes only with --apply.
    Import(import::cli::Import),
    /// Show what is in a spreadsheet: its tables, what their columns contain, and where they would go.
    Look(import::cli::look::Look),
    /// Undo a batch, or show why it cannot be undone.
    Undo(import::cli::Undo),
    /// List what was imported, batch by batch, the newest first.
    History(import::cli::history::History),
    /// Write the register to CSV files or a workbook. Importing them gives the same facts.
    Export(import::cli::export::Export),
    /// Do an action, such as changing the network's colour: shows what follows first, and writes only with --apply.
    Do(act::Act),
    /// Invite somebody to the office, list the accounts, or take a role away.
    User(accounts::cli::User),
    /// Hand a message to the program that came to its mail address: a bounce is marked on the message that came back.
    Mail(mail::cli::MailArgs),
    /// Print the figures, or the rows of one of them.
    Figures(figures::cli::FiguresArgs),
    /// Check whether the program and its register are in order, and say what to do.
    Check(health::cli::Check),
    /// Check that the register has not been altered.
    Verify(verify::Verify),
    /// Write the whole register to one file, while it is in use.
    Backup(backup::Backup),
    /// Read a backup into an empty register, a file or PostgreSQL, and verify it.
    Restore(backup::Restore),
    /// Upgrade a register made by an older version, or try it on a copy.
    Upgrade(upgrade::Upgrade),
    /// Check whether the machine's clock agrees with the register, and accept it after a leap.
    Clock(clock::Clock),
    /// Fill an empty register with invented records, for measurements.
    Generate(generate::cli::Generate),
    /// Write the page of a year to files: PDF, SVG, PNG, JSON, CSV.
    Report(editions::cli_report::ReportArgs),
    /// Print every address of the site, with its parameters.
    Routes,
    /// Read a workbook for another process of the program.
    #[command(hide = true)]
    ReadWorkbook(read_workbook::ReadWorkbook),
    /// Set pages for another process of the program.
    #[command(hide = true)]
    TypesetPages,
}

/// Runs the program and returns its exit code: 0 done, 1 refused or not found, 2 a fault of the program or its surroundings.
pub fn main() -> i32 {
    // with huge pages the allocator keeps megabytes for a few kilobytes; if they cannot be switched off, it uses more memory
    #[cfg(target_os = "linux")]
    let _ = rustix::thread::disable_transparent_huge_pages(true);
    match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime.block_on(run()),
        Err(error) => {
            eprintln!("error: no threads can be started: {error}");
            2
        }
    }
}

async fn run() -> i32 {
    let cli = Cli::parse();
    crate::log::begin(match cli.verb {
        Verb::Demo(_) | Verb::Serve(_) => "warn,decapolis=info",
        _ => "warn",
    });
    let done = match cli.verb {
        Verb::Demo(args) => demo::demo(args).await,
        Verb::Serve(args) => demo::serve(args).await,
        Verb::Import(args) => import::cli::import(args).await,
        Verb::Look(args) => import::cli::look::look(args).await,
        Verb::Undo(args) => import::cli::undo(args).await,
        Verb::History(args) => import::cli::history::history(args).await,
        Verb::Export(args) => import::cli::export::export(args).await,
        Verb::Do(args) => act::run(args).await,
        Verb::User(args) => accounts::cli::user(args).await,
        Verb::Mail(args) => mail::cli::mail(args).await,
        Verb::Figures(args) => figures::cli::run(args).await,
        Verb::Check(args) => health::cli::check(args).await,
        Verb::Verify(args) => verify::run(args).await,
        Verb::Backup(args) => backup::backup(args).await,
        Verb::Restore(args) => backup::restore(args).await,
        Verb::Upgrade(args) => upgrade::run(args).await,
        Verb::Clock(args) => clock::run(args).await,
        Verb::Generate(args) => generate::cli::run(args).await,
        Verb::Report(args) => editions::cli_report::run(args).await,
        Verb::Routes => routes::run(),
        Verb::ReadWorkbook(args) => read_workbook::run(&args),
        Verb::TypesetPages => typeset_pages::run(),
    };
    // so that its file is whole
    register::close_opened().await;
    match done {
        Ok(()) => 0,
        Err(Error::Broken(text)) => {
            tell!("error: {text}");
            2
        }
        Err(Error::Unavailable(why)) => {
            tell!("{}\n  ({why})", worded(&Error::refused("error-unavailable")));
            2
        }
        Err(error) => {
            tell!("{}", worded(&error));
            1
        }
    }
}

/// A refusal in the language of the terminal, with what to do.
fn worded(error: &Error) -> String {
    let Error::Refused(message) = error else { return error.to_string() };
    let words = crate::assets::word_files(None).and_then(decapolis_words::Words::load);
    let Ok(words) = words else { return message.plain() };
    let language = crate::terminal::spoken();
    let find = |key: &str| {
        words.find(&language, key, &message.args).or_else(|| words.find("en", key, &message.args))
    };
    let said = find(message.key).unwrap_or_else(|| message.plain());
    match find(&format!("{}.mend", message.key)) {
        Some(mend) => format!("{said}\n  {mend}"),
        None => said,
    }
}
