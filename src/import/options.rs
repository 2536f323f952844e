//! What whoever imports says of a file: the part to read, the table, and corrections of the match.

use clap::Args;

/// Which part of a file to read, and into which table.
#[derive(Args, Clone, Debug, Default)]
pub struct ImportOptions {
    /// The table of the register to import into.
    #[arg(long, value_name = "TABLE")]
    pub into: Option<String>,
    /// The sheet, by name.
    #[arg(long, value_name = "SHEET")]
    pub sheet: Option<String>,
    /// The number of the table in its sheet, from 1.
    #[arg(long, value_name = "N")]
    pub table: Option<usize>,
    /// A mapping, by name or path.
    #[arg(long, value_name = "NAME|PATH")]
    pub mapping: Option<String>,
    /// Correct the match: a heading of the file and its column ("Joined=from"), or no column ("Notes=").
    #[arg(long = "match", value_name = "HEADING=COLUMN")]
    pub matches: Vec<String>,
    /// Set the same value in every row: "level=municipal".
    #[arg(long = "set", value_name = "COLUMN=WORDS")]
    pub sets: Vec<String>,
}

impl ImportOptions {
    /// Whether no option is given.
    pub fn is_nothing(&self) -> bool {
        let ImportOptions { into, sheet, table, mapping, matches, sets } = self;
        into.is_none()
            && sheet.is_none()
            && table.is_none()
            && mapping.is_none()
            && matches.is_empty()
            && sets.is_empty()
    }
}
