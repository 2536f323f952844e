//! Makes refusals that name the file.

use std::io::{self, ErrorKind};
use std::path::Path;

use crate::grid::Refusal;

/// The keys of refusals. Each has words and a `.mend` in every language; a key that another process sends must be one of these.
pub const REFUSALS: [&str; 22] = [
    "error-backslash",
    "error-cut-file",
    "error-empty-file",
    "error-file-folder",
    "error-file-gone",
    "error-file-large",
    "error-file-locked",
    "error-file-unread",
    "error-long-cell",
    "error-long-row",
    "error-no-room-to-read",
    "error-not-a-sheet",
    "error-not-text",
    "error-password",
    "error-too-many-columns",
    "error-workbook-broken",
    "error-workbook-memory",
    "error-workbook-parts",
    "error-workbook-process",
    "error-workbook-repeats",
    "error-workbook-rows",
    "error-workbook-time",
];

/// The names of the values that the messages need.
pub(crate) const ARGS: [&str; 10] =
    ["columns", "ending", "encoding", "file", "most", "n", "row", "sheet", "sure", "what"];

/// The name by which a person knows the file.
#[derive(Clone)]
pub(crate) struct FileName(String);

impl FileName {
    pub(crate) fn of(path: &Path) -> FileName {
        FileName(path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned())
    }

    pub(crate) fn file(&self) -> String {
        self.0.clone()
    }

    /// What follows the last point, in small letters.
    pub(crate) fn ending(&self) -> Option<String> {
        Path::new(&self.0).extension().map(|ending| ending.to_string_lossy().to_lowercase())
    }

    pub(crate) fn refuse(&self, key: &'static str) -> Refusal {
        Refusal { key, args: vec![("file", self.file())], row: None }
    }

    pub(crate) fn refuse_at(&self, row: u64, key: &'static str) -> Refusal {
        Refusal { row: Some(row), ..self.refuse(key) }
    }

    /// A refusal that names a limit.
    pub(crate) fn more_than(&self, key: &'static str, most: impl ToString) -> Refusal {
        let mut refusal = self.refuse(key);
        refusal.args.push(("most", most.to_string()));
        refusal
    }

    pub(crate) fn too_large(&self, most: u64) -> Refusal {
        self.more_than("error-file-large", in_words(most))
    }

    /// A refusal because the file is something else: a PDF, a picture, a web page.
    pub(crate) fn other(&self, what: &'static str) -> Refusal {
        let mut refusal = self.refuse("error-not-a-sheet");
        refusal.args.push(("what", what.into()));
        refusal
    }

    pub(crate) fn io(&self, error: &io::Error) -> Refusal {
        self.refuse(match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => "error-file-gone",
            ErrorKind::PermissionDenied => "error-file-locked",
            ErrorKind::IsADirectory => "error-file-folder",
            _ => "error-file-unread",
        })
    }
}

/// Bytes as a person says them: 200 MiB. The unit is the same in every language.
pub(crate) fn in_words(bytes: u64) -> String {
    [(30, "GiB"), (20, "MiB"), (10, "KiB")]
        .into_iter()
        .find(|(shift, _)| bytes >> shift > 0)
        .map_or_else(|| format!("{bytes} B"), |(shift, unit)| format!("{} {unit}", bytes >> shift))
}
