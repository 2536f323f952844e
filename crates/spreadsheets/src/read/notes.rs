//! What whoever reads a file should know of it.

/// Something to know about a file: a key that has words in every language, and what they need.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// `note-…`.
    pub key: &'static str,
    pub args: Vec<(&'static str, String)>,
}

/// The keys of notes. What another process says is looked up here.
pub const NOTES: [&str; 7] =
    ["note-broken-letters", "note-cells-unread", "note-encoding", "note-hidden-sheet", "note-links", "note-macros", "note-not-its-name"];
