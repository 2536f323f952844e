//! Says what a spreadsheet holds, and what reading it took: `cargo run -p decapolis-spreadsheets --example rows FILE [PROGRAM]`.
//!
//! PROGRAM opens a workbook apart: `decapolis`, or this example itself.

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use decapolis_spreadsheets::{Limits, TextHints, open, read_workbook};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [verb, limits, wishes, _, path] = &words[..]
        && [verb, limits] == ["read-workbook", "--limits"]
    {
        return ExitCode::from(read_workbook(Path::new(path), Some(wishes), std::io::stdout()) as u8);
    }
    let Some(file) = words.first() else { return ExitCode::from(2) };
    let began = Instant::now();
    let opened =
        match open(Path::new(file), &Limits::default(), &TextHints::default(), words.get(1).map(Path::new)) {
            Ok(opened) => opened,
            Err(refusal) => {
                println!("{refusal} {:?}", refusal.row);
                return ExitCode::FAILURE;
            }
        };
    println!("{} sure {:.2} opened in {:.2?}", opened.format, opened.sure, began.elapsed());
    opened.notes.iter().for_each(|note| println!("  {} {:?}", note.key, note.args));
    for grid in &opened.grids {
        let began = Instant::now();
        let (mut rows, mut cells, mut last, mut first) = (0u64, 0usize, 0, String::new());
        for row in grid.rows().into_iter().flatten() {
            match row {
                Ok(row) => {
                    (rows, cells, last) = (rows + 1, cells.max(row.cells.len()), row.number);
                    if rows == 3 {
                        first = format!("{:?}", row.cells).chars().take(300).collect();
                    }
                }
                Err(refusal) => println!("  {refusal} {:?}", refusal.row),
            }
        }
        let merges = grid.merges().len();
        println!(
            "  {:?}: {rows} rows, the last {last}, {cells} columns, {merges} merged, gone through in {:.2?}",
            grid.name(),
            began.elapsed()
        );
        println!("    the third: {first}");
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().filter(|line| line.starts_with("VmHWM")).for_each(|line| println!("  {line}"));
    ExitCode::SUCCESS
}
