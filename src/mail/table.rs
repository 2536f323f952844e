//! The table of messages.

use decapolis_register::shape::Stores;
use decapolis_register::unversioned::{Unversioned, always, sometimes};

/// Messages that wait, were sent, or could not be. Instants are milliseconds since 1970.
pub static MESSAGES: Unversioned = Unversioned {
    name: "messages",
    columns: &[
        // two messages with one key are the same message
        always("key", Stores::Text),
        // its Message-ID without the angle brackets: bounces name it
        always("message_id", Stores::Text),
        // what it is for, as in the words of `mail-…`
        always("kind", Stores::Text),
        sometimes("account", Stores::Text),
        always("recipient", Stores::Text),
        always("language", Stores::Text),
        always("subject", Stores::Text),
        // the bodies are removed after some weeks
        sometimes("body", Stores::Text),
        sometimes("html", Stores::Text),
        // the token of the link in it. It is put in when the message is sent, and then removed
        sometimes("secret", Stores::Text),
        always("made", Stores::Whole),
        always("state", Stores::Text),
        // when it came into this state, and the account of the person who decided it
        always("changed", Stores::Whole),
        sometimes("decided_by", Stores::Text),
        // what the server said, or why it waits
        sometimes("fault", Stores::Text),
    ],
    unique: &["message_id"],
    indexed: &["state", "changed"],
    // a restored register would send again what was sent
    in_backups: false,
};

pub static UNVERSIONED: &[&Unversioned] = &[&MESSAGES];
