//! The table of lookups.

use decapolis_register::shape::Stores;
use decapolis_register::unversioned::{Unversioned, always};

/// That an account was shown personal data of a person. One row for an account, a person, a way and a day, however often: `code` is made of
/// these, and `at` is the first time of that day, in milliseconds since 1970.
pub static LOOKUPS: Unversioned = Unversioned {
    name: "lookups",
    columns: &[
        always("code", Stores::Text),
        // the record of the person
        always("person", Stores::Whole),
        always("account", Stores::Text),
        // the role in which they read: they may have another one later
        always("role", Stores::Text),
        always("way", Stores::Text),
        always("at", Stores::Whole),
    ],
    unique: &[],
    indexed: &["person", "at"],
    in_backups: true,
};

pub static UNVERSIONED: &[&Unversioned] = &[&LOOKUPS];
