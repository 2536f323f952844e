//! The tables of the office without versions: what people keep for themselves while they work.

use decapolis_register::shape::Stores;
use decapolis_register::unversioned::{Unversioned, always};

/// Addresses of lists under a name, of one person or shared with the office.
pub static VIEWS: Unversioned = Unversioned {
    name: "list_views",
    columns: &[
        always("code", Stores::Text),
        always("account", Stores::Text),
        // the table that is listed, and what its list is asked
        always("listed", Stores::Text),
        always("query", Stores::Text),
        always("name", Stores::Text),
        always("shared", Stores::Bool),
    ],
    unique: &[],
    indexed: &["listed"],
    in_backups: true,
};

/// What somebody has typed in a form and not saved yet: one draft for each form. `code` is a digest of account and form; instants are
/// milliseconds since 1970. What is typed may speak of people, so it is in no backup.
pub static DRAFTS: Unversioned = Unversioned {
    name: "drafts",
    columns: &[
        always("code", Stores::Text),
        always("account", Stores::Text),
        // the path of the form within the office
        always("form", Stores::Text),
        always("typed", Stores::Text),
        always("kept", Stores::Whole),
    ],
    unique: &[],
    indexed: &["account"],
    in_backups: false,
};

pub static UNVERSIONED: &[&Unversioned] = &[&VIEWS, &DRAFTS, &decapolis_actions::PROPOSALS];
