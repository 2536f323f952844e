//! The verb that reads a workbook for another process of the program. It is not for people.

use std::path::PathBuf;

use clap::Args;
use decapolis_spreadsheets::read_workbook;

#[derive(Args)]
pub struct ReadWorkbook {
    /// How much it may take, as JSON.
    #[arg(long)]
    limits: Option<String>,
    path: PathBuf,
}

/// Reads the workbook and ends the program: its memory and its time are limited from here on.
pub fn run(args: &ReadWorkbook) -> ! {
    std::process::exit(read_workbook(&args.path, args.limits.as_deref(), std::io::stdout().lock()))
}
