//! What the reader of a file should know about it.

/// A note about a file: the key of a message, which has words in every language, and the values the message needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// `note-…`.
    pub key: &'static str,
    pub args: Vec<(&'static str, String)>,
}

/// The keys of notes. A key that another process sends must be one of these.
pub const NOTES: [&str; 7] = [
    "note-broken-letters",
    "note-cells-unread",
    "note-encoding",
    "note-hidden-sheet",
    "note-links",
    "note-macros",
    "note-not-its-name",
];
