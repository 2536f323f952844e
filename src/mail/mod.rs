//! Mail: an outbox of messages that are written before they are sent, so that everybody who may can see what goes out and what became of it.
//!
//! A *letter* is a message in its reader's language, as text and as HTML. It is put into the outbox with the data it belongs to, with a job
//! that sends it. SMTP does not say for certain that a message was sent once: if the program breaks off while it sends one, a person decides.

pub mod bounce;
pub mod cli;
pub mod letter;
pub mod message;
pub mod outbox;
pub mod send;
pub mod table;
pub mod transport;

use crate::app::App;

/// Whether mail is sent: an address that links can begin with, and a way to send are both set.
pub fn is_on(app: &App) -> bool {
    app.mail.is_some() && !app.settings.address.is_empty()
}
