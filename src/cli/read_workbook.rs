//! The hidden command that reads a workbook for another process of the program.

use std::path::PathBuf;

use clap::Args;
use decapolis_spreadsheets::read_workbook;

#[derive(Args)]
pub struct ReadWorkbook {
    /// The limits, as JSON.
    #[arg(long)]
    limits: Option<String>,
    path: PathBuf,
}

/// Reads the workbook and exits. From here on memory and time of the process are limited.
pub fn run(args: &ReadWorkbook) -> ! {
    std::process::exit(read_workbook(&args.path, args.limits.as_deref(), std::io::stdout().lock()))
}
